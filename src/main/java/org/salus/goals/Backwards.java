package org.salus.goals;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.ResultLevel;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/**
 * How far planning backwards from one goal has come. Nothing of it is kept: what is open follows from the chain and its holes, so it can be left and resumed at
 * any time, by anybody, and experts who work elsewhere find their work counted here. Pure.
 *
 * @param goal the goal; empty while there is none
 * @param objectives those that lead to it, near or far
 * @param without those of them to which nothing leads yet
 * @param open for each step, what is still open there
 */
public record Backwards(
        Optional<Item<Goal>> goal,
        List<Item<Objective>> objectives,
        List<Item<Objective>> without,
        Map<BackwardStep, List<Hole>> open) {
    private static final Set<String> OF_COST = Set.of("cost", "payer-after-handover");

    public Backwards {
        objectives = List.copyOf(objectives);
        without = List.copyOf(without);
        open = Map.copyOf(open);
    }

    /**
     * From a goal of a chain.
     *
     * @param goal empty for the first goal there is
     * @param answered names of holes that people have answered
     */
    public static Backwards of(Chain chain, HolesAnswer holes, Set<String> answered, Optional<ItemId> goal) {
        Optional<Item<Goal>> chosen = chain.list(Goal.KIND).stream()
                .filter(one -> goal.map(one.id()::equals).orElse(true))
                .findFirst();
        Map<BackwardStep, List<Hole>> open = new EnumMap<>(BackwardStep.class);
        for (BackwardStep step : BackwardStep.values()) {
            open.put(step, List.of());
        }
        if (chosen.isEmpty()) {
            return new Backwards(chosen, List.of(), List.of(), open);
        }
        Set<ItemId> own = new LinkedHashSet<>(chain.before(chosen.get().id()));
        own.add(chosen.get().id());
        List<Item<Objective>> objectives = chain.list(Objective.KIND).stream()
                .filter(objective -> own.contains(objective.id()))
                .toList();
        for (BackwardStep step : BackwardStep.values()) {
            open.put(
                    step,
                    holes.open(answered).stream()
                            .filter(hole -> own.contains(hole.box()) && step(hole, chain) == step)
                            .toList());
        }
        return new Backwards(
                chosen,
                objectives,
                objectives.stream()
                        .filter(objective -> chain.before(objective.id()).isEmpty())
                        .toList(),
                open);
    }

    /** At which step a hole is mended. */
    private static BackwardStep step(Hole hole, Chain chain) {
        Optional<ResultLevel> level =
                chain.box(hole.box()).map(box -> box.value().level());
        return switch (hole.rule()) {
            case "incomplete" ->
                OF_COST.stream().anyMatch(demand -> hole.name().endsWith(":" + demand))
                        ? BackwardStep.COST
                        : hole.name().endsWith(":assumption") ? BackwardStep.ROUTE : BackwardStep.CHANGE;
            case "no-support" -> BackwardStep.MISSING;
            case "loose-end", "one-track" ->
                level.filter(ResultLevel.GOAL::equals).isPresent() ? BackwardStep.CHANGE : BackwardStep.ROUTE;
            case "not-asked" ->
                level.filter(ResultLevel.GOAL::equals).isPresent() ? BackwardStep.CITIZENS : BackwardStep.CHANGE;
            case "horizon" -> BackwardStep.CHANGE;
            default -> BackwardStep.ROUTE;
        };
    }

    /** The step that has to be taken before there is anything to ask at this one: without an objective nothing can bring it about, be missing or cost. */
    public Optional<BackwardStep> waitsFor(BackwardStep step) {
        BackwardStep missing = goal.isEmpty() ? BackwardStep.CITIZENS : BackwardStep.CHANGE;
        return objectives.isEmpty() && step.compareTo(missing) > 0 ? Optional.of(missing) : Optional.empty();
    }

    /**
     * Whether nothing is open at a step. Of support nothing is: there one looks what is known, and what nobody supports is told at the next step.
     */
    public boolean isDone(BackwardStep step) {
        return goal.isPresent()
                && (step == BackwardStep.CITIZENS || !objectives.isEmpty())
                && open.getOrDefault(step, List.of()).isEmpty()
                && (step != BackwardStep.ROUTE || without.isEmpty());
    }

    /** How much is left to do at a step: open holes, and where one asks what leads to an objective, those to which nothing does. */
    public int left(BackwardStep step) {
        return open.getOrDefault(step, List.of()).size() + (step == BackwardStep.ROUTE ? without.size() : 0);
    }

    /** Where to go on: the first step at which something is open; cost, the last, if nothing is. */
    public BackwardStep next() {
        if (goal.isEmpty()) {
            return BackwardStep.CITIZENS;
        }
        for (BackwardStep step : BackwardStep.values()) {
            if (!isDone(step)) {
                return step;
            }
        }
        return BackwardStep.COST;
    }
}
