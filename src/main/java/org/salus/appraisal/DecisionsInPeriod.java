package org.salus.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.impact.ReviewLine;
import org.salus.impact.ReviewMaterial;
import org.salus.impact.ReviewPart;
import org.salus.impact.ReviewPeriod;
import org.salus.impact.ReviewSource;
import org.salus.impact.ReviewTopic;
import org.salus.ledger.Item;

/** What a review of a period tells of decisions taken in it, and of partnerships that began or ended in it; of the workspace, never of private layers. */
public final class DecisionsInPeriod implements ReviewSource {
    @Override
    public ReviewPart part(ReviewMaterial material) {
        ReviewPeriod period = material.period();
        List<ReviewLine> lines = new ArrayList<>();
        List<Item<RegisteredDecision>> decisions = material.view().list(RegisteredDecision.KIND);
        decisions.stream()
                .filter(item -> item.value().day().filter(period::mayHold).isPresent())
                .map(DecisionsInPeriod::line)
                .forEach(lines::add);
        int taken = lines.size();
        for (Item<Partnership> item : material.view().list(Partnership.KIND)) {
            line(item, "began", item.value().from(), period).ifPresent(lines::add);
            line(item, "ended", item.value().until(), period).ifPresent(lines::add);
        }
        long undated =
                decisions.stream().filter(item -> item.value().day().isEmpty()).count();
        return new ReviewPart(
                ReviewTopic.CHANGED,
                "decisions",
                Sentence.of("appraisal.politics.review.title"),
                List.of(
                        lines.isEmpty()
                                ? Sentence.of("appraisal.politics.review.none", period.written())
                                : Sentence.of("appraisal.politics.review.says", taken, lines.size() - taken)),
                lines,
                undated > 0 ? List.of(Sentence.of("appraisal.politics.review.undated", undated)) : List.of());
    }

    private static ReviewLine line(Item<RegisteredDecision> item) {
        RegisteredDecision decision = item.value();
        return ReviewLine.of(decision.title(), decision.day(), item.id())
                .saying(
                        decision.decidedBy().isBlank()
                                ? List.of()
                                : List.of(Sentence.of("appraisal.politics.review.by", decision.decidedBy())))
                .from(decision.document());
    }

    private static Optional<ReviewLine> line(
            Item<Partnership> item, String what, Optional<PartialDate> when, ReviewPeriod period) {
        return when.filter(period::mayHold)
                .map(day -> ReviewLine.of(item.value().title(), when, item.id())
                        .saying(List.of(Sentence.of("appraisal.politics.review." + what)))
                        .from(item.value().document()));
    }
}
