package org.salus.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Sentence;
import org.salus.impact.ReviewLine;
import org.salus.impact.ReviewMaterial;
import org.salus.impact.ReviewPart;
import org.salus.impact.ReviewPeriod;
import org.salus.impact.ReviewSource;
import org.salus.impact.ReviewTopic;
import org.salus.ledger.Item;

/** What a review of a period tells of the strategy: steps its editions took, and approvals, by offices and the documents that prove them; never by the names of people. */
public final class EditionsInPeriod implements ReviewSource {
    @Override
    public ReviewPart part(ReviewMaterial material) {
        ReviewPeriod period = material.period();
        List<ReviewLine> lines = new ArrayList<>();
        for (Item<Edition> item : material.view().list(Edition.KIND)) {
            for (EditionStep step : item.value().steps()) {
                if (period.mayHold(step.date())) {
                    lines.add(ReviewLine.of(item.value().title(), Optional.of(step.date()), item.id())
                            .saying(said(step)));
                }
            }
            for (Approval approval : item.value().approvals()) {
                if (period.mayHold(approval.date())) {
                    lines.add(ReviewLine.of(item.value().title(), Optional.of(approval.date()), item.id())
                            .saying(List.of(Sentence.of(
                                    "strategy.review.approved",
                                    approval.office(),
                                    approval.side().label())))
                            .from(approval.document()));
                }
            }
        }
        return new ReviewPart(
                ReviewTopic.CHANGED,
                "editions",
                Sentence.of("strategy.review.title"),
                List.of(
                        lines.isEmpty()
                                ? Sentence.of("strategy.review.none", period.written())
                                : Sentence.of("strategy.review.says", lines.size())),
                lines,
                List.of());
    }

    private static List<Sentence> said(EditionStep step) {
        Sentence became = Sentence.of("strategy.review.step", step.to().label());
        return step.because().isBlank()
                ? List.of(became)
                : List.of(became, Sentence.of("strategy.review.because", step.because()));
    }
}
