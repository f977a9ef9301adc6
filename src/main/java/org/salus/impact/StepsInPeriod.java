package org.salus.impact;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.ledger.History;
import org.salus.ledger.Kind;

/** What changed in the workspace itself: steps that give a reason in words, one by one; all others by the kind of what they changed. Who took a step is not told. */
final class StepsInPeriod implements ReviewSource {
    private static final int MOST_REASONS = 100;

    @Override
    public ReviewPart part(ReviewMaterial material) {
        ReviewPeriod period = material.period();
        List<History.Step> steps = material.steps();
        List<ReviewLine> lines = new ArrayList<>();
        List<History.Step> reasoned = steps.stream()
                .filter(step -> step.why().filter(why -> !why.text().isBlank()).isPresent())
                .sorted(Comparator.comparing((History.Step step) -> step.by().at()))
                .toList();
        reasoned.stream().limit(MOST_REASONS).map(StepsInPeriod::line).forEach(lines::add);
        byKind(steps)
                .forEach((kind, count) ->
                        lines.add(ReviewLine.of(Sentence.of("impact.review.steps.kind", material.label(kind)))
                                .saying(List.of(Sentence.of("impact.review.steps.times", count)))));
        List<Sentence> notes = new ArrayList<>();
        if (reasoned.size() > MOST_REASONS) {
            notes.add(Sentence.of("impact.review.steps.more", reasoned.size() - MOST_REASONS));
        }
        return new ReviewPart(
                ReviewTopic.CHANGED,
                "steps",
                Sentence.of("impact.review.steps.title"),
                List.of(
                        steps.isEmpty()
                                ? Sentence.of("impact.review.steps.none", period.written())
                                : Sentence.of("impact.review.steps.says", steps.size(), reasoned.size())),
                lines,
                notes);
    }

    private static ReviewLine line(History.Step step) {
        return ReviewLine.of(ReviewLine.said(step.why().orElseThrow().text()))
                .on(PartialDate.of(day(step)))
                .saying(List.of(Sentence.of(
                        "impact.review.steps.touched", step.touched().size())))
                .from(step.by().entry().brief());
    }

    /** How often items of each kind were changed, in the order of the kinds' names. */
    private static Map<Kind<?>, Integer> byKind(List<History.Step> steps) {
        Map<Kind<?>, Integer> counts = new LinkedHashMap<>();
        steps.stream()
                .flatMap(step -> step.touched().stream())
                .<Kind<?>>flatMap(
                        touched -> touched
                                .after()
                                .or(() -> touched.replaced().stream().findFirst())
                                .<Kind<?>>map(item -> item.kind())
                                .stream())
                .sorted(Comparator.comparing(Kind::name))
                .forEach(kind -> counts.merge(kind, 1, Integer::sum));
        return counts;
    }

    private static LocalDate day(History.Step step) {
        return LocalDate.ofInstant(step.by().at(), ZoneOffset.UTC);
    }
}
