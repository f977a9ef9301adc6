package org.salus.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.salus.documents.Version;
import org.salus.framework.DateSpan;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Charter;
import org.salus.ledger.Confidence;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
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
import org.salus.sector.SectorFaces;
import org.salus.workspace.Faces;
import org.salus.workspace.Reply;

/** The right of reply by Word and by Excel: what goes out, what comes back, and all that can have happened to a file in between. */
class ReplyFormTest {
    private static final String OFFICE = "Inspectorate General";
    private static final int WHO = 0;
    private static final int REPLIES = 1;

    /** Behind the instructions, whatever the language. */
    private static final int REPLIES_SHEET = 1;

    @TempDir
    private Path folder;

    private final AccountId ana = AccountId.fresh();
    private Workspaces workspaces;
    private Workspace workspace;
    private Item<QuestionSet> set;
    private Item<Round> round;
    private Item<Actor> police;
    private Item<Actor> army;

    @BeforeEach
    void begin() {
        workspaces = Workspaces.open(
                Database.file(folder.resolve("salus.db")),
                Faces.of(List.of(SectorFaces.contribution(), GovernanceFaces.contribution()))
                        .kinds(),
                InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));
        workspace = workspaces.found(
                new Charter("Orvelia", List.of("XOV"), "", "SSR", Optional.empty()), ana, "Ana", Optional.empty(), "");
        police = institution("National Police", ActorType.POLICE);
        army = institution("Land Army", ActorType.ARMED_FORCES);
        set = Item.fresh(QuestionSet.KIND, QuestionSetFile.shipped());
        accept(new Edit.Put(police), new Edit.Put(army), new Edit.Put(set));
        round = begun("First round");
        rate("FOR-01", "A", Response.LEVEL_1, "The decree of 2019 says so.", Sensitivity.forMembers());
        rate("FOR-01", "B", Response.LEVEL_3, "Two registers were seen.", Sensitivity.forEverybody());
        rate("FOR-02", "A", Response.NOT_ENOUGH_INFORMATION, "", Sensitivity.forMembers());
        stage(Stage.REPLY);
    }

    @AfterEach
    void close() {
        workspaces.close();
    }

    private static Item<Actor> institution(String name, ActorType type) {
        return Item.fresh(
                Actor.KIND,
                Actor.of(new Phase(
                        DateSpan.OPEN,
                        List.of(Name.of(name)),
                        type.usualClass(),
                        Optional.of(type),
                        Optional.empty(),
                        Map.of())));
    }

    private Item<Round> begun(String title) {
        Item<Round> begun = Item.fresh(
                Round.KIND,
                new Round(
                        title,
                        set.id(),
                        List.of("FOR-01", "FOR-02"),
                        List.of(Seat.of("A", "Reform office of somewhere"), Seat.of("B", "Panel of scholars")),
                        DateSpan.between(PartialDate.of("2026-03"), PartialDate.of("2026-06-30")),
                        Stage.OPEN,
                        ""));
        accept(
                new Edit.Put(begun),
                new Edit.Put(Scope.fresh(begun.id(), police.id())),
                new Edit.Put(Scope.fresh(begun.id(), army.id())));
        return begun;
    }

    private void rate(String question, String seat, Response response, String why, Sensitivity sensitivity) {
        accept(new Edit.Put(Rating.blank(round.id(), police.id(), question, seat)
                .saying(Optional.of(response), why, Confidence.MEDIUM)
                .fresh()
                .meantFor(sensitivity)));
    }

    private void stage(Stage stage) {
        Item<Round> now = view().get(Round.KIND, round.id());
        assertThat(workspace.append(
                        ana,
                        List.of(new Edit.Put(now.saying(now.value().at(stage)))),
                        Reason.of(Act.EDIT, "as agreed")))
                .isInstanceOf(Outcome.Accepted.class);
    }

    private void accept(Edit... edits) {
        assertThat(workspace.append(ana, edits)).isInstanceOf(Outcome.Accepted.class);
    }

    private View view() {
        return workspace.view(ana);
    }

    private Assessment assessment() {
        return Assessment.of(workspace, view(), round.id(), Locale.ENGLISH);
    }

    private List<InstitutionReply> replies() {
        return view().list(InstitutionReply.KIND).stream().map(Item::value).toList();
    }

    private int steps() {
        return workspace.history(ana).list(1_000, Optional.empty()).size();
    }

    // --- forms as people handle them ---

    private byte[] form(String kind) {
        return form(kind, "");
    }

    private byte[] form(String kind, String reasons) {
        return ReplyForm.of(
                assessment(),
                "National Police",
                kind,
                ReplyForm.wish("", reasons),
                "Orvelia",
                new Version("v", LocalDate.EPOCH),
                Wording.english());
    }

    /** What an official writes: in which table, on which row, in which column. */
    private record Written(int table, int row, String column, String text) {}

    private static Written office(String text) {
        return new Written(WHO, 1, "office", text);
    }

    private static Written written(int row, String column, String text) {
        return new Written(REPLIES, row, column, text);
    }

    private static byte[] filled(String kind, byte[] form, Written... all) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (kind.equals("docx")) {
            try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(form))) {
                for (Written one : all) {
                    XWPFTable table = word.getTables().get(one.table());
                    XWPFTableCell cell = table.getRow(one.row()).getCell(column(heads(table.getRow(0)), one.column()));
                    while (cell.getParagraphs().size() > 1) {
                        cell.removeParagraph(1);
                    }
                    cell.getParagraphs().getFirst().getRuns().forEach(run -> run.setText("", 0));
                    cell.setText(one.text());
                }
                word.write(out);
            }
        } else {
            try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(form))) {
                for (Written one : all) {
                    Sheet sheet = sheet(book, one.table());
                    int column = column(heads(sheet.getRow(0)), one.column());
                    Row row = sheet.getRow(one.row());
                    row.createCell(column).setCellValue(one.text());
                }
                book.write(out);
            }
        }
        return out.toByteArray();
    }

    private static Sheet sheet(XSSFWorkbook book, int table) {
        return book.getSheetAt(table == WHO ? REPLIES_SHEET + 1 : REPLIES_SHEET);
    }

    private static List<String> heads(XWPFTableRow row) {
        return row.getTableCells().stream().map(XWPFTableCell::getText).toList();
    }

    private static List<String> heads(Row row) {
        List<String> heads = new ArrayList<>();
        for (Cell cell : row) {
            heads.add(new DataFormatter().formatCellValue(cell));
        }
        return heads;
    }

    private static int column(List<String> heads, String name) {
        for (int i = 0; i < heads.size(); i++) {
            if (heads.get(i).split(":", 2)[0].equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name + " is none of " + heads);
    }

    /** All that can be read in a form. */
    private static String text(String kind, byte[] form) throws IOException {
        if (kind.equals("docx")) {
            try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(form))) {
                return word.getBodyElements().stream()
                        .map(part -> part instanceof XWPFTable table
                                ? table.getText()
                                : ((org.apache.poi.xwpf.usermodel.XWPFParagraph) part).getText())
                        .collect(Collectors.joining("\n"));
            }
        }
        StringBuilder all = new StringBuilder();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(form))) {
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    all.append(String.join(" | ", heads(row))).append('\n');
                }
            }
        }
        return all.toString();
    }

    private ReplyImport.Preview look(String kind, byte[] file) {
        return look("reply." + kind, file, assessment());
    }

    private ReplyImport.Preview look(String name, byte[] file, Assessment of) {
        return ReplyImport.preview(new ByteArrayInputStream(file), name, of, view(), Locale.ENGLISH);
    }

    private void take(ReplyImport.Preview preview) {
        assertThat(preview.problems()).isEmpty();
        assertThat(ReplyImport.accept(workspace, ana, preview)).isInstanceOf(Outcome.Accepted.class);
    }

    private static List<String> said(ReplyImport.Preview preview) {
        return preview.problems().stream()
                .map(problem -> Wording.english().say(problem.place()) + ": "
                        + Wording.english().say(problem.says()))
                .toList();
    }

    private static List<String> keys(ReplyImport.Preview preview) {
        return preview.problems().stream()
                .map(problem -> problem.says().key().replace("governance.", ""))
                .toList();
    }

    // --- out ---

    @ParameterizedTest
    @ValueSource(strings = {"docx", "xlsx"})
    void a_form_says_what_was_asked_and_found_and_by_nobody(String kind) throws IOException {
        Question question = assessment().set().find("FOR-01").orElseThrow();
        String all = text(kind, form(kind));
        assertThat(all)
                .contains("National Police", "First round", "30 June 2026", question.asks())
                .contains(
                        "level 1: " + question.levels().get(1),
                        "level 3: " + question.levels().get(3))
                .contains("not enough information", "Two registers were seen.")
                .contains("We agree, We agree in part or We disagree", "The assessment as a whole");
        assertThat(all)
                .as("nothing of other institutions, of assessors, and no reasons meant for members")
                .doesNotContain("Land Army", "Reform office", "Panel of scholars", "The decree of 2019");
        assertThat(text(kind, form(kind, "members"))).contains("The decree of 2019 says so.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "xlsx"})
    void what_is_meant_for_named_members_stays_with_them(String kind) throws IOException {
        stage(Stage.REVIEW);
        rate(
                "FOR-02",
                "B",
                Response.LEVEL_0,
                "Somebody at risk told us.",
                new Sensitivity.Named(new TreeSet<>(Set.of(ana))));
        stage(Stage.REPLY);
        String level = assessment().set().find("FOR-02").orElseThrow().levels().getFirst();
        assertThat(text(kind, form(kind, "members"))).doesNotContain("Somebody at risk", level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "xlsx"})
    void while_assessors_answer_a_form_holds_the_questions_only(String kind) throws IOException {
        stage(Stage.OPEN);
        assertThat(text(kind, form(kind, "members")))
                .contains("Assessors are still answering.")
                .doesNotContain("level 1:", "Two registers");
    }

    @Test
    void a_form_cannot_be_taken_along_from_a_locked_round_or_for_what_is_not_in_it() {
        assertThatThrownBy(() -> form("pdf")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> ReplyForm.wish("soon", "")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> ReplyForm.wish("", "everybody")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> ReplyForm.of(
                        assessment(),
                        "Navy",
                        "docx",
                        ReplyForm.wish("", ""),
                        "Orvelia",
                        new Version("v", LocalDate.EPOCH),
                        Wording.english()))
                .isInstanceOf(Failure.class);
        stage(Stage.LOCKED);
        assertThatThrownBy(() -> form("docx")).isInstanceOf(Failure.class);
    }

    // --- in ---

    @ParameterizedTest
    @ValueSource(strings = {"docx", "xlsx"})
    void what_was_filled_in_is_what_comes_in_as_one_step(String kind) throws IOException {
        byte[] file = filled(
                kind,
                form(kind, "members"),
                office(OFFICE),
                new Written(WHO, 1, "date", "2026-04-02"),
                written(1, "reply", "We agree in part"),
                written(1, "in your words", "=1+1 <b>The decree</b> was changed; \"see\" قرار."),
                written(3, "reply", "agree"));
        int before = steps();
        ReplyImport.Preview preview = look(kind, file);
        assertThat(said(preview)).isEmpty();
        assertThat(preview.fresh()).isEqualTo(2);
        assertThat(preview.empty()).as("nothing was said of FOR-02").isOne();
        assertThat(replies()).as("it was only looked at").isEmpty();

        take(preview);
        assertThat(steps()).isEqualTo(before + 1);
        assertThat(workspace.history(ana).list(1, Optional.empty()).getFirst().why())
                .as("the history names the file")
                .contains(Reason.of(Act.IMPORT, "reply." + kind));
        assertThat(replies())
                .containsExactlyInAnyOrder(
                        new InstitutionReply(
                                round.id(),
                                police.id(),
                                "FOR-01",
                                Reply.PARTLY,
                                "=1+1 <b>The decree</b> was changed; \"see\" قرار.",
                                OFFICE,
                                Optional.of(PartialDate.of("2026-04-02")),
                                "reply." + kind),
                        new InstitutionReply(
                                round.id(),
                                police.id(),
                                "",
                                Reply.AGREE,
                                "",
                                OFFICE,
                                Optional.of(PartialDate.of("2026-04-02")),
                                "reply." + kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "xlsx"})
    void an_empty_form_says_nothing_and_the_same_file_changes_nothing_twice(String kind) throws IOException {
        ReplyImport.Preview nothing = look(kind, form(kind));
        assertThat(said(nothing)).isEmpty();
        assertThat(nothing.edits()).isEmpty();
        assertThat(nothing.empty()).isEqualTo(3);

        byte[] file = filled(kind, form(kind), office(OFFICE), written(1, "reply", "We agree"));
        take(look(kind, file));
        assertThat(look(kind, file).edits()).isEmpty();
        assertThat(look("by another name." + kind, file, assessment()).same()).isOne();
        assertThat(replies()).hasSize(1);
    }

    /** An institution that works in French fills in what a desk that works in English reads, and the other way round. */
    @ParameterizedTest
    @CsvSource({
        "docx, fr, fr, Nous sommes d’accord en partie",
        "docx, fr, en, Nous sommes d'accord en partie.",
        "docx, en, fr, We agree in part",
        "xlsx, fr, en, Nous sommes d’accord en partie",
        "xlsx, en, fr, partly"
    })
    void a_form_in_one_language_is_read_in_another(String kind, String written, String read, String reply)
            throws IOException {
        byte[] form = ReplyForm.of(
                assessment(),
                "National Police",
                kind,
                ReplyForm.wish("", "members"),
                "Orvelia",
                new Version("v", LocalDate.EPOCH),
                Wording.in(Locale.of(written)));
        Question shown = QuestionWords.in(Locale.of(written))
                .shown(assessment().set().find("FOR-01").orElseThrow());
        assertThat(text(kind, form))
                .contains(shown.asks(), shown.levels().get(1), shown.levels().get(3));
        ReplyImport.Preview preview = ReplyImport.preview(
                new ByteArrayInputStream(filled(
                        kind,
                        form,
                        office(OFFICE),
                        written(1, "reply", reply),
                        written(1, "in your words", "Décret 7."),
                        written(2, "reply", reply),
                        written(2, "in your words", "Décret 8."))),
                "reply." + kind,
                assessment(),
                view(),
                Locale.of(read));
        assertThat(said(preview)).isEmpty();
        take(preview);
        assertThat(replies()).extracting(InstitutionReply::reply).containsExactly(Reply.PARTLY, Reply.PARTLY);
    }

    @Test
    void an_office_that_thinks_again_replaces_its_reply_and_another_office_stands_beside() throws IOException {
        take(look("docx", filled("docx", form("docx"), office(OFFICE), written(1, "reply", "We agree"))));
        ReplyImport.Preview again = look(
                "xlsx",
                filled(
                        "xlsx",
                        form("xlsx"),
                        office(OFFICE),
                        written(1, "reply", "We disagree"),
                        written(1, "in your words", "We had read it wrongly.")));
        assertThat(again.changed()).isOne();
        assertThat(again.lines().getFirst().before().orElseThrow().reply()).isEqualTo(Reply.AGREE);
        take(again);
        assertThat(replies()).extracting(InstitutionReply::reply).containsExactly(Reply.DISAGREE);

        take(look("docx", filled("docx", form("docx"), office("Legal service"), written(1, "reply", "We agree"))));
        assertThat(replies()).extracting(InstitutionReply::by).containsExactlyInAnyOrder(OFFICE, "Legal service");
    }

    @Test
    void what_was_written_down_can_be_undone() throws IOException {
        ReplyImport.Preview preview = look(
                "docx",
                filled(
                        "docx",
                        form("docx"),
                        office(OFFICE),
                        written(1, "reply", "We agree"),
                        written(2, "reply", "We agree")));
        Outcome outcome = ReplyImport.accept(workspace, ana, preview);
        assertThat(replies()).hasSize(2);
        assertThat(workspace.undo(ana, ((Outcome.Accepted) outcome).entry())).isInstanceOf(Outcome.Accepted.class);
        assertThat(replies()).isEmpty();
    }

    // --- what can be wrong ---

    @Test
    void all_that_is_wrong_with_a_workbook_is_told_at_once_with_its_cell_and_nothing_is_written() throws IOException {
        byte[] file = filled(
                "xlsx",
                form("xlsx"),
                new Written(WHO, 1, "date", "next week"),
                written(1, "reply", "perhaps"),
                written(2, "in your words", "We have a register."),
                written(3, "reply", "We disagree"));
        ReplyImport.Preview preview = look("xlsx", file);
        assertThat(said(preview))
                .anySatisfy(one -> assertThat(one).startsWith("Who replies, cell A2: The office"))
                .anySatisfy(one ->
                        assertThat(one).startsWith("Who replies, cell B2:").contains("next week"))
                .anySatisfy(one -> assertThat(one).startsWith("Replies, cell E2: \"perhaps\""))
                .anySatisfy(one -> assertThat(one).startsWith("Replies, cell E3: Words alone"))
                .anySatisfy(one -> assertThat(one).contains("does not agree says why"))
                .hasSize(5);
        assertThat(preview.edits()).isEmpty();
        assertThat(preview.lines()).isEmpty();
    }

    @Test
    void all_that_is_wrong_with_a_document_is_told_with_its_table_and_row() throws IOException {
        byte[] file = filled(
                "docx",
                form("docx"),
                office(OFFICE),
                written(1, "reply", "We agree"),
                written(2, "question", "FOR-01"),
                written(2, "reply", "no"));
        assertThat(said(look("docx", file)))
                .anySatisfy(one -> assertThat(one).startsWith("table 2, row 3, column 5: \"no\" is no reply"))
                .anySatisfy(one -> assertThat(one).contains("\"FOR-01\" is replied to in table 2, row 2, column 5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "xlsx"})
    void a_reply_to_other_words_is_none_to_these(String kind) throws IOException {
        byte[] changed = filled(
                kind,
                form(kind),
                office(OFFICE),
                written(1, "asks", "Are you the best police of all?"),
                written(1, "reply", "We agree"),
                written(2, "question", "NO-99"),
                written(2, "reply", "We agree"));
        assertThat(keys(look(kind, changed))).containsExactlyInAnyOrder("problem.other-words", "problem.question");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "xlsx"})
    void a_form_taken_along_before_answers_changed_is_not_taken_for_a_reply_to_these(String kind) throws IOException {
        byte[] file = filled(
                kind, form(kind), office(OFFICE), written(1, "reply", "We agree"), written(2, "reply", "We agree"));
        stage(Stage.REVIEW);
        Item<Rating> answer = view().get(Rating.KIND, Rating.id(round.id(), police.id(), "FOR-02", "A"));
        accept(new Edit.Put(answer.saying(answer.value().saying(Optional.of(Response.LEVEL_4), "", Confidence.HIGH))));
        stage(Stage.REPLY);
        assertThat(keys(look(kind, file))).containsExactly("problem.other-finding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "xlsx"})
    void a_form_of_another_round_or_without_its_mark_is_refused(String kind) throws IOException {
        byte[] file = filled(kind, form(kind), office(OFFICE), written(1, "reply", "We agree"));
        Item<Round> second = begun("Second round");
        Assessment other = Assessment.of(workspace, view(), second.id(), Locale.ENGLISH);
        ReplyImport.Preview preview = look("reply." + kind, file, other);
        assertThat(keys(preview)).containsExactly("problem.other-round");
        assertThat(preview.edits()).isEmpty();
        byte[] unmarked = filled(kind, file, new Written(WHO, 1, "mark", "ours"));
        assertThat(keys(look(kind, unmarked))).containsExactly("problem.mark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "xlsx"})
    void a_locked_round_takes_no_reply_and_says_so_once(String kind) throws IOException {
        byte[] file = filled(
                kind, form(kind), office(OFFICE), written(1, "reply", "We agree"), written(2, "reply", "We agree"));
        stage(Stage.LOCKED);
        ReplyImport.Preview preview = look(kind, file);
        assertThat(keys(preview)).containsExactly("refusal.locked");
        assertThat(preview.edits()).isEmpty();
    }

    @Test
    void merged_cells_do_not_tell_what_is_said_of_which_question() throws IOException {
        byte[] form = filled("docx", form("docx"), office(OFFICE), written(1, "reply", "We agree"));
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(form))) {
            XWPFTable table = document.getTables().get(REPLIES);
            int column = column(heads(table.getRow(0)), "reply");
            merge(table.getRow(1).getCell(column), STMerge.RESTART);
            merge(table.getRow(2).getCell(column), STMerge.CONTINUE);
            document.write(word);
        }
        assertThat(keys(look("docx", word.toByteArray()))).containsExactly("problem.merged", "problem.merged");

        byte[] sheets = filled("xlsx", form("xlsx"), office(OFFICE), written(1, "reply", "We agree"));
        ByteArrayOutputStream excel = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(sheets))) {
            Sheet sheet = sheet(book, REPLIES);
            int column = column(heads(sheet.getRow(0)), "reply");
            sheet.addMergedRegion(new CellRangeAddress(1, 2, column, column));
            book.write(excel);
        }
        assertThat(keys(look("xlsx", excel.toByteArray()))).containsExactly("problem.merged", "problem.merged");
    }

    private static void merge(XWPFTableCell cell, STMerge.Enum how) {
        (cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr())
                .addNewVMerge()
                .setVal(how);
    }

    @Test
    void a_text_beyond_all_measure_is_told_with_its_place() throws IOException {
        ReplyImport.Preview preview = look(
                "docx",
                filled(
                        "docx",
                        form("docx"),
                        office(OFFICE),
                        written(1, "reply", "We disagree"),
                        written(1, "in your words", "x".repeat(20_001))));
        assertThat(keys(preview)).containsExactly("refusal.long-text");
        assertThat(said(preview).getFirst()).startsWith("table 2, row 2, column 6");
    }

    @Test
    void two_offices_in_one_form_are_two_forms() throws IOException {
        byte[] form = filled("xlsx", form("xlsx"), office(OFFICE), written(1, "reply", "We agree"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(form))) {
            sheet(book, WHO).createRow(2).createCell(0).setCellValue("Legal service");
            book.write(out);
        }
        assertThat(keys(look("xlsx", out.toByteArray()))).containsExactly("problem.several-offices");
    }

    @Test
    void files_that_are_no_form_are_refused() {
        byte[] field = FieldForm.of(assessment(), view(), "A", new Version("v", LocalDate.EPOCH), Wording.english());
        for (byte[] foreign : List.of(
                "question,reply\nFOR-01,agree\n".getBytes(StandardCharsets.UTF_8),
                new byte[0],
                new byte[] {'P', 'K', 3, 4, 0, 0},
                field)) {
            assertThatThrownBy(() -> look("docx", foreign)).isInstanceOf(Failure.class);
        }
    }
}
