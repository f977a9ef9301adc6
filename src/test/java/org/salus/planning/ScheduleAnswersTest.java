package org.salus.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.salus.planning.PlannedWorkspace.begins;
import static org.salus.planning.PlannedWorkspace.said;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.goals.Link;
import org.salus.goals.Objective;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Sensitivity;

/** The steps of a workspace in their order, and what is in the way: from what people say to the answer. */
@Tag("slow")
class ScheduleAnswersTest {
    private static final String LAW = "A police law";
    private static final String TRAINING = "Officers trained in the law";
    private static final String RADIOS = "Radios at every post";

    @TempDir
    private Path folder;

    private PlannedWorkspace at;

    @BeforeEach
    void open() {
        at = new PlannedWorkspace(folder);
    }

    @AfterEach
    void close() {
        at.close();
    }

    private void lawAndTraining() {
        at.objective(LAW, "months", "12", "type", "law");
        at.objective(TRAINING, "months", "6", "type", "training", "must", "yes");
        at.say(PlanList.ORDERS, "before", LAW, "after", TRAINING);
    }

    private static List<String> words(List<ScheduleAnswer.Clash> conflict) {
        return conflict.stream()
                .map(clash -> Wording.english().say(clash.says()))
                .toList();
    }

    @Test
    void steps_begin_when_what_they_wait_for_is_over() {
        lawAndTraining();
        ScheduleAnswer answer = at.answer();
        assertThat(answer.state()).isEqualTo(ScheduleAnswer.State.OPTIMAL);
        assertThat(begins(answer, LAW)).contains("2027-01");
        assertThat(begins(answer, TRAINING)).contains("2028-01");
        assertThat(said(answer))
                .containsExactly(
                        "2 steps are planned, from January 2027 to June 2028.",
                        "No plan is better for early benefit for goals of high priority: that is proven.");
    }

    @Test
    void a_step_without_a_duration_is_named_and_not_planned_and_neither_is_what_waits_for_it() {
        at.objective(LAW);
        at.objective(TRAINING, "months", "6");
        at.objective(RADIOS, "months", "3");
        at.say(PlanList.ORDERS, "before", LAW, "after", TRAINING);
        ScheduleAnswer answer = at.answer();
        assertThat(answer.steps()).extracting(ScheduleAnswer.Line::title).containsExactly(RADIOS);
        assertThat(answer.missing())
                .extracting(Affordability.Lack::title, Affordability.Lack::what)
                .containsExactly(tuple(LAW, Missing.DURATION), tuple(TRAINING, Missing.BEFORE));
        assertThat(said(answer))
                .last()
                .asString()
                .isEqualTo("2 steps have no place in it, since something is not said.");
    }

    @Test
    void what_cannot_be_had_together_is_told_in_months_with_the_place_to_change_it_and_resolved_by_giving_way() {
        lawAndTraining();
        at.say(PlanList.STEPS, "step", TRAINING, "latest", "2028-03");
        ScheduleAnswer answer = at.answer();
        assertThat(answer.state()).isEqualTo(ScheduleAnswer.State.INFEASIBLE);
        assertThat(words(answer.conflict()))
                .containsExactly(
                        "“" + TRAINING + "” may not be left out.",
                        "“" + TRAINING + "” takes 6 months and is over by March 2028.",
                        "“" + TRAINING + "” waits for “" + LAW + "”, which takes 12 months.");
        assertThat(answer.conflict()).allSatisfy(clash -> {
            assertThat(at.view().find(ItemId.of(clash.item().orElseThrow()))).isPresent();
            // Giving way in any one of them resolves it, which is tried without being kept.
            assertThat(at.answer("try", clash.change()).state())
                    .as(clash.change())
                    .isEqualTo(ScheduleAnswer.State.OPTIMAL);
        });
        assertThat(at.answer().state()).isEqualTo(ScheduleAnswer.State.INFEASIBLE);
    }

