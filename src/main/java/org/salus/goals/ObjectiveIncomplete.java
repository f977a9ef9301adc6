package org.salus.goals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Gap;
import org.salus.framework.ObjectiveDemand;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;

/** An objective needs a baseline, an indicator, a target with its date, an owner, an assumption, a cost, and who pays after hand-over. */
final class ObjectiveIncomplete implements HoleRule {
    @Override
    public String code() {
        return "incomplete";
    }

    @Override
    public List<Hole> holes(ChainInquiry inquiry) {
        List<Hole> holes = new ArrayList<>();
        for (Item<Objective> objective : inquiry.chain().list(Objective.KIND)) {
            for (ObjectiveDemand demand : ObjectiveDemand.values()) {
                if (!isMet(demand, objective, inquiry.chain())) {
                    holes.add(inquiry.hole(
                            this,
                            demand.code(),
                            objective.id(),
                            Sentence.of(
                                    "goals.hole.incomplete." + demand.code(),
                                    objective.value().title()),
                            List.of(),
                            Optional.of(Gap.LOGIC),
                            fix(demand, objective, inquiry.chain())));
                }
            }
        }
        return holes;
    }

    static boolean isMet(ObjectiveDemand demand, Item<Objective> item, Chain chain) {
        Objective objective = item.value();
        List<Item<Indicator>> indicators = chain.indicators(item.id());
        return switch (demand) {
            case BASELINE ->
                indicators.stream().anyMatch(one -> one.value().baseline().isSaid());
            case INDICATOR -> !indicators.isEmpty();
            case TARGET ->
                indicators.stream().anyMatch(one -> one.value().target().isSaid());
            case DATE ->
                objective.until().isPresent()
                        || indicators.stream()
                                .anyMatch(one -> one.value().target().on().isPresent());
            case OWNER -> !objective.owner().isBlank();
            case ASSUMPTION ->
                !chain.from(item.id(), LinkType.RESTS_ON).isEmpty()
                        || chain.from(item.id(), LinkType.CONTRIBUTES).stream()
                                .anyMatch(link -> !link.value().assumption().isBlank());
            case COST -> objective.cost().isKnown();
            case PAYER_AFTER_HANDOVER -> !objective.payerAfterHandover().isBlank();
        };
    }

    private static Hole.Fix fix(ObjectiveDemand demand, Item<Objective> objective, Chain chain) {
        List<Item<Indicator>> indicators = chain.indicators(objective.id());
        return switch (demand) {
            case BASELINE, TARGET ->
                indicators.isEmpty()
                        ? new Hole.Fix.AddIndicator(objective.id())
                        : new Hole.Fix.Fill(indicators.getFirst().id(), demand.code());
            case INDICATOR -> new Hole.Fix.AddIndicator(objective.id());
            case DATE -> new Hole.Fix.Fill(objective.id(), "until");
            case OWNER -> new Hole.Fix.Fill(objective.id(), "owner");
            case ASSUMPTION -> new Hole.Fix.AddAssumption(objective.id());
            case COST -> new Hole.Fix.Fill(objective.id(), "cost");
            case PAYER_AFTER_HANDOVER -> new Hole.Fix.Fill(objective.id(), "payerAfterHandover");
        };
    }
}
