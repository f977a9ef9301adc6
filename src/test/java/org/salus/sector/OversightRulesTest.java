package org.salus.sector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.sector.ActorType.ARMY;
import static org.salus.sector.ActorType.AUDIT_OFFICE;
import static org.salus.sector.ActorType.COURT;
import static org.salus.sector.ActorType.GENERAL_STAFF;
import static org.salus.sector.ActorType.HEAD_OF_STATE;
import static org.salus.sector.ActorType.INSPECTORATE;
import static org.salus.sector.ActorType.MINISTRY_OF_DEFENCE;
import static org.salus.sector.ActorType.OMBUDS;
import static org.salus.sector.ActorType.PARLIAMENT;
import static org.salus.sector.ActorType.PARLIAMENT_COMMITTEE;
import static org.salus.sector.ActorType.POLICE;
import static org.salus.sector.Power.DETAIN;
import static org.salus.sector.Power.USE_FORCE;
import static org.salus.sector.TieType.ADJUDICATES;
import static org.salus.sector.TieType.APPOINTS;
import static org.salus.sector.TieType.AUDITS;
import static org.salus.sector.TieType.BUDGETS_FOR;
import static org.salus.sector.TieType.COMMANDS;
import static org.salus.sector.TieType.INSPECTS;
import static org.salus.sector.TieType.INVESTIGATES;
import static org.salus.sector.TieType.OVERSEES;
import static org.salus.sector.TieType.PART_OF;
import static org.salus.sector.TieType.REPORTS_TO;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.framework.Pillar;
import org.salus.framework.Recorded;
import org.salus.framework.Wording;
import org.salus.workspace.Reliability;

