package org.salus.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.agenda.AgendaBook;
import org.salus.agenda.Calendar;
import org.salus.agenda.DueQuestion;
import org.salus.agenda.MeetingReading;
import org.salus.appraisal.AidRecord;
import org.salus.appraisal.AidVerdict;
import org.salus.appraisal.CheckAnswer;
import org.salus.appraisal.Checks;
import org.salus.appraisal.PoliticsAnswers;
import org.salus.appraisal.PoliticsFinding;
import org.salus.appraisal.PoliticsFindingKind;
import org.salus.appraisal.PoliticsReading;
import org.salus.diligence.CaseBook;
import org.salus.evidence.Evidence;
import org.salus.framework.Appraisal;
import org.salus.framework.Wording;
import org.salus.goals.Chain;
import org.salus.goals.ChainComparison;
import org.salus.goals.GoalsAnswers;
import org.salus.goals.Ground;
import org.salus.goals.Grounds;
import org.salus.goals.Indicator;
import org.salus.goals.Measurement;
import org.salus.goals.MeasurementState;
import org.salus.goals.ResultsChain;
import org.salus.governance.Assessment;
import org.salus.governance.Change;
import org.salus.governance.Disagreement;
import org.salus.governance.InstitutionReply;
import org.salus.governance.OpenQuestion;
import org.salus.governance.Review;
import org.salus.governance.Round;
import org.salus.governance.Stage;
import org.salus.impact.ImpactStudy;
import org.salus.impact.StudyAnswers;
import org.salus.impact.VerdictKind;
import org.salus.impact.WorkedOut;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Outcome;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.People;
import org.salus.people.SessionLimits;
import org.salus.planning.Affordability;
import org.salus.planning.PlanAnswers;
import org.salus.planning.Planner;
import org.salus.planning.ScheduleAnswer;
import org.salus.planning.ScheduleAnswers;
import org.salus.planning.ScheduleQuestion;
import org.salus.portfolio.Supports;
import org.salus.sector.Actor;
import org.salus.strategy.Approval;
import org.salus.strategy.ComposedSection;
import org.salus.strategy.Edition;
import org.salus.strategy.EditionState;
import org.salus.strategy.Readership;
import org.salus.strategy.Section;
import org.salus.strategy.Side;
import org.salus.strategy.Strategies;
import org.salus.strategy.Strategy;
import org.salus.strategy.StrategyAnswers;
import org.salus.strategy.TextChange;
import org.salus.strategy.TextComparison;
import org.salus.workspace.Differing;
import org.salus.workspace.Source;
import org.salus.workspace.WorkPlace;

/** The demo opens with two workspaces, made once. */
@Tag("slow")
class DemoWorkspacesTest {
    @TempDir
    private Path folder;

    private <T> T in(Function<Workspaces, T> use) {
        try (Database database = new WorkPlace(folder).open()) {
            return use.apply(Workspaces.open(database, Salus.faces().kinds(), InstantSource.system()));
        }
    }

    private AccountId alone() {
        try (Database database = new WorkPlace(folder).open()) {
            return People.open(database, InstantSource.system(), SessionLimits.ALONE)
                    .alone()
                    .account();
        }
    }

    private List<String> names(AccountId who) {
        return in(workspaces ->
                workspaces.list(who).stream().map(view -> view.charter().name()).toList());
    }

    @Test
    void a_second_start_makes_none_and_leaves_what_was_changed() throws Exception {
        DemoWorkspaces.found(folder, Salus.faces(), Salus.sections());
        AccountId alone = alone();
        List<String> first = names(alone);
        assertThat(first)
                .containsExactlyInAnyOrder("Burundi: security sector in public law", "Orvelia, an invented country");
        List<Integer> actors = in(workspaces -> workspaces.list(alone).stream()
                .map(view -> view.list(Actor.KIND).size())
                .toList());
        assertThat(actors).hasSize(2).allMatch(count -> count > 30);
        Outcome renamed = in(workspaces -> {
            View view = workspaces.list(alone).getFirst();
            Item<Charter> charter =
                    view.get(Charter.KIND, new ItemId(view.workspace().value()));
            return workspaces
                    .get(view.workspace())
                    .append(
                            alone,
                            new Edit.Put(charter.saying(new Charter(
                                    "My own name", charter.value().countries(), "", "", Optional.empty()))));
        });
        assertThat(renamed).isInstanceOf(Outcome.Accepted.class);
        DemoWorkspaces.found(folder, Salus.faces(), Salus.sections());
        List<String> second = names(alone);
        assertThat(second).hasSize(2).contains("My own name");
    }

