package org.salus.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * A plan that people agreed on, as whoever kept it saw it, with all it takes to reckon it again: later plans can stay near it and are compared with it. Its reasons are not kept: they follow from the entries.
 *
 * @param on the day it was kept
 * @param entries of the ledger it was reckoned on, as their ids
 * @param aim what was made best, by its code
 * @param threads how many looked at the same time
 * @param seed of the search
 * @param stability what moving a step by a month against the plan before cost
 * @param against id of that plan; empty where the newest one was meant, or there was none
 * @param state how sure it is, by its code: {@code optimal} or {@code feasible}
 * @param currency ISO 4217 of its costs
 * @param starts when each step goes on
 * @param leftOut the boxes it has no room for
 */
public record AgreedPlan(
        ItemId chain,
        String title,
        PartialDate on,
        List<String> entries,
        String aim,
        int threads,
        int seed,
        int stability,
        String against,
        String state,
        String currency,
        List<AgreedStart> starts,
        List<ItemId> leftOut,
        String note) {
    static final int MOST_STEPS = 2_000;

    /** Who may not see one of its steps does not see it: it would tell that there is one. */
    public static final Kind<AgreedPlan> KIND = Kind.of("agreed-plan", AgreedPlan.class)
            .needing(AgreedPlan::needs)
            .ruledBy((edited, view) -> edited.value().refusals());

    public AgreedPlan {
        entries = List.copyOf(entries);
        starts = List.copyOf(starts);
        leftOut = List.copyOf(leftOut);
    }

    private Set<ItemId> needs() {
        Set<ItemId> needs = new HashSet<>(Set.of(chain));
        starts.forEach(start -> needs.add(start.step()));
        needs.addAll(leftOut);
        return needs;
    }

    private List<Sentence> refusals() {
        List<Sentence> refusals =
                new ArrayList<>(PlanTexts.refusals(title, note).toList());
        if (starts.isEmpty() || starts.size() > MOST_STEPS) {
            refusals.add(Sentence.of("planning.refusal.agreed", MOST_STEPS));
        }
        return refusals;
    }
}
