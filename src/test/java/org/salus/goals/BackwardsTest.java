package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/** How far planning backwards has come follows from the plan, whoever wrote it and wherever. */
class BackwardsTest {
    private static Backwards of(Plan plan, String goal) {
        return Backwards.of(plan.chain(), plan.holes(), Set.of(), Optional.of(Plan.id(goal)));
    }

    private static List<String> open(Backwards backwards, BackwardStep step) {
        return backwards.open().getOrDefault(step, List.of()).stream()
                .map(Hole::name)
                .toList();
    }

    @Test
    void without_a_goal_one_begins_with_the_citizens() {
        Backwards nothing = Backwards.of(new Plan().chain(), new Plan().holes(), Set.of(), Optional.empty());
        assertThat(nothing.next()).isEqualTo(BackwardStep.CITIZENS);
        assertThat(BackwardStep.values()).allMatch(step -> !nothing.isDone(step));
    }

    @Test
    void nothing_is_done_where_nothing_is_planned_and_it_is_said_what_comes_first() {
        Plan bare = new Plan().put("goal", Goal.KIND, Goal.of(Plan.CHAIN, "Safer streets"));
        String looseEnd = "loose-end:" + Plan.id("goal");
        assertThat(bare.holes().holes()).extracting(Hole::name).contains(looseEnd);
        // Also where somebody has accepted that no objective leads to the goal.
        for (Set<String> answered : List.of(Set.<String>of(), Set.of(looseEnd))) {
            Backwards begun = Backwards.of(bare.chain(), bare.holes(), answered, Optional.of(Plan.id("goal")));
            assertThat(BackwardStep.values()).noneMatch(begun::isDone);
            assertThat(begun.waitsFor(BackwardStep.CHANGE)).isEmpty();
            assertThat(List.of(BackwardStep.ROUTE, BackwardStep.SUPPORT, BackwardStep.MISSING, BackwardStep.COST))
                    .allMatch(step -> begun.waitsFor(step)
                            .filter(BackwardStep.CHANGE::equals)
                            .isPresent());
        }
        Backwards nothing = Backwards.of(new Plan().chain(), new Plan().holes(), Set.of(), Optional.empty());
        assertThat(nothing.waitsFor(BackwardStep.CITIZENS)).isEmpty();
        assertThat(nothing.waitsFor(BackwardStep.COST)).contains(BackwardStep.CITIZENS);
    }

    @Test
    void a_whole_plan_has_nothing_open_and_leads_to_the_last_step() {
        Backwards whole = of(Plan.whole(), "goal");
        assertThat(BackwardStep.values()).allMatch(whole::isDone);
        assertThat(whole.next()).isEqualTo(BackwardStep.COST);
        assertThat(whole.objectives())
                .extracting(Item::id)
                .containsExactlyInAnyOrder(Plan.id("payroll"), Plan.id("hearings"));
    }

    @Test
    void what_is_open_stands_at_the_step_where_it_is_mended_and_the_first_of_them_is_next() {
        Plan plan = Plan.whole();
        plan.put("goal", Goal.KIND, Goal.of(Plan.CHAIN, "Something better"));
        plan.put("bare", Objective.KIND, Objective.of(Plan.CHAIN, "An objective of which nothing is said"));
        plan.link("bare", LinkType.CONTRIBUTES, "goal");
        Backwards open = of(plan, "goal");
        assertThat(open.next()).isEqualTo(BackwardStep.CITIZENS);
        assertThat(open(open, BackwardStep.CITIZENS)).allMatch(name -> name.startsWith("not-asked"));
        assertThat(open(open, BackwardStep.CHANGE)).anyMatch(name -> name.contains("owner"));
        assertThat(open(open, BackwardStep.ROUTE)).anyMatch(name -> name.contains("assumption"));
        assertThat(open(open, BackwardStep.MISSING)).anyMatch(name -> name.startsWith("no-support"));
        assertThat(open(open, BackwardStep.COST)).hasSize(2);
        assertThat(open.without()).extracting(Item::id).containsExactly(Plan.id("bare"));
        assertThat(open.isDone(BackwardStep.SUPPORT)).isTrue();
    }

    @Test
    void every_open_hole_of_the_goal_stands_at_exactly_one_step() {
        Plan plan = Plan.whole();
        plan.put("goal", Goal.KIND, Goal.of(Plan.CHAIN, "Train the police"));
        plan.put("bare", Objective.KIND, Objective.of(Plan.CHAIN, "Training"));
        plan.link("bare", LinkType.CONTRIBUTES, "goal");
        Backwards open = of(plan, "goal");
        Set<ItemId> own = plan.chain().before(Plan.id("goal"));
        List<String> expected = plan.holes().open(Set.of()).stream()
                .filter(hole -> own.contains(hole.box()) || hole.box().equals(Plan.id("goal")))
                .map(Hole::name)
                .sorted()
                .toList();
        assertThat(Stream.of(BackwardStep.values())
                        .flatMap(step -> open(open, step).stream())
                        .sorted()
                        .toList())
                .isEqualTo(expected)
                .isNotEmpty();
    }

    @Test
    void what_belongs_to_another_goal_is_not_counted_here() {
        Plan plan = Plan.whole();
        plan.put("other", Goal.KIND, Goal.of(Plan.CHAIN, "Another goal"));
        assertThat(BackwardStep.values()).allMatch(of(plan, "goal")::isDone);
        Backwards other = of(plan, "other");
        assertThat(other.objectives()).isEmpty();
        assertThat(other.isDone(BackwardStep.CHANGE)).isFalse();
    }
}