    @Test
    void an_institution_carries_no_more_than_it_can_absorb_at_the_same_time() {
        at.objective(LAW, "months", "10");
        at.objective(RADIOS, "months", "10");
        Item<?> limit = at.say(PlanList.LIMITS, "title", "Legal office", "capacity", "1");
        assertThat(begins(at.answer(), LAW)).contains("2027-01");
        assertThat(begins(at.answer(), RADIOS)).contains("2027-01");
        at.say(PlanList.STEPS, "step", LAW, "uses", "Legal office: 1");
        at.say(PlanList.STEPS, "step", RADIOS, "uses", limit.id() + ": 1");
        ScheduleAnswer answer = at.answer();
        assertThat(List.of(
                        begins(answer, LAW).orElseThrow(),
                        begins(answer, RADIOS).orElseThrow()))
                .containsExactlyInAnyOrder("2027-01", "2027-11");
        assertThat(answer.loads())
                .containsExactly(new ScheduleAnswer.Load(
                        limit.id().toString(), "Legal office", 1, 1, Optional.of(PartialDate.of("2027-01"))));
    }

    @Test
    void money_is_spent_in_the_years_and_for_the_steps_a_donor_has_it_for() {
        at.objective(LAW, "months", "6", "priority", "9");
        at.objective(RADIOS, "months", "6");
        at.objective(TRAINING, "months", "6");
        at.say(
                PlanList.BUDGETS,
                "donor",
                "Norland",
                "currency",
                "USD",
                "years",
                "2028: 250000",
                "earmarks",
                LAW + ";" + RADIOS);
        ScheduleAnswer answer = at.answer();
        assertThat(begins(answer, LAW)).contains("2028-01");
        assertThat(begins(answer, RADIOS)).contains("2028-01");
        assertThat(answer.leftOut()).extracting(ScheduleAnswer.Named::title).containsExactly(TRAINING);
        assertThat(answer.steps()).extracting(ScheduleAnswer.Line::donor).containsOnly("Norland");
        assertThat(answer.years())
                .contains(new ScheduleAnswer.Year(
                        2028,
                        new BigDecimal("200000"),
                        new BigDecimal("200000"),
                        Optional.of(new BigDecimal("250000"))));
        // Half of it pays for one only: the one of high priority.
        assertThat(at.answer("try", "budget:" + onlyBudget() + "=-50").steps())
                .extracting(ScheduleAnswer.Line::title)
                .containsExactly(LAW);
    }