    @Test
    void orvelia_has_met_once_and_an_action_is_overdue() throws Exception {
        DemoWorkspaces.found(folder, Salus.faces(), Salus.sections());
        AccountId alone = alone();
        in(workspaces -> {
            View orvelia = workspaces.list(alone).stream()
                    .filter(view -> view.charter().countries().contains("XOV"))
                    .findFirst()
                    .orElseThrow();
            LocalDate day = LocalDate.of(2026, 11, 27);
            AgendaBook book = AgendaBook.of(orvelia, day);
            assertThat(book.meetings()).hasSize(2);
            assertThat(book.openActions()).isEqualTo(3);
            assertThat(book.overdueActions()).isOne();
            assertThat(book.openRequests()).isOne();
            MeetingReading next = MeetingReading.of(
                    workspaces.get(orvelia.workspace()),
                    orvelia,
                    book.meetings().getFirst().id().toString(),
                    Salus.faces(),
                    Wording.english(),
                    day);
            assertThat(next.decidedBefore())
                    .singleElement()
                    .satisfies(decision ->
                            assertThat(decision.value().decidedBy()).isEqualTo("Office of the Prime Minister"));
            assertThat(next.cameOf()).hasSize(3);
            Calendar calendar = Calendar.of(orvelia, List.of(), Salus.faces(), Wording.english(), day);
            assertThat(calendar.kinds())
                    .containsKeys(
                            "action", "budget", "election", "focal-point", "meeting", "partnership-review", "request");
            assertThat(calendar.asked(DueQuestion.ALL).getFirst().due().isOverdue(day))
                    .isTrue();
            return 1;
        });
    }

    @Test
    void orvelia_has_two_drafts_and_objectives_that_are_traced_to_what_was_found() throws Exception {
        DemoWorkspaces.found(folder, Salus.faces(), Salus.sections());
        AccountId alone = alone();
        in(workspaces -> {
            View orvelia = workspaces.list(alone).stream()
                    .filter(view -> view.charter().countries().contains("XOV"))
                    .findFirst()
                    .orElseThrow();
            Workspace workspace = workspaces.get(orvelia.workspace().toString());
            assertThat(orvelia.list(Round.KIND))
                    .extracting(round -> round.value().stage())
                    .containsExactlyInAnyOrder(Stage.LOCKED, Stage.OPEN);

            GoalsAnswers answers = new GoalsAnswers(orvelia, Wording.english());
            assertThat(answers.chains()).hasSize(2);
            Item<ResultsChain> first = answers.chains().getFirst();
            Item<ResultsChain> second = answers.chains().getLast();
            ChainComparison compared = answers.comparison(first, second);
            assertThat(compared.count(Differing.Change.ADDED)).isPositive();
            assertThat(compared.count(Differing.Change.REMOVED)).isPositive();
            assertThat(compared.unchanged()).isGreaterThan(30);
            for (Item<ResultsChain> chain : List.of(first, second)) {
                Chain model = answers.model(chain);
                assertThat(answers.holes(model).open(Set.of()))
                        .as("left to be found")
                        .isNotEmpty();
            }

            Map<String, Ground> grounds = Grounds.today(workspace, orvelia, Locale.ENGLISH).stream()
                    .collect(Collectors.toMap(Ground::name, ground -> ground));
            assertThat(Grounds.takenUp(orvelia).keySet())
                    .as("each is found today")
                    .isSubsetOf(grounds.keySet())
                    .extracting(
                            name -> Objects.requireNonNull(grounds.get(name)).source())
                    .contains(Ground.Source.ASSESSMENT, Ground.Source.OVERSIGHT);
            return grounds;
        });
    }

    @Test
    void an_indicator_of_orvelia_follows_an_invented_series_that_was_loaded() throws Exception {
        DemoPack.load(folder);
        DemoWorkspaces.found(folder, Salus.faces(), Salus.sections());
        AccountId alone = alone();
        in(workspaces -> {
            View orvelia = workspaces.list(alone).stream()
                    .filter(view -> view.charter().countries().contains("XOV"))
                    .findFirst()
                    .orElseThrow();
            List<Item<Indicator>> following = orvelia.list(Indicator.KIND).stream()
                    .filter(indicator -> indicator.value().feed().isPresent())
                    .toList();
            assertThat(following)
                    .singleElement()
                    .satisfies(indicator -> assertThat(
                                    indicator.value().feed().orElseThrow().name())
                            .endsWith("(invented)"));
            List<Item<Measurement>> taken = orvelia.list(Measurement.KIND).stream()
                    .filter(measured -> measured.value().taken().isPresent())
                    .toList();
            assertThat(taken).hasSize(5).allSatisfy(measured -> {
                assertThat(measured.value().indicator())
                        .isEqualTo(following.getFirst().id());
                assertThat(measured.value().state()).isEqualTo(MeasurementState.APPROVED);
                assertThat(measured.value().source()).contains("invented");
            });
            return following;
        });
    }

