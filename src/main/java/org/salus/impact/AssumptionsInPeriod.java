package org.salus.impact;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.goals.Assumption;
import org.salus.goals.AssumptionState;
import org.salus.goals.Chain;
import org.salus.ledger.History;
import org.salus.ledger.ItemId;

/** What was learned of what has to be true for the plan to work: assumptions of which somebody wrote down in the period how the field speaks of them, as they stood at its end. */
final class AssumptionsInPeriod implements ReviewSource {
    @Override
    public ReviewPart part(ReviewMaterial material) {
        Optional<ItemId> plan = PlannedChanges.plan(material.view()).map(Chain::id);
        Map<ItemId, ReviewLine> latest = new LinkedHashMap<>();
        for (History.Step step : material.steps()) {
            PartialDate day = PartialDate.of(LocalDate.ofInstant(step.by().at(), ZoneOffset.UTC));
            for (History.Touched touched : step.touched()) {
                // The newest step comes first, and what it says stands.
                touched.after()
                        .filter(item -> item.value() instanceof Assumption assumption
                                && plan.equals(Optional.of(assumption.chain())))
                        .ifPresent(
                                item -> latest.putIfAbsent(item.id(), line((Assumption) item.value(), item.id(), day)));
            }
        }
        List<ReviewLine> lines =
                latest.values().stream().filter(line -> !line.says().isEmpty()).toList();
        return new ReviewPart(
                ReviewTopic.LEARNED,
                "assumptions",
                Sentence.of("impact.review.assumptions.title"),
                List.of(
                        lines.isEmpty()
                                ? Sentence.of(
                                        "impact.review.assumptions.none",
                                        material.period().written())
                                : Sentence.of("impact.review.assumptions.says", lines.size())),
                lines,
                List.of());
    }

    /** What nobody has tested says nothing. */
    private static ReviewLine line(Assumption assumption, ItemId item, PartialDate day) {
        ReviewLine line = ReviewLine.of(assumption.title(), Optional.of(day), item);
        if (assumption.state() == AssumptionState.UNTESTED) {
            return line;
        }
        Sentence state = Sentence.of(
                "impact.review.assumptions.state", assumption.state().label());
        return line.saying(
                assumption.because().isBlank()
                        ? List.of(state)
                        : List.of(state, ReviewLine.said(assumption.because())));
    }
}
