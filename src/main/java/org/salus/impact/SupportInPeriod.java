package org.salus.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.salus.framework.DateSpan;
import org.salus.framework.Sentence;
import org.salus.goals.Chain;
import org.salus.goals.Support;
import org.salus.ledger.Item;

/** What was done: support in the plan that went on in the period. Whether it led anywhere is told elsewhere. */
final class SupportInPeriod implements ReviewSource {
    @Override
    public ReviewPart part(ReviewMaterial material) {
        ReviewPeriod period = material.period();
        List<Item<Support>> all = PlannedChanges.plan(material.view())
                .map((Chain chain) -> chain.list(Support.KIND))
                .orElse(List.of());
        List<ReviewLine> lines = all.stream()
                .filter(item -> period.mayMeet(
                        item.value().when().from(), item.value().when().until()))
                .sorted(Comparator.comparing(
                                (Item<Support> item) -> item.value().when(), DateSpan.BY_BEGINNING)
                        .thenComparing(item -> item.value().title()))
                .map(item -> line(item, period))
                .toList();
        long undated = all.stream()
                .filter(item -> item.value().when().from().isEmpty()
                        && item.value().when().until().isEmpty())
                .count();
        return new ReviewPart(
                ReviewTopic.DONE,
                "done",
                Sentence.of("impact.review.done.title"),
                List.of(
                        lines.isEmpty()
                                ? Sentence.of("impact.review.done.none", period.written())
                                : Sentence.of("impact.review.done.says", lines.size())),
                lines,
                undated > 0 ? List.of(Sentence.of("impact.review.done.undated", undated)) : List.of());
    }

    private static ReviewLine line(Item<Support> item, ReviewPeriod period) {
        Support support = item.value();
        List<Sentence> says = new ArrayList<>();
        if (!support.donor().isBlank()) {
            says.add(Sentence.of("impact.review.done.donor", support.donor()));
        }
        if (support.when().from().filter(period::mayHold).isPresent()) {
            says.add(Sentence.of(
                    "impact.review.done.began", support.when().from().get()));
        }
        if (support.when().until().filter(period::mayHold).isPresent()) {
            says.add(Sentence.of(
                    "impact.review.done.ended", support.when().until().get()));
        }
        says.add(support.confirmed()
                .map(day -> Sentence.of("impact.review.done.confirmed", day))
                .orElseGet(() -> Sentence.of("impact.review.done.not-confirmed")));
        ReviewLine line = ReviewLine.of(support.title(), support.when().until(), item.id())
                .saying(says)
                .from(String.join("; ", support.activities()));
        Optional<ReviewLine> worth = support.amount().map(amount -> line.worth(amount, support.currency()));
        return worth.orElse(line);
    }
}
