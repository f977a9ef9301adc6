package org.salus.appraisal;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.PartialDate;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * Where an actor stands on an objective, as somebody noted it on a day. It is written for few: in a private layer, for one's organisation, or for oneself.
 *
 * @param actor an office, organisation or group, never a person
 * @param objective what it is about
 * @param interest how much is at stake for the actor; empty where not known
 * @param influence how much the actor can do; empty where not known
 * @param gains what the actor would gain or lose
 * @param incentives what moves it
 * @param maySpoil whether it may undo what others agree on
 * @param measure how that could be met; empty where nothing is noted
 * @param day when it was noted
 * @param source who says so, as written; further sources are cited as everywhere
 */
public record Stance(
        Mention actor,
        Mention objective,
        Attitude attitude,
        Optional<Interest> interest,
        Optional<Influence> influence,
        String gains,
        String incentives,
        boolean maySpoil,
        String measure,
        Optional<PartialDate> day,
        String source) {
    /** Whoever may not see the actor or the objective does not see it. */
    public static final Kind<Stance> KIND = Kind.of("stance", Stance.class)
            .needing(Stance::needs)
            .ruledBy(PoliticsRules::ofStance)
            .forFew();

    private Set<ItemId> needs() {
        Set<ItemId> needs = new LinkedHashSet<>();
        actor.here().ifPresent(needs::add);
        objective.here().ifPresent(needs::add);
        return needs;
    }

    /** Whether the actor would rather not have it, or may undo it. */
    boolean isInTheWay() {
        return attitude.isAgainst() || maySpoil;
    }

    /** Whether a strong actor stands in the way and nothing is noted that meets it. */
    boolean isUnmetResistance() {
        return attitude.isAgainst() && influence.filter(Influence::isStrong).isPresent() && measure.isBlank();
    }
}
