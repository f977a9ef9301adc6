package org.salus.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salus.SharedData;

/** The plan that the solver begins with: it keeps to orders and limits, is the same for a seed, and is near the best. */
class QuickPlanTest {
    private static final PlanRequest SHORTEST = PlanRequest.of(PlanRequest.Aim.SHORTEST, 10);

    private static void requireKept(ScheduleProblem problem, Map<String, Integer> starts) {
        Map<String, ScheduleProblem.Step> steps = new HashMap<>();
        problem.steps().forEach(step -> steps.put(step.id(), step));
        for (ScheduleProblem.Order order : problem.orders()) {
            Integer after = starts.get(order.after());
            if (after != null) {
                int before = Objects.requireNonNull(starts.get(order.before()));
                int duration = Objects.requireNonNull(steps.get(order.before())).duration();
                assertThat(after).isGreaterThanOrEqualTo(before + duration + order.lag());
            }
        }
        for (ScheduleProblem.Limit limit : problem.limits()) {
            for (int time = 0; time <= problem.horizon(); time++) {
                int used = 0;
                for (Map.Entry<String, Integer> start : starts.entrySet()) {
                    ScheduleProblem.Step step = Objects.requireNonNull(steps.get(start.getKey()));
                    used += start.getValue() <= time && time < start.getValue() + step.duration()
                            ? step.uses().getOrDefault(limit.id(), 0)
                            : 0;
                }
                assertThat(used).as("%s at %s", limit.title(), time).isLessThanOrEqualTo(limit.capacity());
            }
        }
    }

    @Tag("slow")
    @Test
    void a_published_project_is_planned_as_short_as_it_can_be_before_the_solver_is_asked() throws IOException {
        String text = Files.readString(SharedData.file("scheduling/j301_1.sm"), StandardCharsets.ISO_8859_1);
        ScheduleProblem problem = ProjectFile.read("j301_1.sm", text);
        QuickPlan.Found found = QuickPlan.of(problem, SHORTEST).orElseThrow();
        assertThat(found.value()).isEqualTo(-43);
        requireKept(problem, found.starts());
        assertThat(QuickPlan.of(problem, SHORTEST)).contains(found);
    }

    @Test
    void four_hundred_steps_keep_to_all_limits_and_what_cannot_be_placed_makes_no_plan() {
        ScheduleProblem problem = InventedProblem.of(1);
        PlanRequest request = PlanRequest.of(PlanRequest.Aim.EARLY_BENEFIT, 1);
        QuickPlan.Found found = QuickPlan.of(problem, request).orElseThrow();
        assertThat(found.starts()).hasSize(problem.steps().size());
        requireKept(problem, found.starts());
        ScheduleProblem hurried =
                new ScheduleProblem(3, problem.steps(), problem.orders(), problem.limits(), problem.budgets());
        assertThat(QuickPlan.of(hurried, request)).isEmpty();
    }

    @Tag("slow")
    @Test
    void a_step_that_may_be_left_out_and_finds_no_place_hurts_no_other() {
        List<ScheduleProblem.Step> steps = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            steps.add(ScheduleProblem.Step.of("s" + number, "Step " + number, 2, Map.of("office", 1)));
        }
        // Longer than the whole time, so that it stands nowhere.
        steps.add(new ScheduleProblem.Step(
                "long",
                "A long one",
                50,
                0,
                Optional.empty(),
                List.of(),
                Map.of("office", 1),
                0,
                1,
                false,
                Optional.empty()));
        ScheduleProblem problem = new ScheduleProblem(
                20,
                steps,
                List.of(new ScheduleProblem.Order("s0", "s1", 1, ""), new ScheduleProblem.Order("s1", "long", 0, "")),
                List.of(new ScheduleProblem.Limit("office", "An office", 2)),
                List.of());
        QuickPlan.Found found = QuickPlan.of(problem, SHORTEST).orElseThrow();
        assertThat(found.starts()).hasSize(6).doesNotContainKey("long");
        assertThat(found.value()).isEqualTo(-6);
        requireKept(problem, found.starts());
    }
}
