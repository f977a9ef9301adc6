package org.salus.planning;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;

/**
 * Follows the cost of steps past hand-over and sets it against what a state may have. Pure. What a step takes once is shared by the months of work in each
 * year; it is run from the year after it is reached; donors pay that until hand-over and the state from then on. A cost nobody
 * has said is never taken for none: sums it would belong to are partial.
 */
final class AffordabilityAnalysis {
    private static final List<Integer> DEARER_PERCENT = List.of(10, 25);
    private static final int LATER_YEARS = 2;

    private final FiscalSpace space;
    private final List<Placed> steps;
    private final int withoutOnce;
    private final int withoutYearly;

    /**
     * A step whose amounts are in the currency of the outlook.
     *
     * @param once by year; empty where it cannot be placed
     * @param begins the first year something is paid for it
     * @param ready the first year it is run in
     * @param handedOver the last year donors pay for that
     */
    private record Placed(
            String title,
            Optional<Integer> begins,
            Optional<Integer> ready,
            PlanStep.Months months,
            Optional<BigDecimal> once,
            Optional<BigDecimal> yearly,
            int handedOver,
            boolean isNamed) {
        BigDecimal onceIn(int year) {
            if (once.isEmpty() || ready.isEmpty()) {
                return ZERO;
            }
            int last = ready.get();
            int first = begins.orElse(last);
            if (year < first || year > last) {
                return ZERO;
            }
            return PlanStep.share(once.get(), first, last, months, year);
        }

        BigDecimal donorsIn(int year) {
            return ready.isPresent() && year > ready.get() && year <= handedOver ? yearly.orElse(ZERO) : ZERO;
        }

        BigDecimal stateIn(int year) {
            return ready.isPresent() && year > handedOver ? yearly.orElse(ZERO) : ZERO;
        }
    }

    private AffordabilityAnalysis(List<PlanStep> steps, FiscalSpace space) {
        this.space = space;
        this.steps = steps.stream().map(this::placed).toList();
        this.withoutOnce = (int) this.steps.stream()
                .filter(step -> step.once().isEmpty() || step.ready().isEmpty())
                .count();
        this.withoutYearly = (int) this.steps.stream()
                .filter(step -> step.yearly().isEmpty() || step.ready().isEmpty())
                .count();
    }

    private Placed placed(PlanStep step) {
        Optional<BigDecimal> worth = space.worth(step.currency());
        Set<Missing> lacks = lacks(step, space);
        boolean isOrdered = !lacks.contains(Missing.ORDER);
        return new Placed(
                step.title(),
                isOrdered ? step.begins() : Optional.empty(),
                isOrdered ? step.ready() : Optional.empty(),
                step.months(),
                converted(step.once(), worth),
                converted(step.everyYear(), worth),
                Math.max(step.ready().orElse(0), step.handedOver().orElse(0)),
                !step.payer().isBlank());
    }

    private static Optional<BigDecimal> converted(Optional<BigDecimal> amount, Optional<BigDecimal> worth) {
        return amount.filter(value -> value.signum() >= 0)
                .flatMap(value -> worth.map(one -> FiscalSpace.round(value.multiply(one))));
    }

    private static Set<Missing> lacks(PlanStep step, FiscalSpace space) {
        Set<Missing> lacks = new HashSet<>();
        if (step.once().isEmpty()) {
            lacks.add(Missing.ONCE);
        }
        if (step.everyYear().isEmpty()) {
            lacks.add(Missing.EVERY_YEAR);
        }
        if (Stream.of(step.once(), step.everyYear()).flatMap(Optional::stream).anyMatch(cost -> cost.signum() < 0)) {
            lacks.add(Missing.NEGATIVE);
        }
        if ((step.once().isPresent() || step.everyYear().isPresent())
                && space.worth(step.currency()).isEmpty()) {
            lacks.add(Missing.RATE);
        }
        if (step.ready().isEmpty()) {
            lacks.add(Missing.YEARS);
        } else if (step.begins().filter(year -> year > step.ready().get()).isPresent()) {
            lacks.add(Missing.ORDER);
        }
        if (step.payer().isBlank()
                && step.everyYear().filter(cost -> cost.signum() == 0).isEmpty()) {
            lacks.add(Missing.PAYER);
        }
        return lacks;
    }

