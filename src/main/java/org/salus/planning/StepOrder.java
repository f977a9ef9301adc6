package org.salus.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.framework.Sentence;
import org.salus.goals.Box;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;

/**
 * That one step waits for another: said by people, or offered by the library of preconditions and kept or declined.
 *
 * @param before the box that has to be over
 * @param after the box that waits
 * @param precondition the code of the entry in the library it comes from; empty if somebody said it by themselves
 * @param lag whole months between the end of the one and the beginning of the other; none where it is empty
 * @param because why it is kept or declined; needed for declining
 */
public record StepOrder(
        ItemId chain,
        ItemId before,
        ItemId after,
        String precondition,
        OrderStanding standing,
        Optional<BigDecimal> lag,
        String because) {
    public static final Kind<StepOrder> KIND = Kind.of("plan-order", StepOrder.class)
            .needing(order ->
                    Stream.of(order.chain(), order.before(), order.after()).collect(Collectors.toSet()))
            .placedAt(order -> id(order.before(), order.after(), order.precondition()))
            .ruledInStep((edited, view, step) -> edited.value().refusals(edited.id(), view, step))
            .forAllMembers();

    /** The one item about these two and that precondition. */
    public static ItemId id(ItemId before, ItemId after, String precondition) {
        return PlanTexts.place("plan-order", before.toString(), after.toString(), precondition);
    }

    boolean isKept() {
        return standing == OrderStanding.KEPT;
    }

    private List<Sentence> refusals(ItemId id, View view, Kind.Step step) {
        List<Sentence> refusals = new ArrayList<>(PlanTexts.tooLong(because).toList());
        PlanTexts.notWhole(PlanTexts.field("lag"), lag, 0, StepNeeds.LONGEST_MONTHS)
                .forEach(refusals::add);
        if (before.equals(after)) {
            refusals.add(Sentence.of("planning.refusal.itself"));
            return refusals;
        }
        if (!isKept() && because.isBlank()) {
            refusals.add(Sentence.of("planning.refusal.declined-why"));
        }
        if (isKept()) {
            circle(id, view, step).ifPresent(names -> refusals.add(Sentence.of("planning.fault.circle", names)));
        }
        return refusals;
    }

    /** The circle that this order would close with those that are kept, in the author's view after the step. */
    private Optional<String> circle(ItemId id, View view, Kind.Step step) {
        Set<ItemId> edited = step.edits().stream().map(edit -> edit.item().id()).collect(Collectors.toSet());
        List<ScheduleProblem.Order> orders = Stream.concat(
                        view.list(KIND).stream()
                                .filter(other -> !edited.contains(other.id())
                                        && !other.id().equals(id))
                                .map(Item::value),
                        Stream.concat(
                                Stream.of(this),
                                step.edits().stream()
                                        .filter(edit -> edit instanceof Edit.Put
                                                && !edit.item().id().equals(id))
                                        .flatMap(edit -> edit.item().value() instanceof StepOrder order
                                                ? Stream.of(order)
                                                : Stream.<StepOrder>empty())))
                .filter(order -> order.isKept() && order.chain().equals(chain))
                .map(order -> new ScheduleProblem.Order(
                        order.before().toString(), order.after().toString(), 0, ""))
                .toList();
        Set<String> ends = new LinkedHashSet<>();
        orders.forEach(order -> ends.addAll(List.of(order.before(), order.after())));
        return ScheduleProblem.circle(ends, orders)
                .filter(around -> around.contains(before.toString()) && around.contains(after.toString()))
                .map(around -> around.stream()
                        .map(box -> title(ItemId.of(box), view, step))
                        .collect(Collectors.joining(" → ")));
    }

    private static String title(ItemId box, View view, Kind.Step step) {
        return Stream.<Record>concat(
                        view.find(box).stream().map(item -> item.value()),
                        step.edits().stream()
                                .filter(edit -> edit.item().id().equals(box))
                                .map(edit -> edit.item().value()))
                .flatMap(value -> value instanceof Box known ? Stream.of(known.title()) : Stream.<String>empty())
                .findFirst()
                .orElse("…");
    }
}
