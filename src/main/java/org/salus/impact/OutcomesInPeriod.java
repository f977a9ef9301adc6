package org.salus.impact;

import java.util.ArrayList;
import java.util.List;
import org.salus.framework.DateSpan;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;

/** What was achieved, as it was seen: harvested outcomes of the period, and whether anybody who was not part of them agrees. */
final class OutcomesInPeriod implements ReviewSource {
    @Override
    public ReviewPart part(ReviewMaterial material) {
        ReviewPeriod period = material.period();
        ClaimBook book = ClaimBook.of(material.view());
        List<Item<HarvestedOutcome>> found = book.outcomes().stream()
                .filter(item -> item.value().when().filter(period::mayHold).isPresent())
                .toList();
        long undated = book.outcomes().stream()
                .filter(item -> item.value().when().isEmpty())
                .count();
        long perhaps = found.stream()
                .filter(item -> item.value()
                        .when()
                        .filter(when -> period.holds(when) == DateSpan.Holds.PERHAPS)
                        .isPresent())
                .count();
        long agreed = found.stream()
                .filter(item -> item.value().substantiation() == Substantiation.AGREES)
                .count();
        List<Sentence> notes = new ArrayList<>();
        if (undated > 0) {
            notes.add(Sentence.of("impact.review.outcomes.undated", undated));
        }
        if (perhaps > 0) {
            notes.add(Sentence.of("impact.review.outcomes.perhaps", perhaps));
        }
        return new ReviewPart(
                ReviewTopic.ACHIEVED,
                "outcomes",
                Sentence.of("impact.review.outcomes.title"),
                List.of(
                        found.isEmpty()
                                ? Sentence.of("impact.review.outcomes.none", period.written())
                                : Sentence.of("impact.review.outcomes.says", found.size(), agreed)),
                found.stream().map(item -> line(item, book)).toList(),
                notes);
    }

    private static ReviewLine line(Item<HarvestedOutcome> item, ClaimBook book) {
        HarvestedOutcome outcome = item.value();
        List<Sentence> says = new ArrayList<>();
        said("place", outcome.place(), says);
        said("significance", outcome.significance(), says);
        said("contribution", outcome.contribution(), says);
        said("towards", book.towards(outcome), says);
        says.add(Sentence.of(
                "impact.review.outcomes.substantiation",
                outcome.substantiation().label(),
                outcome.substantiatedBy().isBlank() ? "–" : outcome.substantiatedBy()));
        return ReviewLine.of(outcome.title(), outcome.when(), item.id())
                .saying(says)
                .from(outcome.source());
    }

    private static void said(String what, String text, List<Sentence> says) {
        if (!text.isBlank()) {
            says.add(Sentence.of("impact.review.outcomes." + what, text));
        }
    }
}
