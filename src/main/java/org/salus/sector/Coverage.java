package org.salus.sector;

import java.util.List;
import org.salus.framework.Recorded;
import org.salus.ledger.ItemId;

/**
 * One kind of oversight of one institution on one basis.
 *
 * @param institution overseen
 * @param state recorded if one body exercises it; recorded as absent if every body of this kind on the map is recorded as not exercising it, with a source;
 *     else not recorded
 * @param overseers the bodies recorded as exercising it
 * @param notAsked the bodies of this kind of which nobody has said whether they do
 * @param facts the ties this rests on
 * @param asked for how many of the bodies of this kind somebody said so or not
 */
public record Coverage(
        ItemId institution,
        Oversight kind,
        Basis basis,
        Recorded state,
        List<ItemId> overseers,
        List<ItemId> notAsked,
        List<ItemId> facts,
        Asked asked) {
    public Coverage {
        overseers = List.copyOf(overseers);
        notAsked = List.copyOf(notAsked);
        facts = List.copyOf(facts);
    }
}
