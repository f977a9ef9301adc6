package org.salus.planning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.salus.framework.PartialDate;
import org.salus.goals.Chain;
import org.salus.goals.Objective;
import org.salus.goals.Support;
import org.salus.ledger.Item;

/**
 * The steps of a results chain: its objectives, with the support that leads to them. An objective is handed over when the last support that leads to it ends, and not before it is
 * reached; where no end is known, when it is reached. Pure.
 */
final class PlanSteps {
    private PlanSteps() {}

    static List<PlanStep> of(Chain chain) {
        return chain.list(Objective.KIND).stream()
                .map(objective -> step(chain, objective))
                .toList();
    }

    static PlanStep step(Chain chain, Item<Objective> objective) {
        return step(objective, support(chain, objective));
    }

    private static List<Support> support(Chain chain, Item<Objective> objective) {
        return chain.before(objective.id()).stream()
                .flatMap(box -> chain.box(box).stream())
                .map(Item::value)
                .flatMap(box -> box instanceof Support support ? Stream.of(support) : Stream.empty())
                .toList();
    }

    private static PlanStep step(Item<Objective> item, List<Support> support) {
        Objective objective = item.value();
        String currency = objective.cost().currency();
        Optional<Integer> ready = objective.until().map(PartialDate::year);
        return new PlanStep(
                item.id().toString(),
                objective.title(),
                objective.begins().map(PartialDate::year),
                ready,
                new PlanStep.Months(
                        objective
                                .begins()
                                .map(day -> day.earliest().getMonthValue())
                                .orElse(1),
                        objective
                                .until()
                                .map(day -> day.latest().getMonthValue())
                                .orElse(12)),
                Stream.concat(
                                ready.stream(),
                                support.stream()
                                        .flatMap(one -> one.when().until().stream())
                                        .map(PartialDate::year))
                        .reduce(BinaryOperator.maxBy(Integer::compare)),
                objective.cost().once(),
                objective.cost().everyYear(),
                currency,
                support.stream()
                        .filter(one -> one.currency().equals(currency))
                        .flatMap(one -> one.amount().stream())
                        .reduce(BigDecimal::add),
                support.stream()
                        .map(Support::donor)
                        .filter(donor -> !donor.isBlank())
                        .distinct()
                        .toList(),
                objective.payerAfterHandover());
    }
}
