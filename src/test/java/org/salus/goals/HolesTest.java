package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.salus.framework.ObjectiveDemand;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.workspace.Answer;
import org.salus.workspace.Reply;

/** What is missing in a chain or does not fit in it. Each test takes one thing out of a chain in which nothing is missing. */
class HolesTest {
    private final Plan plan = Plan.whole();

    @Test
    void a_chain_in_which_nothing_is_missing_has_no_holes() {
        HolesAnswer answer = plan.holes();
        assertThat(answer.holes()).isEmpty();
        assertThat(answer.objectives()).isEqualTo(2);
        assertThat(answer.met().values()).containsOnly(2);
    }

    @ParameterizedTest
    @EnumSource(ObjectiveDemand.class)
    void an_objective_needs_everything_the_approach_asks_of_it(ObjectiveDemand demand) {
        switch (demand) {
            case INDICATOR -> plan.without("indicator of payroll");
            case BASELINE ->
                plan.change("indicator of payroll", Indicator.KIND, old -> reading(old, Reading.NONE, old.target()));
            case TARGET ->
                plan.change("indicator of payroll", Indicator.KIND, old -> reading(old, old.baseline(), Reading.NONE));
            case DATE -> {
                plan.change(
                        "indicator of payroll",
                        Indicator.KIND,
                        old -> reading(
                                old, old.baseline(), new Reading(old.target().value(), "", Optional.empty())));
                plan.change(
                        "payroll",
                        Objective.KIND,
                        old -> edited(old, Optional.empty(), old.owner(), old.cost(), old.payerAfterHandover()));
            }
            case OWNER ->
                plan.change(
                        "payroll",
                        Objective.KIND,
                        old -> edited(old, old.until(), " ", old.cost(), old.payerAfterHandover()));
            case ASSUMPTION -> plan.without("payroll rests-on trust");
            case COST ->
                plan.change(
                        "payroll",
                        Objective.KIND,
                        old -> edited(old, old.until(), old.owner(), Cost.UNKNOWN, old.payerAfterHandover()));
            case PAYER_AFTER_HANDOVER ->
                plan.change("payroll", Objective.KIND, old -> edited(old, old.until(), old.owner(), old.cost(), ""));
        }
        assertThat(plan.found()).contains("incomplete:payroll:" + demand.code());
        assertThat(plan.holes().met()).containsEntry(demand, 1);
        // Without an indicator there is neither baseline nor target; nothing else is complained of.
        assertThat(plan.found()).allMatch(name -> name.startsWith("incomplete:payroll:"));
    }

    @Test
    void a_baseline_of_one_indicator_is_none_for_the_target_of_another() {
        Indicator whole =
                Plan.whole().chain().indicators(Plan.id("payroll")).getFirst().value();
        plan.change("indicator of payroll", Indicator.KIND, old -> reading(old, old.baseline(), Reading.NONE));
        plan.put("second indicator", Indicator.KIND, reading(whole, Reading.NONE, whole.target()));
        assertThat(plan.found()).containsExactly("incomplete:payroll:baseline");
        assertThat(plan.holes().holes().getFirst().fix())
                .isEqualTo(new Hole.Fix.Fill(Plan.id("second indicator"), "baseline"));
        assertThat(Wording.english().say(plan.sentences().getFirst())).contains("a target of another");
        plan.put("second indicator", Indicator.KIND, whole);
        assertThat(plan.found()).isEmpty();
    }

    @Test
    void the_date_of_an_indicator_that_cannot_be_compared_is_no_date_for_the_one_that_can() {
        Indicator whole =
                Plan.whole().chain().indicators(Plan.id("payroll")).getFirst().value();
        plan.change(
                "payroll",
                Objective.KIND,
                old -> edited(old, Optional.empty(), old.owner(), old.cost(), old.payerAfterHandover()));
        plan.change(
                "indicator of payroll",
                Indicator.KIND,
                old -> reading(old, old.baseline(), new Reading(old.target().value(), "", Optional.empty())));
        plan.put("second indicator", Indicator.KIND, reading(whole, Reading.NONE, whole.target()));
        assertThat(plan.found()).containsExactly("incomplete:payroll:date");
    }

    @Test
    void why_there_is_no_baseline_is_told_and_is_no_hole() {
        plan.change("indicator of payroll", Indicator.KIND, HolesTest::explained);
        Hole note =
                plan.holes().hole(name("incomplete", "payroll") + ":baseline").orElseThrow();
        assertThat(note.weight()).isEqualTo(Hole.Weight.NOTE);
        assertThat(note.fix()).isEqualTo(new Hole.Fix.Look(Plan.id("indicator of payroll")));
        assertThat(plan.holes().open(Set.of())).isEmpty();
        // Nothing is made up: the objective still has none.
        assertThat(plan.holes().met()).containsEntry(ObjectiveDemand.BASELINE, 1);
    }

