package org.salus.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.agenda.AgendaBook;
import org.salus.agenda.Calendar;
import org.salus.agenda.DueQuestion;
import org.salus.agenda.MeetingReading;
import org.salus.appraisal.CheckAnswer;
import org.salus.appraisal.Checks;
import org.salus.appraisal.PoliticsAnswers;
import org.salus.appraisal.PoliticsFinding;
import org.salus.appraisal.PoliticsFindingKind;
import org.salus.appraisal.PoliticsReading;
import org.salus.framework.Appraisal;
import org.salus.framework.Wording;
import org.salus.goals.Chain;
import org.salus.goals.ChainComparison;
import org.salus.goals.GoalsAnswers;
import org.salus.goals.Ground;
import org.salus.goals.Grounds;
import org.salus.goals.ResultsChain;
import org.salus.governance.Assessment;
import org.salus.governance.Change;
import org.salus.governance.Disagreement;
import org.salus.governance.OpenQuestion;
import org.salus.governance.Round;
import org.salus.governance.Stage;
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
import org.salus.sector.Actor;
import org.salus.workspace.Differing;
import org.salus.workspace.Source;
import org.salus.workspace.WorkPlace;

/** The demo opens with two workspaces, made once. */
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
        DemoWorkspaces.found(folder);
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
        DemoWorkspaces.found(folder);
        List<String> second = names(alone);
        assertThat(second).hasSize(2).contains("My own name");
    }

    @Test
    void orvelia_has_met_once_and_an_action_is_overdue() throws Exception {
        DemoWorkspaces.found(folder);
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
        DemoWorkspaces.found(folder);
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
    void orvelia_is_assessed_in_two_rounds_whose_assessors_partly_disagree() throws Exception {
        DemoWorkspaces.found(folder);
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
        DemoWorkspaces.found(folder);
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
        DemoWorkspaces.found(folder);
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
}
