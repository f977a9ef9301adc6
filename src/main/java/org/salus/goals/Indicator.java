package org.salus.goals;

import java.util.Set;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * By what one sees whether a goal, objective or result is reached.
 *
 * @param of the box it belongs to
 * @param unit of its values
 * @param source where they come from
 * @param method how they are found
 */
public record Indicator(
        ItemId chain,
        ItemId of,
        String title,
        String unit,
        Direction direction,
        Reading baseline,
        Reading target,
        String source,
        String method) {
    public static final Kind<Indicator> KIND = Kind.of("results-indicator", Indicator.class)
            .needing(indicator -> Set.of(indicator.chain(), indicator.of()))
            .ruledBy((edited, view) -> Texts.refusals(
                    edited.value().title(),
                    "goals.refusal.no-title",
                    edited.value().source(),
                    edited.value().method()));

    /** An indicator of which only this is said. */
    public static Indicator of(ItemId chain, ItemId of, String title) {
        return new Indicator(chain, of, title, "", Direction.UP, Reading.NONE, Reading.NONE, "", "");
    }
}
