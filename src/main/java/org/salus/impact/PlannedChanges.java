package org.salus.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.goals.Adoption;
import org.salus.goals.Box;
import org.salus.goals.Chain;
import org.salus.goals.Goal;
import org.salus.goals.Objective;
import org.salus.goals.Result;
import org.salus.goals.ResultsChain;
import org.salus.ledger.Item;
import org.salus.ledger.View;

/** What is planned, as far as claims and reviews ask for it. Pure. */
public final class PlannedChanges {
    private PlannedChanges() {}

    /** The goals, objectives and results of all alternatives that are not set aside, those of the adopted one first. */
    public static List<Item<? extends Box>> of(View view) {
        List<Item<? extends Box>> all = new ArrayList<>();
        view.list(ResultsChain.KIND).stream()
                .filter(chain -> chain.value().adoption() != Adoption.SET_ASIDE)
                .sorted(Comparator.comparing(
                        (Item<ResultsChain> chain) -> chain.value().adoption() != Adoption.ADOPTED))
                .map(chain -> Chain.of(view, chain.id()))
                .forEach(chain -> Stream.of(Goal.KIND, Objective.KIND, Result.KIND)
                        .flatMap(kind -> chain.list(kind).stream())
                        .map(PlannedChanges::box)
                        .forEach(all::add));
        return all;
    }

    @SuppressWarnings("unchecked")
    private static Item<? extends Box> box(Item<?> item) {
        // Only kinds of boxes are asked for.
        return (Item<? extends Box>) item;
    }

    /** The plan: the alternative that is adopted; where none is, the only one that is not set aside. */
    static Optional<Chain> plan(View view) {
        List<Item<ResultsChain>> all = view.list(ResultsChain.KIND).stream()
                .filter(chain -> chain.value().adoption() != Adoption.SET_ASIDE)
                .toList();
        return all.stream()
                .filter(chain -> chain.value().adoption() == Adoption.ADOPTED)
                .findFirst()
                .or(() -> all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty())
                .map(chain -> Chain.of(view, chain.id()));
    }

    /** Whether there are alternatives of which none is the plan yet. */
    static boolean isUndecided(View view) {
        return plan(view).isEmpty()
                && view.list(ResultsChain.KIND).stream()
                        .anyMatch(chain -> chain.value().adoption() != Adoption.SET_ASIDE);
    }
}