    private static Indicator explained(Indicator old) {
        MeasuringPlan none = MeasuringPlan.NONE;
        return new Indicator(
                old.chain(),
                old.of(),
                old.title(),
                old.unit(),
                old.direction(),
                Reading.NONE,
                old.target(),
                old.source(),
                old.method(),
                Optional.of(new MeasuringPlan(
                        "The files burnt in 2019",
                        none.milestones(),
                        none.frequency(),
                        none.firstDue(),
                        none.responsible(),
                        none.levels())));
    }

    @Test
    void a_cost_of_nothing_is_a_cost_and_no_cost_is_none() {
        plan.change(
                "payroll",
                Objective.KIND,
                old -> edited(
                        old,
                        old.until(),
                        old.owner(),
                        new Cost(Optional.of(BigDecimal.ZERO), Optional.empty(), "USD"),
                        old.payerAfterHandover()));
        assertThat(plan.found()).isEmpty();
    }

    @Test
    void what_leads_nowhere_is_a_gap_in_the_logic_and_what_nobody_supports_a_gap_in_support() {
        plan.without("hearings contributes goal").without("clerks contributes hearings");
        assertThat(plan.found())
                .containsExactlyInAnyOrder(
                        "loose-end:hearings", "no-support:hearings", "no-objective:clerks", "one-track:goal");
        assertThat(plan.holes()
                        .hole(name("no-support", "hearings"))
                        .orElseThrow()
                        .gap())
                .contains(org.salus.framework.Gap.SUPPORT);
        assertThat(plan.holes()
                        .hole(name("loose-end", "hearings"))
                        .orElseThrow()
                        .fix())
                .isEqualTo(new Hole.Fix.LinkOnwards(Plan.id("hearings")));
    }

    @Test
    void our_own_support_without_an_objective_is_a_hole_and_that_of_others_only_not_linked_yet() {
        plan.put("gift", Support.KIND, Support.of(Plan.CHAIN, "Sudmark", "Vehicles"));
        Hole note = plan.holes().hole(name("no-objective", "gift")).orElseThrow();
        assertThat(note.weight()).isEqualTo(Hole.Weight.NOTE);
        assertThat(Wording.english().say(note.says())).isEqualTo("Sudmark, “Vehicles”: no objective linked yet.");
        assertThat(plan.holes().open(Set.of())).isEmpty();
        plan.put("gift", Support.KIND, Plan.support("Vehicles", "Nordmark", Means.EQUIP));
        assertThat(plan.holes().open(Set.of())).extracting(Hole::rule).containsExactly("no-objective");
    }

    @Test
    void a_goal_that_only_trains_or_equips_is_named_and_one_other_means_is_enough() {
        plan.put("help", Support.KIND, Plan.support("Courses", "Nordmark", Means.TRAIN));
        plan.put(
                "audit",
                Result.KIND,
                new Result(
                        Plan.CHAIN,
                        "Officers know the rules",
                        ResultKind.OUTPUT,
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        ""));
        assertThat(plan.found()).isEmpty();
        plan.put("clerks", Support.KIND, Plan.support("Computers", "Nordmark", Means.EQUIP));
        assertThat(plan.found()).containsExactly("train-and-equip:goal");
    }

    @Test
    void an_output_is_not_an_outcome_in_three_languages() {
        for (String words : List.of(
                "400 officers TRAINED in human rights", "Trois ateliers sur la loi", "200 agentes capacitados")) {
            plan.put("audit", Result.KIND, Plan.result(words, ResultKind.OUTCOME, Means.RULES));
            assertThat(plan.found()).as(words).containsExactly("output-as-outcome:audit");
            plan.put("audit", Result.KIND, Plan.result(words, ResultKind.OUTPUT, Means.RULES));
            assertThat(plan.found()).as(words).isEmpty();
        }
        plan.put(
                "audit",
                Result.KIND,
                Plan.result("Untrained posts are a thing of the past", ResultKind.OUTCOME, Means.RULES));
        assertThat(plan.found()).isEmpty();
    }

    @Test
    void circles_and_contradictions_that_a_merge_brought_are_borne_and_told() {
        plan.link("payroll", LinkType.CONTRIBUTES, "audit").link("clerks", LinkType.UNDERMINES, "hearings");
        assertThat(plan.found())
                .hasSize(2)
                .anyMatch(name -> name.startsWith("circle:"))
                .contains("contradiction:clerks:hearings");
        plan.link("goal", LinkType.CONTRIBUTES, "help");
        assertThat(plan.holes().holes())
                .filteredOn(hole -> hole.rule().equals("circle"))
                .hasSize(1);
    }

