package org.salus.goals;

import java.util.Set;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * What has to be true for a part of the chain to work. What speaks for or against it are its sources.
 *
 * @param because what the state of it rests on
 */
public record Assumption(ItemId chain, String title, AssumptionState state, String because) {
    public static final Kind<Assumption> KIND = Kind.of("assumption", Assumption.class)
            .needing(assumption -> Set.of(assumption.chain()))
            .onceNamedByWords()
            .ruledBy((edited, view) -> Texts.refusals(
                    edited.value().title(),
                    "goals.refusal.no-title",
                    edited.value().because()));
}
