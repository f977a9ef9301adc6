package org.salus.appraisal;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.salus.goals.Goal;
import org.salus.goals.Indicator;
import org.salus.goals.Measurement;
import org.salus.goals.MeasurementState;
import org.salus.goals.Objective;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/** What is computed of C6: measure impact. */
final class ImpactChecks {
    static final Map<String, Computation> ALL = Map.of(
            "indicators", ImpactChecks::indicators,
            "goal-indicators", ImpactChecks::goalIndicators,
            "baselines", ImpactChecks::baselines,
            "targets", ImpactChecks::targets,
            "measured", ImpactChecks::measured,
            "responsible", ImpactChecks::responsible,
            "outcomes", ImpactChecks::outcomes,
            "groups", ImpactChecks::groups);

    private ImpactChecks() {}

    private static Found indicators(AppraisalInquiry inquiry) {
        return inquiry.share(
                "indicators",
                "objectives",
                inquiry.boxes(Objective.KIND),
                objective -> !inquiry.chain(objective.value())
                        .indicators(objective.id())
                        .isEmpty());
    }

    private static Found goalIndicators(AppraisalInquiry inquiry) {
        return inquiry.share(
                "goal-indicators",
                "goals",
                inquiry.boxes(Goal.KIND),
                goal -> !inquiry.chain(goal.value()).indicators(goal.id()).isEmpty());
    }

    private static Found indicator(String name, AppraisalInquiry inquiry, Predicate<Item<Indicator>> isSo) {
        return inquiry.share(name, "indicators", inquiry.indicators(), isSo);
    }

    private static Found baselines(AppraisalInquiry inquiry) {
        return indicator(
                "baselines", inquiry, indicator -> indicator.value().baseline().isSaid());
    }

    private static Found targets(AppraisalInquiry inquiry) {
        return indicator(
                "targets",
                inquiry,
                indicator -> indicator.value().target().isSaid()
                        && indicator.value().target().on().isPresent());
    }

    private static Found measured(AppraisalInquiry inquiry) {
        Set<ItemId> measured = measuredWhere(
                inquiry,
                measurement -> measurement.state() == MeasurementState.APPROVED
                        && !measurement.says().isMissing());
        return indicator("measured", inquiry, indicator -> measured.contains(indicator.id()));
    }

    private static Found groups(AppraisalInquiry inquiry) {
        Set<ItemId> apart = measuredWhere(
                inquiry,
                measurement ->
                        !measurement.group().isBlank() && !measurement.says().isMissing());
        return indicator("groups", inquiry, indicator -> apart.contains(indicator.id()));
    }

    private static Set<ItemId> measuredWhere(AppraisalInquiry inquiry, Predicate<Measurement> isSo) {
        return inquiry.view().list(Measurement.KIND).stream()
                .map(Item::value)
                .filter(isSo)
                .map(Measurement::indicator)
                .collect(Collectors.toSet());
    }

    private static Found responsible(AppraisalInquiry inquiry) {
        return indicator(
                "responsible",
                inquiry,
                indicator -> !indicator.value().measuring().responsible().isBlank()
                        && indicator.value().measuring().firstDue().isPresent());
    }

    private static Found outcomes(AppraisalInquiry inquiry) {
        AppraisalInquiry.Holed poor = inquiry.touched("output-as-outcome", "train-and-equip");
        return inquiry.share(
                "outcomes",
                "objectives",
                inquiry.boxes(Objective.KIND),
                Item::id,
                objective -> !poor.found().contains(objective.id()),
                objective -> poor.answered().contains(objective.id()));
    }
}