    @Test
    void a_link_to_what_is_gone_is_borne() {
        plan.without("trust");
        assertThat(plan.holes().open(Set.of()))
                .extracting(Hole::name)
                .containsExactlyInAnyOrder(
                        name("incomplete", "payroll") + ":assumption", name("incomplete", "hearings") + ":assumption");
        assertThat(plan.holes().holes()).hasSize(4);
    }

    @Test
    void what_rests_on_a_contradicted_assumption_is_told_at_each_box_that_does() {
        plan.put(
                "trust",
                Assumption.KIND,
                new Assumption(Plan.CHAIN, "The treasury pays on time", AssumptionState.CONTRADICTED, "Arrears"));
        assertThat(plan.found())
                .containsExactlyInAnyOrder(
                        "assumption-contradicted:payroll:trust", "assumption-contradicted:hearings:trust");
    }

    @Test
    void a_mark_is_no_evidence_against_an_assumption_a_reason_is_and_a_source_is_named() {
        plan.put("trust", Assumption.KIND, contradicted(""));
        assertThat(plan.holes().open(Set.of()))
                .hasSize(2)
                .allMatch(hole -> hole.rule().equals("assumption-contradicted"))
                .allMatch(hole -> hole.weight() == Hole.Weight.QUESTION)
                .allMatch(hole -> hole.about().contains(Plan.id("trust")))
                .allMatch(hole -> hole.fix().equals(new Hole.Fix.Fill(Plan.id("trust"), "because")))
                .allMatch(hole -> Wording.english().say(hole.says()).contains("Neither a reason nor a source"));
        plan.put("trust", Assumption.KIND, contradicted("Arrears"));
        assertThat(plan.holes().open(Set.of()))
                .hasSize(2)
                .allMatch(hole -> hole.weight() == Hole.Weight.HOLE)
                .allMatch(hole -> Wording.english().say(hole.says()).contains("no source is named"));
        plan.put("trust", Assumption.KIND, contradicted("")).citing("trust");
        assertThat(plan.holes().open(Set.of()))
                .hasSize(2)
                .allMatch(hole -> hole.weight() == Hole.Weight.HOLE)
                .allMatch(hole -> Wording.english().say(hole.says()).contains("contradicted by what is recorded"));
    }

    private static Assumption contradicted(String because) {
        return new Assumption(Plan.CHAIN, "The treasury pays on time", AssumptionState.CONTRADICTED, because);
    }

    /** World Development Report 2011, box 3.6: rule of law, 17 years for the fastest, 41 for the fastest twenty. */
    @Test
    void what_is_to_be_reached_sooner_than_anywhere_is_told_with_the_published_figures() {
        plan.change("hearings", Objective.KIND, old -> comparable(old, ComparableChange.RULE_OF_LAW, 2027, 2043));
        assertThat(plan.found()).isEmpty();
        plan.change("hearings", Objective.KIND, old -> comparable(old, ComparableChange.RULE_OF_LAW, 2027, 2042));
        assertThat(plan.found()).containsExactly("horizon:hearings");
        assertThat(Wording.english().say(plan.sentences().getFirst()))
                .contains("in 16 years", "took 17", "twenty fastest 41");
        assertThat(plan.holes().holes().getFirst().about()).containsExactly(Plan.id("hearings"));
    }

    @Test
    void a_date_left_out_does_not_make_a_plan_long_enough() {
        plan.change("hearings", Objective.KIND, old -> compared(old, Optional.empty(), old.until()));
        assertThat(plan.found()).containsExactly("horizon:hearings:begins");
        assertThat(plan.holes().holes().getFirst().fix()).isEqualTo(new Hole.Fix.Fill(Plan.id("hearings"), "begins"));
        assertThat(Wording.english().say(plan.sentences().getFirst()))
                .contains("compared with rule of law", "cannot be told");
        // Its last target is of 2031.
        plan.change(
                "hearings",
                Objective.KIND,
                old -> compared(old, Optional.of(PartialDate.ofYear(2027)), Optional.empty()));
        assertThat(plan.found()).containsExactly("horizon:hearings");
        assertThat(Wording.english().say(plan.sentences().getFirst())).contains("in 5 years");
        // An answer keeps the years, so it is for those who may see where they come from.
        assertThat(plan.holes().holes().getFirst().about())
                .containsExactly(Plan.id("hearings"), Plan.id("indicator of hearings"));
    }

