package org.salus.impact;

import java.util.List;
import java.util.Set;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * What else could explain the change that a claim is about.
 *
 * @param title the explanation, as one sentence
 * @param note how it could have led there
 */
public record AlternativeExplanation(ItemId claim, String title, String note) {
    /** Whoever may not see the claim does not see it. */
    public static final Kind<AlternativeExplanation> KIND = Kind.of(
                    "alternative-explanation", AlternativeExplanation.class)
            .needing(rival -> Set.of(rival.claim()))
            .ruledBy((edited, view) -> edited.value().title().isBlank()
                    ? List.of(Sentence.of("impact.rival.refusal.no-title"))
                    : List.of());
}
