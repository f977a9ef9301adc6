package org.salus.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * In what time a results chain is planned, in which currency, and how much its goals are worth beside each other. A chain has one at most.
 *
 * @param from the first month, as exactly as it is known
 * @param until everything is over by the end of this
 * @param currency ISO 4217 of all amounts of the plan
 * @param weights of goals; a goal nobody has weighed counts 1
 */
public record PlanFrame(
        ItemId chain,
        Optional<PartialDate> from,
        Optional<PartialDate> until,
        String currency,
        List<GoalWeight> weights,
        String note) {
    private static final int LONGEST_YEARS = 40;
    private static final int HIGHEST_WEIGHT = 9;

    public static final Kind<PlanFrame> KIND = Kind.of("plan-frame", PlanFrame.class)
            .needing(PlanFrame::needs)
            .placedAt(frame -> id(frame.chain()))
            .ruledBy((edited, view) -> edited.value().refusals())
            .forAllMembers();

    public PlanFrame {
        weights = List.copyOf(weights);
    }

    /** The one item about this chain. */
    public static ItemId id(ItemId chain) {
        return PlanTexts.place("plan-frame", chain.toString());
    }

    /** The same, ending then. */
    PlanFrame endingIn(PartialDate end) {
        return new PlanFrame(chain, from, Optional.of(end), currency, weights, note);
    }

    private Set<ItemId> needs() {
        Set<ItemId> needs = new HashSet<>(Set.of(chain));
        weights.forEach(one -> needs.add(one.goal()));
        return needs;
    }

    private List<Sentence> refusals() {
        List<Sentence> refusals = new ArrayList<>(PlanTexts.tooLong(note).toList());
        if (from.isPresent() && until.isPresent()) {
            if (until.get().isSurelyBefore(from.get())) {
                refusals.add(Sentence.of("planning.refusal.latest", until.get(), from.get()));
            } else if (until.get().year() - from.get().year() > LONGEST_YEARS) {
                refusals.add(Sentence.of("planning.refusal.frame-long", LONGEST_YEARS));
            }
        }
        if (!currency.isEmpty() && !PlanTexts.isCurrency(currency)) {
            refusals.add(PlanTexts.noCurrency(currency));
        }
        weights.forEach(
                one -> PlanTexts.notWhole(PlanTexts.field("weight"), Optional.of(one.weight()), 0, HIGHEST_WEIGHT)
                        .forEach(refusals::add));
        return refusals;
    }
}