    @Test
    void a_target_before_its_baseline_is_told_at_its_box() {
        plan.change("indicator of hearings", Indicator.KIND, old -> planned(old, Direction.UP, "31", 2025, "90", 2025));
        assertThat(plan.found()).isEmpty();
        plan.change("indicator of hearings", Indicator.KIND, old -> planned(old, Direction.UP, "31", 2025, "90", 2024));
        assertThat(plan.found()).containsExactly("target-first:hearings:" + Plan.id("indicator of hearings"));
        assertThat(Wording.english().say(plan.sentences().getFirst()))
                .isEqualTo("The target of “Complaints heard” is dated 2024, before its baseline of 2025.");
    }

    @Test
    void a_target_on_the_other_side_than_the_direction_says_is_told() {
        plan.change(
                "indicator of hearings", Indicator.KIND, old -> planned(old, Direction.DOWN, "10", 2025, "5", 2030));
        assertThat(plan.found()).isEmpty();
        plan.change(
                "indicator of hearings", Indicator.KIND, old -> planned(old, Direction.KEEP, "10", 2025, "5", 2030));
        assertThat(plan.found()).isEmpty();
        plan.change("indicator of hearings", Indicator.KIND, old -> planned(old, Direction.UP, "10", 2025, "5", 2030));
        assertThat(plan.found()).containsExactly("other-way:hearings:" + Plan.id("indicator of hearings"));
        assertThat(Wording.english().say(plan.sentences().getFirst()))
                .isEqualTo("“Complaints heard” is to go up, from 10 to 5: that is down.");
    }

    private static Indicator planned(Indicator old, Direction direction, String from, int begins, String to, int ends) {
        return new Indicator(
                old.chain(),
                old.of(),
                old.title(),
                old.unit(),
                direction,
                new Reading(Optional.of(new BigDecimal(from)), "", Optional.of(PartialDate.ofYear(begins))),
                new Reading(Optional.of(new BigDecimal(to)), "", Optional.of(PartialDate.ofYear(ends))),
                old.source(),
                old.method());
    }

    @Test
    void one_track_alone_is_told_and_says_which() {
        plan.without("hearings contributes goal")
                .without("hearings")
                .without("clerks")
                .without("indicator of hearings");
        assertThat(plan.found()).contains("one-track:goal");
        assertThat(Wording.english()
                        .say(plan.holes()
                                .hole(name("one-track", "goal"))
                                .orElseThrow()
                                .says()))
                .contains("control of the institutions");
    }

    @Test
    void a_goal_of_which_only_the_title_is_known_is_asked_about_and_nothing_is_asked_twice() {
        Plan bare = new Plan().put("goal", Goal.KIND, Goal.of(Plan.CHAIN, "Safer streets"));
        assertThat(bare.found())
                .containsExactly(
                        "loose-end:goal", "not-asked:goal:forWhom", "not-asked:goal:aims", "not-asked:goal:leftOut");
        assertThat(bare.holes().holes()).extracting(Hole::name).doesNotHaveDuplicates();
    }

    @Test
    void an_answered_hole_is_shown_and_no_longer_open() {
        plan.without("hearings contributes goal").without("clerks contributes hearings");
        String name = name("no-support", "hearings");
        assertThat(plan.holes().open(Set.of(name))).extracting(Hole::name).doesNotContain(name);
        assertThat(plan.holes().holes()).extracting(Hole::name).contains(name);
    }

    /** "A first stage only" was said of sixteen years, not of two. */
    @Test
    void a_hole_that_has_become_another_is_open_again_and_a_better_title_changes_nothing() {
        plan.change("hearings", Objective.KIND, old -> comparable(old, ComparableChange.RULE_OF_LAW, 2027, 2042));
        Answer answer = answer(Reply.AGREE);
        assertThat(isAnswered(answer)).isTrue();
        plan.change(
                "hearings",
                Objective.KIND,
                old -> comparable(
                        Plan.objective("Parliament hears each complaint within a year", "parliament", "G2"),
                        ComparableChange.RULE_OF_LAW,
                        2027,
                        2042));
        assertThat(isAnswered(answer)).isTrue();
        plan.change("hearings", Objective.KIND, old -> comparable(old, ComparableChange.RULE_OF_LAW, 2027, 2028));
        assertThat(plan.found()).containsExactly("horizon:hearings");
        assertThat(isAnswered(answer)).isFalse();
    }