/** Each rule of the oversight analysis: what makes it speak, and what must not. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OversightRulesTest {
    private static Sketch police() {
        return new Sketch().actor("Police", POLICE, USE_FORCE, DETAIN);
    }

    private static String said(Finding finding) {
        return Wording.english().say(finding.says());
    }

    @Nested
    class Kinds_of_oversight {
        @Test
        void nothing_recorded_is_no_finding_but_a_question_for_each_kind() {
            OversightAnswer answer = police().actor("Assembly", PARLIAMENT)
                    .actor("Audit", AUDIT_OFFICE)
                    .answer();
            assertThat(answer.findings()).isEmpty();
            assertThat(answer.coverage()).hasSize(10).allMatch(row -> row.state() == Recorded.NOT_RECORDED);
            assertThat(answer.toAsk())
                    .extracting(question -> Wording.english().say(question.asks()))
                    .contains(
                            "Legislative oversight of Police: none recorded yet (0 of 1 bodies asked). Is there any, by law and in practice?",
                            "Judicial oversight of Police: no body of this kind is on the map yet. Is there one?");
        }

        @Test
        void is_told_by_who_exercises_it_and_law_and_practice_are_kept_apart() {
            OversightAnswer answer = police().actor("Assembly", PARLIAMENT)
                    .law("Assembly", BUDGETS_FOR, "Police")
                    .answer();
            assertThat(state(answer, Oversight.LEGISLATIVE, Basis.LAW)).isEqualTo(Recorded.RECORDED);
            assertThat(state(answer, Oversight.LEGISLATIVE, Basis.PRACTICE)).isEqualTo(Recorded.NOT_RECORDED);
        }

        @Test
        void a_budget_is_no_judicial_oversight() {
            OversightAnswer answer = police().actor("Court", COURT)
                    .law("Court", BUDGETS_FOR, "Police")
                    .answer();
            assertThat(state(answer, Oversight.JUDICIAL, Basis.LAW)).isEqualTo(Recorded.NOT_RECORDED);
        }

        @Test
        void of_the_whole_covers_its_parts_and_reports_run_the_other_way() {
            OversightAnswer answer = police().actor("Riot unit", POLICE, USE_FORCE)
                    .law("Riot unit", PART_OF, "Police")
                    .actor("Assembly", PARLIAMENT)
                    .practice("Police", REPORTS_TO, "Assembly")
                    .answer();
            assertThat(answer.coverage())
                    .filteredOn(row -> row.kind() == Oversight.LEGISLATIVE && row.basis() == Basis.PRACTICE)
                    .hasSize(2)
                    .allSatisfy(row -> {
                        assertThat(row.state()).isEqualTo(Recorded.RECORDED);
                        assertThat(row.overseers()).containsExactly(Sketch.id("Assembly"));
                    });
        }

        @Test
        void is_found_absent_only_if_every_body_of_the_kind_is_recorded_so_with_a_source() {
            Sketch sketch = police().actor("Assembly", PARLIAMENT)
                    .actor("Senate", PARLIAMENT)
                    .noPractice("Assembly", OVERSEES, "Police");
            assertThat(sketch.findings("oversight-absent")).isEmpty();
            assertThat(sketch.answer().toAsk())
                    .anyMatch(question -> Wording.english()
                            .say(question.asks())
                            .startsWith("Legislative oversight of Police: none recorded yet (0 of 2 bodies asked)"));

            sketch.tie("Senate", OVERSEES, "Police", null, Statement.absent());
            assertThat(sketch.findings("oversight-absent"))
                    .as("an absence without a source is a question")
                    .isEmpty();
            assertThat(sketch.questions("one-weak-source"))
                    .extracting(question -> Wording.english().say(question.asks()))
                    .containsExactly(
                            "That in practice Senate oversees Police is recorded as absent without a source: who says so?");

            sketch.ties.removeLast();
            sketch.noPractice("Senate", OVERSEES, "Police");
            Finding finding = sketch.findings("oversight-absent").getFirst();
            assertThat(said(finding))
                    .isEqualTo(
                            "Legislative oversight of Police in practice is recorded as absent: so it is for each of the 2 bodies of this kind on the map.");
            assertThat(finding.facts())
                    .containsExactlyInAnyOrderElementsOf(
                            sketch.ties.stream().map(tie -> tie.id()).toList());
            assertThat(finding.asked()).isEqualTo(new Asked(2, 2));
            assertThat(finding.edition()).isEqualTo(OversightAnalysis.edition());
        }

        @Test
        void a_body_that_does_not_audit_may_still_oversee() {
            Sketch sketch = police().actor("Assembly", PARLIAMENT).noPractice("Assembly", AUDITS, "Police");
            assertThat(sketch.findings("oversight-absent"))
                    .as("auditing is not the work of a parliament")
                    .isEmpty();
            assertThat(police().actor("Audit", AUDIT_OFFICE)
                            .noPractice("Audit", AUDITS, "Police")
                            .findings("oversight-absent"))
                    .as("it is the work of an audit office")
                    .hasSize(1);
        }

        @Test
        void is_asked_of_oversight_bodies_that_detain_and_of_nobody_without_such_a_power() {
            Phase prisons = new Phase(
                    DateSpan.OPEN,
                    List.of(Name.of("Prisons")),
                    Pillar.OVERSIGHT,
                    Optional.of(ActorType.PRISON_SERVICE),
                    Optional.empty(),
                    Map.of(DETAIN, Recorded.RECORDED));
            OversightAnswer answer = new Sketch()
                    .actor("Prisons", prisons)
                    .actor("Ministry", MINISTRY_OF_DEFENCE)
                    .actor("Rebels", ActorType.ARMED_MOVEMENT, USE_FORCE)
                    .answer();
            assertThat(answer.institutions()).extracting(Present::name).containsExactly("Prisons");
        }

        private static Recorded state(OversightAnswer answer, Oversight kind, Basis basis) {
            return answer.coverage().stream()
                    .filter(row -> row.kind() == kind && row.basis() == basis)
                    .findFirst()
                    .orElseThrow()
                    .state();
        }
    }

    @Nested
    class Law_without_practice {
        @Test
        void speaks_if_the_law_says_so_and_practice_is_recorded_as_absent() {
            Sketch sketch = police().actor("Court", COURT)
                    .tie("Court", ADJUDICATES, "Police", Statement.present(), Statement.absent(), "report");
            assertThat(sketch.findings("law-without-practice"))
                    .extracting(OversightRulesTest::said)
                    .containsExactly("By law Court judges Police; in practice this is recorded as absent.");
        }

        @Test
        void asks_if_nobody_said_whether_it_is_done() {
            Sketch sketch = police().actor("Court", COURT).law("Court", ADJUDICATES, "Police");
            assertThat(sketch.findings("law-without-practice")).isEmpty();
            assertThat(sketch.questions("law-without-practice")).hasSize(1);
        }
    }

    @Nested
    class Sole_overseer {
        private Sketch all() {
            return police().actor("Assembly", PARLIAMENT)
                    .actor("Ministry", MINISTRY_OF_DEFENCE)
                    .actor("Court", COURT)
                    .actor("Ombuds", OMBUDS)
                    .practice("Ministry", COMMANDS, "Police")
                    .noPractice("Assembly", OVERSEES, "Police")
                    .noPractice("Court", ADJUDICATES, "Police");
        }

        @Test
        void speaks_if_all_others_are_recorded_as_not_overseeing() {
            assertThat(all().noPractice("Ombuds", INVESTIGATES, "Police").findings("sole-overseer"))
                    .extracting(OversightRulesTest::said)
                    .containsExactly(
                            "In practice Ministry alone oversees Police; of the 3 other authorities on the map it is recorded that they do not.");
        }

        @Test
        void is_silent_while_one_authority_has_not_been_asked() {
            assertThat(all().findings("sole-overseer")).isEmpty();
        }
    }

    @Nested
    class Overseer_without_reach {
        private Sketch overseen() {
            return police().actor("Assembly", PARLIAMENT).law("Assembly", OVERSEES, "Police");
        }

        @Test
        void speaks_if_reports_and_inspections_are_recorded_as_absent() {
            assertThat(overseen()
                            .absent("Police", REPORTS_TO, "Assembly")
                            .absent("Assembly", INSPECTS, "Police")
                            .findings("overseer-without-reach"))
                    .hasSize(1);
        }

        @Test
        void asks_while_one_of_them_is_not_recorded() {
            Sketch sketch = overseen().absent("Police", REPORTS_TO, "Assembly");
            assertThat(sketch.findings("overseer-without-reach")).isEmpty();
            assertThat(sketch.questions("overseer-without-reach")).hasSize(1);
        }

        @Test
        void names_another_means_where_one_is_recorded_and_does_not_ask() {
            Sketch sketch = overseen().law("Assembly", BUDGETS_FOR, "Police");
            assertThat(sketch.questions("overseer-without-reach")).isEmpty();
            sketch.absent("Police", REPORTS_TO, "Assembly").absent("Assembly", INSPECTS, "Police");
            assertThat(sketch.findings("overseer-without-reach"))
                    .extracting(OversightRulesTest::said)
                    .containsExactly(
                            "By law Assembly oversees Police; that it gets reports and that it inspects are recorded as absent. It decides on the budget of Police.");
        }
    }

    @Nested
    class Outside_command {
        private Sketch commanders() {
            return new Sketch()
                    .actor("Guard", ActorType.PRESIDENTIAL_GUARD, USE_FORCE)
                    .actor("President", HEAD_OF_STATE)
                    .actor("Ministry", MINISTRY_OF_DEFENCE);
        }

        @Test
        void speaks_if_all_who_usually_command_are_recorded_as_not_commanding() {
            assertThat(commanders()
                            .absent("President", COMMANDS, "Guard")
                            .noPractice("Ministry", COMMANDS, "Guard")
                            .findings("outside-command"))
                    .hasSize(1);
        }

        @Test
        void asks_while_nobody_said_so_of_one_of_them() {
            Sketch sketch = commanders().absent("President", COMMANDS, "Guard");
            assertThat(sketch.findings("outside-command")).isEmpty();
            assertThat(sketch.questions("outside-command")).hasSize(1);
        }

        @Test
        void is_silent_where_command_or_belonging_leads_up_to_a_civil_authority() {
            Sketch sketch = commanders()
                    .absent("President", COMMANDS, "Guard")
                    .absent("Ministry", COMMANDS, "Guard")
                    .actor("Army", ARMY)
                    .actor("Staff", GENERAL_STAFF)
                    .law("Guard", PART_OF, "Army")
                    .law("Staff", COMMANDS, "Army")
                    .law("President", COMMANDS, "Staff");
            assertThat(sketch.findings("outside-command")).isEmpty();
            assertThat(sketch.questions("outside-command")).isEmpty();
        }
    }

    @Nested
    class Overseen_from_within {
        @Test
        void by_a_part_by_itself_and_by_who_is_appointed() {
            Sketch sketch = police().actor("Inspectorate", INSPECTORATE)
                    .law("Inspectorate", PART_OF, "Police")
                    .law("Inspectorate", INSPECTS, "Police")
                    .law("Police", INVESTIGATES, "Police")
                    .actor("Court", COURT)
                    .law("Court", ADJUDICATES, "Police")
                    .law("Police", APPOINTS, "Court");
            assertThat(sketch.findings("oversees-itself"))
                    .extracting(OversightRulesTest::said)
                    .containsExactlyInAnyOrder(
                            "Inspectorate inspects Police, of which it is a part.",
                            "Police investigates itself.",
                            "Court judges Police, which in turn appoints it.");
            assertThat(sketch.answer().coverage())
                    .as("a part of an institution is no body outside it")
                    .filteredOn(row -> row.kind() == Oversight.EXECUTIVE)
                    .allMatch(row -> row.asked().of() == 0);
        }
    }

    @Nested
    class Circles {
        @Test
        void are_found_if_an_institution_with_powers_stands_in_them() {
            Sketch sketch = police().actor("Court", COURT)
                    .actor("Assembly", PARLIAMENT)
                    .law("Court", ADJUDICATES, "Police")
                    .law("Police", INVESTIGATES, "Assembly")
                    .law("Assembly", OVERSEES, "Court");
            assertThat(sketch.findings("circle"))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.about()).hasSize(3));
            sketch.ties.removeLast();
            assertThat(sketch.findings("circle")).isEmpty();
        }

        @Test
        void of_those_who_only_oversee_are_left_alone() {
            assertThat(new Sketch()
                            .actor("Court", COURT)
                            .actor("Assembly", PARLIAMENT)
                            .law("Court", ADJUDICATES, "Assembly")
                            .law("Assembly", OVERSEES, "Court")
                            .findings("circle"))
                    .isEmpty();
        }
    }

    @Nested
    class The_record {
        @Test
        void is_weak_where_one_graded_source_is_all() {
            Sketch sketch = police().actor("Court", COURT)
                    .source("rumour", Reliability.E, Optional.empty())
                    .source("paper", Reliability.F, Optional.empty())
                    .tie("Court", ADJUDICATES, "Police", Statement.present(), null, "rumour");
            assertThat(sketch.findings("one-weak-source")).singleElement().satisfies(finding -> {
                assertThat(finding.subject()).isEqualTo(Finding.Subject.RECORD);
                assertThat(finding.facts()).contains(Sketch.id("rumour"));
            });
            sketch.ties.removeLast();
            sketch.tie("Court", ADJUDICATES, "Police", Statement.present(), null, "rumour", "paper");
            assertThat(sketch.findings("one-weak-source"))
                    .as("a second source that nobody graded")
                    .isEmpty();
        }

        @Test
        void ages_in_practice_and_not_in_law() {
            Sketch sketch = police().actor("Court", COURT)
                    .source("old", Reliability.B, Optional.of(PartialDate.of("2023-05")))
                    .tie("Court", ADJUDICATES, "Police", Statement.present(), null, "old");
            assertThat(sketch.findings("not-confirmed")).isEmpty();
            sketch.tie("Court", INVESTIGATES, "Police", null, Statement.present(), "old");
            assertThat(sketch.findings("not-confirmed"))
                    .extracting(OversightRulesTest::said)
                    .containsExactly(
                            "What is recorded in practice of “Court investigates Police” was last confirmed May 2023.");
            sketch.source("new", Reliability.F, Optional.of(PartialDate.of("2024-06-01")));
            sketch.ties.removeLast();
            sketch.tie("Court", INVESTIGATES, "Police", null, Statement.present(), "old", "new");
            assertThat(sketch.findings("not-confirmed"))
                    .as("exactly two years are not more")
                    .isEmpty();
        }

        @Test
        void that_is_closed_does_not_age() {
            Statement until2020 = new Statement(
                    Recorded.RECORDED,
                    DateSpan.between(PartialDate.ofYear(2010), PartialDate.ofYear(2020)),
                    Optional.empty());
            Sketch sketch = police().actor("Court", COURT)
                    .source("old", Reliability.B, Optional.of(PartialDate.of("2012")))
                    .tie("Court", ADJUDICATES, "Police", null, until2020, "old");
            OversightAnswer then =
                    OversightAnalysis.of(sketch.map().on(LocalDate.of(2015, 1, 1), Locale.ENGLISH), Sketch.DAY);
            assertThat(then.coverage())
                    .filteredOn(row -> row.kind() == Oversight.JUDICIAL && row.basis() == Basis.PRACTICE)
                    .extracting(Coverage::state)
                    .containsExactly(Recorded.RECORDED);
            assertThat(then.findings()).isEmpty();
        }

        @Test
        void may_say_both_and_then_says_nothing_about_absence() {
            Sketch sketch = police().actor("Court", COURT)
                    .practice("Court", ADJUDICATES, "Police")
                    .noPractice("Court", ADJUDICATES, "Police");
            assertThat(sketch.answer().findings()).extracting(Finding::rule).containsExactly("said-both-ways");
        }

        @Test
        void bears_whatever_a_merge_brings() {
            Sketch sketch = police().actor("Court", COURT)
                    .actor("Committee", PARLIAMENT_COMMITTEE, DateSpan.since(PartialDate.ofYear(2030)))
                    .law("Committee", OVERSEES, "Police")
                    .law("Nobody", OVERSEES, "Police")
                    .actor("A", ARMY)
                    .actor("B", ARMY)
                    .law("A", PART_OF, "B")
                    .law("B", PART_OF, "A");
            assertThat(sketch.findings("loose-ends"))
                    .extracting(OversightRulesTest::said)
                    .containsExactlyInAnyOrder(
                            "“Committee oversees Police” is recorded for this day, on which one of the two does not exist.",
                            "A tie of the kind “oversees” has an end that is not on the map.",
                            said(sketch.findings("loose-ends").getLast()));
            assertThat(said(sketch.findings("loose-ends").getLast())).startsWith("These are part of one another: ");
        }

        @Test
        void asks_what_institutions_may_do() {
            Sketch sketch = new Sketch().actor("Intelligence", ActorType.INTELLIGENCE);
            assertThat(sketch.answer().institutions()).isEmpty();
            assertThat(sketch.answer().toAsk())
                    .extracting(question -> Wording.english().say(question.asks()))
                    .containsExactly("May Intelligence collect intelligence? None recorded yet.");
        }
    }
}
