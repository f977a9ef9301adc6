package org.salus.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.planning.PlanRequest.Aim;
import org.salus.planning.ScheduleProblem.Budget;
import org.salus.planning.ScheduleProblem.Limit;
import org.salus.planning.ScheduleProblem.Order;
import org.salus.planning.ScheduleProblem.Step;
import org.salus.planning.ScheduleProblem.Window;

/** Steps in order within limits, and what is in the way where they cannot be. */
class ScheduleTest {
    private static final Limit ACADEMY = new Limit("academy", "Police academy", 1);
    private static final Step LAW = Step.of("law", "Police law", 6, Map.of());
    private static final Step TRAINING = Step.of("training", "Training of officers", 12, Map.of("academy", 1));
    private static final Step REFRESHER = Step.of("refresher", "Refresher course", 4, Map.of("academy", 1));
    private static final Order LAW_FIRST = new Order("law", "training", 0, "law-before-training");

    private static ScheduleProblem problem(int horizon, List<Step> steps, List<Budget> budgets) {
        return new ScheduleProblem(horizon, steps, List.of(LAW_FIRST), List.of(ACADEMY), budgets);
    }

    private static Plan plan(ScheduleProblem problem, Aim aim) {
        return Planner.shipped().plan(problem, PlanRequest.of(aim, 10), Planner.Watch.NOBODY);
    }

    private static List<String> said(List<Sentence> sentences) {
        return sentences.stream().map(Wording.english()::say).toList();
    }

    private static Step due(Step step, int end) {
        return new Step(
                step.id(),
                step.title(),
                step.duration(),
                step.earliest(),
                Optional.of(end),
                step.windows(),
                step.uses(),
                step.cost(),
                step.priority(),
                step.must(),
                step.lock());
    }

    private static Step optional(String id, int duration, long cost, int priority) {
        return new Step(
                id,
                id,
                duration,
                0,
                Optional.empty(),
                List.of(),
                Map.of("academy", 1),
                cost,
                priority,
                false,
                Optional.empty());
    }

    @Tag("slow")
    @Test
    void the_shortest_plan_keeps_to_the_order_and_to_what_an_institution_can_absorb() {
        Plan plan = plan(problem(60, List.of(LAW, TRAINING, REFRESHER), List.of()), Aim.SHORTEST);
        assertThat(plan.state()).isEqualTo(Plan.State.OPTIMAL);
        assertThat(plan.end()).isEqualTo(18);
        assertThat(plan.bound()).contains(18L);
        assertThat(plan.starts().get("training")).isGreaterThanOrEqualTo(6);
        int training = plan.starts().getOrDefault("training", -1);
        int refresher = plan.starts().getOrDefault("refresher", -1);
        assertThat(refresher + 4 <= training || refresher >= training + 12).isTrue();
    }

    @Test
    void what_cannot_be_had_together_is_named_and_nothing_else_is() {
        Plan plan = plan(problem(60, List.of(LAW, due(TRAINING, 15), due(REFRESHER, 40)), List.of()), Aim.SHORTEST);
        assertThat(plan.state()).isEqualTo(Plan.State.INFEASIBLE);
        assertThat(plan.isLeast()).isTrue();
        assertThat(said(plan.conflict().stream().map(Demand::says).toList()))
                .containsExactly(
                        "“Training of officers” is not left out.",
                        "“Training of officers” is over by period 15.",
                        "“Training of officers” waits for “Police law”.");
    }

    @Test
    void without_any_one_demand_of_a_conflict_the_others_can_be_met() {
        List<Step> steps = List.of(LAW, due(TRAINING, 20), due(REFRESHER, 21).locked(17));
        Plan plan = plan(problem(60, steps, List.of()), Aim.ANY);
        assertThat(plan.conflict()).hasSizeGreaterThan(2);
        for (Demand demand : plan.conflict()) {
            List<Demand> others = new ArrayList<>(plan.conflict());
            others.remove(demand);
            com.google.ortools.sat.CpSolver solver = new com.google.ortools.sat.CpSolver();
            ScheduleModel model = new ScheduleModel(
                    problem(60, steps, List.of()), new java.util.LinkedHashSet<>(others), PlanRequest.of(Aim.ANY, 5));
            assertThat(solver.solve(model.model()))
                    .as(demand.toString())
                    .isEqualTo(com.google.ortools.sat.CpSolverStatus.OPTIMAL);
        }
    }