    @Test
    void a_cost_is_spent_over_the_years_its_step_goes_on_in_and_adds_up_to_the_cent() {
        at.objective(LAW, "months", "18", "earliest", "2027-10", "must", "yes");
        ScheduleAnswer answer = at.answer();
        assertThat(begins(answer, LAW)).contains("2027-10");
        BigDecimal cost = answer.steps().getFirst().cost().orElseThrow();
        Map<Integer, BigDecimal> spent = new HashMap<>();
        answer.years().forEach(year -> spent.put(year.year(), year.spent()));
        // October 2027 to March 2029 has 3, 12 and 3 of 18 months: 16666.66…, 66666.66… and 16666.66…
        assertThat(spent.get(2027)).isEqualByComparingTo("16666.66");
        assertThat(spent.get(2028)).isEqualByComparingTo("66666.67");
        assertThat(spent.get(2029)).isEqualByComparingTo("16666.67");
        assertThat(spent.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(cost);
        assertThat(answer.years().stream().map(ScheduleAnswer.Year::committed).reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("committed is the same money, whole in the first year")
                .isEqualByComparingTo(cost);
    }

    private String onlyBudget() {
        return at.view().list(PlanBudget.KIND).getFirst().id().toString();
    }

    @Test
    void a_budget_for_steps_of_which_none_is_planned_pays_for_none_instead_of_all() {
        at.objective(LAW);
        at.objective(RADIOS, "months", "6");
        at.say(PlanList.STEPS, "step", LAW, "must", "no");
        at.say(PlanList.BUDGETS, "donor", "Norland", "currency", "USD", "years", "2028: 900000", "earmarks", LAW);
        ScheduleAnswer answer = at.answer();
        assertThat(answer.assumed().stream().map(Wording.english()::say))
                .contains("The budget of “Norland” pays for no step that is planned.");
    }

    @Test
    void steps_begin_in_windows_that_are_open_and_in_none_that_are_closed() {
        at.say(PlanList.WINDOWS, "title", "The Assembly sits", "from", "2028", "until", "2029");
        at.say(
                PlanList.WINDOWS,
                "title",
                "Before the election",
                "from",
                "2028-01",
                "until",
                "2028-09",
                "closed",
                "yes");
        at.objective(LAW, "months", "6", "windows", "The Assembly sits; Before the election");
        assertThat(begins(at.answer(), LAW)).contains("2028-10");
        at.say(
                PlanList.STEPS,
                "step",
                LAW,
                "windows",
                "Before the election",
                "latest",
                "2028-03",
                "earliest",
                "2028-01");
        assertThat(at.answer().state()).isEqualTo(ScheduleAnswer.State.FAULTY);
    }

    @Test
    void other_plans_of_the_same_steps_are_set_along_time_money_and_risk() {
        at.objective(LAW, "months", "6");
        at.objective(RADIOS, "months", "6");
        at.objective(TRAINING, "months", "6");
        List<ScheduleAnswer.Other> others = at.answer("others", "yes").others();
        assertThat(others)
                .extracting(ScheduleAnswer.Other::aim)
                .containsExactly(
                        PlanRequest.Aim.EARLY_BENEFIT,
                        PlanRequest.Aim.SHORTEST,
                        PlanRequest.Aim.EVEN_MONEY,
                        PlanRequest.Aim.SLACK);
        assertThat(others.get(1).end()).contains(PartialDate.of("2027-06"));
        // What is as good where it stands is not moved.
        assertThat(others.get(1).moved()).contains(0);
        // No year takes more than five of the six months of one step: three steps cannot lie in four years more evenly.
        assertThat(others.get(2).moved()).contains(3);
        assertThat(others.get(0).dearest()).contains(new BigDecimal("300000"));
        assertThat(others.get(2).dearest()).contains(new BigDecimal("83333.34"));
    }

    @Test
    void a_plan_is_agreed_on_and_later_ones_are_compared_with_it_and_can_stay_near_it() {
        lawAndTraining();
        at.agree("First plan");
        assertThat(at.answer().comparison().orElseThrow().moved()).isEmpty();
        at.say(PlanList.STEPS, "step", LAW, "lock", "2027-07");
        PlanComparison compared = at.answer().comparison().orElseThrow();
        assertThat(compared.moved())
                .extracting(PlanComparison.Moved::title, one -> one.months().orElseThrow())
                .containsExactlyInAnyOrder(tuple(LAW, 6), tuple(TRAINING, 6));
        assertThat(compared.endBefore()).contains(PartialDate.of("2028-06"));
        assertThat(compared.endAfter()).contains(PartialDate.of("2028-12"));
        Item<AgreedPlan> kept = at.view().list(AgreedPlan.KIND).getFirst();
        assertThat(kept.value().entries()).isNotEmpty();
        assertThat(kept.value().seed()).isEqualTo(1);
    }

    @Test
    void the_roadmap_of_an_agreed_plan_stays_as_it_was_kept_whatever_is_planned_later() {
        lawAndTraining();
        Roadmap found = at.answer().roadmapOrReason();
        at.agree("First plan");
        at.say(PlanList.STEPS, "step", LAW, "lock", "2027-07");
        String id = at.answer().agreed().getFirst().id();
        Roadmap kept = at.answers().kept(id);
        assertThat(kept.title()).isEqualTo("First plan");
        assertThat(kept.bars())
                .extracting(Roadmap.Bar::title, Roadmap.Bar::from, Roadmap.Bar::until, Roadmap.Bar::cost)
                .containsExactlyElementsOf(found.bars().stream()
                        .map(bar -> tuple(bar.title(), bar.from(), bar.until(), bar.cost()))
                        .toList());
        assertThat(kept.bars())
                .extracting(Roadmap.Bar::after)
                .contains(List.of(kept.bars().getFirst().id()));
    }

    @Test
    void a_plan_stays_near_the_agreed_one_as_far_as_that_is_to_hold() {
        at.objective(LAW, "months", "12", "lock", "2027-07");
        at.agree("First plan");
        at.put(at.view()
                .list(StepNeeds.KIND)
                .getFirst()
                .saying(at.view().list(StepNeeds.KIND).getFirst().value().lockedAt(Optional.empty())));
        assertThat(begins(at.answer(), LAW)).contains("2027-01");
        assertThat(begins(at.answer("stability", "5"), LAW)).contains("2027-07");
    }

    @Test
    void whoever_has_had_enough_gets_what_is_found_and_nothing_else_is_looked_for() {
        lawAndTraining();
        ScheduleQuestion question =
                ScheduleQuestion.of(name -> name.equals("others") ? Optional.of("yes") : Optional.empty());
        ScheduleAnswer answer = at.answers().answer(question, new Planner.Watch() {
            @Override
            public boolean isOver() {
                return true;
            }
        });
        assertThat(answer.steps()).hasSize(2);
        assertThat(answer.others()).hasSize(1);
    }

    @Test
    void what_is_only_tried_is_compared_with_what_stands_and_cannot_be_agreed_on() {
        lawAndTraining();
        ScheduleAnswer tried = at.answer("try", "months:" + LAW + "=18; until=2032-12");
        assertThat(tried.until()).contains(PartialDate.of("2032-12"));
        assertThat(tried.comparison().orElseThrow().moved())
                .extracting(PlanComparison.Moved::title, one -> one.months().orElseThrow())
                .containsExactly(tuple(TRAINING, 6));
        assertThatThrownBy(() -> at.answers().agreed(tried, "x", PartialDate.of("2027-02-01"), ""))
                .isInstanceOf(Failure.class);
        assertThat(begins(at.answer(), TRAINING)).contains("2028-01");
    }

    @Test
    void a_change_that_means_nothing_is_refused_with_what_would_mean_something() {
        lawAndTraining();
        for (String wrong :
                List.of("x", "speed:" + LAW + "=3", "months:nobody=3", "months:" + LAW + "=soon", "limit:x=+1")) {
            assertThatThrownBy(() -> at.answer("try", wrong))
                    .as(wrong)
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(Wording.english().say(failure.sentence()))
                                    .contains(wrong));
        }
        assertThatThrownBy(() -> at.answer("aim", "cheapest")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> at.answer("seconds", "0")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> at.answer("against", "nothing")).isInstanceOf(Failure.class);
    }

    @Test
    void orders_in_a_circle_are_refused_with_the_names_of_all_that_wait_for_each_other() {
        lawAndTraining();
        at.objective(RADIOS, "months", "3");
        at.say(PlanList.ORDERS, "before", TRAINING, "after", RADIOS);
        assertThat(at.refused(PlanList.ORDERS, "before", RADIOS, "after", LAW))
                .singleElement()
                .asString()
                .contains("in a circle", LAW, TRAINING, RADIOS);
    }

    @Test
    void a_circle_that_a_merge_brings_is_named_and_nothing_is_planned() {
        lawAndTraining();
        PlanBook book = PlanBook.of(at.view()).orElseThrow();
        StepOrder order = book.orders().getFirst().value();
        StepOrder back = new StepOrder(
                order.chain(),
                /* before= */ order.after(),
                /* after= */ order.before(),
                "",
                OrderStanding.KEPT,
                Optional.empty(),
                "");
        ScheduleReading reading = new ScheduleReading(book.with(
                book.needs(),
                List.of(
                        book.orders().getFirst(),
                        new Item<>(
                                StepOrder.id(back.before(), back.after(), ""),
                                StepOrder.KIND,
                                Sensitivity.forMembers(),
                                List.of(),
                                back,
                                Set.of())),
                book.limits(),
                book.budgets()));
        assertThat(reading.faults()).singleElement().satisfies(fault -> {
            assertThat(Wording.english().say(fault.says())).contains("in a circle", LAW, TRAINING);
            assertThat(fault.item()).isPresent();
        });
    }

    @Test
    void an_amount_larger_than_can_be_planned_with_is_named() {
        at.objective(LAW, "months", "6");
        at.say(PlanList.BUDGETS, "donor", "Norland", "currency", "USD", "years", "2027: 9000000000000000000000");
        ScheduleAnswer answer = at.answer();
        assertThat(answer.state()).isEqualTo(ScheduleAnswer.State.FAULTY);
        assertThat(Wording.english().say(answer.faults().getFirst().says())).contains("Norland");
    }

    @Test
    void impossible_numbers_and_dates_are_refused_where_they_are_written() {
        Item<Objective> law = at.objective(LAW, "months", "12");
        assertThat(at.refused(PlanList.STEPS, "step", LAW, "months", "-3")).hasSize(1);
        assertThat(at.refused(PlanList.STEPS, "step", LAW, "earliest", "2029", "latest", "2028"))
                .hasSize(1);
        assertThat(at.refused(PlanList.STEPS, "step", LAW, "lock", "2028"))
                .containsExactly("A beginning that is fixed by hand needs a month, such as 2028-03.");
        assertThat(at.refused(PlanList.STEPS, "step", law.id().toString(), "cost", "-5", "currency", "USD"))
                .hasSize(2);
        assertThat(at.refused(PlanList.WINDOWS, "title", "Backwards", "from", "2029", "until", "2028"))
                .containsExactly("“Backwards” ends (2028) before it begins (2029).");
        assertThat(at.refused(PlanList.BUDGETS, "donor", "N", "currency", "USD", "years", "2028: -1; 2028: 5"))
                .hasSize(2);
        assertThat(at.refused(PlanList.LIMITS, "title", "L", "capacity", "1.5")).hasSize(1);
        assertThat(at.refused(PlanList.FRAME, "from", "2030", "until", "2027")).hasSize(1);
    }

    @Test
    void a_step_that_cannot_be_over_in_time_is_named_with_the_place_to_change_it() {
        at.objective(LAW, "months", "30", "earliest", "2027-01", "latest", "2028-12");
        ScheduleAnswer answer = at.answer();
        assertThat(answer.state()).isEqualTo(ScheduleAnswer.State.FAULTY);
        assertThat(answer.faults().stream().map(fault -> Wording.english().say(fault.says())))
                .containsExactly(
                        "“" + LAW + "” cannot be over by December 2028: it begins in January 2027 at the earliest "
                                + "and takes 30 months.");
        assertThat(answer.faults().getFirst().item())
                .contains(at.view().list(StepNeeds.KIND).getFirst().id().toString());
    }

    @Test
    void the_library_offers_what_usually_comes_first_and_asks_for_what_is_not_there() {
        lawAndTraining();
        PlanningBoard board = PlanningBoard.of(at.view(), Locale.ENGLISH);
        assertThat(board.offered().offers())
                .extracting(PreconditionLibrary.Offer::precondition, PreconditionLibrary.Offer::beforeTitle)
                .containsExactly(tuple("law-before-training", LAW));
        assertThat(board.offered().unmet())
                .extracting(PreconditionLibrary.Unmet::precondition)
                .contains("vetting-before-training");
        assertThat(at.refused(
                        PlanList.ORDERS,
                        "before",
                        LAW,
                        "after",
                        TRAINING,
                        "precondition",
                        "law-before-training",
                        "standing",
                        "declined"))
                .containsExactly("Declining needs a reason.");
        at.say(
                PlanList.ORDERS,
                "before",
                LAW,
                "after",
                TRAINING,
                "precondition",
                "law-before-training",
                "standing",
                "declined",
                "because",
                "The law of 2019 holds");
        assertThat(PlanningBoard.of(at.view(), Locale.ENGLISH).offered().offers())
                .isEmpty();
        assertThat(PlanningBoard.of(at.view(), Locale.ENGLISH).offered().decided())
                .extracting(PreconditionLibrary.Decided::standing, PreconditionLibrary.Decided::because)
                .contains(tuple(OrderStanding.DECLINED, "The law of 2019 holds"));
    }

    @Test
    void with_one_thread_the_same_question_has_the_same_answer() {
        lawAndTraining();
        at.objective(RADIOS, "months", "3");
        assertThat(at.answer("seed", "7", "others", "yes")).isEqualTo(at.answer("seed", "7", "others", "yes"));
    }

    @Test
    void the_plan_in_days_is_what_charts_and_files_are_drawn_from() {
        lawAndTraining();
        Roadmap roadmap = at.answer().roadmap().orElseThrow();
        assertThat(roadmap.bars())
                .extracting(
                        Roadmap.Bar::title,
                        bar -> bar.from().toString(),
                        bar -> bar.until().toString())
                .containsExactly(tuple(LAW, "2027-01-01", "2027-12-31"), tuple(TRAINING, "2028-01-01", "2028-06-30"));
        assertThat(roadmap.bars().getLast().after())
                .containsExactly(roadmap.bars().getFirst().id());
        assertThat(at.answer("try", "months:" + LAW + "=900").roadmap()).isEmpty();
    }

    @Test
    void four_hundred_steps_in_chains_are_planned_within_a_limit_and_a_budget() {
        List<Item<?>> items = new ArrayList<>();
        Item<?> limit = at.say(PlanList.LIMITS, "title", "Ministry", "capacity", "40");
        List<ItemId> boxes = new ArrayList<>();
        for (int number = 0; number < 400; number++) {
            Item<Objective> objective = Item.fresh(Objective.KIND, Objective.of(at.chain.id(), "Objective " + number));
            boxes.add(objective.id());
            items.add(objective);
            items.add(Item.fresh(Link.KIND, Link.of(at.chain.id(), objective.id(), at.goal.id())));
        }
        at.put(items.toArray(Item[]::new));
        items.clear();
        for (int number = 0; number < 400; number++) {
            StepNeeds blank = StepNeeds.of(at.chain.id(), boxes.get(number));
            items.add(new Item<>(
                    StepNeeds.id(boxes.get(number)),
                    StepNeeds.KIND,
                    Sensitivity.forMembers(),
                    List.of(),
                    new StepNeeds(
                            blank.chain(),
                            blank.box(),
                            Optional.empty(),
                            Optional.of(BigDecimal.valueOf(1 + number % 5)),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            Optional.empty(),
                            false,
                            Optional.empty(),
                            List.of(new LimitUse(limit.id(), BigDecimal.ONE)),
                            Optional.empty(),
                            "",
                            ""),
                    Set.of()));
            if (number >= 40) {
                items.add(new TypedPlan(
                                PlanList.ORDERS,
                                PlannedWorkspace.typed(
                                        "before",
                                        boxes.get(number - 40).toString(),
                                        "after",
                                        boxes.get(number).toString()))
                        .item(at.view()));
            }
        }
        at.put(items.toArray(Item[]::new));
        ScheduleAnswer answer = at.answer("seconds", "5");
        assertThat(answer.state()).isIn(ScheduleAnswer.State.OPTIMAL, ScheduleAnswer.State.FEASIBLE);
        assertThat(answer.steps().size() + answer.leftOut().size()).isEqualTo(400);
        assertThat(answer.loads().getFirst().peak()).isBetween(1, 40);
        Map<String, ScheduleAnswer.Line> lines = new HashMap<>();
        answer.steps().forEach(line -> lines.put(line.id(), line));
        assertThat(answer.steps())
                .allSatisfy(line -> assertThat(line.after())
                        .allSatisfy(before -> assertThat(Objects.requireNonNull(lines.get(before))
                                        .until())
                                .isLessThan(line.begins())));
    }
}
