package org.salus.planning;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CumulativeConstraint;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import com.google.ortools.util.Domain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A schedule as variables and constraints: a start and a presence for each step, an interval over both, a cumulative constraint for each limit, and for each
 * budget the sum of what the periods within its span take of steps that are paid from its fund. Only what is demanded is asked for.
 */
final class ScheduleModel {
    /** A peak is told as a share of its limit in thousandths. */
    private static final int WHOLE = 1_000;

    /** More than all steps together can cost. */
    private static final long MOST_HELD = Long.MAX_VALUE / 4;

    /** More time than this between two steps makes a plan no safer. */
    static final int ENOUGH_SLACK = 6;

    private final CpModel model = new CpModel();
    private final ScheduleProblem problem;
    private final Set<Demand> demanded;
    private final int horizon;
    private final Map<String, Placed> placed = new LinkedHashMap<>();
    private final Map<String, List<Portion>> payers = new LinkedHashMap<>();
    private final MoneyScale scale;
    private final boolean isAimed;
    private final boolean isEasier;
    private final boolean isMaximised;

    private record Placed(ScheduleProblem.Step step, IntVar start, BoolVar presence, IntervalVar interval) {}

    ScheduleModel(ScheduleProblem problem, Set<Demand> demanded, PlanRequest request) {
        this(problem, demanded, request, false);
    }

    /** With money of all donors together only, if they hold it for the same spans: what is proven of that holds for the problem, too; a plan need not. */
    static ScheduleModel easier(ScheduleProblem problem, Set<Demand> demanded, PlanRequest request) {
        return new ScheduleModel(problem, demanded, request, true);
    }

    private ScheduleModel(ScheduleProblem problem, Set<Demand> demanded, PlanRequest request, boolean isEasier) {
        this.problem = problem;
        this.demanded = demanded;
        this.horizon = demanded.contains(new Demand.Horizon(problem.horizon())) ? problem.horizon() : problem.longest();
        this.scale = MoneyScale.of(problem.steps());
        this.isMaximised = request.isMaximised() && request.held().isEmpty();
        problem.steps().forEach(step -> placed.put(step.id(), place(step)));
        demanded.forEach(this::ask);
        this.isEasier = isEasier && isPaidForTheSameSpans();
        if (this.isEasier) {
            moneyTogether();
        } else {
            money();
        }
        this.isAimed = aim(request);
    }

    CpModel model() {
        return model;
    }

    /** Tells the solver of a plan to begin with. */
    void hint(QuickPlan.Found found) {
        for (Placed step : placed.values()) {
            Integer start = found.starts().get(step.step().id());
            model.addHint(step.presence(), start != null);
            if (start != null) {
                model.addHint(step.start(), start);
            }
        }
        payers.forEach((step, portions) -> {
            int start = found.starts().getOrDefault(step, -1);
            for (Portion portion : portions) {
                boolean isChosen = portion.fund().equals(found.payers().get(step))
                        && portion.way().from() <= start
                        && start <= portion.way().until();
                model.addHint(portion.chosen(), isChosen);
                portion.begun().ifPresent(begun -> model.addHint(begun, isChosen ? portion.end() - (long) start : 0));
            }
        });
    }

    /** Whether less is asked for than the problem does. */
    boolean isEasier() {
        return isEasier;
    }

    /** Whether there is something to make best. */
    boolean isAimed() {
        return isAimed;
    }

    /** A bound as the whole number it comes to, since every value of an aim is whole. */
    long rounded(double bound) {
        return isMaximised ? (long) Math.floor(bound + 1e-6) : (long) Math.ceil(bound - 1e-6);
    }

    /** When a step begins; empty if it is left out. */
    Optional<Integer> start(ScheduleProblem.Step step, CpSolver solver) {
        Placed found = placed(step.id());
        return solver.booleanValue(found.presence())
                ? Optional.of((int) solver.value(found.start()))
                : Optional.empty();
    }

    /** Which fund pays for which step, of those that are paid from one. */
    Map<String, String> payers(CpSolver solver) {
        Map<String, String> paid = new TreeMap<>();
        payers.forEach((step, portions) -> portions.forEach(portion -> {
            if (solver.booleanValue(portion.chosen())) {
                paid.put(step, portion.fund());
            }
        }));
        return paid;
    }

