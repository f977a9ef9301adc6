package org.salus.planning;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * Plans by constraint programming: the CP-SAT solver of OR-Tools. Its native library is unpacked into the folder for passing files when it is first needed,
 * and not before.
 */
final class ConstraintPlanner implements Planner {
    /** Whether so few demands can be met is told at once; a search that takes longer is given up, and the conflict is then not proven to be least. */
    private static final double SECONDS_A_CHECK = 5;

    private static final double SECONDS_OF_PROBING = 0.1;

    @Override
    public Plan plan(ScheduleProblem problem, PlanRequest wanted, Watch watch) {
        List<Sentence> faults = problem.faults();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.valueOf(faults));
        }
        load();
        List<Demand> demands = problem.demands();
        Optional<QuickPlan.Found> first = QuickPlan.of(problem, wanted);
        Optional<RelaxedBound> relaxed = wanted.isForBenefitAlone()
                ? RelaxedBound.of(
                        problem,
                        wanted.seconds(),
                        first.map(QuickPlan.Found::value).orElse(0L))
                : Optional.empty();
        Optional<QuickPlan.Found> hint = Stream.concat(
                        relaxed.flatMap(known -> QuickPlan.of(problem, wanted, known.places())).stream(),
                        first.stream())
                .max(Comparator.comparingLong(QuickPlan.Found::value));
        Optional<Long> proven = relaxed.map(RelaxedBound::value);
        PlanRequest request = relaxed.map(
                        known -> wanted.within(wanted.seconds() - Math.min(wanted.seconds() / 2, known.seconds())))
                .orElse(wanted);
        boolean isShared = request.aim() == PlanRequest.Aim.EARLY_BENEFIT && request.threads() > 1;
        PlanRequest others = isShared ? request.with(request.threads() - 1, request.seed()) : request;
        Search whole = new Search(problem, demands, others, hint, proven, Optional.of(watch));
        Optional<Search> beside = isShared
                ? Optional.of(
                        new Search(problem, demands, request.with(1, request.seed()), hint, proven, Optional.empty()))
                : Optional.empty();
        watch.begun(() -> {
            whole.stop();
            beside.ifPresent(Search::stop);
        });
        Plan plan = beside.map(other -> together(whole, other)).orElseGet(whole::run);
        return plan.state() == Plan.State.INFEASIBLE
                ? conflict(problem, demands, request)
                : proven.map(bound -> plan.beside(Plan.without(Plan.State.NOT_ENOUGH_TIME, Optional.of(bound))))
                        .orElse(plan);
    }

    /**
     * Two searches at the same time, each of which ends the other with what it proves. One thread of its own that only looks for the bound comes much nearer than as one of several
     * that share what they learn.
     */
    private static Plan together(Search whole, Search beside) {
        CompletableFuture<Plan> bounded = new CompletableFuture<>();
        Thread.ofPlatform().name("plan bound").daemon().start(() -> {
            try {
                bounded.complete(beside.run());
            } catch (RuntimeException | Error failed) {
                bounded.completeExceptionally(failed);
            } finally {
                if (beside.isEnded()) {
                    whole.stop();
                }
            }
        });
        Plan plan = whole.run();
        if (whole.isEnded()) {
            beside.stop();
        }
        return plan.beside(bounded.join());
    }

    /** One search over a model of its own. */
    private static final class Search {
        private final ScheduleProblem problem;
        private final Optional<Long> proven;
        private final Optional<Watch> watch;
        private final ScheduleModel model;
        private final CpSolver solver;
        private volatile boolean isStopped;
        private volatile boolean isEnded;

        /** What is watched looks for plans; what nobody watches looks for the bound of all plans. */
        Search(
                ScheduleProblem problem,
                List<Demand> demands,
                PlanRequest request,
                Optional<QuickPlan.Found> hint,
                Optional<Long> proven,
                Optional<Watch> watch) {
            this.problem = problem;
            this.proven = proven;
            this.watch = watch;
            Set<Demand> all = new LinkedHashSet<>(demands);
            this.model = watch.isPresent()
                    ? new ScheduleModel(problem, all, request)
                    : ScheduleModel.easier(problem, all, request);
            if (!model.isEasier()) {
                hint.ifPresent(model::hint);
            }
            this.solver = solver(request, request.seconds());
            if (watch.isEmpty()) {
                solver.getParameters().setOptimizeWithLbTreeSearch(true);
            }
            if (!problem.budgets().isEmpty()) {
                // Money over years makes many choices; trying each of them once before the search takes longer than it
                // saves.
                solver.getParameters()
                        .setCpModelProbingLevel(0)
                        .setProbingDeterministicTimeLimit(SECONDS_OF_PROBING)
                        .setMaxPresolveIterations(1);
            }
        }

        /** Ends the search, also if it has not begun yet. */
        void stop() {
            isStopped = true;
            solver.stopSearch();
        }

        /** Whether nothing is left to look for. */
        boolean isEnded() {
            return isEnded;
        }

        Plan run() {
            if (isStopped) {
                return Plan.without(Plan.State.NOT_ENOUGH_TIME, List.of(), false);
            }
            CpSolverStatus status = solver.solve(model.model(), new Told());
            isEnded = status == CpSolverStatus.INFEASIBLE || (status == CpSolverStatus.OPTIMAL && !model.isEasier());
            if (model.isEasier() && (status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE)) {
                return Plan.without(Plan.State.NOT_ENOUGH_TIME, bound(model, solver));
            }
            return switch (status) {
                case OPTIMAL -> found(Plan.State.OPTIMAL, problem, model, solver);
                case FEASIBLE -> found(Plan.State.FEASIBLE, problem, model, solver);
                case INFEASIBLE -> Plan.without(Plan.State.INFEASIBLE, List.of(), false);
                // A search that is ended before it knows anything says nothing, and the solver writes that as 0.
                case UNKNOWN ->
                    Plan.without(
                            Plan.State.NOT_ENOUGH_TIME, bound(model, solver).filter(known -> known != 0));
                default -> Plan.without(Plan.State.NOT_ENOUGH_TIME, List.of(), false);
            };
        }

        private final class Told extends CpSolverSolutionCallback {
            @Override
            public void onSolutionCallback() {
                if (isStopped) {
                    stopSearch();
                }
                long bound = Math.round(bestObjectiveBound());
                watch.ifPresent(looking -> looking.better(
                        Math.round(objectiveValue()),
                        proven.map(known -> Math.min(known, bound)).orElse(bound)));
            }
        }
    }

    private static void load() {
        try {
            Loader.loadNativeLibraries();
        } catch (RuntimeException | LinkageError failed) {
            throw Failure.notPossible(Sentence.of("planning.failure.no-solver"), failed)
                    .advising(Sentence.of("planning.failure.no-solver.advice"));
        }
    }

    private static CpSolver solver(PlanRequest request, double seconds) {
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setMaxTimeInSeconds(seconds)
                .setNumWorkers(request.threads())
                .setRandomSeed(request.seed());
        return solver;
    }

    private static Plan found(Plan.State state, ScheduleProblem problem, ScheduleModel model, CpSolver solver) {
        Map<String, Integer> starts = new TreeMap<>();
        List<String> leftOut = new ArrayList<>();
        int end = 0;
        for (ScheduleProblem.Step step : problem.steps()) {
            Optional<Integer> start = model.start(step, solver);
            if (start.isPresent()) {
                starts.put(step.id(), start.get());
                end = Math.max(end, start.get() + step.duration());
            } else {
                leftOut.add(step.id());
            }
        }
        return new Plan(
                state,
                starts,
                model.payers(solver),
                leftOut,
                end,
                model.isAimed() ? Optional.of(Math.round(solver.objectiveValue())) : Optional.empty(),
                bound(model, solver),
                List.of(),
                false);
    }

    private static Optional<Long> bound(ScheduleModel model, CpSolver solver) {
        return model.isAimed() ? Optional.of(model.rounded(solver.bestObjectiveBound())) : Optional.empty();
    }

    /** Demands none of which can be missed for the conflict: QuickXplain (Junker 2004), which asks only about as often as the conflict is large. */
    private static Plan conflict(ScheduleProblem problem, List<Demand> demands, PlanRequest request) {
        Explanation search = new Explanation(problem, request);
        List<Demand> conflict = search.explain(List.of(), false, demands);
        return Plan.without(
                Plan.State.INFEASIBLE,
                demands.stream().filter(new HashSet<>(conflict)::contains).toList(),
                search.isProven);
    }

    private static final class Explanation {
        private final ScheduleProblem problem;
        private final PlanRequest request;
        private boolean isProven = true;

        Explanation(ScheduleProblem problem, PlanRequest request) {
            this.problem = problem;
            this.request = new PlanRequest(
                    PlanRequest.Aim.ANY,
                    SECONDS_A_CHECK,
                    request.threads(),
                    request.seed(),
                    Map.of(),
                    0,
                    Optional.empty(),
                    List.of());
        }

        /** What of the candidates cannot be met together with what is kept anyway. */
        List<Demand> explain(List<Demand> kept, boolean isKeptNew, List<Demand> candidates) {
            if (isKeptNew && isImpossible(kept)) {
                return List.of();
            }
            if (candidates.size() <= 1) {
                return candidates;
            }
            int half = candidates.size() / 2;
            List<Demand> first = candidates.subList(0, half);
            List<Demand> second = candidates.subList(half, candidates.size());
            List<Demand> ofSecond = explain(joined(kept, first), !first.isEmpty(), second);
            List<Demand> ofFirst = explain(joined(kept, ofSecond), !ofSecond.isEmpty(), first);
            return joined(ofFirst, ofSecond);
        }

        private static List<Demand> joined(List<Demand> one, List<Demand> other) {
            List<Demand> all = new ArrayList<>(one);
            all.addAll(other);
            return all;
        }

        private boolean isImpossible(List<Demand> demanded) {
            Set<Demand> set = new LinkedHashSet<>(demanded);
            CpSolverStatus status =
                    solver(request, request.seconds()).solve(new ScheduleModel(problem, set, request).model());
            if (status != CpSolverStatus.INFEASIBLE
                    && status != CpSolverStatus.OPTIMAL
                    && status != CpSolverStatus.FEASIBLE) {
                isProven = false;
            }
            return status == CpSolverStatus.INFEASIBLE;
        }
    }
}
