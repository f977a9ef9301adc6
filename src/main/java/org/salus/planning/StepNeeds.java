package org.salus.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.goals.Box;
import org.salus.goals.Goal;
import org.salus.goals.Objective;
import org.salus.ledger.Edit;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;

/**
 * What somebody said of a box of a results chain as a step of the plan: an objective, a result or a support. A box has one of these at most, and what it
 * says itself (title, cost of an objective, amount of a support) is not said here again. Whatever is empty nobody has said.
 *
 * @param box the objective, result or support
 * @param type what it is in the order of a reform
 * @param months how long it takes, a whole number of months
 * @param earliest not before this; where it is empty, an objective begins no earlier than it says itself
 * @param latest over by the end of this; where it is empty, it is over when the box says
 * @param windows the step begins within one of those that open, and in none of those that are closed
 * @param lock when it begins, fixed by hand
 * @param isMust whether the plan may not leave it out
 * @param priority 0 to 9; where it is empty it follows from the goals the box leads to
 * @param uses what it takes of limits; of a limit of its own institution it takes 1 where nothing is said
 * @param cost of a result or a support, in units of the currency. An objective says itself what it takes, and the amount of a support is where money comes from, so that
 *     nothing is counted twice
 * @param currency ISO 4217, of that cost
 */
public record StepNeeds(
        ItemId chain,
        ItemId box,
        Optional<StepType> type,
        Optional<BigDecimal> months,
        Optional<PartialDate> earliest,
        Optional<PartialDate> latest,
        List<InWindow> windows,
        Optional<PartialDate> lock,
        boolean isMust,
        Optional<BigDecimal> priority,
        List<LimitUse> uses,
        Optional<BigDecimal> cost,
        String currency,
        String note) {
    /** No step takes longer, in months. */
    static final int LONGEST_MONTHS = 480;

    private static final int HIGHEST_PRIORITY = 9;
    private static final int MOST_USE = 1_000;

    public static final Kind<StepNeeds> KIND = Kind.of("plan-step", StepNeeds.class)
            .needing(StepNeeds::needs)
            .placedAt(said -> id(said.box()))
            .ruledInStep((edited, view, step) -> edited.value().refusals(edited.id(), view, step))
            .forAllMembers();

    public StepNeeds {
        windows = List.copyOf(windows);
        uses = List.copyOf(uses);
    }

    /** A step of which nothing is said yet. */
    public static StepNeeds of(ItemId chain, ItemId box) {
        return new StepNeeds(
                chain,
                box,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "",
                "");
    }

    /** The one item about this box. */
    public static ItemId id(ItemId box) {
        return PlanTexts.place("plan-step", box.toString());
    }

    /** The same, beginning then; or wherever the plan puts it. */
    public StepNeeds lockedAt(Optional<PartialDate> begins) {
        return new StepNeeds(
                chain, box, type, months, earliest, latest, windows, begins, isMust, priority, uses, cost, currency,
                note);
    }

    /** The same, taking so long. */
    StepNeeds taking(Optional<BigDecimal> newMonths) {
        return new StepNeeds(
                chain, box, type, newMonths, earliest, latest, windows, lock, isMust, priority, uses, cost, currency,
                note);
    }

    /** The same, between these. */
    StepNeeds between(Optional<PartialDate> newEarliest, Optional<PartialDate> newLatest) {
        return new StepNeeds(
                chain,
                box,
                type,
                months,
                newEarliest,
                newLatest,
                windows,
                lock,
                isMust,
                priority,
                uses,
                cost,
                currency,
                note);
    }

    /** The same, which the plan may leave out or may not. */
    StepNeeds must(boolean newMust) {
        return new StepNeeds(
                chain, box, type, months, earliest, latest, windows, lock, newMust, priority, uses, cost, currency,
                note);
    }

    /** The same, keeping to these windows. */
    StepNeeds in(List<InWindow> newWindows) {
        return new StepNeeds(
                chain,
                box,
                type,
                months,
                earliest,
                latest,
                newWindows,
                lock,
                isMust,
                priority,
                uses,
                cost,
                currency,
                note);
    }

    /** Who may not see what it is about, or what it takes, does not see it. */
    private Set<ItemId> needs() {
        Set<ItemId> needs = new HashSet<>(Set.of(chain, box));
        windows.forEach(one -> needs.add(one.window()));
        uses.forEach(one -> needs.add(one.limit()));
        return needs;
    }

    private List<Sentence> refusals(ItemId id, View view, Kind.Step step) {
        List<Sentence> refusals = new ArrayList<>();
        // One that named another alternative would be hidden with that, and keep the place of this box.
        boolean isElsewhere = Stream.<Record>concat(
                        view.find(box).stream().map(item -> item.value()),
                        step.edits().stream()
                                .filter(edit -> edit instanceof Edit.Put
                                        && edit.item().id().equals(box))
                                .map(edit -> edit.item().value()))
                .anyMatch(value -> value instanceof Goal
                        || !(value instanceof Box known)
                        || !known.chain().equals(chain));
        if (isElsewhere || !id.equals(id(box))) {
            refusals.add(Sentence.of("planning.refusal.no-step"));
        }
        Stream.of(
                        PlanTexts.notWhole(PlanTexts.field("months"), months, 0, LONGEST_MONTHS),
                        PlanTexts.notWhole(PlanTexts.field("priority"), priority, 0, HIGHEST_PRIORITY),
                        uses.stream()
                                .flatMap(use -> PlanTexts.notWhole(
                                        PlanTexts.field("amount"), Optional.of(use.amount()), 0, MOST_USE)),
                        PlanTexts.tooLong(note))
                .flatMap(found -> found)
                .forEach(refusals::add);
        if (earliest.isPresent() && latest.isPresent() && latest.get().isSurelyBefore(earliest.get())) {
            refusals.add(Sentence.of("planning.refusal.latest", latest.get(), earliest.get()));
        }
        if (cost.filter(amount -> amount.signum() < 0).isPresent()) {
            refusals.add(Sentence.of("planning.refusal.negative"));
        }
        if (lock.filter(begins -> begins.precision() == PartialDate.Precision.YEAR)
                .isPresent()) {
            refusals.add(Sentence.of("planning.refusal.lock-month"));
        }
        if (cost.isPresent() && view.find(Objective.KIND, box).isPresent()) {
            refusals.add(Sentence.of("planning.refusal.cost-of-objective"));
        }
        if (cost.isPresent() && !PlanTexts.isCurrency(currency)) {
            refusals.add(PlanTexts.noCurrency(currency));
        }
        return refusals;
    }
}
