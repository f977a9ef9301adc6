package org.salus.goals;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;

/**
 * An objective that is to be reached sooner than any country has crossed the threshold of a comparable change. The reference values and what they are not are
 * in {@link ComparableChange}. Counted generously: from the first possible day to the last.
 */
final class HorizonTooShort implements HoleRule {
    @Override
    public String code() {
        return "horizon";
    }

    @Override
    public List<Hole> holes(ChainInquiry inquiry) {
        List<Hole> holes = new ArrayList<>();
        for (Item<Objective> item : inquiry.chain().list(Objective.KIND)) {
            Objective objective = item.value();
            Optional<PartialDate> begins = objective.begins();
            Optional<PartialDate> until = objective.until();
            if (objective.comparable().isEmpty() || begins.isEmpty() || until.isEmpty()) {
                continue;
            }
            ComparableChange change = objective.comparable().get();
            long years = ChronoUnit.YEARS.between(
                    begins.get().earliest(), until.get().latest().plusDays(1));
            if (years < change.fastestYears()) {
                holes.add(inquiry.hole(
                        this,
                        "",
                        item.id(),
                        Sentence.of(
                                "goals.hole.horizon",
                                objective.title(),
                                years,
                                change.label(),
                                change.fastestYears(),
                                change.yearsOfTheFastestTwenty()),
                        List.of(),
                        Optional.empty(),
                        new Hole.Fix.Fill(item.id(), "until")));
            }
        }
        return holes;
    }
}
