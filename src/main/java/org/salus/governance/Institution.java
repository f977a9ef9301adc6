package org.salus.governance;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.Phase;

/**
 * An institution as it is at the time of a round.
 *
 * @param type empty if nobody has told; then only questions asked of any institution are asked
 */
public record Institution(ItemId id, String name, Optional<ActorType> type) {
    /** An actor at the end of that time; as it is called last where it does not exist then. */
    static Institution of(Item<Actor> actor, DateSpan when, Locale language) {
        Optional<Phase> phase = phase(actor, when);
        return new Institution(actor.id(), phase.map(one -> one.name(language)).orElse(""), phase.flatMap(Phase::type));
    }

    /** Of which type an actor is at the end of that time, or was last. */
    public static Optional<ActorType> typeOf(Item<Actor> actor, DateSpan when) {
        return phase(actor, when).flatMap(Phase::type);
    }

    private static Optional<Phase> phase(Item<Actor> actor, DateSpan when) {
        Optional<LocalDate> day = when.until().or(when::from).map(PartialDate::latest);
        return day.flatMap(actor.value()::on)
                .or(() ->
                        actor.value().phases().stream().max(Comparator.comparing(Phase::when, DateSpan.BY_BEGINNING)));
    }
}