    @Tag("slow")
    @Test
    void two_searches_beside_each_other_prove_what_one_proves() {
        ScheduleProblem problem = problem(60, List.of(LAW, TRAINING, REFRESHER), List.of());
        PlanRequest alone = PlanRequest.of(Aim.EARLY_BENEFIT, 20);
        Plan one = Planner.shipped().plan(problem, alone, Planner.Watch.NOBODY);
        Plan two = Planner.shipped().plan(problem, alone.with(2, 1), Planner.Watch.NOBODY);
        assertThat(one.state()).isEqualTo(Plan.State.OPTIMAL);
        assertThat(two.state()).isEqualTo(Plan.State.OPTIMAL);
        assertThat(two.value()).isEqualTo(one.value()).isEqualTo(two.bound());
    }

    @Tag("slow")
    @Test
    void two_searches_beside_each_other_name_the_same_conflict() {
        ScheduleProblem problem = problem(60, List.of(LAW, due(TRAINING, 15), due(REFRESHER, 40)), List.of());
        PlanRequest alone = PlanRequest.of(Aim.EARLY_BENEFIT, 20);
        Plan two = Planner.shipped().plan(problem, alone.with(2, 1), Planner.Watch.NOBODY);
        assertThat(two.state()).isEqualTo(Plan.State.INFEASIBLE);
        assertThat(two.conflict())
                .isNotEmpty()
                .isEqualTo(Planner.shipped()
                        .plan(problem, alone, Planner.Watch.NOBODY)
                        .conflict());
    }

    @Test
    void of_two_searches_the_better_plan_and_the_closer_bound_count() {
        Plan plan = new Plan(
                Plan.State.FEASIBLE,
                Map.of("law", 0),
                Map.of(),
                List.of(),
                6,
                Optional.of(90L),
                Optional.of(120L),
                List.of(),
                false);
        Plan onlyBound = Plan.without(Plan.State.NOT_ENOUGH_TIME, Optional.of(100L));
        assertThat(plan.beside(onlyBound)).isEqualTo(onlyBound.beside(plan));
        assertThat(plan.beside(onlyBound).bound()).contains(100L);
        assertThat(plan.beside(onlyBound).starts()).containsEntry("law", 0);
        Plan endedBeforeItBegan = Plan.without(Plan.State.NOT_ENOUGH_TIME, Optional.of(0L));
        assertThat(plan.beside(endedBeforeItBegan)).isEqualTo(plan);
        assertThat(endedBeforeItBegan.beside(plan)).isEqualTo(plan);
        assertThat(plan.beside(Plan.without(Plan.State.NOT_ENOUGH_TIME, Optional.of(90L)))
                        .state())
                .isEqualTo(Plan.State.OPTIMAL);
        assertThat(plan.beside(Plan.without(Plan.State.NOT_ENOUGH_TIME, List.of(), false)))
                .isEqualTo(plan);
    }

    @Test
    void a_lock_holds_and_the_rest_moves() {
        Plan plan = plan(problem(60, List.of(LAW, TRAINING, REFRESHER.locked(8)), List.of()), Aim.SHORTEST);
        assertThat(plan.starts()).containsEntry("refresher", 8).containsEntry("training", 12);
        assertThat(plan.end()).isEqualTo(24);
    }

    @Tag("slow")
    @Test
    void windows_hold() {
        Step afterElection = new Step(
                "law",
                "Police law",
                6,
                0,
                Optional.empty(),
                List.of(new Window(10, 12), new Window(30, 40)),
                Map.of(),
                0,
                1,
                true,
                Optional.empty());
        assertThat(plan(problem(60, List.of(afterElection, TRAINING), List.of()), Aim.SHORTEST)
                        .starts())
                .containsEntry("law", 10)
                .containsEntry("training", 16);
    }

    @Tag("slow")
    @Test
    void money_is_committed_only_where_and_when_a_donor_has_it() {
        List<Step> steps = List.of(LAW, TRAINING, optional("radios", 2, 80, 5), optional("cars", 2, 60, 3));
        List<Budget> budgets = List.of(
                new Budget("n1", "n", "Norland, year 1", new Window(0, 11), 100, Set.of()),
                new Budget("s2", "s", "Sudland for cars, year 2", new Window(12, 23), 70, Set.of("cars")));
        Plan plan = plan(problem(60, steps, budgets), Aim.EARLY_BENEFIT);
        assertThat(plan.leftOut()).isEmpty();
        assertThat(plan.starts().get("radios")).isLessThan(12);
        assertThat(plan.starts().get("cars")).isBetween(12, 23);
        Plan poorer = plan(problem(60, steps, budgets.subList(0, 1)), Aim.EARLY_BENEFIT);
        assertThat(poorer.leftOut()).containsExactly("cars");
    }