    @Test
    void orvelia_is_assessed_in_two_rounds_whose_assessors_partly_disagree() throws Exception {
        DemoWorkspaces.found(folder, Salus.faces(), Salus.sections());
        AccountId alone = alone();
        in(workspaces -> {
            View orvelia = workspaces.list(alone).stream()
                    .filter(view -> view.charter().countries().contains("XOV"))
                    .findFirst()
                    .orElseThrow();
            List<Assessment> rounds = Assessment.rounds(orvelia).stream()
                    .map(round -> Assessment.of(
                            workspaces.get(orvelia.workspace().toString()), orvelia, round.id(), Locale.ENGLISH))
                    .toList();
            assertThat(rounds)
                    .extracting(round -> round.round().title())
                    .containsExactly("Assessment of 2026 (invented)", "Assessment of 2023 (invented)");
            for (Assessment round : rounds) {
                assertThat(round.loose()).isEmpty();
                assertThat(round.set().edition())
                        .as("the words they were answered in")
                        .isEqualTo("2026-11");
                assertThat(round.institutions()).hasSizeBetween(6, 10);
                assertThat(round.counts().levels()).isGreaterThan(40);
                assertThat(round.counts().unknown()).isGreaterThan(3);
                assertThat(round.counts().open()).isPositive();
                assertThat(Disagreement.of(round))
                        .extracting(Disagreement::kind)
                        .contains(Disagreement.Kind.KNOWN_TO_SOME);
                assertThat(OpenQuestion.of(round)).isNotEmpty();
            }
            assertThat(orvelia.list(InstitutionReply.KIND))
                    .as("what its side said, in the older round")
                    .singleElement()
                    .satisfies(reply -> assertThat(reply.value().by()).endsWith("(invented)"));
            assertThat(orvelia.list(Review.KIND)).hasSize(1);
            assertThat(OpenQuestion.of(rounds.getLast()))
                    .anySatisfy(open ->
                            assertThat(open.why()).contains(OpenQuestion.Why.DISPUTED, OpenQuestion.Why.ASKED_AGAIN));
            assertThat(Disagreement.of(rounds.getFirst()))
                    .extracting(Disagreement::kind)
                    .contains(Disagreement.Kind.FAR_APART, Disagreement.Kind.ONE_STEP);
            assertThat(Change.between(rounds.getLast(), rounds.getFirst()).lines())
                    .extracting(Change.Line::turn)
                    .contains(Change.Turn.HIGHER, Change.Turn.SAME, Change.Turn.LOWER);
            assertThat(orvelia.list(Source.KIND))
                    .allSatisfy(source -> assertThat(source.value().title()).endsWith("(invented)"));
            return rounds;
        });
    }

    @Test
    void orvelia_has_decisions_from_which_something_follows_and_stances_for_nobody_else() throws Exception {
        DemoWorkspaces.found(folder, Salus.faces(), Salus.sections());
        AccountId alone = alone();
        in(workspaces -> {
            View orvelia = workspaces.list(alone).stream()
                    .filter(view -> view.charter().countries().contains("XOV"))
                    .findFirst()
                    .orElseThrow();
            PoliticsReading read = PoliticsReading.of(
                    orvelia, workspaces, Salus.faces(), Wording.english(), LocalDate.of(2026, 11, 27));
            assertThat(PoliticsAnswers.analysis(read).findings())
                    .extracting(PoliticsFinding::kind)
                    .containsExactly(
                            PoliticsFindingKind.PAYER_NOT_ASKED,
                            PoliticsFindingKind.WINDOW_CLOSES,
                            PoliticsFindingKind.PARTNERSHIP_PAST_END,
                            PoliticsFindingKind.RESISTANCE_WITHOUT_MEASURE);
            assertThat(read.book().decisions())
                    .allSatisfy(noted -> assertThat(noted.value().document()).endsWith("(invented)"));
            assertThat(read.book().stances()).hasSize(6).allSatisfy(noted -> {
                assertThat(noted.item().sensitivity().code()).isEqualTo("named");
                assertThat(noted.value().source()).endsWith("(invented)");
            });
            return read;
        });
    }