    private Placed placed(String id) {
        Placed found = placed.get(id);
        if (found == null) {
            throw new IllegalArgumentException(id);
        }
        return found;
    }

    private Placed place(ScheduleProblem.Step step) {
        // Where even a step alone is too long, it cannot be there: its presence says so.
        IntVar start = model.newIntVar(0, Math.max(0, horizon - step.duration()), "s" + step.id());
        BoolVar presence = model.newBoolVar("p" + step.id());
        if (step.duration() > horizon) {
            model.addEquality(presence, 0);
        }
        return new Placed(
                step,
                start,
                presence,
                model.newOptionalFixedSizeIntervalVar(start, step.duration(), presence, "i" + step.id()));
    }

    private void ask(Demand demand) {
        switch (demand) {
            case Demand.Horizon end -> {
                // The domains of starts hold it.
            }
            case Demand.Must must -> model.addEquality(placed(must.step()).presence(), 1);
            case Demand.Locked lock -> {
                Placed step = placed(lock.step());
                model.addEquality(step.start(), lock.start()).onlyEnforceIf(step.presence());
            }
            case Demand.Latest latest -> {
                Placed step = placed(latest.step());
                model.addLessOrEqual(
                                step.start(), latest.end() - (long) step.step().duration())
                        .onlyEnforceIf(step.presence());
            }
            case Demand.Earliest earliest -> {
                Placed step = placed(earliest.step());
                model.addGreaterOrEqual(step.start(), earliest.start()).onlyEnforceIf(step.presence());
            }
            case Demand.Windows windows -> {
                Placed step = placed(windows.step());
                model.addLinearExpressionInDomain(
                                step.start(),
                                Domain.fromIntervals(step.step().windows().stream()
                                        .map(window -> new long[] {window.from(), window.until()})
                                        .toArray(long[][]::new)))
                        .onlyEnforceIf(step.presence());
            }
            case Demand.Ordered ordered -> {
                Placed before = placed(ordered.order().before());
                Placed after = placed(ordered.order().after());
                // What waits for a step that is left out would wait for ever.
                if (!isCertain(before)) {
                    model.addImplication(after.presence(), before.presence());
                }
                model.addGreaterOrEqual(
                                after.start(),
                                LinearExpr.affine(
                                        before.start(),
                                        1,
                                        before.step().duration()
                                                + (long) ordered.order().lag()))
                        .onlyEnforceIf(new Literal[] {before.presence(), after.presence()});
            }
            case Demand.Within within ->
                limit(within.limit(), LinearExpr.constant(within.limit().capacity()));
            case Demand.Paid paid -> {
                // Budgets are asked for together.
            }
        }
    }

    private boolean isCertain(Placed step) {
        return demanded.contains(new Demand.Must(step.step().id(), step.step().title()));
    }

    private void limit(ScheduleProblem.Limit limit, LinearArgument capacity) {
        CumulativeConstraint together = model.addCumulative(capacity);
        for (ScheduleProblem.Step step : problem.steps()) {
            int use = step.uses().getOrDefault(limit.id(), 0);
            if (use > 0 && step.duration() > 0) {
                together.addDemand(placed(step.id()).interval(), use);
            }
        }
    }

    /** Each step with a cost is paid from one fund that may pay for it in all periods it goes on in. A budget that need not be kept to has no end of money, but still its span. */
    private void money() {
        if (problem.budgets().isEmpty()) {
            return;
        }
        Map<String, LinearExprBuilder> spent = new HashMap<>();
        problem.budgets().forEach(budget -> spent.put(budget.id(), LinearExpr.newBuilder()));
        List<ScheduleProblem.Fund> funds = problem.funds();
        boolean isAnyMissing =
                problem.budgets().stream().anyMatch(budget -> !demanded.contains(new Demand.Paid(budget)));
        for (ScheduleProblem.Step step : problem.steps()) {
            if (step.cost() == 0) {
                continue;
            }
            Spread spread = new Spread(placed(step.id()));
            for (ScheduleProblem.Fund fund : funds) {
                if (fund.mayPay(step)) {
                    spread.over(
                            fund.id(),
                            fund.spans(),
                            fund.budgets().stream()
                                    .map(budget -> spent.computeIfAbsent(budget.id(), id -> LinearExpr.newBuilder()))
                                    .toList());
                }
            }
            if (isAnyMissing) {
                spread.elsewhere(model.newBoolVar("b"));
            }
            spread.end();
            payers.put(step.id(), spread.portions);
        }
        for (ScheduleProblem.Budget budget : problem.budgets()) {
            if (demanded.contains(new Demand.Paid(budget))) {
                model.addLessOrEqual(
                        spent.computeIfAbsent(budget.id(), id -> LinearExpr.newBuilder()),
                        scale.held(budget, problem.steps()));
            }
        }
    }