    @Tag("slow")
    @Test
    void what_waits_for_something_left_out_is_left_out_too() {
        ScheduleProblem poor = new ScheduleProblem(
                20,
                List.of(optional("vetting", 3, 50, 1), optional("equipment", 3, 0, 9)),
                List.of(new Order("vetting", "equipment", 0, "vetting-before-equipment")),
                List.of(ACADEMY),
                List.of(new Budget("n", "n", "Norland", new Window(0, 19), 10, Set.of())));
        assertThat(plan(poor, Aim.EARLY_BENEFIT).leftOut()).containsExactly("vetting", "equipment");
    }

    @Tag("slow")
    @Test
    void an_even_load_has_lower_peaks_than_the_shortest_plan() {
        Limit staff = new Limit("staff", "Ministry", 4);
        List<Step> steps = List.of(
                Step.of("a", "A", 2, Map.of("staff", 2)),
                Step.of("b", "B", 2, Map.of("staff", 2)),
                Step.of("c", "C", 2, Map.of("staff", 2)));
        Plan even = plan(new ScheduleProblem(6, steps, List.of(), List.of(staff), List.of()), Aim.EVEN_LOAD);
        // Half of the limit at every time, in thousandths.
        assertThat(even.value()).contains(500L);
        assertThat(even.end()).isEqualTo(6);
    }

    @Test
    void a_plan_stays_near_the_one_people_agreed_on_unless_that_costs_more_than_it_is_worth() {
        ScheduleProblem free = problem(60, List.of(LAW, TRAINING), List.of());
        Map<String, Integer> agreed = Map.of("law", 3, "training", 20);
        Plan near = Planner.shipped()
                .plan(free, PlanRequest.of(Aim.EARLY_BENEFIT, 10).near(agreed, 5), Planner.Watch.NOBODY);
        assertThat(near.starts()).isEqualTo(agreed);
        Plan early = Planner.shipped()
                .plan(free, PlanRequest.of(Aim.EARLY_BENEFIT, 10).near(agreed, 0), Planner.Watch.NOBODY);
        assertThat(early.starts()).containsEntry("law", 0).containsEntry("training", 6);
    }

    @Tag("slow")
    @Test
    void with_one_thread_the_same_seed_gives_the_same_plan() {
        ScheduleProblem problem = problem(
                60, List.of(LAW, TRAINING, REFRESHER, optional("x", 3, 0, 1), optional("y", 3, 0, 1)), List.of());
        PlanRequest request = PlanRequest.of(Aim.EARLY_BENEFIT, 10).with(1, 7);
        assertThat(Planner.shipped().plan(problem, request, Planner.Watch.NOBODY))
                .isEqualTo(Planner.shipped().plan(problem, request, Planner.Watch.NOBODY));
    }

    @Test
    void circles_are_named_step_by_step() {
        ScheduleProblem circle = new ScheduleProblem(
                60,
                List.of(LAW, TRAINING, REFRESHER),
                List.of(
                        LAW_FIRST,
                        new Order("training", "refresher", 0, ""),
                        new Order("refresher", "training", 0, "")),
                List.of(ACADEMY),
                List.of());
        assertThat(said(circle.faults()))
                .containsExactly("These wait for each other in a circle, so that none can ever begin: "
                        + "Training of officers → Refresher course → Training of officers");
        assertThatThrownBy(() -> plan(circle, Aim.ANY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_cannot_be_meant_is_refused() {
        Step impossible = new Step(
                "x",
                "X",
                5,
                3,
                Optional.of(7),
                List.of(new Window(4, 2)),
                Map.of("nobody", -1),
                -1,
                1,
                true,
                Optional.empty());
        ScheduleProblem wrong = new ScheduleProblem(
                -1,
                List.of(impossible, impossible),
                List.of(new Order("x", "y", -1, "")),
                List.of(new Limit("l", "L", -1)),
                List.of(new Budget("b", "b", "B", new Window(3, 2), -5, Set.of("z"))));
        assertThat(wrong.faults())
                .extracting(Sentence::key)
                .contains(
                        "planning.fault.horizon",
                        "planning.fault.same-id",
                        "planning.fault.negative",
                        "planning.fault.amount",
                        "planning.fault.latest",
                        "planning.fault.window",
                        "planning.fault.unknown");
    }
}
