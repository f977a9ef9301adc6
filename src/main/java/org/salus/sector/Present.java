package org.salus.sector;

import java.util.Optional;
import org.salus.framework.DateSpan;
import org.salus.ledger.ItemId;

/**
 * An actor as it is on the day of a map.
 *
 * @param name in the map's language, where it has one
 * @param holds whether it surely is so on that day, or perhaps
 */
public record Present(ItemId id, String name, Actor actor, Phase phase, DateSpan.Holds holds) {
    /** The kind of oversight it exercises, if its type tells. */
    public Optional<Oversight> oversight() {
        return phase.oversight();
    }

    /** Whether oversight of it is asked for: it belongs to the sector and may use force, detain or collect intelligence. */
    public boolean isAskedForOversight() {
        return phase.isInSector() && !phase.has().isEmpty();
    }
}
