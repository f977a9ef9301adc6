package org.salus.governance;

import java.util.Collection;
import java.util.Optional;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;

/**
 * What was answered to several questions about one institution. What is not known is counted and never becomes a number.
 *
 * @param spread known if every question that applies has a level; partial if some have; unknown if none has
 */
public record Reading(Figure<Spread> spread, Counts counts) {
    /**
     * Answers by what they say; the last four add up to questions times assessors.
     *
     * @param questions how many are asked
     * @param levels answers that are a level
     * @param unknown answers that there is not enough information
     * @param notApplicable answers that the question does not apply
     * @param open answers that are not there
     */
    public record Counts(int questions, int levels, int unknown, int notApplicable, int open) {}

    /** Of these questions. */
    static Reading of(Collection<Answers> questions) {
        Counts counts = new Counts(
                questions.size(),
                questions.stream().mapToInt(one -> one.levels().size()).sum(),
                questions.stream()
                        .mapToInt(one -> one.count(Response.NOT_ENOUGH_INFORMATION))
                        .sum(),
                questions.stream()
                        .mapToInt(one -> one.count(Response.NOT_APPLICABLE))
                        .sum(),
                questions.stream().mapToInt(Answers::open).sum());
        long applying = questions.stream().filter(one -> !one.isNotApplicable()).count();
        Optional<Spread> spread = Spread.of(questions);
        if (spread.isPresent()) {
            int without = (int) applying - spread.get().questions();
            return new Reading(
                    without == 0
                            ? Figure.known(spread.get())
                            : Figure.partial(
                                    spread.get(), Sentence.of("governance.reading.partial", without, applying)),
                    counts);
        }
        String why = questions.isEmpty()
                ? "nothing-asked"
                : applying == 0 ? "not-applicable" : counts.unknown() == 0 ? "not-answered" : "not-known";
        return new Reading(Figure.unknown(Sentence.of("governance.reading." + why)), counts);
    }
}