    @Test
    void a_circle_is_the_same_under_better_titles_and_another_with_another_box_in_it() {
        plan.link("payroll", LinkType.CONTRIBUTES, "audit");
        String before = circle().matter(plan.chain());
        plan.change("payroll", Objective.KIND, old -> Plan.objective("Pay reaches each post", "police", "G3"));
        assertThat(Wording.english().say(circle().says())).contains("Pay reaches each post");
        assertThat(circle().matter(plan.chain())).isEqualTo(before);
        plan.link("payroll", LinkType.CONTRIBUTES, "hearings").link("hearings", LinkType.CONTRIBUTES, "audit");
        assertThat(circle().matter(plan.chain())).isNotEqualTo(before);
    }

    private Hole circle() {
        return plan.holes().holes().stream()
                .filter(hole -> hole.rule().equals("circle"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_is_dealt_with_and_found_all_the_same_is_open() {
        plan.change("payroll", Objective.KIND, old -> edited(old, old.until(), " ", old.cost(), "Treasury"));
        assertThat(isAnswered(answer(Reply.DEALT_WITH))).isFalse();
        assertThat(isAnswered(answer(Reply.DISAGREE))).isTrue();
    }

    @Test
    void an_answer_of_which_nobody_kept_to_what_it_was_given_holds() {
        plan.change("payroll", Objective.KIND, old -> edited(old, old.until(), " ", old.cost(), "Treasury"));
        assertThat(isAnswered(new Answer(
                        name("incomplete", "payroll") + ":owner",
                        "2026-2",
                        Reply.AGREE,
                        "So be it",
                        Optional.empty(),
                        List.of())))
                .isTrue();
    }

    /** An answer to the first hole of the plan as it is now. */
    private Answer answer(Reply reply) {
        Hole hole = plan.holes().holes().getFirst();
        return new Answer(
                hole.name(),
                "2026-2",
                reply,
                "So be it",
                Optional.empty(),
                hole.about(),
                Optional.of(Answer.AsRead.of(
                        hole.matter(plan.chain()), Wording.english().say(hole.says()))));
    }

    private boolean isAnswered(Answer answer) {
        return plan.holes().holes().getFirst().isAnsweredBy(answer, plan.chain());
    }

    /** Holes are a function of the model: of what is in it, not of the order it came in. */
    @RepeatedTest(30)
    void the_order_of_items_does_not_matter(RepetitionInfo turn) {
        Random chance = new Random(turn.getCurrentRepetition());
        plan.without("payroll rests-on trust").link("payroll", LinkType.CONTRIBUTES, "audit");
        plan.put("extra", Goal.KIND, Goal.of(Plan.CHAIN, "Safer streets"));
        Set<String> usual = plan.holes().holes().stream().map(Hole::name).collect(Collectors.toSet());
        Set<String> shuffled = HolesAnalysis.of(plan.inquiry(plan.shuffled(chance))).holes().stream()
                .map(Hole::name)
                .collect(Collectors.toSet());
        assertThat(shuffled).isEqualTo(usual);
    }

    private static String name(String rule, String box) {
        return rule + ":" + Plan.id(box);
    }

    private static Indicator reading(Indicator old, Reading baseline, Reading target) {
        return new Indicator(
                old.chain(),
                old.of(),
                old.title(),
                old.unit(),
                old.direction(),
                baseline,
                target,
                old.source(),
                old.method());
    }

    private static Objective edited(Objective old, Optional<PartialDate> until, String owner, Cost cost, String payer) {
        return new Objective(
                old.chain(),
                old.title(),
                old.institution(),
                "",
                old.characteristic(),
                old.begins(),
                until,
                owner,
                cost,
                payer,
                old.why(),
                old.threatened(),
                old.comparable(),
                "",
                Optional.empty(),
                "");
    }

    private static Objective compared(Objective old, Optional<PartialDate> begins, Optional<PartialDate> until) {
        return new Objective(
                old.chain(),
                old.title(),
                old.institution(),
                "",
                old.characteristic(),
                begins,
                until,
                old.owner(),
                old.cost(),
                old.payerAfterHandover(),
                old.why(),
                old.threatened(),
                Optional.of(ComparableChange.RULE_OF_LAW),
                "",
                Optional.empty(),
                "");
    }

    private static Objective comparable(Objective old, ComparableChange change, int begins, int until) {
        return new Objective(
                old.chain(),
                old.title(),
                old.institution(),
                "",
                old.characteristic(),
                Optional.of(PartialDate.ofYear(begins)),
                Optional.of(PartialDate.ofYear(until)),
                old.owner(),
                old.cost(),
                old.payerAfterHandover(),
                old.why(),
                old.threatened(),
                Optional.of(change),
                "",
                Optional.empty(),
                "");
    }
}
