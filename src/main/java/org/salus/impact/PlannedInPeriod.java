package org.salus.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.goals.Box;
import org.salus.goals.Chain;
import org.salus.goals.Objective;
import org.salus.goals.Result;
import org.salus.ledger.Item;

/** What was planned: objectives that were worked on in the period by the plan, with what they cost, and results that were due in it. */
final class PlannedInPeriod implements ReviewSource {
    @Override
    public ReviewPart part(ReviewMaterial material) {
        ReviewPeriod period = material.period();
        Optional<Chain> plan = PlannedChanges.plan(material.view());
        List<ReviewLine> lines = new ArrayList<>();
        List<Sentence> notes = new ArrayList<>();
        plan.ifPresent(chain -> {
            List<Item<Objective>> objectives = chain.list(Objective.KIND);
            objectives.stream()
                    .filter(item ->
                            period.mayMeet(item.value().begins(), item.value().until()))
                    .sorted(Comparator.comparing(
                            (Item<Objective> item) -> item.value().title()))
                    .map(PlannedInPeriod::line)
                    .forEach(lines::add);
            List<Item<Result>> results = chain.list(Result.KIND);
            results.stream()
                    .filter(item -> item.value().until().filter(period::mayHold).isPresent())
                    .sorted(Comparator.comparing(
                            (Item<Result> item) -> item.value().title()))
                    .map(item -> ReviewLine.of(
                                    item.value().title(), item.value().until(), item.id())
                            .saying(List.of(Sentence.of("impact.review.planned.result"))))
                    .forEach(lines::add);
            long undated = Stream.<Item<? extends Box>>concat(objectives.stream(), results.stream())
                    .filter(item -> item.value() instanceof Objective objective
                            ? objective.begins().isEmpty() && objective.until().isEmpty()
                            : item.value().due().isEmpty())
                    .count();
            if (undated > 0) {
                notes.add(Sentence.of("impact.review.planned.undated", undated));
            }
        });
        return new ReviewPart(
                ReviewTopic.PLANNED,
                "planned",
                Sentence.of("impact.review.planned.title"),
                List.of(says(material, plan.isPresent(), lines)),
                lines.stream()
                        .sorted(Comparator.comparing(
                                line -> line.when().map(PartialDate::latest).orElse(period.until())))
                        .toList(),
                notes);
    }

    private static Sentence says(ReviewMaterial material, boolean isPlanned, List<ReviewLine> lines) {
        if (!isPlanned) {
            return Sentence.of(
                    PlannedChanges.isUndecided(material.view())
                            ? "impact.review.planned.undecided"
                            : "impact.review.planned.no-plan");
        }
        return lines.isEmpty()
                ? Sentence.of("impact.review.planned.none", material.period().written())
                : Sentence.of("impact.review.planned.says", lines.size());
    }

    private static ReviewLine line(Item<Objective> item) {
        Objective objective = item.value();
        List<Sentence> says = new ArrayList<>();
        says.add(Sentence.of(
                "impact.review.planned.objective",
                objective.begins().map(Object::toString).orElse("?"),
                objective.until().map(Object::toString).orElse("?")));
        if (!objective.owner().isBlank()) {
            says.add(Sentence.of("impact.review.planned.owner", objective.owner()));
        }
        objective
                .cost()
                .everyYear()
                .ifPresent(amount -> says.add(Sentence.of(
                        "impact.review.planned.every-year",
                        amount,
                        objective.cost().currency())));
        if (objective.cost().once().isEmpty()) {
            says.add(Sentence.of("impact.review.planned.no-cost"));
        }
        ReviewLine line =
                ReviewLine.of(objective.title(), objective.until(), item.id()).saying(says);
        return objective
                .cost()
                .once()
                .map(amount -> line.worth(amount, objective.cost().currency()))
                .orElse(line);
    }
}