    @Test
    void orvelia_is_appraised_with_answers_of_offices_beside_what_is_computed() throws Exception {
        DemoWorkspaces.found(folder, Salus.faces(), Salus.sections());
        AccountId alone = alone();
        in(workspaces -> {
            View orvelia = workspaces.list(alone).stream()
                    .filter(view -> view.charter().countries().contains("XOV"))
                    .findFirst()
                    .orElseThrow();
            List<CheckAnswer> answers =
                    orvelia.list(CheckAnswer.KIND).stream().map(Item::value).toList();
            assertThat(answers).hasSize(8).allSatisfy(answer -> {
                assertThat(answer.office()).contains("invented");
                assertThat(Checks.shipped().get(answer.check()).isAsked()).isTrue();
            });
            assertThat(answers).extracting(CheckAnswer::answer).contains(Appraisal.values());
            return answers;
        });
    }

    private static final Pattern LEFT_OPEN = Pattern.compile("\\[[a-z]+\\.[a-z.-]+]");

    private <T> T ofOrvelia(BiFunction<Strategies, Workspace, T> use) throws Exception {
        DemoWorkspaces.found(folder, Salus.faces(), Salus.sections());
        AccountId alone = alone();
        try (Evidence evidence = Evidence.open(folder)) {
            return in(workspaces -> use.apply(
                    new Strategies(evidence, Supports.shipped(), workspaces, Salus.faces(), Salus.sections()),
                    workspaces.list(alone).stream()
                            .filter(view -> view.charter().countries().contains("XOV"))
                            .map(view -> workspaces.get(view.workspace()))
                            .findFirst()
                            .orElseThrow()));
        }
    }

    @Test
    void orvelia_has_an_edition_that_both_sides_signed_and_a_newer_draft_that_says_otherwise() throws Exception {
        ofOrvelia((strategies, workspace) -> {
            AccountId alone = alone();
            View view = workspace.view(alone);
            Edition first = StrategyAnswers.find(view, "First edition").value();
            assertThat(first.state()).isEqualTo(EditionState.AGREED);
            assertThat(first.approvals()).hasSize(2).allSatisfy(approval -> {
                assertThat(approval.digest()).isEqualTo(first.digest());
                assertThat(approval.who()).endsWith("(invented)");
            });
            assertThat(first.approvals()).extracting(Approval::side).containsExactlyInAnyOrder(Side.values());
            Strategy signed = strategies.of(workspace, alone, first);
            assertThat(signed.digest()).as("it can be verified").isEqualTo(first.digest());
            Edition second = StrategyAnswers.find(view, "Second edition").value();
            assertThat(second.state()).isEqualTo(EditionState.DRAFT);
            TextComparison changes = TextComparison.of(
                            signed.plain(),
                            strategies.of(workspace, alone, second).plain())
                    .ofSections();
            assertThat(changes.changes())
                    .extracting(TextChange::line)
                    .anyMatch(line -> line.contains("The plan has one order"))
                    .anyMatch(line -> line.contains("Human-rights courses at the police academy (invented)"));
            return first;
        });
    }

    @Test
    void a_public_edition_of_orvelia_says_something_in_every_section() throws Exception {
        ofOrvelia((strategies, workspace) -> {
            Strategy everybody = strategies.now(workspace, alone(), Readership.EVERYBODY, Locale.ENGLISH);
            String text = String.join("\n", everybody.plain().lines());
            assertThat(text)
                    .contains("People of the river towns go to market without paying at road blocks")
                    .contains("River Guard may use force")
                    .contains("Police pay goes through accounts, province by province")
                    .contains("Assessment of 2023 (invented)")
                    .contains("Posts that report full pay by the tenth")
                    .contains("In the uplands the Upland Front keeps a truce");
            assertThat(text)
                    .as("what is for members only")
                    .doesNotContain("Assessment of 2026", "Which markets were asked", "Border Guard: radio sets");
            for (ComposedSection section : everybody.sections()) {
                boolean isFull = !section.composed().exhibits().isEmpty() || section.section() == Section.CONTEXT;
                assertThat(isFull).as(section.section().code()).isTrue();
            }
            assertThat(LEFT_OPEN.matcher(text).find()).isFalse();
            return text;
        });
    }

