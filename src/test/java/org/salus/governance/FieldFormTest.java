package org.salus.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salus.documents.Version;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Confidence;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Outcome;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.Name;
import org.salus.sector.Phase;
import org.salus.sector.SectorFaces;
import org.salus.workspace.Face;
import org.salus.workspace.Faces;
import org.salus.workspace.ReturnedForm;

/** Forms of a round that were taken along and come back: to another round, late, or from the hands of a spreadsheet. */
class FieldFormTest {
    @TempDir
    Path folder;

    private final AccountId ana = AccountId.fresh();
    private Workspaces workspaces;
    private Workspace workspace;
    private Item<QuestionSet> set;
    private Item<Actor> police;
    private Item<Round> round;

    @BeforeEach
    void begin() {
        workspaces = Workspaces.open(
                Database.file(folder.resolve("salus.db")),
                Faces.of(List.of(SectorFaces.contribution(), GovernanceFaces.contribution()))
                        .kinds(),
                InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));
        workspace = workspaces.found(
                new Charter("Orvelia", List.of("XOV"), "", "SSR", Optional.empty()), ana, "Ana", Optional.empty(), "");
        police = Item.fresh(
                Actor.KIND,
                Actor.of(new Phase(
                        DateSpan.OPEN,
                        List.of(Name.of("National Police")),
                        ActorType.POLICE.usualClass(),
                        Optional.of(ActorType.POLICE),
                        Optional.empty(),
                        Map.of())));
        set = Item.fresh(QuestionSet.KIND, QuestionSetFile.shipped());
        accept(new Edit.Put(police), new Edit.Put(set));
        round = round("First round", set);
    }

    @AfterEach
    void close() {
        workspaces.close();
    }

    private Item<Round> round(String title, Item<QuestionSet> by) {
        Item<Round> begun = Item.fresh(
                Round.KIND,
                new Round(
                        title,
                        by.id(),
                        List.of(),
                        List.of(Seat.of("A", "Office A")),
                        DateSpan.since(PartialDate.ofYear(2026)),
                        Stage.OPEN,
                        ""));
        accept(new Edit.Put(begun), new Edit.Put(Scope.fresh(begun.id(), police.id())));
        return begun;
    }

    private void accept(Edit... edits) {
        assertThat(workspace.append(ana, edits)).isInstanceOf(Outcome.Accepted.class);
    }

    private void answer(Item<Round> in, Response response, String why) {
        ItemId id = Rating.id(in.id(), police.id(), "FOR-01", "A");
        Rating said =
                Rating.blank(in.id(), police.id(), "FOR-01", "A").saying(Optional.of(response), why, Confidence.MEDIUM);
        accept(new Edit.Put(workspace
                .view(ana)
                .find(Rating.KIND, id)
                .map(item -> item.saying(said))
                .orElseGet(said::fresh)));
    }

    private Rating answered(Item<Round> in) {
        return workspace
                .view(ana)
                .get(Rating.KIND, Rating.id(in.id(), police.id(), "FOR-01", "A"))
                .value();
    }

    private Assessment assessment(Item<Round> of) {
        return Assessment.of(workspace, workspace.view(ana), of.id(), Locale.ENGLISH);
    }

    private ReturnedForm form(Item<Round> of) {
        return ReturnedForm.of(
                FieldForm.of(
                        assessment(of), workspace.view(ana), "A", new Version("v", LocalDate.EPOCH), Wording.english()),
                "question");
    }

    private FieldImport.Preview look(byte[] file, Item<Round> into) {
        return look(file, into, "en");
    }

    private FieldImport.Preview look(byte[] file, Item<Round> into, String language) {
        return FieldImport.preview(
                new ByteArrayInputStream(file), "form", assessment(into), workspace.view(ana), Locale.of(language));
    }

    private static List<String> wrong(FieldImport.Preview preview) {
        return preview.problems().stream()
                .map(problem -> problem.says().key().replace("governance.problem.", ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "fr, fr, informations insuffisantes, Faible",
        "fr, en, informations insuffisantes, Faible",
        "en, fr, not enough information, Low",
        "en, en, Informations insuffisantes, low"
    })
    void a_form_in_one_language_is_read_in_another(String written, String read, String answer, String sure) {
        answer(round, Response.LEVEL_2, "La moitié.");
        Rating before = answered(round);
        ReturnedForm form = ReturnedForm.of(
                FieldForm.of(
                        Assessment.of(workspace, workspace.view(ana), round.id(), Locale.of(written)),
                        workspace.view(ana),
                        "A",
                        new Version("v", LocalDate.EPOCH),
                        Wording.in(Locale.of(written))),
                "question");
        FieldImport.Preview untouched = look(form.csv(), round, read);
        assertThat(wrong(untouched)).isEmpty();
        assertThat(untouched.edits()).isEmpty();
        assertThat(untouched.same()).isOne();
        assertThat(answered(round)).isEqualTo(before);

        int row = form.row("question", "FOR-01");
        Question asked = set.value().find("FOR-01").orElseThrow();
        Question shown = QuestionWords.in(Locale.of(written)).shown(asked);
        assertThat(form.cell(row, "asks")).isEqualTo(shown.asks());
        assertThat(form.cell(row, "level 4")).isEqualTo(shown.levels().get(4));
        assertThat(form.cell(row, "where")).isEqualTo(shown.sources());
        assertThat(shown.equals(asked)).isEqualTo(written.equals("en"));
        form.write(row, "answer", answer).write(row, "confidence", sure);
        FieldImport.Preview filled = look(form.csv(), round, read);
        assertThat(wrong(filled)).isEmpty();
        accept(filled.edits().toArray(Edit[]::new));
        assertThat(answered(round).response()).contains(Response.NOT_ENOUGH_INFORMATION);
        assertThat(answered(round).confidence()).isEqualTo(Confidence.LOW);
        assertThat(answered(round).narrative()).isEqualTo("La moitié.");
    }

    @Test
    void an_answer_is_called_so_in_the_language_of_whoever_reads_it() {
        answer(round, Response.LEVEL_2, "La moitié.");
        Item<Rating> item = workspace.view(ana).get(Rating.KIND, Rating.id(round.id(), police.id(), "FOR-01", "A"));
        Faces faces = Faces.of(List.of(SectorFaces.contribution(), GovernanceFaces.contribution()));
        assertThat(faces.title(item, workspace.view(ana), Wording.in(Locale.FRENCH)))
                .isEqualTo("FOR-01, National Police, évaluateur A");
        assertThat(faces.title(item, workspace.view(ana), Wording.english()))
                .isEqualTo("FOR-01, National Police, assessor A");
    }

    /** Beside the answer, in tables and for programs: the words are the reader's, the id and what is kept are the same. */
    @Test
    void a_question_is_read_in_the_language_of_whoever_reads_it() {
        answer(round, Response.LEVEL_2, "La moitié.");
        View view = workspace.view(ana);
        Item<Rating> item = view.get(Rating.KIND, Rating.id(round.id(), police.id(), "FOR-01", "A"));
        Faces faces = Faces.of(List.of(SectorFaces.contribution(), GovernanceFaces.contribution()));
        Question asked = set.value().find("FOR-01").orElseThrow();
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            Question shown = QuestionWords.in(language).shown(asked);
            List<String> all = new ArrayList<>(List.of(shown.asks()));
            all.addAll(shown.levels());
            all.add(shown.sources());
            assertThat(faces.context(item, view, language))
                    .extracting(Face.Told::text)
                    .containsExactlyElementsOf(all);
            Assessment read = Assessment.of(workspace, view, round.id(), language);
            assertThat(new GovernanceTables(read, Wording.in(language), GovernanceTables.Links.NOWHERE)
                            .answers(Optional.empty())
                            .rows())
                    .anySatisfy(row -> assertThat(row)
                            .anySatisfy(cell -> assertThat(cell.words()).contains(shown.asks())));
            GovernanceAnswers answers = new GovernanceAnswers(workspace, view, language);
            String title = QuestionWords.in(language).shown(set.value()).title();
            assertThat(answers.sets().toString()).contains(title);
            assertThat(answers.questions(title).toString())
                    .contains(
                            shown.asks(), "key=salus", "edition=" + set.value().edition());
            assertThat(answers.set(title)).as("it is kept as it was asked").isEqualTo(set.value());
        }
    }

    @Test
    void a_set_that_was_changed_goes_out_in_the_words_of_whoever_changed_it() {
        List<Question> questions = new ArrayList<>(set.value().questions());
        questions.replaceAll(asked -> new Question(
                asked.id(),
                asked.characteristic(),
                asked.theme(),
                asked.basis(),
                asked.of(),
                asked.isCore(),
                asked.asks() + " Every year?",
                asked.levels(),
                asked.sources()));
        Item<QuestionSet> copy =
                Item.fresh(QuestionSet.KIND, new QuestionSet("own", "2026-07", "Our own", "", questions));
        accept(new Edit.Put(copy));
        Item<Round> own = round("Our round", copy);
        ReturnedForm form = ReturnedForm.of(
                FieldForm.of(
                        Assessment.of(workspace, workspace.view(ana), own.id(), Locale.FRENCH),
                        workspace.view(ana),
                        "A",
                        new Version("v", LocalDate.EPOCH),
                        Wording.in(Locale.FRENCH)),
                "question");
        Question asked = copy.value().find("FOR-01").orElseThrow();
        int row = form.row("question", "FOR-01");
        assertThat(form.cell(row, "asks")).isEqualTo(asked.asks()).endsWith("Every year?");
        assertThat(form.cell(row, "level 4")).isEqualTo(asked.levels().get(4));
    }

    @Test
    void a_form_of_another_round_changes_nothing_and_says_which_round_it_was_for() {
        answer(round, Response.LEVEL_1, "As it was.");
        ReturnedForm form = form(round);
        Item<Round> later = round("Second round", set);
        answer(later, Response.LEVEL_3, "As it is.");
        FieldImport.Preview preview = look(form.csv(), later);
        assertThat(preview.edits()).isEmpty();
        assertThat(preview.leftOut()).isOne();
        assertThat(preview.problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(Wording.english().say(problem.says())).contains("First round", "Second round"));
    }

    @Test
    void what_was_answered_to_other_words_is_no_answer_to_these() {
        ReturnedForm form = form(round);
        form.write(form.row("question", "FOR-01"), "answer", "level 2");
        Question asked = set.value().find("FOR-01").orElseThrow();
        List<Question> questions = new ArrayList<>(set.value().questions());
        questions.set(
                questions.indexOf(asked),
                new Question(
                        asked.id(),
                        asked.characteristic(),
                        asked.theme(),
                        asked.basis(),
                        asked.of(),
                        asked.isCore(),
                        asked.asks() + " Every year?",
                        asked.levels(),
                        asked.sources()));
        Item<QuestionSet> copy =
                Item.fresh(QuestionSet.KIND, new QuestionSet("own", "2026-07", "Our own", "", questions));
        accept(new Edit.Put(copy));
        Item<Round> now = workspace.view(ana).get(Round.KIND, round.id());
        accept(new Edit.Put(now.saying(new Round(
                now.value().title(),
                copy.id(),
                now.value().questions(),
                now.value().seats(),
                now.value().when(),
                now.value().stage(),
                now.value().note()))));
        FieldImport.Preview preview = look(form.csv(), round);
        assertThat(wrong(preview)).containsExactly("other-edition");
        assertThat(preview.edits()).isEmpty();
    }

    @Test
    void a_form_that_comes_back_late_does_not_take_back_what_was_written_here_meanwhile() {
        answer(round, Response.LEVEL_2, "Half of it.");
        ReturnedForm form = form(round);
        answer(round, Response.LEVEL_3, "All but one.");
        FieldImport.Preview untouched = look(form.csv(), round);
        assertThat(untouched.edits()).isEmpty();
        assertThat(untouched.problems()).isEmpty();
        assertThat(untouched.same()).isOne();
        form.write(form.row("question", "FOR-01"), "answer", "level 1");
        FieldImport.Preview late = look(form.csv(), round);
        assertThat(late.edits()).isEmpty();
        assertThat(late.leftOut()).isOne();
        assertThat(wrong(late)).contains("changed-here");
        assertThat(Wording.english().say(late.problems().getFirst().says()))
                .as("both are told")
                .contains("level 1", "level 3");
        assertThat(answered(round).response()).contains(Response.LEVEL_3);
    }

    @Test
    void what_two_people_answered_for_the_first_time_is_told_too() {
        ReturnedForm form = form(round);
        form.write(form.row("question", "FOR-01"), "answer", "level 1");
        answer(round, Response.LEVEL_3, "");
        assertThat(wrong(look(form.csv(), round))).containsExactly("changed-here");
        form.write(form.row("question", "FOR-01"), "answer", "level 3");
        assertThat(look(form.csv(), round).problems()).isEmpty();
    }

    @Test
    void what_nobody_touched_in_the_file_does_not_come_back_after_it_was_removed_here() {
        answer(round, Response.LEVEL_2, "Half of it.");
        ReturnedForm form = form(round);
        ItemId id = Rating.id(round.id(), police.id(), "FOR-01", "A");
        accept(new Edit.Remove(workspace.view(ana).get(Rating.KIND, id)));
        FieldImport.Preview preview = look(form.csv(), round);
        assertThat(preview.edits()).isEmpty();
        assertThat(preview.problems()).isEmpty();
    }

    @Test
    void a_look_says_what_each_row_says_now_and_would_say() {
        answer(round, Response.LEVEL_2, "Half of it.");
        ReturnedForm form = form(round);
        int row = form.row("question", "FOR-01");
        form.write(row, "answer", "level 3").write(row, "sources", "Decree 7");
        FieldImport.Preview preview = look(form.csv(), round);
        assertThat(preview.changes()).singleElement().satisfies(change -> {
            assertThat(change.isNew()).isFalse();
            assertThat(change.question()).isEqualTo("FOR-01");
            assertThat(change.cells())
                    .containsExactly(
                            new FieldImport.Cell("answer", "level 2", "level 3"),
                            new FieldImport.Cell("sources", "", "Decree 7"));
        });
        assertThat(GovernanceAnswers.imported(preview, Optional.empty())).containsKey("changes");
    }

    /** A form with two answers, of which the second is merged with the first, or calculated by a program that keeps no values. */
    private static byte[] byHand(boolean isMerged) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Answers");
            String[][] cells = {
                {"institution", "assessor", "question", "answer"},
                {"National Police", "A", "FOR-01", "2"},
                {"National Police", "A", "FOR-02", ""}
            };
            for (int row = 0; row < cells.length; row++) {
                for (int column = 0; column < cells[row].length; column++) {
                    sheet.value(row, column, cells[row][column]);
                }
            }
            if (isMerged) {
                sheet.range(1, 3, 2, 3).merge();
            } else {
                sheet.formula(2, 3, "1+1");
            }
        }
        return out.toByteArray();
    }

    /** A form as somebody makes it look tidy: the institution, and a column of one's own, said once for both rows; up to that column they are one cell. */
    private static byte[] tidied(int last) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Answers");
            String[][] cells = {
                {"institution", "assessor", "question", "answer", "seen on"},
                {"National Police", "A", "FOR-01", "2", "Monday"},
                {"", "A", "FOR-02", "3", ""}
            };
            for (int row = 0; row < cells.length; row++) {
                for (int column = 0; column < cells[row].length; column++) {
                    if (!cells[row][column].isEmpty()) {
                        sheet.value(row, column, cells[row][column]);
                    }
                }
            }
            sheet.range(1, 0, 2, last).merge();
            sheet.range(1, 4, 2, 4).merge();
        }
        return out.toByteArray();
    }

    @Test
    void an_institution_and_a_column_of_ones_own_may_be_merged_over_rows() throws IOException {
        FieldImport.Preview preview = look(tidied(0), round);
        assertThat(preview.problems()).isEmpty();
        assertThat(preview.fresh()).isEqualTo(2);
        assertThat(preview.changes()).extracting(FieldImport.Change::question).containsExactly("FOR-01", "FOR-02");
        assertThat(wrong(look(tidied(3), round)))
                .as("one cell from the institution to the answer")
                .containsExactly("merged", "merged");
    }

    @Test
    void merged_cells_and_formulas_without_a_value_are_told_and_not_passed_over() throws IOException {
        FieldImport.Preview merged = look(byHand(true), round);
        assertThat(wrong(merged)).containsExactly("merged", "merged");
        assertThat(merged.edits()).isEmpty();
        FieldImport.Preview unsaved = look(byHand(false), round);
        assertThat(wrong(unsaved)).containsExactly("calculated-without-value");
        assertThat(unsaved.fresh()).isOne();
        FieldImport.Preview saved = look(ReturnedForm.calculating(byHand(false), "1+1", "2"), round);
        assertThat(wrong(saved)).containsExactly("calculated");
        assertThat(saved.fresh()).isEqualTo(2);
    }

    @Test
    void a_text_that_a_program_marks_as_what_a_formula_gave_is_a_text() throws IOException {
        FieldImport.Preview preview = look(ReturnedForm.marking(byHand(false), "D3", "level 2"), round);
        assertThat(preview.problems()).isEmpty();
        assertThat(preview.fresh()).isEqualTo(2);
        assertThat(look(ReturnedForm.marking(byHand(false), "D3", ""), round).problems())
                .isEmpty();
    }

    @Test
    void of_ten_thousand_wrong_rows_the_first_are_listed_and_all_are_counted() {
        String rows = "institution,assessor,question,answer\n" + "Nobody,A,FOR-01,2\n".repeat(10_000);
        FieldImport.Preview preview = look(rows.getBytes(StandardCharsets.UTF_8), round);
        assertThat(preview.wrong()).isEqualTo(10_000);
        assertThat(preview.leftOut()).isEqualTo(10_000);
        assertThat(preview.problems()).hasSize(501);
        assertThat(Wording.english().say(preview.problems().getLast().says())).containsPattern("^9\\W500 ");
    }
}
