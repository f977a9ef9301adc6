package org.salus.governance;

import java.util.Optional;
import java.util.Set;
import org.salus.ledger.Confidence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * What one assessor answers to one question about one institution in one round. Answers of several assessors stand side by side; sources are cited as for any
 * item.
 *
 * @param seat the code of the assessor
 * @param response empty until something is answered
 * @param narrative why, in the assessor's words
 * @param confidence how sure the assessor is
 */
public record Rating(
        ItemId round,
        ItemId institution,
        String question,
        String seat,
        Optional<Response> response,
        String narrative,
        Confidence confidence) {
    public static final Kind<Rating> KIND = Kind.of("assessment-answer", Rating.class)
            .needing(rating -> Set.of(rating.round(), rating.institution()))
            .placedAt(rating -> id(rating.round(), rating.institution(), rating.question(), rating.seat()))
            .ruledBy(RoundRules::ofRating)
            .removedBy(RoundRules::ofRatingRemoved)
            // What was answered apart while the round went on is told as late, and counts for nothing.
            .bearing("governance.refusal.locked", "governance.refusal.answers-stand");

    static final int LONGEST_NARRATIVE = 20_000;

    /** The one item that can hold this answer, so that nothing brought in twice is there twice. */
    public static ItemId id(ItemId round, ItemId institution, String question, String seat) {
        return Scope.named("answer", round.toString(), institution.toString(), question, seat);
    }

    /** An answer in which nothing is said yet. */
    public static Rating blank(ItemId round, ItemId institution, String question, String seat) {
        return new Rating(round, institution, question, seat, Optional.empty(), "", Confidence.NOT_ASSESSED);
    }

    /** It as a new item. */
    public Item<Rating> fresh() {
        Item<Rating> item = Item.fresh(KIND, this);
        return new Item<>(
                id(round, institution, question, seat), KIND, item.sensitivity(), item.citations(), this, item.basis());
    }

    /** The same with these words. */
    public Rating saying(Optional<Response> other, String otherNarrative, Confidence otherConfidence) {
        return new Rating(round, institution, question, seat, other, otherNarrative, otherConfidence);
    }

    /** Whether nobody has said anything in it. */
    public boolean isBlank() {
        return response.isEmpty() && narrative.isBlank();
    }
}
