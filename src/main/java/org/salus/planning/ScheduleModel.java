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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A schedule as variables and constraints: a start and a presence for each step, an interval over both, a cumulative constraint for each limit, and for each
 * budget the sum of what begins within its span and is paid from it. Only what is demanded is asked for.
 */
final class ScheduleModel {
    /** A peak is told as a share of its limit in thousandths. */
    private static final int WHOLE = 1_000;

    /** More time than this between two steps makes a plan no safer. */
    static final int ENOUGH_SLACK = 6;

    private final CpModel model = new CpModel();
    private final ScheduleProblem problem;
    private final Set<Demand> demanded;
    private final int horizon;
    private final Map<String, Placed> placed = new LinkedHashMap<>();
    private final Map<String, Map<String, BoolVar>> payers = new LinkedHashMap<>();
    private final boolean isAimed;
    private final boolean isMaximised;

    private record Placed(ScheduleProblem.Step step, IntVar start, BoolVar presence, IntervalVar interval) {}

    ScheduleModel(ScheduleProblem problem, Set<Demand> demanded, PlanRequest request) {
        this.problem = problem;
        this.demanded = demanded;
        this.horizon = demanded.contains(new Demand.Horizon(problem.horizon())) ? problem.horizon() : problem.longest();
        this.isMaximised = request.isMaximised() && request.held().isEmpty();
        problem.steps().forEach(step -> placed.put(step.id(), place(step)));
        demanded.forEach(this::ask);
        money();
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
        payers.forEach((step, budgets) -> budgets.forEach((budget, pays) ->
                model.addHint(pays, budget.equals(found.payers().get(step)))));
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

    /** Which budget pays for which step, of those that are paid from one. */
    Map<String, String> payers(CpSolver solver) {
        Map<String, String> paid = new TreeMap<>();
        payers.forEach((step, budgets) -> budgets.forEach((budget, pays) -> {
            if (solver.booleanValue(pays)) {
                paid.put(step, budget);
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

    /** Each step with a cost is paid from one budget that may pay for it, in whose span it begins. A budget that need not be kept to has no end of money, but still its span. */
    private void money() {
        if (problem.budgets().isEmpty()) {
            return;
        }
        Map<String, LinearExprBuilder> spent = new HashMap<>();
        problem.budgets().forEach(budget -> spent.put(budget.id(), LinearExpr.newBuilder()));
        boolean isAnyMissing =
                problem.budgets().stream().anyMatch(budget -> !demanded.contains(new Demand.Paid(budget)));
        for (ScheduleProblem.Step step : problem.steps()) {
            if (step.cost() == 0) {
                continue;
            }
            Placed found = placed(step.id());
            List<Literal> paying = new ArrayList<>();
            // That a step begins within the span of whoever pays, once more as sums: relaxations see these.
            LinearExprBuilder earliest = LinearExpr.newBuilder();
            LinearExprBuilder latest = LinearExpr.newBuilder();
            for (ScheduleProblem.Budget budget : problem.budgets()) {
                if (!demanded.contains(new Demand.Paid(budget)) || !budget.mayPay(step)) {
                    continue;
                }
                BoolVar pays = model.newBoolVar("b");
                model.addGreaterOrEqual(found.start(), budget.span().from()).onlyEnforceIf(pays);
                model.addLessOrEqual(found.start(), budget.span().until()).onlyEnforceIf(pays);
                spent.computeIfAbsent(budget.id(), id -> LinearExpr.newBuilder())
                        .addTerm(pays, step.cost());
                paying.add(pays);
                earliest.addTerm(pays, budget.span().from());
                latest.addTerm(pays, Math.min(horizon, budget.span().until()));
                payers.computeIfAbsent(step.id(), id -> new LinkedHashMap<>()).put(budget.id(), pays);
            }
            if (isAnyMissing) {
                BoolVar anybody = model.newBoolVar("b");
                paying.add(anybody);
                latest.addTerm(anybody, horizon);
            }
            paying.add(found.presence().not());
            model.addExactlyOne(paying);
            latest.add(horizon).addTerm(found.presence(), -horizon);
            model.addGreaterOrEqual(found.start(), earliest);
            model.addLessOrEqual(found.start(), latest);
        }
        for (ScheduleProblem.Budget budget : problem.budgets()) {
            if (demanded.contains(new Demand.Paid(budget))) {
                model.addLessOrEqual(
                        spent.computeIfAbsent(budget.id(), id -> LinearExpr.newBuilder()), budget.amount());
            }
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

    /** What is committed in the dearest of the years. */
    private IntVar dearest(PlanRequest request) {
        long all =
                problem.steps().stream().mapToLong(ScheduleProblem.Step::cost).sum();
        IntVar dearest = model.newIntVar(0, Math.max(0, all), "dearest");
        List<LinearExprBuilder> committed = new ArrayList<>();
        request.years().forEach(year -> committed.add(LinearExpr.newBuilder()));
        for (ScheduleProblem.Step step : problem.steps()) {
            if (step.cost() == 0) {
                continue;
            }
            Placed found = placed(step.id());
            List<Literal> one = new ArrayList<>(List.of(found.presence().not()));
            for (int year = 0; year < committed.size(); year++) {
                ScheduleProblem.Window span = request.years().get(year);
                BoolVar begins = model.newBoolVar("y" + step.id() + "-" + year);
                model.addGreaterOrEqual(found.start(), span.from()).onlyEnforceIf(begins);
                model.addLessOrEqual(found.start(), span.until()).onlyEnforceIf(begins);
                committed.get(year).addTerm(begins, step.cost());
                one.add(begins);
            }
            model.addExactlyOne(one);
        }
        committed.forEach(year -> model.addLessOrEqual(year, dearest));
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
