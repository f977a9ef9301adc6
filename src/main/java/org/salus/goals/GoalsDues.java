package org.salus.goals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.workspace.Due;

/** What goals put into a calendar: measurements that are owed, and ends of support. */
final class GoalsDues {
    private GoalsDues() {}

    /** Of the alternatives that one view shows and nobody has set aside. */
    static List<Due> of(View view, LocalDate day, Wording wording) {
        if (view.list(ResultsChain.KIND).isEmpty()) {
            return List.of();
        }
        List<Due> dues = new ArrayList<>();
        for (Owed owed : Owed.of(view, day, wording)) {
            Owing owing = owed.owing();
            // Somebody has said why there is none: nobody waits for it any more.
            if (owing.what() != Owing.What.MISSING) {
                dues.add(new Due(
                        "measurement:" + owing.indicator().id() + ":" + owing.due(),
                        "measurement",
                        Sentence.of("goals.calendar.measurement"),
                        owing.indicator().value().title(),
                        String.join(", ", owed.offices()),
                        Optional.of(PartialDate.of(owing.due())),
                        true,
                        "goals/" + owed.alternatives().getFirst().id() + "/measurements/"
                                + owing.indicator().id()));
            }
        }
        for (Item<Support> item : ending(view)) {
            item.value()
                    .when()
                    .until()
                    .ifPresent(until -> dues.add(new Due(
                            "support-end:" + item.id(),
                            "support-end",
                            Sentence.of("goals.calendar.support-end"),
                            item.value().title(),
                            item.value().donor(),
                            Optional.of(until),
                            false,
                            "items/" + item.id())));
        }
        return dues;
    }

    /** Support of the alternative that is adopted, of all that are not set aside where none is: what a copy says again ends once. */
    private static List<Item<Support>> ending(View view) {
        List<Item<ResultsChain>> chains = view.list(ResultsChain.KIND);
        Optional<ItemId> adopted = chains.stream()
                .filter(chain -> chain.value().adoption() == Adoption.ADOPTED)
                .map(Item::id)
                .findFirst();
        List<ItemId> asked = adopted.map(List::of)
                .orElseGet(() -> chains.stream()
                        .filter(chain -> chain.value().adoption() != Adoption.SET_ASIDE)
                        .map(Item::id)
                        .toList());
        return view.list(Support.KIND).stream()
                .filter(support -> asked.contains(support.value().chain()))
                .toList();
    }
}
