package org.salus.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salus.planning.PlanRequest.Aim;
import org.salus.planning.ScheduleProblem.Budget;
import org.salus.planning.ScheduleProblem.Step;
import org.salus.planning.ScheduleProblem.Window;

/** The cost of a step falls in the years in which it goes on: the search holds budgets to that, and figures tell the same. */
@Tag("slow")
class MoneyOverYearsTest {
    private static final int YEAR = 12;

    private static Step step(String id, int duration, long cost, Optional<Integer> lock) {
        return new Step(id, id, duration, 0, Optional.empty(), List.of(), Map.of(), cost, 1, true, lock);
    }

    /** What a fund holds in the years from the first one. */
    private static List<Budget> fund(String fund, Set<String> steps, long... amounts) {
        List<Budget> budgets = new ArrayList<>();
        for (int year = 0; year < amounts.length; year++) {
            budgets.add(new Budget(
                    fund + year, fund, fund, new Window(year * YEAR, year * YEAR + YEAR - 1), amounts[year], steps));
        }
        return budgets;
    }

    private static ScheduleProblem problem(List<Step> steps, List<Budget> budgets) {
        return new ScheduleProblem(3 * YEAR, steps, List.of(), List.of(), budgets);
    }

    private static Plan plan(ScheduleProblem problem) {
        return Planner.shipped().plan(problem, PlanRequest.of(Aim.EARLY_BENEFIT, 10), Planner.Watch.NOBODY);
    }

    @Test
    void a_step_of_two_years_needs_half_of_its_cost_in_each_and_not_all_in_the_first() {
        List<Step> steps = List.of(step("law", 24, 1_000, Optional.of(0)));
        assertThat(plan(problem(steps, fund("n", Set.of(), 500, 500))).state()).isEqualTo(Plan.State.OPTIMAL);
        assertThat(plan(problem(steps, fund("n", Set.of(), 501, 499))).state()).isEqualTo(Plan.State.INFEASIBLE);
        assertThat(plan(problem(steps, fund("n", Set.of(), 1_000, 0))).state()).isEqualTo(Plan.State.INFEASIBLE);
    }

    @Test
    void shares_are_exact_where_no_whole_number_is() {
        // Two of three months in the first year, of each of three steps: 3 · 66.66… = 200.
        List<Step> steps = List.of(
                step("a", 3, 100, Optional.of(10)),
                step("b", 3, 100, Optional.of(10)),
                step("c", 3, 100, Optional.of(10)));
        assertThat(plan(problem(steps, fund("n", Set.of(), 200, 100))).state()).isEqualTo(Plan.State.OPTIMAL);
        assertThat(plan(problem(steps, fund("n", Set.of(), 199, 101))).state()).isEqualTo(Plan.State.INFEASIBLE);
    }

    @Test
    void a_step_is_moved_to_where_the_years_it_goes_on_in_hold_enough() {
        // Three months in the first year at most: 250 of 1000.
        Plan plan = plan(problem(List.of(step("law", 12, 1_000, Optional.empty())), fund("n", Set.of(), 250, 900)));
        assertThat(plan.starts()).containsEntry("law", 9);
        assertThat(plan.payers()).containsEntry("law", "n");
    }

    @Test
    void one_donor_pays_for_a_step_as_long_as_it_goes_on() {
        List<Step> steps = List.of(step("law", 12, 1_000, Optional.of(6)));
        List<Budget> two = new ArrayList<>(fund("n", Set.of(), 500));
        two.add(new Budget("s1", "s", "s", new Window(YEAR, 2 * YEAR - 1), 500, Set.of()));
        assertThat(plan(problem(steps, two)).state()).isEqualTo(Plan.State.INFEASIBLE);
        assertThat(plan(problem(steps, fund("n", Set.of(), 500, 500))).payers()).containsEntry("law", "n");
    }

    @Test
    void a_step_that_takes_no_time_is_paid_in_the_year_it_stands_in() {
        List<Step> steps = List.of(step("signing", 0, 70, Optional.empty()));
        Plan plan = plan(problem(steps, fund("n", Set.of(), 69, 70)));
        assertThat(plan.starts()).containsEntry("signing", YEAR);
    }

