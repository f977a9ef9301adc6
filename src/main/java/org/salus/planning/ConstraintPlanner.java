package org.salus.planning;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * Plans by constraint programming: the CP-SAT solver of OR-Tools. Its native library is unpacked into the folder for passing files when it is first needed,
 * and not before.
 */
final class ConstraintPlanner implements Planner {
    /** Whether so few demands can be met is told at once; a search that takes longer is given up, and the conflict is then not proven to be least. */
    private static final double SECONDS_A_CHECK = 5;

    @Override
    public Plan plan(ScheduleProblem problem, PlanRequest request, Watch watch) {
        List<Sentence> faults = problem.faults();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.valueOf(faults));
        }
        load();
        List<Demand> demands = problem.demands();
        ScheduleModel model = new ScheduleModel(problem, new LinkedHashSet<>(demands), request);
        QuickPlan.of(problem, request).ifPresent(model::hint);
        CpSolver solver = solver(request, request.seconds());
        watch.begun(solver::stopSearch);
        CpSolverStatus status = solver.solve(model.model(), new CpSolverSolutionCallback() {
            @Override
            public void onSolutionCallback() {
                watch.better(Math.round(objectiveValue()), Math.round(bestObjectiveBound()));
            }
        });
        return switch (status) {
            case OPTIMAL -> found(Plan.State.OPTIMAL, problem, model, solver);
            case FEASIBLE -> found(Plan.State.FEASIBLE, problem, model, solver);
            case INFEASIBLE -> conflict(problem, demands, request);
            default ->
                new Plan(
                        Plan.State.NOT_ENOUGH_TIME,
                        Map.of(),
                        Map.of(),
                        List.of(),
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        false);
        };
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
        boolean isAimed = model.isAimed();
        return new Plan(
                state,
                starts,
                model.payers(solver),
                leftOut,
                end,
                isAimed ? Optional.of(Math.round(solver.objectiveValue())) : Optional.empty(),
                isAimed ? Optional.of(model.rounded(solver.bestObjectiveBound())) : Optional.empty(),
                List.of(),
                false);
    }

    /** Demands none of which can be missed for the conflict: QuickXplain (Junker 2004), which asks only about as often as the conflict is large. */
    private static Plan conflict(ScheduleProblem problem, List<Demand> demands, PlanRequest request) {
        Search search = new Search(problem, request);
        List<Demand> conflict = search.explain(List.of(), false, demands);
        return new Plan(
                Plan.State.INFEASIBLE,
                Map.of(),
                Map.of(),
                List.of(),
                0,
                Optional.empty(),
                Optional.empty(),
                demands.stream().filter(new HashSet<>(conflict)::contains).toList(),
                search.isProven);
    }

    private static final class Search {
        private final ScheduleProblem problem;
        private final PlanRequest request;
        private boolean isProven = true;

        Search(ScheduleProblem problem, PlanRequest request) {
            this.problem = problem;
            this.request = new PlanRequest(
                    PlanRequest.Aim.ANY, SECONDS_A_CHECK, request.threads(), request.seed(), Map.of(), 0, Optional.empty(), List.of());
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
