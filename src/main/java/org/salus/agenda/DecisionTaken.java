package org.salus.agenda;

import java.util.Set;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * That a decision of the register was taken in a meeting. It stands by itself, so that whoever may not read one of the two is told nothing of it.
 *
 * @param decision of the register of decisions
 */
public record DecisionTaken(ItemId meeting, ItemId decision) {
    /** Whoever may not see both does not see it. */
    public static final Kind<DecisionTaken> KIND = Kind.of("decision-taken", DecisionTaken.class)
            .needing(taken -> Set.of(taken.meeting(), taken.decision()))
            .ruledInStep(AgendaRules::ofTaken);
}
