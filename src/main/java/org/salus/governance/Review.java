package org.salus.governance;

import java.util.Set;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/** What somebody other than its assessor says about an answer. It stands beside the answer and does not change it. */
public record Review(ItemId round, ItemId answer, Verdict verdict, String text) {
    public static final Kind<Review> KIND = Kind.of("assessment-review", Review.class)
            .needing(review -> Set.of(review.round(), review.answer()))
            .ruledBy(RoundRules::ofReview)
            .removedBy(RoundRules::ofReviewRemoved);
}
