package org.salus.appraisal;

import java.util.List;
import java.util.Map;
import org.salus.framework.PartialDate;
import org.salus.goals.Objective;
import org.salus.goals.Support;
import org.salus.ledger.Item;

/** What is computed of C5: scale, resources, long-term commitment. */
final class ScaleChecks {
    /** As long as the field takes a donor's word. */
    private static final int MONTHS_A_CONFIRMATION_HOLDS = 12;

    static final Map<String, Computation> ALL = Map.of(
            "costed", ScaleChecks::costed,
            "running-cost", ScaleChecks::runningCost,
            "payer", ScaleChecks::payer,
            "horizon", ScaleChecks::horizon,
            "ends-answered", ScaleChecks::endsAnswered,
            "confirmed", ScaleChecks::confirmed,
            "amounts", ScaleChecks::amounts);

    private ScaleChecks() {}

    private static Found costed(AppraisalInquiry inquiry) {
        return inquiry.share(
                "costed",
                "objectives",
                inquiry.boxes(Objective.KIND),
                objective -> objective.value().cost().isKnown());
    }

    private static Found runningCost(AppraisalInquiry inquiry) {
        return inquiry.share(
                "running-cost",
                "objectives",
                inquiry.boxes(Objective.KIND),
                objective -> objective.value().cost().everyYear().isPresent());
    }

    private static Found payer(AppraisalInquiry inquiry) {
        return inquiry.share(
                "payer",
                "objectives",
                inquiry.boxes(Objective.KIND),
                objective -> !objective.value().payerAfterHandover().isBlank());
    }

    /** Objectives of which nobody said a comparable change, or no end, are not looked at. */
    private static Found horizon(AppraisalInquiry inquiry) {
        AppraisalInquiry.Holed tooShort = inquiry.holed("horizon");
        List<Item<Objective>> comparable = inquiry.boxes(Objective.KIND).stream()
                .filter(objective -> objective.value().comparable().isPresent())
                .filter(objective -> objective.value().until().isPresent()
                        || tooShort.found().contains(objective.id()))
                .toList();
        return inquiry.share(
                "horizon",
                "comparable",
                comparable,
                Item::id,
                objective -> !tooShort.found().contains(objective.id()),
                objective -> tooShort.answered().contains(objective.id()));
    }

    private static Found endsAnswered(AppraisalInquiry inquiry) {
        return CoherenceChecks.notes(
                "ends-answered",
                inquiry.support().stream()
                        .flatMap(support -> support.findings().stream())
                        .filter(SupportFacts.Note::isEnding)
                        .toList(),
                SupportFacts::notComputed,
                inquiry);
    }

    private static Found confirmed(AppraisalInquiry inquiry) {
        return inquiry.share(
                "confirmed",
                "support-in-plan",
                inquiry.boxes(Support.KIND),
                support -> support.value()
                        .confirmed()
                        .map(PartialDate::latest)
                        .map(day -> !day.plusMonths(MONTHS_A_CONFIRMATION_HOLDS).isBefore(inquiry.day()))
                        .orElse(support.value().isOurs()));
    }

    private static Found amounts(AppraisalInquiry inquiry) {
        return inquiry.share(
                "amounts",
                "support-in-plan",
                inquiry.boxes(Support.KIND),
                support -> support.value().amount().isPresent());
    }
}
