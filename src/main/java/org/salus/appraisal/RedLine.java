package org.salus.appraisal;

import java.util.Optional;
import java.util.Set;
import org.salus.framework.PartialDate;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * What an actor will not accept, whatever it is offered. It is written for few, as stances are.
 *
 * @param actor whose it is: an office, organisation or group, never a person
 * @param line what it will not accept
 * @param why why it holds
 * @param day when it was noted
 * @param source who says so, as written; further sources are cited as everywhere
 */
public record RedLine(Mention actor, String line, String why, Optional<PartialDate> day, String source) {
    /** Whoever may not see the actor does not see it. */
    public static final Kind<RedLine> KIND = Kind.of("red-line", RedLine.class)
            .needing(RedLine::needs)
            .ruledBy(PoliticsRules::ofRedLine)
            .forFew();

    private Set<ItemId> needs() {
        return actor.here().map(Set::of).orElse(Set.of());
    }
}
