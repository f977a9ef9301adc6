package org.salus.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.salus.goals.Chain;
import org.salus.goals.ResultsChain;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.sector.Actor;

/**
 * All that one reader sees of what is said for a schedule: the chain that is planned, and what people said of its boxes as steps. A change that is only tried is another book. Immutable.
 *
 * @param chain the results chain that is planned
 * @param boxes what stands in it
 * @param frame of the chain
 * @param needs of its boxes, as far as somebody said something
 * @param orders of its boxes, kept and declined
 * @param limits of all institutions and areas
 * @param budgets of all donors
 * @param windows that steps can keep to
 * @param outlooks whose exchange rates are used
 * @param actors of the sector map, for their names
 * @param agreed plans that were agreed on for this chain, the first one first
 */
record PlanBook(
        Item<ResultsChain> chain,
        Chain boxes,
        Optional<Item<PlanFrame>> frame,
        List<Item<StepNeeds>> needs,
        List<Item<StepOrder>> orders,
        List<Item<AbsorptionLimit>> limits,
        List<Item<PlanBudget>> budgets,
        List<Item<PlanWindow>> windows,
        List<Item<FiscalOutlook>> outlooks,
        List<Item<Actor>> actors,
        List<Item<AgreedPlan>> agreed) {
    PlanBook {
        needs = List.copyOf(needs);
        orders = List.copyOf(orders);
        limits = List.copyOf(limits);
        budgets = List.copyOf(budgets);
        windows = List.copyOf(windows);
        outlooks = List.copyOf(outlooks);
        actors = List.copyOf(actors);
        agreed = List.copyOf(agreed);
    }

    /** What a view shows; empty where no chain is planned. */
    static Optional<PlanBook> of(View view) {
        return ResultsChain.planned(view).map(chain -> {
            Chain boxes = Chain.of(view, chain.id());
            return new PlanBook(
                    chain,
                    boxes,
                    view.find(PlanFrame.KIND, PlanFrame.id(chain.id())),
                    view.list(StepNeeds.KIND).stream()
                            .filter(item -> boxes.box(item.value().box()).isPresent())
                            .toList(),
                    view.list(StepOrder.KIND).stream()
                            .filter(item -> boxes.box(item.value().before()).isPresent()
                                    && boxes.box(item.value().after()).isPresent())
                            .toList(),
                    view.list(AbsorptionLimit.KIND),
                    view.list(PlanBudget.KIND),
                    view.list(PlanWindow.KIND),
                    view.list(FiscalOutlook.KIND),
                    view.list(Actor.KIND),
                    view.list(AgreedPlan.KIND).stream()
                            .filter(item -> item.value().chain().equals(chain.id()))
                            .toList());
        });
    }

    /** What was said of a box as a step. */
    Optional<Item<StepNeeds>> needs(ItemId box) {
        return needs.stream().filter(item -> item.value().box().equals(box)).findFirst();
    }

    Optional<PlanWindow> window(ItemId id) {
        return windows.stream()
                .filter(item -> item.id().equals(id))
                .map(Item::value)
                .findFirst();
    }

    /** What an institution of the map is called. */
    Optional<String> institution(ItemId id) {
        return actors.stream()
                .filter(actor -> actor.id().equals(id))
                .flatMap(actor -> actor.value().names().stream())
                .findFirst();
    }

    /** The same with another frame. */
    PlanBook framed(PlanFrame other) {
        Item<PlanFrame> item =
                new Item<>(PlanFrame.id(chain.id()), PlanFrame.KIND, chain.sensitivity(), List.of(), other, Set.of());
        return new PlanBook(
                chain, boxes, Optional.of(item), needs, orders, limits, budgets, windows, outlooks, actors, agreed);
    }

    /** The same, saying something else of a box, also where nobody has said anything yet. */
    PlanBook saying(ItemId box, UnaryOperator<StepNeeds> change) {
        StepNeeds before = needs(box).map(Item::value).orElseGet(() -> StepNeeds.of(chain.id(), box));
        Item<StepNeeds> item = new Item<>(
                StepNeeds.id(box), StepNeeds.KIND, chain.sensitivity(), List.of(), change.apply(before), Set.of());
        List<Item<StepNeeds>> other = new ArrayList<>(needs);
        other.removeIf(known -> known.value().box().equals(box));
        other.add(item);
        return with(other, orders, limits, budgets);
    }

    /** The same with other lists. */
    PlanBook with(
            List<Item<StepNeeds>> newNeeds,
            List<Item<StepOrder>> newOrders,
            List<Item<AbsorptionLimit>> newLimits,
            List<Item<PlanBudget>> newBudgets) {
        return new PlanBook(
                chain, boxes, frame, newNeeds, newOrders, newLimits, newBudgets, windows, outlooks, actors, agreed);
    }
}