    private boolean isPaidForTheSameSpans() {
        List<ScheduleProblem.Window> spans = spans();
        for (int at = 1; at < spans.size(); at++) {
            if (spans.get(at).from() <= spans.get(at - 1).until()) {
                return false;
            }
        }
        return problem.funds().size() > 1
                && problem.budgets().stream().allMatch(budget -> demanded.contains(new Demand.Paid(budget)));
    }

    /** The different spans of all budgets. */
    private List<ScheduleProblem.Window> spans() {
        return problem.budgets().stream()
                .map(ScheduleProblem.Budget::span)
                .distinct()
                .sorted(Comparator.comparingInt(ScheduleProblem.Window::from))
                .toList();
    }

    /** All donors as if they were one. */
    private void moneyTogether() {
        List<ScheduleProblem.Window> spans = spans();
        List<LinearExprBuilder> spent =
                spans.stream().map(span -> LinearExpr.newBuilder()).toList();
        List<ScheduleProblem.Fund> funds = problem.funds();
        for (ScheduleProblem.Step step : problem.steps()) {
            if (step.cost() > 0) {
                Spread spread = new Spread(placed(step.id()));
                if (funds.stream().anyMatch(fund -> fund.mayPay(step))) {
                    spread.over("", spans, spent);
                }
                spread.end();
            }
        }
        for (int at = 0; at < spans.size(); at++) {
            ScheduleProblem.Window span = spans.get(at);
            long held = problem.budgets().stream()
                    .filter(budget -> budget.span().equals(span))
                    .mapToLong(budget -> scale.held(budget, problem.steps()))
                    .reduce(0, (one, other) -> Math.min(MOST_HELD, one + other));
            model.addLessOrEqual(spent.get(at), held);
        }
    }

    /**
     * A step that goes on in certain spans of a fund.
     *
     * @param begun its periods in the first of them; empty where it goes on in one only
     * @param end the first period after the first of them
     */
    private record Portion(String fund, MoneyScale.Way way, BoolVar chosen, Optional<IntVar> begun, int end) {}

    /** The cost of a step over spans of time, each of which takes its part by the periods in it: one of the ways in which the step may lie in them is chosen. */
    private final class Spread {
        private final Placed step;
        private final List<Portion> portions = new ArrayList<>();
        private final List<Literal> chosen = new ArrayList<>();
        // That a step begins where the way that is chosen wants it, once more as sums: relaxations see these.
        private final LinearExprBuilder earliest = LinearExpr.newBuilder();
        private final LinearExprBuilder latest = LinearExpr.newBuilder();

        Spread(Placed step) {
            this.step = step;
        }

        /** The spans of one fund, with the sums that take their parts. */
        void over(String fund, List<ScheduleProblem.Window> spans, List<LinearExprBuilder> sums) {
            for (MoneyScale.Way way : MoneyScale.ways(step.step(), horizon, spans)) {
                BoolVar pays = model.newBoolVar("b");
                chosen.add(pays);
                int end = spans.get(way.first()).until() + 1;
                if (way.isWithinOne()) {
                    model.addGreaterOrEqual(step.start(), way.from()).onlyEnforceIf(pays);
                    model.addLessOrEqual(step.start(), way.until()).onlyEnforceIf(pays);
                    sums.get(way.first()).addTerm(pays, scale.whole(step.step()));
                    earliest.addTerm(pays, way.from());
                    latest.addTerm(pays, way.until());
                    portions.add(new Portion(fund, way, pays, Optional.empty(), end));
                } else {
                    portions.add(new Portion(fund, way, pays, Optional.of(divided(way, pays, spans, sums)), end));
                }
            }
        }