    @Test
    void a_case_of_due_diligence_is_valid_and_in_no_edition() throws Exception {
        ofOrvelia((strategies, workspace) -> {
            View view = workspace.view(alone());
            CaseBook book = CaseBook.of(view, List.of(), LocalDate.of(2026, 11, 27));
            assertThat(book.entries()).singleElement().satisfies(entry -> {
                assertThat(entry.isValid()).isTrue();
                assertThat(entry.measures()).hasSize(3);
                assertThat(entry.item().sensitivity().code()).isEqualTo("named");
            });
            assertThat(String.join(
                            "\n",
                            strategies
                                    .now(workspace, alone(), Readership.MEMBERS, Locale.ENGLISH)
                                    .plain()
                                    .lines()))
                    .contains("Radio sets and courses for the Border Guard (invented)")
                    .doesNotContain("northern crossing", "Border Guard: radio sets and courses");
            assertThat(String.join(
                            "\n",
                            strategies
                                    .now(workspace, alone(), Readership.OWN, Locale.ENGLISH)
                                    .plain()
                                    .lines()))
                    .contains("Border Guard: radio sets and courses (invented)");
            assertThat(view.list(AidRecord.KIND))
                    .extracting(record -> record.value().kept())
                    .containsExactlyInAnyOrder(AidVerdict.ELIGIBLE, AidVerdict.GREY);
            return book;
        });
    }

    @Test
    void the_invented_country_has_one_demand_that_cannot_be_met_and_a_cliff_after_hand_over() throws Exception {
        DemoWorkspaces.found(folder, Salus.faces(), Salus.sections());
        AccountId alone = alone();
        View view = in(workspaces -> workspaces.list(alone).stream()
                .filter(one -> one.charter().countries().contains("XOV"))
                .findFirst()
                .orElseThrow());
        ScheduleAnswers answers = new ScheduleAnswers(view, Planner.shipped());
        ScheduleAnswer stuck = answers.answer(ScheduleQuestion.USUAL, Planner.Watch.NOBODY);
        assertThat(stuck.state()).isEqualTo(ScheduleAnswer.State.INFEASIBLE);
        assertThat(stuck.least()).isTrue();
        assertThat(stuck.conflict().stream().map(clash -> Wording.english().say(clash.says())))
                .anySatisfy(said -> assertThat(said).contains("Every police cell keeps a register", "December 2029"));
        for (ScheduleAnswer.Clash clash : stuck.conflict()) {
            Map<String, String> words = Map.of("try", clash.change());
            assertThat(answers.answer(
                                    ScheduleQuestion.of(name -> Optional.ofNullable(words.get(name))),
                                    Planner.Watch.NOBODY)
                            .state())
                    .as(clash.change())
                    .isIn(ScheduleAnswer.State.OPTIMAL, ScheduleAnswer.State.FEASIBLE);
        }
        assertThat(new PlanAnswers(view).plan().outlooks())
                .extracting(
                        Affordability::scenario,
                        found -> found.gap().isPresent(),
                        found -> found.cliff().isPresent())
                .containsExactlyInAnyOrder(tuple("Slow growth", true, true), tuple("Steady growth", false, true));
    }

    @Test
    void one_study_honestly_cannot_tell_and_one_repeats_what_was_published() throws Exception {
        DemoWorkspaces.found(folder, Salus.faces(), Salus.sections());
        AccountId alone = alone();
        in(workspaces -> {
            View view = workspaces.list(alone).stream()
                    .filter(one -> one.charter().countries().contains("XOV"))
                    .findFirst()
                    .orElseThrow();
            StudyAnswers studies = new StudyAnswers(view, new WorkedOut(), Salus.faces(), Wording.english());
            assertThat(studies.list()).hasSize(2).allSatisfy(item -> {
                StudyAnswers.Shown shown = studies.show(item);
                assertThat(shown.standing()).isEqualTo(StudyAnswers.Standing.SAME);
                assertThat(shown.verdict().orElseThrow().kind()).isEqualTo(VerdictKind.CANNOT_BE_TOLD);
            });
            Item<ImpactStudy> published =
                    studies.find("A published example: conflict and income in the Basque Country");
            assertThat(published.value().result().orElseThrow().value().doubleValue())
                    .isEqualTo(-0.6996, within(0.00005));
            assertThat(published.value().about()).as("it is no part of Orvelia").isEmpty();
            Item<ImpactStudy> invented = studies.find("Posted fees at road blocks in Harl");
            assertThat(invented.value().about())
                    .hasSize(2)
                    .allSatisfy(id -> assertThat(Salus.faces().besides(view, List::of, id, LocalDate.of(2026, 11, 28)))
                            .extracting(beside -> Wording.english().say(beside.says()))
                            .anyMatch(said -> said.startsWith("Posted fees at road blocks in Harl: cannot be told")));
            return invented;
        });
    }
}
