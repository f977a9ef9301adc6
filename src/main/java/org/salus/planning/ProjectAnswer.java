package org.salus.planning;

import java.util.List;
import java.util.Optional;

/**
 * The plan of a project file: the shortest that was found.
 *
 * @param file its name
 * @param status {@code optimal}, {@code feasible} or {@code not-enough-time}
 * @param makespan when the last job is over; empty if no plan was found
 * @param bound no plan is over earlier; empty if nothing is proven
 * @param startTimes of every job; empty if no plan was found
 * @param seconds the longest the search was to take
 */
public record ProjectAnswer(
        String file,
        int jobs,
        int resources,
        Plan.State status,
        boolean optimal,
        Optional<Integer> makespan,
        Optional<Long> bound,
        List<ProjectFile.JobStart> startTimes,
        double seconds,
        int threads,
        int seed) {
    public ProjectAnswer {
        startTimes = List.copyOf(startTimes);
    }

    /** The shortest plan of a project that is found in the time there is. */
    public static ProjectAnswer of(
            String file, ScheduleProblem problem, PlanRequest request, Planner planner, Planner.Watch watch) {
        Plan plan = planner.plan(problem, request, watch);
        return new ProjectAnswer(
                file,
                problem.steps().size(),
                problem.limits().size(),
                plan.state(),
                plan.state() == Plan.State.OPTIMAL,
                plan.isThere() ? Optional.of(plan.end()) : Optional.empty(),
                plan.bound(),
                ProjectFile.starts(problem, plan),
                request.seconds(),
                request.threads(),
                request.seed());
    }
}
