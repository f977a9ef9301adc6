package org.salus.goals;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/**
 * An objective that is to be reached sooner than any country has crossed the threshold of a comparable change. The reference values and what they are not are
 * in {@link ComparableChange}. Counted generously: from the first possible day to the last, which is that of its last target where the objective itself names
 * none; the hole then speaks of that target's indicator, too, so that an answer to it tells its date to nobody from whom the indicator is withheld. Where nobody
 * says when work begins it is asked: a date left out is no answer to whether the time is long enough.
 */
final class HorizonTooShort implements HoleRule {
    /** The last day, and the indicators that say it; none where the objective does. */
    private record Last(LocalDate day, List<ItemId> saidBy) {}

    @Override
    public String code() {
        return "horizon";
    }

    @Override
    public List<Hole> holes(ChainInquiry inquiry) {
        List<Hole> holes = new ArrayList<>();
        for (Item<Objective> item : inquiry.chain().list(Objective.KIND)) {
            Objective objective = item.value();
            Optional<Last> last = last(item, inquiry.chain());
            // Where there is no date at all, that is what is missing.
            if (objective.comparable().isEmpty() || last.isEmpty()) {
                continue;
            }
            ComparableChange change = objective.comparable().get();
            if (objective.begins().isEmpty()) {
                holes.add(inquiry.question(
                        this,
                        "begins",
                        item.id(),
                        Sentence.of("goals.hole.horizon.begins", objective.title(), change.label()),
                        new Hole.Fix.Fill(item.id(), "begins")));
                continue;
            }
            long years = ChronoUnit.YEARS.between(
                    objective.begins().get().earliest(), last.get().day().plusDays(1));
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
                        last.get().saidBy(),
                        Optional.empty(),
                        new Hole.Fix.Fill(item.id(), "until")));
            }
        }
        return holes;
    }

    private static Optional<Last> last(Item<Objective> objective, Chain chain) {
        return objective
                .value()
                .until()
                .map(until -> new Last(until.latest(), List.of()))
                .or(() -> chain.indicators(objective.id()).stream()
                        .flatMap(indicator -> indicator.value().target().on().stream()
                                .map(on -> new Last(on.latest(), List.of(indicator.id()))))
                        // Of two of the same day it is always the same one.
                        .max(Comparator.comparing(Last::day)
                                .thenComparing(last -> last.saidBy().getFirst())));
    }
}