    /**
     * Whether these steps can be paid for.
     *
     * @param id of the outlook
     * @param assumed what of the outlook counts as none because nobody has said
     */
    static Affordability of(String id, List<PlanStep> steps, FiscalSpace space, List<Sentence> assumed) {
        AffordabilityAnalysis analysis = new AffordabilityAnalysis(steps, space);
        List<Affordability.Year> years = analysis.years();
        Optional<Affordability.Gap> gap = analysis.gap();
        Optional<Affordability.Cliff> cliff = analysis.cliff();
        List<String> relief = gap.map(analysis::relief).orElse(List.of());
        List<Affordability.Lack> missing = steps.stream()
                .flatMap(step -> lacks(step, space).stream()
                        .sorted()
                        .map(what -> new Affordability.Lack(step.id(), step.title(), what)))
                .toList();
        return new Affordability(
                id,
                space.title(),
                space.currency(),
                space.from(),
                space.until(),
                years,
                gap,
                cliff,
                sensitivities(steps, space),
                relief,
                missing,
                assumed,
                analysis.says(steps.size(), gap, cliff, relief));
    }

    private List<Affordability.Year> years() {
        List<Affordability.Year> years = new ArrayList<>();
        for (int year = space.from(); year <= space.until(); year++) {
            int now = year;
            BigDecimal state = state(year);
            BigDecimal room = space.room(year);
            years.add(new Affordability.Year(
                    year,
                    figure(sum(steps.stream().map(step -> step.onceIn(now))), withoutOnce, "planning.partial.once"),
                    figure(
                            sum(steps.stream().map(step -> step.donorsIn(now))),
                            withoutYearly,
                            "planning.partial.every-year"),
                    figure(state, withoutYearly, "planning.partial.every-year"),
                    sum(steps.stream().filter(step -> !step.isNamed()).map(step -> step.stateIn(now))),
                    room,
                    figure(room.subtract(state), withoutYearly, "planning.partial.left"),
                    perCitizen(state),
                    space.atPricesOf(year, state)
                            .map(amount -> figure(amount, withoutYearly, "planning.partial.every-year"))
                            .orElseGet(() -> Figure.unknown(Sentence.of("planning.unknown.inflation")))));
        }
        return List.copyOf(years);
    }

    private Figure<BigDecimal> perCitizen(BigDecimal state) {
        return space.citizens()
                .map(number -> figure(
                        FiscalSpace.round(state.divide(number, MathContext.DECIMAL128)),
                        withoutYearly,
                        "planning.partial.every-year"))
                .orElseGet(() -> Figure.unknown(Sentence.of("planning.unknown.citizens")));
    }

    private static Figure<BigDecimal> figure(BigDecimal amount, int without, String reason) {
        return without == 0 ? Figure.known(amount) : Figure.partial(amount, Sentence.of(reason, without));
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(ZERO, BigDecimal::add);
    }

    private BigDecimal state(int year) {
        return sum(steps.stream().map(step -> step.stateIn(year)));
    }

    /** A year in which nothing is to be paid has no gap, however little room there is: that gap would not be of these steps. */
    private Optional<Affordability.Gap> gap() {
        int first = 0;
        int worst = 0;
        int count = 0;
        BigDecimal most = ZERO;
        for (int year = space.from(); year <= space.until(); year++) {
            BigDecimal state = state(year);
            // Where there is less than no room, what these steps add is all they can be asked for.
            BigDecimal lacking = state.subtract(space.room(year).max(ZERO));
            if (lacking.signum() > 0) {
                first = count == 0 ? year : first;
                count++;
                if (lacking.compareTo(most) > 0) {
                    most = lacking;
                    worst = year;
                }
            }
        }
        return count == 0 ? Optional.empty() : Optional.of(new Affordability.Gap(first, worst, most, count));
    }