    @Test
    void durations_without_a_small_common_multiple_are_rounded_so_that_no_budget_is_exceeded() {
        List<Step> steps = new ArrayList<>();
        for (int duration : new int[] {7, 11, 13, 17, 19, 23, 25, 27, 29, 31, 32}) {
            steps.add(step("s" + duration, duration, 999_999_999_999L, Optional.empty()));
        }
        MoneyScale scale = MoneyScale.of(steps);
        for (Step step : steps) {
            assertThat(BigDecimal.valueOf(scale.rate(step)).multiply(BigDecimal.valueOf(step.duration())))
                    .isGreaterThanOrEqualTo(BigDecimal.valueOf(scale.whole(step)));
            assertThat(scale.part(step, step.duration())).isEqualTo(scale.whole(step));
        }
        assertThat(steps.stream().mapToDouble(scale::whole).sum()).isCloseTo(1e17, within(1e16));
    }

    @Test
    void what_a_plan_spends_by_its_figures_is_never_more_than_a_budget_holds() {
        int found = 0;
        for (long seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            List<Step> steps = new ArrayList<>();
            for (int number = 0; number < 6; number++) {
                steps.add(step("s" + number, 1 + random.nextInt(20), 50 + random.nextInt(200), Optional.empty()));
            }
            ScheduleProblem problem = problem(steps, fund("n", Set.of(), 260, 310, 280));
            Plan plan = plan(problem);
            assertThat(plan.isThere() || plan.state() == Plan.State.INFEASIBLE).isTrue();
            if (plan.isThere()) {
                found++;
                Map<Integer, BigDecimal> spent = spent(steps, plan);
                assertThat(spent.getOrDefault(2027, BigDecimal.ZERO)).isLessThanOrEqualTo(new BigDecimal("260"));
                assertThat(spent.getOrDefault(2028, BigDecimal.ZERO)).isLessThanOrEqualTo(new BigDecimal("310"));
                assertThat(spent.getOrDefault(2029, BigDecimal.ZERO)).isLessThanOrEqualTo(new BigDecimal("280"));
            }
        }
        assertThat(found).as("some of them can be paid").isPositive();
    }

    /** By the months of a plan from January 2027, as pages tell it. */
    private static Map<Integer, BigDecimal> spent(List<Step> steps, Plan plan) {
        Map<String, Step> known = new HashMap<>();
        steps.forEach(step -> known.put(step.id(), step));
        LocalDate first = LocalDate.of(2027, 1, 1);
        return CostByTime.byYear(plan.starts().entrySet().stream()
                .map(start -> {
                    Step step = known.getOrDefault(start.getKey(), steps.getFirst());
                    LocalDate from = first.plusMonths(start.getValue());
                    return new CostByTime.Spent(
                            BigDecimal.valueOf(step.cost()),
                            from,
                            from.plusMonths(step.duration()).minusDays(1));
                })
                .toList());
    }

    @Test
    void years_add_up_to_all_costs_and_none_is_above_what_it_holds_rounded_up() {
        List<CostByTime.Spent> spent = List.of(
                new CostByTime.Spent(new BigDecimal("100"), LocalDate.of(2027, 11, 1), LocalDate.of(2028, 1, 31)),
                new CostByTime.Spent(new BigDecimal("100"), LocalDate.of(2027, 11, 1), LocalDate.of(2028, 1, 31)),
                new CostByTime.Spent(new BigDecimal("100"), LocalDate.of(2027, 11, 1), LocalDate.of(2028, 1, 31)));
        assertThat(CostByTime.byYear(spent).get(2027)).isEqualByComparingTo("200");
        assertThat(CostByTime.byYear(spent).get(2028)).isEqualByComparingTo("100");
        assertThat(CostByTime.byYear(spent.subList(0, 1)).get(2027)).isEqualByComparingTo("66.67");
        assertThat(CostByTime.byYear(List.of())).isEmpty();
    }
}
