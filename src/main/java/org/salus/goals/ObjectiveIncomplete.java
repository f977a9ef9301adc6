package org.salus.goals;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Gap;
import org.salus.framework.ObjectiveDemand;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;

/**
 * An objective needs a baseline, an indicator, a target with its date, an owner, an assumption, a cost, and who pays after hand-over. Baseline, target and date
 * are of one indicator, as those of two cannot be compared. Where it is written why there is no baseline, that is told and is no hole.
 */
final class ObjectiveIncomplete implements HoleRule {
    @Override
    public String code() {
        return "incomplete";
    }

    @Override
    public List<Hole> holes(ChainInquiry inquiry) {
        List<Hole> holes = new ArrayList<>();
        for (Item<Objective> objective : inquiry.chain().list(Objective.KIND)) {
            for (ObjectiveDemand demand : inquiry.unmet(objective)) {
                holes.add(missing(demand, objective, inquiry));
            }
        }
        return holes;
    }

    private Hole missing(ObjectiveDemand demand, Item<Objective> objective, ChainInquiry inquiry) {
        List<Item<Indicator>> indicators = inquiry.chain().indicators(objective.id());
        if (demand == ObjectiveDemand.BASELINE) {
            Optional<Item<Indicator>> explained = aimed(indicators).stream()
                    .filter(ObjectiveIncomplete::saysWhyNoBaseline)
                    .findFirst();
            if (explained.isPresent()) {
                // Names only the objective: who may see it may not see its indicators.
                return inquiry.note(
                        this,
                        demand.code(),
                        objective.id(),
                        Sentence.of(
                                "goals.hole.incomplete.baseline.explained",
                                objective.value().title()),
                        new Hole.Fix.Look(explained.get().id()));
            }
        }
        boolean isApart = demand == ObjectiveDemand.BASELINE
                && indicators.stream().anyMatch(one -> one.value().baseline().isSaid());
        return inquiry.hole(
                this,
                demand.code(),
                objective.id(),
                Sentence.of(
                        "goals.hole.incomplete." + demand.code() + (isApart ? ".apart" : ""),
                        objective.value().title()),
                List.of(),
                Optional.of(Gap.LOGIC),
                fix(demand, objective, inquiry.chain()));
    }

    /** Those that have a target, which a baseline is needed for; all, if none has. */
    private static List<Item<Indicator>> aimed(List<Item<Indicator>> indicators) {
        List<Item<Indicator>> aimed =
                indicators.stream().filter(one -> one.value().target().isSaid()).toList();
        return aimed.isEmpty() ? indicators : aimed;
    }

    /** Those of them that have a baseline, whose target's date counts; all, if none has. */
    private static List<Item<Indicator>> whole(List<Item<Indicator>> indicators) {
        List<Item<Indicator>> whole = aimed(indicators).stream()
                .filter(one -> one.value().baseline().isSaid())
                .toList();
        return whole.isEmpty() ? indicators : whole;
    }

    private static boolean saysWhyNoBaseline(Item<Indicator> indicator) {
        return !indicator.value().measuring().noBaseline().isBlank();
    }

    /** What an objective needs and has not, in the order of what is asked. */
    static Set<ObjectiveDemand> unmet(Item<Objective> objective, Chain chain) {
        Set<ObjectiveDemand> unmet = EnumSet.noneOf(ObjectiveDemand.class);
        for (ObjectiveDemand demand : ObjectiveDemand.values()) {
            if (!isMet(demand, objective, chain)) {
                unmet.add(demand);
            }
        }
        return unmet;
    }

    private static boolean isMet(ObjectiveDemand demand, Item<Objective> item, Chain chain) {
        Objective objective = item.value();
        List<Item<Indicator>> indicators = chain.indicators(item.id());
        return switch (demand) {
            case BASELINE ->
                aimed(indicators).stream()
                        .anyMatch(one -> one.value().baseline().isSaid());
            case INDICATOR -> !indicators.isEmpty();
            case TARGET ->
                indicators.stream().anyMatch(one -> one.value().target().isSaid());
            case DATE ->
                objective.until().isPresent()
                        || whole(indicators).stream()
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
            case BASELINE -> fill(aimed(indicators), demand, objective);
            case TARGET -> fill(whole(indicators), demand, objective);
            case INDICATOR -> new Hole.Fix.AddIndicator(objective.id());
            case DATE -> new Hole.Fix.Fill(objective.id(), "until");
            case OWNER -> new Hole.Fix.Fill(objective.id(), "owner");
            case ASSUMPTION -> new Hole.Fix.AddAssumption(objective.id());
            case COST -> new Hole.Fix.Fill(objective.id(), "cost");
            case PAYER_AFTER_HANDOVER -> new Hole.Fix.Fill(objective.id(), "payerAfterHandover");
        };
    }

    private static Hole.Fix fill(List<Item<Indicator>> first, ObjectiveDemand demand, Item<Objective> objective) {
        return first.isEmpty()
                ? new Hole.Fix.AddIndicator(objective.id())
                : new Hole.Fix.Fill(first.getFirst().id(), demand.code());
    }
}