        private IntVar divided(
                MoneyScale.Way way, BoolVar pays, List<ScheduleProblem.Window> spans, List<LinearExprBuilder> sums) {
            int end = spans.get(way.first()).until() + 1;
            long rate = scale.rate(step.step());
            IntVar begun = model.newIntVar(0, end - (long) way.from(), "m");
            model.addEquality(begun, LinearExpr.affine(step.start(), -1, end)).onlyEnforceIf(pays);
            model.addLessOrEqual(begun, LinearExpr.term(pays, end - (long) way.from()));
            model.addGreaterOrEqual(begun, LinearExpr.term(pays, end - (long) way.until()));
            sums.get(way.first()).addTerm(begun, rate);
            long rest = MoneyScale.periods(step.step());
            for (int between = way.first() + 1; between < way.last(); between++) {
                ScheduleProblem.Window span = spans.get(between);
                long whole = span.until() - (long) span.from() + 1;
                sums.get(between).addTerm(pays, rate * whole);
                rest -= whole;
            }
            sums.get(way.last()).addTerm(pays, rate * rest);
            sums.get(way.last()).addTerm(begun, -rate);
            earliest.addTerm(pays, end);
            earliest.addTerm(begun, -1);
            latest.addTerm(pays, end);
            latest.addTerm(begun, -1);
            return begun;
        }

        /** Money from anywhere, at any time. */
        void elsewhere(BoolVar anybody) {
            chosen.add(anybody);
            latest.addTerm(anybody, horizon);
        }

        /** One way is chosen, unless the step is left out. */
        void end() {
            chosen.add(step.presence().not());
            model.addExactlyOne(chosen);
            latest.add(horizon).addTerm(step.presence(), -horizon);
            model.addGreaterOrEqual(step.start(), earliest);
            model.addLessOrEqual(step.start(), latest);
        }
    }

    private boolean aim(PlanRequest request) {
        LinearExprBuilder aim = LinearExpr.newBuilder();
        boolean isAnything = switch (request.aim()) {
            case ANY -> false;
            case SHORTEST -> {
                IntVar end = model.newIntVar(0, horizon, "end");
                for (Placed step : placed.values()) {
                    model.addGreaterOrEqual(
                                    end,
                                    LinearExpr.affine(
                                            step.start(), 1, step.step().duration()))
                            .onlyEnforceIf(step.presence());
                }
                aim.addTerm(end, 1);
                yield true;
            }
            case EARLY_BENEFIT -> {
                problem.steps().forEach(step -> benefit(placed(step.id()), aim));
                yield true;
            }
            case EVEN_LOAD -> {
                problem.limits().stream().filter(limit -> limit.capacity() > 0).forEach(limit -> {
                    IntVar peak = model.newIntVar(0, limit.capacity(), "peak" + limit.id());
                    limit(limit, peak);
                    IntVar share = model.newIntVar(0, WHOLE, "share" + limit.id());
                    model.addGreaterOrEqual(LinearExpr.term(share, limit.capacity()), LinearExpr.term(peak, WHOLE));
                    aim.addTerm(share, 1);
                });
                yield true;
            }
            case EVEN_MONEY -> {
                aim.addTerm(dearest(request), 1);
                yield true;
            }
            case SLACK -> {
                slack(aim);
                yield true;
            }
        };
        if (request.stability() > 0 && !request.agreed().isEmpty()) {
            for (ScheduleProblem.Step step : problem.steps()) {
                Integer agreed = request.agreed().get(step.id());
                if (agreed != null) {
                    aim.addTerm(moved(placed(step.id()), agreed), (isMaximised ? -1L : 1L) * request.stability());
                }
            }
            isAnything = true;
        }
        if (!isAnything) {
            return false;
        }
        if (request.held().isPresent()) {
            hold(aim, request);
            return true;
        }
        if (isMaximised) {
            model.maximize(aim);
        } else {
            model.minimize(aim);
        }
        return true;
    }

