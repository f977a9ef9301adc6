package org.salus.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.View;

/** What was learned by comparison: studies whose result somebody kept in the period, with the verdict as it was kept. Nothing is worked out anew. */
final class StudiesInPeriod implements ReviewSource {
    @Override
    public ReviewPart part(ReviewMaterial material) {
        ReviewPeriod period = material.period();
        List<Item<ImpactStudy>> all = material.view().list(ImpactStudy.KIND);
        List<ReviewLine> lines = new ArrayList<>();
        all.stream()
                .sorted(Comparator.comparing(
                                (Item<ImpactStudy> item) -> item.value().title())
                        .thenComparing(Item::id))
                .forEach(item -> item.value()
                        .result()
                        .filter(result -> period.mayHold(result.on()))
                        .ifPresent(result -> lines.add(line(item, result, material.view()))));
        long open = all.stream().filter(item -> item.value().result().isEmpty()).count();
        return new ReviewPart(
                ReviewTopic.LEARNED,
                "studies",
                Sentence.of("impact.review.studies.title"),
                List.of(
                        lines.isEmpty()
                                ? Sentence.of("impact.review.studies.none", period.written())
                                : Sentence.of("impact.review.studies.says", lines.size())),
                lines,
                open > 0 ? List.of(Sentence.of("impact.review.studies.open", open)) : List.of());
    }

    private static ReviewLine line(Item<ImpactStudy> item, KeptResult result, View view) {
        ImpactStudy study = item.value();
        List<Sentence> says = new ArrayList<>();
        if (!study.asks().isBlank()) {
            says.add(ReviewLine.said(study.asks()));
        }
        says.add(Sentence.of(
                "impact.review.studies.verdict",
                result.verdict().label(),
                result.verdict().meaning()));
        // A figure beside a verdict that nothing can be told would be read as an effect all the same.
        if (result.verdict() != VerdictKind.CANNOT_BE_TOLD) {
            says.add(
                    result.lower().isPresent() && result.upper().isPresent()
                            ? Sentence.of(
                                    "impact.review.studies.between",
                                    result.value(),
                                    result.lower().get(),
                                    result.upper().get())
                            : Sentence.of("impact.review.studies.value", result.value()));
        }
        ReviewLine line = ReviewLine.of(study.title(), Optional.of(result.on()), item.id())
                .saying(says);
        return view.find(StudyTable.KIND, study.table())
                .map(table -> line.from(table.value().source()))
                .orElse(line);
    }
}
