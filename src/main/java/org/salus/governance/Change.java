package org.salus.governance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Sentence;

/**
 * What is answered otherwise in a later round. Compared is only what was asked of the same institution in the same words; that answers changed does not say
 * why.
 *
 * @param lines what was asked in both rounds
 * @param otherWords questions of both sets whose words or levels are not the same, by id: not compared
 * @param onlyBefore institutions of the earlier round alone, by name
 * @param onlyAfter institutions of the later round alone, by name
 */
public record Change(List<Line> lines, List<String> otherWords, List<String> onlyBefore, List<String> onlyAfter) {
    public Change {
        lines = List.copyOf(lines);
        otherWords = List.copyOf(otherWords);
        onlyBefore = List.copyOf(onlyBefore);
        onlyAfter = List.copyOf(onlyAfter);
    }

    /** Which way the median of the assessors' levels went. */
    public enum Turn {
        HIGHER,
        SAME,
        LOWER,
        NOT_COMPARABLE;

        /** What to call it. */
        public Sentence label() {
            return Sentence.of("governance.turn." + org.salus.framework.Term.codeOf(this));
        }
    }

    /** One question about one institution in two rounds. */
    public record Line(Answers before, Answers after) {
        public Turn turn() {
            Optional<BigDecimal> was = before.median();
            Optional<BigDecimal> is = after.median();
            if (was.isEmpty() || is.isEmpty()) {
                return Turn.NOT_COMPARABLE;
            }
            int step = is.get().compareTo(was.get());
            return step == 0 ? Turn.SAME : step > 0 ? Turn.HIGHER : Turn.LOWER;
        }

        /** Whether the ranges of the assessors' levels touch: then they disagree among themselves by as much as the median moved. */
        public boolean isWithinDisagreement() {
            List<Integer> was = before.levels();
            List<Integer> is = after.levels();
            return turn() != Turn.NOT_COMPARABLE
                    && turn() != Turn.SAME
                    && was.getFirst() <= is.getLast()
                    && is.getFirst() <= was.getLast();
        }
    }

    /** From one round to another. */
    public static Change between(Assessment before, Assessment after) {
        List<Line> lines = new ArrayList<>();
        for (Institution now : after.institutions()) {
            Optional<Institution> then = before.institution(now.id());
            if (then.isEmpty()) {
                continue;
            }
            for (Question question : after.questions(now)) {
                before.questions(then.get()).stream()
                        .filter(question::asksTheSameAs)
                        .forEach(same ->
                                lines.add(new Line(before.answers(then.get(), same), after.answers(now, question))));
            }
        }
        return new Change(
                lines,
                after.questions().stream()
                        .filter(question -> before.set()
                                .find(question.id())
                                .filter(other -> !other.asksTheSameAs(question))
                                .isPresent())
                        .map(Question::id)
                        .toList(),
                names(before, after),
                names(after, before));
    }

    private static List<String> names(Assessment of, Assessment notIn) {
        return of.institutions().stream()
                .filter(one -> notIn.institution(one.id()).isEmpty())
                .map(Institution::name)
                .toList();
    }
}