    /** Keeps the aim where it is, and moves as little as can be. */
    private void hold(LinearExprBuilder aim, PlanRequest request) {
        long held = request.held().orElseThrow();
        if (request.isMaximised()) {
            model.addGreaterOrEqual(aim, held);
        } else {
            model.addLessOrEqual(aim, held);
        }
        LinearExprBuilder moves = LinearExpr.newBuilder();
        for (ScheduleProblem.Step step : problem.steps()) {
            Integer agreed = request.agreed().get(step.id());
            if (agreed != null) {
                moves.addTerm(moved(placed(step.id()), agreed), 1);
            }
        }
        model.minimize(moves);
    }

    /** What the dearest of the years takes, in whole units. */
    private IntVar dearest(PlanRequest request) {
        long all =
                problem.steps().stream().mapToLong(ScheduleProblem.Step::cost).sum();
        IntVar dearest = model.newIntVar(0, Math.max(0, all), "dearest");
        List<LinearExprBuilder> spent = new ArrayList<>();
        request.years().forEach(year -> spent.add(LinearExpr.newBuilder()));
        for (ScheduleProblem.Step step : problem.steps()) {
            if (step.cost() > 0) {
                Spread spread = new Spread(placed(step.id()));
                spread.over("", request.years(), spent);
                spread.end();
            }
        }
        spent.forEach(year -> model.addLessOrEqual(year, LinearExpr.term(dearest, scale.scale())));
        return dearest;
    }

    /** The time between steps that wait for each other, and before latest ends, each up to what is enough (sum of free slacks, Al-Fawzan and Haouari 2005). */
    private void slack(LinearExprBuilder aim) {
        for (ScheduleProblem.Order order : problem.orders()) {
            Placed before = placed(order.before());
            Placed after = placed(order.after());
            IntVar between = model.newIntVar(0, ENOUGH_SLACK, "between");
            LinearExprBuilder end = LinearExpr.newBuilder();
            end.addTerm(before.start(), 1);
            end.addTerm(between, 1);
            end.add(before.step().duration() + (long) order.lag());
            model.addLessOrEqual(end, after.start()).onlyEnforceIf(new Literal[] {before.presence(), after.presence()});
            model.addEquality(between, 0).onlyEnforceIf(before.presence().not());
            model.addEquality(between, 0).onlyEnforceIf(after.presence().not());
            aim.addTerm(between, 1);
        }
        for (Placed step : placed.values()) {
            int last = Math.min(horizon, step.step().latest().orElse(horizon));
            IntVar left = model.newIntVar(0, ENOUGH_SLACK, "spare" + step.step().id());
            LinearExprBuilder end = LinearExpr.newBuilder();
            end.addTerm(step.start(), 1);
            end.addTerm(left, 1);
            end.add(step.step().duration());
            model.addLessOrEqual(end, last).onlyEnforceIf(step.presence());
            model.addEquality(left, 0).onlyEnforceIf(step.presence().not());
            aim.addTerm(left, 1);
        }
    }

    /** Priority times the periods left once it is over: nothing if it is left out. */
    private void benefit(Placed step, LinearExprBuilder aim) {
        int most = Math.max(0, horizon - step.step().duration());
        if (step.step().priority() == 0 || most == 0) {
            return;
        }
        if (isCertain(step)) {
            aim.add((long) step.step().priority() * most);
            aim.addTerm(step.start(), -step.step().priority());
            return;
        }
        IntVar left = model.newIntVar(0, most, "left" + step.step().id());
        model.addLessOrEqual(left, LinearExpr.affine(step.start(), -1, most)).onlyEnforceIf(step.presence());
        model.addEquality(left, 0).onlyEnforceIf(step.presence().not());
        aim.addTerm(left, step.step().priority());
    }

    /** By how many periods a step is moved; by the whole horizon if it is left out. */
    private IntVar moved(Placed step, int agreed) {
        int most = Math.max(horizon, agreed);
        IntVar moved = model.newIntVar(0, most, "moved" + step.step().id());
        model.addGreaterOrEqual(moved, LinearExpr.affine(step.start(), 1, -agreed))
                .onlyEnforceIf(step.presence());
        model.addGreaterOrEqual(moved, LinearExpr.affine(step.start(), -1, agreed))
                .onlyEnforceIf(step.presence());
        model.addEquality(moved, most).onlyEnforceIf(step.presence().not());
        return moved;
    }
}
