package org.salus.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.appraisal.PoliticsFindingKind.ACTOR_WITHOUT_STANCE;
import static org.salus.appraisal.PoliticsFindingKind.OBJECTIVE_WITHOUT_DECISION;
import static org.salus.appraisal.PoliticsFindingKind.PARTNERSHIP_PAST_END;
import static org.salus.appraisal.PoliticsFindingKind.PARTNERSHIP_REVIEW_PAST;
import static org.salus.appraisal.PoliticsFindingKind.PARTNERSHIP_WITHOUT_REVIEW;
import static org.salus.appraisal.PoliticsFindingKind.PAYER_NOT_ASKED;
import static org.salus.appraisal.PoliticsFindingKind.PAYER_NOT_KNOWN_ASKED;
import static org.salus.appraisal.PoliticsFindingKind.PAYER_NOT_RECORDED;
import static org.salus.appraisal.PoliticsFindingKind.RESISTANCE_WITHOUT_MEASURE;
import static org.salus.appraisal.PoliticsFindingKind.WINDOW_CLOSES;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salus.Salus;
import org.salus.documents.Table;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.framework.Recorded;
import org.salus.framework.Wording;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.Name;
import org.salus.sector.Phase;
import org.salus.sector.Power;

/** What follows from decisions, windows, partnerships and stances, and what is only asked. */
class PoliticsAnalysisTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    @TempDir
    private Path folder;

    private Workspaces workspaces;
    private Workspace workspace;
    private final AccountId me = AccountId.fresh();
    private final Item<ResultsChain> chain = Item.fresh(ResultsChain.KIND, ResultsChain.of("a draft"));
    private final Item<Objective> pay = Item.fresh(Objective.KIND, Objective.of(chain.id(), "Pay reaches every post"));
    private final Item<Actor> treasury = Item.fresh(
            Actor.KIND,
            Actor.of(new Phase(
                    DateSpan.OPEN,
                    List.of(Name.of("Treasury")),
                    ActorType.POLICE.usualClass(),
                    Optional.of(ActorType.POLICE),
                    Optional.empty(),
                    Map.of(Power.USE_FORCE, Recorded.RECORDED))));

    @BeforeEach
    void aWorkspace() {
        workspaces = Workspaces.open(
                Database.file(folder.resolve("salus.db")), Salus.faces().kinds(), InstantSource.system());
        workspace = workspaces.found(
                new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()), me, "Me", Optional.empty(), "");
        accepted(chain, pay, treasury);
    }

    @AfterEach
    void closed() {
        workspaces.close();
    }

    private void accepted(Item<?>... items) {
        assertThat(workspace.append(
                        me,
                        Stream.of(items).<Edit>map(Edit.Put::new).toList(),
                        Reason.of(Act.EDIT, "all members work on it")))
                .isInstanceOf(Outcome.Accepted.class);
    }

    private String refused(Item<?> item) {
        Outcome outcome = workspace.append(me, List.of(new Edit.Put(item)), Reason.EDIT);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return String.join(
                " ",
                ((Outcome.Refused) outcome)
                        .reasons().stream().map(Wording.english()::say).toList());
    }

    private PoliticsReading read() {
        View view = workspace.view(me);
        return PoliticsReading.of(view, workspaces, Salus.faces(), Wording.english(), TODAY);
    }

    private PoliticsAnalysis analysis() {
        return PoliticsAnswers.analysis(read());
    }

    private List<PoliticsFindingKind> found() {
        return analysis().findings().stream().map(PoliticsFinding::kind).toList();
    }

    private List<PoliticsFindingKind> asked() {
        return analysis().toBeAsked().stream().map(PoliticsFinding::kind).toList();
    }

    private static RegisteredDecision decision(List<String> asked, List<String> payers, List<String> absent) {
        return new RegisteredDecision(
                "Pay goes through banks",
                Optional.of(PartialDate.of("2026-05")),
                "Cabinet",
                asked,
                List.of(),
                payers,
                absent,
                List.of(),
                List.of(),
                "Minutes 7",
                "");
    }

    private static Partnership partnership(String until, String review) {
        return new Partnership(
                "Memorandum",
                List.of(new PartyTerm("Sundmark", "trainers")),
                "",
                Optional.empty(),
                PartialDate.find(until),
                PartialDate.find(review),
                "",
                List.of(),
                "",
                "");
    }

    private Stance stance(Attitude attitude, Influence influence, String measure, String day) {
        return new Stance(
                Mention.here(treasury.id(), "Treasury"),
                Mention.here(pay.id(), "Pay reaches every post"),
                attitude,
                Optional.of(Interest.MUCH),
                Optional.of(influence),
                "",
                "",
                false,
                measure,
                PartialDate.find(day),
                "");
    }

    @Test
    void nothing_recorded_is_asked_and_finds_nothing() {
        assertThat(found()).isEmpty();
        assertThat(asked()).containsExactly(OBJECTIVE_WITHOUT_DECISION, ACTOR_WITHOUT_STANCE);
        assertThat(analysis().toBeAsked().getFirst().items())
                .singleElement()
                .satisfies(item -> assertThat(item.item()).isEqualTo(pay.id()));
        assertThat(analysis().toBeAsked().getLast().items())
                .singleElement()
                .satisfies(item -> assertThat(item.item()).isEqualTo(treasury.id()));
    }

    @Test
    void a_decision_about_an_objective_is_a_decision_on_record() {
        RegisteredDecision said = decision(List.of("Treasury"), List.of("Treasury"), List.of());
        accepted(Item.fresh(
                RegisteredDecision.KIND,
                new RegisteredDecision(
                        said.title(),
                        said.day(),
                        said.decidedBy(),
                        said.asked(),
                        said.couldVeto(),
                        said.payers(),
                        said.absent(),
                        List.of(new OnObjective(pay.id())),
                        List.of(),
                        "",
                        "")));
        assertThat(found()).isEmpty();
        assertThat(asked()).containsExactly(ACTOR_WITHOUT_STANCE);
    }

    @Test
    void only_a_payer_who_is_recorded_as_absent_makes_a_finding() {
        accepted(Item.fresh(
                RegisteredDecision.KIND, decision(List.of("Staff"), List.of("Treasury"), List.of(" TREASURY "))));
        assertThat(found()).containsExactly(PAYER_NOT_ASKED);
        assertThat(asked()).doesNotContain(PAYER_NOT_KNOWN_ASKED, PAYER_NOT_RECORDED);
    }

    @Test
    void a_payer_about_whom_nothing_is_recorded_is_asked_about() {
        accepted(Item.fresh(RegisteredDecision.KIND, decision(List.of("Staff"), List.of("Treasury"), List.of())));
        accepted(Item.fresh(RegisteredDecision.KIND, decision(List.of("Staff"), List.of(), List.of())));
        assertThat(found()).isEmpty();
        assertThat(asked()).contains(PAYER_NOT_KNOWN_ASKED, PAYER_NOT_RECORDED);
    }

    @Test
    void whoever_decides_or_was_asked_in_writing_was_not_left_out() {
        accepted(
                Item.fresh(RegisteredDecision.KIND, decision(List.of(), List.of("Cabinet"), List.of())),
                Item.fresh(
                        RegisteredDecision.KIND,
                        decision(List.of("Treasury"), List.of("treasury"), List.of("Treasury"))));
        assertThat(found()).isEmpty();
        assertThat(asked()).doesNotContain(PAYER_NOT_KNOWN_ASKED);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26, false",
        "2026-11-27, true",
        "2027-05-27, true",
        "2027-05-28, false",
        "2027-05, true",
        "2027-06, false",
        "2026, true",
        "2028, false",
        "'', false"
    })
    void a_window_that_closes_within_six_months_is_told(String until, boolean isTold) {
        accepted(Item.fresh(
                EntryPoint.KIND,
                new EntryPoint(
                        "Budget",
                        Opening.BUDGET_CYCLE,
                        Optional.empty(),
                        PartialDate.find(until),
                        List.of(),
                        "",
                        "",
                        "")));
        assertThat(found().contains(WINDOW_CLOSES)).isEqualTo(isTold);
    }

    @Test
    void partnerships_without_review_or_past_their_end_are_told_once_each() {
        accepted(
                Item.fresh(Partnership.KIND, partnership("2030", "2027")),
                Item.fresh(Partnership.KIND, partnership("2030", "")),
                Item.fresh(Partnership.KIND, partnership("2030", "2026-10")),
                Item.fresh(Partnership.KIND, partnership("2026-10", "")));
        assertThat(found()).containsExactly(PARTNERSHIP_PAST_END, PARTNERSHIP_WITHOUT_REVIEW, PARTNERSHIP_REVIEW_PAST);
    }

    @Test
    void strong_resistance_without_a_measure_names_the_objective_and_the_stance() {
        Item<Stance> against = Item.fresh(Stance.KIND, stance(Attitude.RESISTS, Influence.STRONG, "", "2026-10"));
        accepted(against);
        assertThat(analysis().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(RESISTANCE_WITHOUT_MEASURE);
            assertThat(finding.items()).extracting(PoliticsFinding.About::item).containsExactly(pay.id(), against.id());
            assertThat(Wording.english().say(finding.says())).contains("Treasury");
        });
        assertThat(asked()).doesNotContain(ACTOR_WITHOUT_STANCE);
    }

    @Test
    void weak_resistance_a_measure_or_a_later_change_of_mind_finds_nothing() {
        accepted(Item.fresh(Stance.KIND, stance(Attitude.RESISTS, Influence.SOME, "", "2026-10")));
        assertThat(found()).isEmpty();
        accepted(Item.fresh(Stance.KIND, stance(Attitude.BLOCKS, Influence.DECISIVE, "", "2026-11-01")));
        assertThat(found()).containsExactly(RESISTANCE_WITHOUT_MEASURE);
        accepted(Item.fresh(Stance.KIND, stance(Attitude.BLOCKS, Influence.DECISIVE, "A fund", "2026-11-02")));
        assertThat(found()).isEmpty();
        accepted(Item.fresh(Stance.KIND, stance(Attitude.SUPPORTS, Influence.DECISIVE, "", "2026-11-03")));
        assertThat(found()).isEmpty();
        PoliticsReading read = read();
        assertThat(StakeholderMatrix.latest(read.book().stances()))
                .singleElement()
                .satisfies(noted -> assertThat(noted.value().attitude()).isEqualTo(Attitude.SUPPORTS));
        assertThat(read.book().stances()).hasSize(4);
    }

    @Test
    void the_matrix_holds_a_word_for_each_stance_and_the_picture_a_box_for_each_actor() {
        accepted(Item.fresh(Stance.KIND, stance(Attitude.RESISTS, Influence.STRONG, "", "2026-10")));
        PoliticsReading read = read();
        Table matrix = new PoliticsTables(
                        read.book(),
                        read.names(),
                        PoliticsAnswers.analysis(read),
                        Wording.english(),
                        PoliticsTables.NO_LINKS)
                .matrix();
        assertThat(matrix.columns()).hasSize(2);
        assertThat(matrix.columns().getLast().name()).isEqualTo("Pay reaches every post");
        assertThat(matrix.rows()).singleElement().satisfies(row -> {
            assertThat(row.getLast().words()).isEqualTo("resists");
            assertThat(row.getLast().tint()).contains(PoliticsTables.tint(Attitude.RESISTS));
        });
        StakeholderDrawing drawing = new StakeholderDrawing(read.book(), read.names(), Wording.english());
        assertThat(drawing.of(Optional.empty(), true)).isPresent().get().satisfies(drawn -> {
            assertThat(drawn.nodes())
                    .singleElement()
                    .satisfies(node -> assertThat(node.title()).isEqualTo("Treasury"));
            assertThat(drawn.svg()).contains("Treasury", "resists", "Influence 3");
        });
        assertThat(drawing.of(Optional.of(pay.id().toString()), true)).isPresent();
        assertThat(drawing.of(Optional.of("another"), true)).isEmpty();
    }

    @Test
    void what_is_written_for_few_is_refused_to_everybody_and_to_members_without_a_reason() {
        Item<Stance> item = Item.fresh(Stance.KIND, stance(Attitude.WAITS, Influence.SOME, "", ""));
        assertThat(refused(item)).contains("written for few", "with a reason");
        assertThat(refused(item.meantFor(Sensitivity.forEverybody()))).contains("Nobody makes it public");
        Item<RedLine> red = Item.fresh(
                RedLine.KIND, new RedLine(Mention.named("Treasury"), "No new tax", "", Optional.empty(), ""));
        assertThat(refused(red)).contains("with a reason");
        accepted(item);
        assertThat(workspace.append(
                        me, List.of(new Edit.Put(workspace.view(me).get(Stance.KIND, item.id()))), Reason.EDIT))
                .as("edited for the same readers")
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(refused(workspace.view(me).get(Stance.KIND, item.id()).meantFor(Sensitivity.forEverybody())))
                .contains("Nobody makes it public");
    }

    @Test
    void what_cannot_be_is_refused_with_reasons() {
        assertThat(refused(Item.fresh(
                        RegisteredDecision.KIND,
                        new RegisteredDecision(
                                " ",
                                Optional.empty(),
                                "x".repeat(1_001),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(new OnObjective(ItemId.fresh())),
                                List.of(),
                                "",
                                ""))))
                .contains("It needs a few words", "longer than", "not in this workspace");
        assertThat(refused(Item.fresh(
                        RegisteredDecision.KIND,
                        new RegisteredDecision(
                                "t",
                                Optional.empty(),
                                "",
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(new OnObjective(treasury.id())),
                                List.of(),
                                "",
                                ""))))
                .as("an actor is no objective")
                .contains("of another kind");
        assertThat(refused(Item.fresh(
                        Partnership.KIND,
                        new Partnership(
                                "t",
                                List.of(new PartyTerm(" ", "")),
                                "",
                                Optional.of(PartialDate.ofYear(2027)),
                                Optional.of(PartialDate.ofYear(2026)),
                                Optional.empty(),
                                "",
                                List.of(),
                                "",
                                ""))))
                .contains("A side needs a name", "ends before it begins");
        assertThat(refused(Item.fresh(
                        Stance.KIND,
                        new Stance(
                                Mention.beyond(treasury.id(), "Treasury"),
                                Mention.named(""),
                                Attitude.WAITS,
                                Optional.empty(),
                                Optional.empty(),
                                "",
                                "",
                                false,
                                "",
                                Optional.empty(),
                                ""))))
                .contains("not in this workspace", "on which objective");
    }
}