    private Optional<Affordability.Cliff> cliff() {
        Affordability.Cliff highest = null;
        for (int year = space.from() + 1; year <= space.until(); year++) {
            BigDecimal before = state(year - 1);
            BigDecimal after = state(year);
            BigDecimal rise = after.subtract(before);
            if (rise.signum() > 0
                    && (highest == null || rise.compareTo(highest.after().subtract(highest.before())) > 0)) {
                highest = new Affordability.Cliff(year, before, after);
            }
        }
        return Optional.ofNullable(highest);
    }

    /** The cheapest single step that closes the worst gap, or the dearest ones until it is closed. */
    private List<String> relief(Affordability.Gap gap) {
        List<Placed> paid = steps.stream()
                .filter(step -> step.stateIn(gap.worst()).signum() > 0)
                .sorted(Comparator.comparing((Placed step) -> step.stateIn(gap.worst()))
                        .thenComparing(Placed::title))
                .toList();
        for (Placed step : paid) {
            if (step.stateIn(gap.worst()).compareTo(gap.amount()) >= 0) {
                return List.of(step.title());
            }
        }
        List<String> titles = new ArrayList<>();
        BigDecimal open = gap.amount();
        for (Placed step : paid.reversed()) {
            if (open.signum() > 0) {
                titles.add(step.title());
                open = open.subtract(step.stateIn(gap.worst()));
            }
        }
        return List.copyOf(titles);
    }

    private static List<Affordability.Sensitivity> sensitivities(List<PlanStep> steps, FiscalSpace space) {
        List<Affordability.Sensitivity> all = new ArrayList<>();
        for (int percent : DEARER_PERCENT) {
            BigDecimal factor = BigDecimal.ONE.add(BigDecimal.valueOf(percent, 2));
            List<PlanStep> dearer = steps.stream()
                    .map(step -> step.costing(
                            step.once(), step.everyYear().map(cost -> cost.multiply(factor)), step.currency()))
                    .toList();
            all.add(sensitivity(Sentence.of("planning.sensitivity.dearer", percent), dearer, space));
        }
        all.add(sensitivity(Sentence.of("planning.sensitivity.slower"), steps, space.growing(BigDecimal.ONE.negate())));
        all.add(sensitivity(Sentence.of("planning.sensitivity.faster"), steps, space.growing(BigDecimal.ONE)));
        all.add(sensitivity(
                Sentence.of("planning.sensitivity.later", LATER_YEARS),
                steps.stream().map(step -> step.handedOverLater(LATER_YEARS)).toList(),
                space));
        return all;
    }

    private static Affordability.Sensitivity sensitivity(Sentence change, List<PlanStep> steps, FiscalSpace space) {
        return new Affordability.Sensitivity(change, new AffordabilityAnalysis(steps, space).gap());
    }

    private List<Sentence> says(
            int all, Optional<Affordability.Gap> gap, Optional<Affordability.Cliff> cliff, List<String> relief) {
        List<Sentence> says = new ArrayList<>();
        if (all == 0) {
            return List.of(Sentence.of("planning.says.no-steps"));
        }
        if (withoutYearly == all) {
            return List.of(Sentence.of("planning.says.unknown", all));
        }
        if (gap.isPresent()) {
            Affordability.Gap found = gap.get();
            says.add(
                    found.first() == space.from()
                            ? Sentence.of(
                                    "planning.says.never",
                                    space.title(),
                                    found.first(),
                                    found.amount(),
                                    space.currency(),
                                    found.worst())
                            : Sentence.of(
                                    "planning.says.not-after",
                                    space.title(),
                                    found.first() - 1,
                                    found.amount(),
                                    space.currency(),
                                    found.worst()));
            says.add(Sentence.of("planning.says.gap-years", found.years(), space.until() - space.from() + 1));
            says.add(Sentence.of("planning.says.relief", relief.size(), String.join("; ", relief)));
        } else {
            says.add(Sentence.of("planning.says.fits", space.title(), space.until()));
        }
        if (withoutYearly > 0) {
            says.add(Sentence.of("planning.says.at-least", withoutYearly, all));
        }
        cliff.ifPresent(rise -> says.add(
                Sentence.of("planning.says.cliff", rise.year(), rise.before(), rise.after(), space.currency())));
        says.add(Sentence.of("planning.says.prices", space.from()));
        return List.copyOf(says);
    }
}
