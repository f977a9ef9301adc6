package org.salus.agenda;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.PartialDate;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * Something that an office does.
 *
 * @param title what is to be done
 * @param office that does it, never a person
 * @param made when it was agreed on
 * @param due the last date on which it is in time; empty where nobody has said
 * @param done when it was done
 * @param meeting it comes from, if from one
 * @param decision it carries out, if one
 * @param outcome what came of it, or why nothing did
 */
public record Action(
        String title,
        String office,
        Optional<PartialDate> made,
        Optional<PartialDate> due,
        ActionState state,
        Optional<PartialDate> done,
        Optional<ItemId> meeting,
        Optional<ItemId> decision,
        String outcome) {
    /** Whoever may not see what it comes from does not see it. */
    public static final Kind<Action> KIND =
            Kind.of("action", Action.class).needing(Action::needs).ruledInStep(AgendaRules::ofAction);

    Set<ItemId> needs() {
        Set<ItemId> needs = new LinkedHashSet<>();
        meeting.ifPresent(needs::add);
        decision.ifPresent(needs::add);
        return needs;
    }

    /** Whether it should have been done before that day. */
    boolean isOverdue(LocalDate day) {
        return state.isOpen() && due.filter(last -> last.latest().isBefore(day)).isPresent();
    }
}
