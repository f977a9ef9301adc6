package org.salus.goals;

import java.util.Set;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * What could keep a part of the chain from happening, or make it do harm.
 *
 * @param response what would be done
 * @param office who watches it
 */
public record Risk(ItemId chain, String title, String response, String office) {
    public static final Kind<Risk> KIND = Kind.of("risk", Risk.class)
            .needing(risk -> Set.of(risk.chain()))
            .onceNamedByWords()
            .ruledBy((edited, view) -> Texts.refusals(
                    edited.value().title(),
                    "goals.refusal.no-title",
                    edited.value().response()));
}
