package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.documents.Version;
import org.salus.frame.web.TableFiles;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemJson;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.sector.SectorFaces;
import org.salus.sector.SectorImport;
import org.salus.workspace.Faces;
import org.salus.workspace.ReturnedForm;
import org.salus.workspace.Source;
import tools.jackson.databind.node.ObjectNode;

/** A logframe as rows: typed, pasted, taken along and brought back, and brought in as somebody else wrote it. On the demo's invented country. */
class LogframeTest {
    private static final Path DEMO = Path.of("demo");
    private static final Version VERSION = new Version("a1b2c3", LocalDate.of(2026, 3, 1));

    @TempDir
    Path folder;

    private final AccountId ana = AccountId.fresh();
    private final Wording wording = Wording.english();
    private Workspaces workspaces;
    private Workspace workspace;
    private Item<ResultsChain> chain;

    @BeforeEach
    void found() throws IOException {
        workspaces = Workspaces.open(
                Database.file(folder.resolve("salus.db")),
                Faces.of(List.of(SectorFaces.contribution(), GoalsFaces.contribution()))
                        .kinds(),
                InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));
        workspace = workspaces.found(
                new Charter("Orvelia", List.of("XOV"), "", "SSR", Optional.empty()), ana, "Ana", Optional.empty(), "");
        try (InputStream map = Files.newInputStream(DEMO.resolve("sector-orvelia.json"))) {
            accepted(SectorImport.accept(
                    workspace,
                    ana,
                    SectorImport.preview(map, "sector-orvelia.json", workspace.view(ana), Locale.ENGLISH)));
        }
        try (InputStream plan = Files.newInputStream(DEMO.resolve("goals-orvelia.json"))) {
            accepted(workspace.append(
                    ana, ChainFile.read(plan, workspace.view(ana)).edits(), Reason.EDIT));
        }
        chain = workspace.view(ana).list(ResultsChain.KIND).getFirst();
    }

    @AfterEach
    void close() {
        workspaces.close();
    }

    private static void accepted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    }

    private Item<ResultsChain> empty() {
        Item<ResultsChain> other = Item.fresh(ResultsChain.KIND, ResultsChain.of("Another"));
        accepted(workspace.append(ana, new Edit.Put(other)));
        return other;
    }

    private Logframe logframe(Item<ResultsChain> of) {
        return Logframe.of(Chain.of(workspace.view(ana), of.id()), workspace.view(ana));
    }

    private byte[] form(Item<ResultsChain> of) {
        return LogframeForm.of(logframe(of), of.value().title(), VERSION, wording);
    }

    private LogframeBrought brought(byte[] file, String name) {
        return LogframeBrought.of(LogframeTable.read(new ByteArrayInputStream(file), name), workspace.view(ana));
    }

    private LogframePreview look(LogframeBrought brought, Item<ResultsChain> into) {
        return look(brought, into, wording);
    }

    private LogframePreview look(LogframeBrought brought, Item<ResultsChain> into, Wording reader) {
        return brought.preview(workspace.view(ana), Chain.of(workspace.view(ana), into.id()), reader);
    }

    private LogframePreview paste(String text, LogframeColumn column, int row) {
        List<String> keys =
                logframe(chain).rows().stream().skip(row).map(Logframe.Row::key).toList();
        return look(LogframeBrought.pasted(TypedBlock.lines(text, column, keys)), chain);
    }

    /** The rows without the keys, in which no two chains are alike. */
    private List<List<String>> said(Item<ResultsChain> of) {
        return LogframeForm.rows(logframe(of), wording).stream()
                .map(row -> row.subList(0, row.size() - 1))
                .toList();
    }

    /** Which of two that contribute to the same box comes first is told by their ids, and is no part of what is said. */
    private List<List<String>> unnumbered(Item<ResultsChain> of) {
        return said(of).stream().map(row -> row.subList(1, row.size())).toList();
    }

    private List<String> linked(Item<ResultsChain> of) {
        Chain model = logframe(of).chain();
        return model.links().stream()
                .filter(link -> link.value().type() != LinkType.UNDERMINES)
                .map(link -> model.title(link.value().from()) + " "
                        + link.value().type() + " " + model.title(link.value().to()))
                .toList();
    }

    private static byte[] workbook(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Plan");
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < rows.get(i).size(); j++) {
                    if (!rows.get(i).get(j).isEmpty()) {
                        sheet.value(i, j, rows.get(i).get(j));
                    }
                }
            }
        }
        return out.toByteArray();
    }

    @Test
    void every_box_has_a_number_and_its_parts_beside_it() {
        assertThat(said(chain)).isNotEmpty();
        Logframe logframe = logframe(chain);
        assertThat(logframe.rows().stream()
                        .filter(row -> !row.isAgain())
                        .map(row -> row.box().id())
                        .distinct())
                .hasSameSizeAs(logframe.chain().boxes());
        assertThat(logframe.rows().stream().flatMap(row -> row.indicator().stream()))
                .hasSameSizeAs(logframe.chain().indicators());
        assertThat(logframe.rows().getFirst().number()).isEqualTo("1");
    }

    @Test
    void what_was_taken_along_and_comes_back_unchanged_changes_nothing() {
        LogframePreview preview = look(brought(form(chain), "logframe.xlsx"), chain);
        assertThat(preview.problems()).isEmpty();
        assertThat(preview.changes()).isEmpty();
        assertThat(preview.edits()).isEmpty();
        assertThat(preview.same()).isPositive();
    }

    @Test
    void a_table_of_headings_alone_is_refused_and_not_taken_for_a_file_in_which_nothing_is_new() {
        LogframePreview preview = brought("Objective,Indicator\n".getBytes(StandardCharsets.UTF_8), "headings.csv")
                .preview(workspace.view(ana), Chain.of(workspace.view(ana), chain.id()), wording);
        assertThat(preview.isRefused()).isTrue();
        assertThat(preview.problems())
                .singleElement()
                .satisfies(problem -> assertThat(wording.say(problem.says())).contains("no row"));
    }

    /** The first objective that has an owner, and what becomes of it where it says something else in one field. */
    private Item<Objective> owned() {
        return workspace.view(ana).list(Objective.KIND).stream()
                .filter(item -> item.value().chain().equals(chain.id())
                        && !item.value().owner().isBlank())
                .findFirst()
                .orElseThrow();
    }

    private void write(Item<Objective> item, String field, String text) {
        ObjectNode value = ItemJson.value(item);
        value.put(field, text);
        accepted(workspace.append(ana, new Edit.Put(ItemJson.saying(item, value).orElseThrow())));
    }

    @Test
    void a_long_text_is_shown_without_half_of_a_sign() {
        String begins = "x".repeat(299) + "\ud83d\ude00";
        ReturnedForm file = ReturnedForm.of(form(chain), LogframeTable.KEY);
        file.write(file.row("title", owned().value().title()), "note", begins + "x".repeat(50));
        assertThat(look(brought(file.csv(), "long.csv"), chain).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.fields())
                        .singleElement()
                        .satisfies(cell -> assertThat(cell.after()).isEqualTo(begins + "…")));
    }

    @Test
    void a_workbook_that_comes_back_late_does_not_take_back_what_was_written_meanwhile() {
        Item<Objective> objective = owned();
        ReturnedForm file = ReturnedForm.of(form(chain), LogframeTable.KEY);
        int row = file.row("title", objective.value().title());
        write(objective, "owner", "Office of today");
        LogframePreview untouched = look(brought(file.csv(), "late.csv"), chain);
        assertThat(untouched.edits()).isEmpty();
        assertThat(untouched.problems()).isEmpty();
        file.write(row, "owner", "Office of the file").write(row, "note", "Written far away.");
        LogframePreview late = look(brought(file.csv(), "late.csv"), chain);
        assertThat(late.isRefused()).isFalse();
        assertThat(late.problems())
                .singleElement()
                .satisfies(problem -> assertThat(wording.say(problem.says()))
                        .as("both are told")
                        .contains("Office of the file", "Office of today"));
        assertThat(late.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.fields())
                        .as("the rest of the row is taken")
                        .containsExactly(new LogframePreview.Cell(
                                LogframeColumn.NOTE, objective.value().note(), "Written far away.")));
        accepted(workspace.append(ana, late.edits(), Reason.EDIT));
        assertThat(owned().value().owner()).isEqualTo("Office of today");
    }

    @Test
    void a_file_brings_nothing_back_that_was_removed_meanwhile() {
        Chain now = Chain.of(workspace.view(ana), chain.id());
        Item<Link> link = now.links().stream()
                .filter(one -> one.value().type() == LinkType.RESTS_ON)
                .findFirst()
                .orElseThrow();
        Item<Indicator> indicator = now.indicators().stream()
                .filter(one -> workspace.view(ana).list(Measurement.KIND).stream()
                        .noneMatch(measured -> measured.value().indicator().equals(one.id())))
                .findFirst()
                .orElseThrow();
        ReturnedForm file = ReturnedForm.of(form(chain), LogframeTable.KEY);
        accepted(workspace.append(ana, new Edit.Remove(link), new Edit.Remove(indicator)));
        LogframePreview late = look(brought(file.csv(), "late.csv"), chain);
        assertThat(late.edits()).isEmpty();
        assertThat(late.problems())
                .extracting(problem -> problem.says().key())
                .containsExactly("goals.logframe.problem.removed-here");
        assertThat(wording.say(late.problems().getFirst().says()))
                .as("who brings the file may only not see it: nobody is told that it was removed")
                .contains("“" + indicator.value().title() + "”", "or you may not see it")
                .doesNotContain("was removed");
    }

    @Test
    void the_workbook_of_another_alternative_says_so() {
        Item<ResultsChain> other = empty();
        LogframePreview preview = look(brought(form(chain), "lf.xlsx"), other);
        assertThat(preview.isRefused()).isFalse();
        assertThat(preview.problems().getFirst().says().key()).isEqualTo("goals.logframe.problem.other-chain");
        assertThat(wording.say(preview.problems().getFirst().says()))
                .contains(chain.value().title());
        assertThat(LogframeAnswers.preview(preview, wording).toString())
                .as("programs are told, too")
                .contains("another alternative");
        assertThat(look(brought(form(chain), "lf.xlsx"), chain).problems()).isEmpty();
    }

    @Test
    void brought_into_an_empty_chain_it_says_the_same_and_a_second_time_nothing_new() {
        Item<ResultsChain> other = empty();
        LogframeBrought brought = brought(form(chain), "logframe.xlsx");
        LogframePreview preview = look(brought, other);
        assertThat(preview.problems())
                .extracting(problem -> problem.says().key())
                .containsExactly("goals.logframe.problem.other-chain");
        accepted(brought.accept(workspace, ana, preview));
        assertThat(unnumbered(other)).containsExactlyInAnyOrderElementsOf(unnumbered(chain));
        assertThat(linked(other)).containsExactlyInAnyOrderElementsOf(linked(chain));
        assertThat(look(brought, other).edits()).isEmpty();
    }

    @Test
    void for_word_every_row_tells_who_changes_who_pays_and_what_could_go_wrong() throws IOException {
        Logframe logframe = logframe(chain);
        byte[] document = LogframeDocument.of(
                new LogframePrint(chain.value().title(), logframe, wording), "Orvelia", VERSION, wording);

        String text;
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(document))) {
            text = word.getTables().getFirst().getText();
        }
        for (Logframe.Row row : logframe.rows()) {
            for (LogframeColumn column : LogframeColumn.values()) {
                if (column.isNumber() || (column.isOfBox() && row.line() > 0) || row.isAgain()) {
                    continue;
                }
                if (column != LogframeColumn.NOTE) {
                    assertThat(text).contains(logframe.text(row, column, wording));
                }
            }
        }
        assertThat(text).contains("Payer after hand-over: ", "Institution: ", "Donor: ", "For: ", "Cost, once: ");
    }

    @Test
    void for_spreadsheets_it_has_the_columns_of_the_grid_and_tells_what_nobody_has_said() {
        Item<ResultsChain> other = empty();
        accepted(workspace.append(ana, new Edit.Put(Item.fresh(Goal.KIND, Goal.of(other.id(), "Safer roads")))));
        accepted(workspace.append(
                ana, new Edit.Put(Item.fresh(Objective.KIND, Objective.of(other.id(), "Patrols answer calls")))));

        Table table = new LogframePrint("Another", logframe(other), wording).whole();

        assertThat(table.columns()).hasSameSizeAs(LogframeColumn.values());
        List<Cell> goal = table.rows().getFirst();
        List<Cell> objective = table.rows().getLast();
        List<String> keys = table.columns().stream().map(Column::key).toList();
        int payer = keys.indexOf("payer");
        assertThat(goal.get(payer).content()).as("a goal is paid by nobody").isEqualTo(new Cell.Content.Words(""));
        assertThat(objective.get(payer).content()).isEqualTo(new Cell.Content.Blank("not said"));
        assertThat(objective.get(keys.indexOf("indicator")).content()).isEqualTo(new Cell.Content.Blank("none yet"));
    }

    /** The table of the page and of its files, without the keys of the workbook that is meant to come back. */
    @Test
    void the_table_as_it_is_shown_is_read_back_by_its_own_columns_and_changes_nothing() throws IOException {
        Table table = new LogframePrint("Plan", logframe(chain), wording).whole();
        for (String form : List.of("xlsx", "csv")) {
            byte[] file = TableFiles.bytes(form, table, VERSION.id(), VERSION.date(), List.of(), wording);
            LogframeBrought brought = brought(file, "logframe." + form);
            assertThat(brought.isForeign()).isTrue();
            LogframePreview same = look(brought, chain);
            assertThat(same.problems()).as(form).isEmpty();
            assertThat(same.edits()).as(form).isEmpty();

            Item<ResultsChain> other = empty();
            LogframePreview fresh = look(brought, other);
            assertThat(fresh.problems()).as(form).isEmpty();
            accepted(brought.accept(workspace, ana, fresh));
            assertThat(unnumbered(other)).as(form).containsExactlyInAnyOrderElementsOf(unnumbered(chain));
        }
    }

    /** A page of Word holds several columns in one; they are taken apart again. */
    @Tag("slow")
    @Test
    void the_logframe_for_word_is_read_back_and_changes_nothing() throws IOException {
        byte[] word =
                LogframeDocument.of(new LogframePrint("Plan", logframe(chain), wording), "Orvelia", VERSION, wording);
        LogframeBrought brought = brought(word, "logframe.docx");
        LogframePreview same = look(brought, chain);
        assertThat(same.problems()).isEmpty();
        assertThat(same.edits()).isEmpty();

        Item<ResultsChain> other = empty();
        LogframePreview fresh = look(brought, other);
        assertThat(fresh.problems()).isEmpty();
        accepted(brought.accept(workspace, ana, fresh));
        assertThat(titles(other)).containsExactlyInAnyOrderElementsOf(titles(chain));
        assertThat(linked(other)).containsExactlyInAnyOrderElementsOf(linked(chain));
    }

    /** In whichever language a file was written, and in whichever it is read. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"fr, fr", "fr, en", "en, fr"})
    void every_file_of_a_logframe_is_read_in_every_language(String written, String read) throws IOException {
        Wording writer = Wording.in(Locale.of(written));
        Wording reader = Wording.in(Locale.of(read));
        // A figure with decimals, and one with thousands.
        Item<Indicator> indicator =
                Chain.of(workspace.view(ana), chain.id()).indicators().getFirst();
        ObjectNode value = ItemJson.value(indicator);
        ((ObjectNode) value.path("baseline")).put("value", "1234.5");
        accepted(workspace.append(
                ana, new Edit.Put(ItemJson.saying(indicator, value).orElseThrow())));
        LogframePrint print = new LogframePrint("Plan", logframe(chain), writer);
        Map<String, byte[]> files = Map.of(
                "form.xlsx",
                LogframeForm.of(logframe(chain), "Plan", VERSION, writer),
                "table.xlsx",
                TableFiles.bytes("xlsx", print.whole(), VERSION.id(), VERSION.date(), List.of(), writer),
                "table.csv",
                TableFiles.bytes("csv", print.whole(), VERSION.id(), VERSION.date(), List.of(), writer),
                "word.docx",
                LogframeDocument.of(print, "Orvelia", VERSION, writer));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            LogframeBrought brought = brought(file.getValue(), file.getKey());
            LogframePreview same = look(brought, chain, reader);
            assertThat(same.problems()).as(file.getKey()).isEmpty();
            assertThat(same.edits()).as(file.getKey()).isEmpty();

            Item<ResultsChain> other = empty();
            LogframePreview fresh = look(brought, other, reader);
            assertThat(fresh.isRefused()).as(file.getKey()).isFalse();
            accepted(brought.accept(workspace, ana, fresh));
            assertThat(titles(other)).as(file.getKey()).containsExactlyInAnyOrderElementsOf(titles(chain));
            assertThat(linked(other)).as(file.getKey()).containsExactlyInAnyOrderElementsOf(linked(chain));
        }
    }

    /** Word puts its own spaces before a colon in French, and people leave them out. */
    @Test
    void what_people_write_into_a_french_page_of_word_is_read_by_its_labels() throws IOException {
        Wording french = Wording.in(Locale.FRENCH);
        Table page = new LogframePrint("Plan", logframe(empty()), french).page();
        List<String> heads = page.columns().stream().map(Column::name).toList();
        LogframeTable apart = LogframePage.apart(new LogframeTable(
                "1",
                heads,
                List.of(new LogframeTable.Row(
                        2,
                        List.of(
                                "1",
                                "Effet direct: Les patrouilles répondent",
                                "Responsable\u00a0:Police\nFin : 2031",
                                "Durée",
                                "1\u202f234,5 minutes",
                                "non dit",
                                "",
                                "Hypothèse\u202f: Il y a du carburant",
                                "Coût, une fois : EUR\u00a012,5")))));
        Map<String, String> read = new HashMap<>();
        for (int i = 0; i < apart.headings().size(); i++) {
            read.put(apart.headings().get(i), apart.rows().getFirst().cell(i));
        }
        assertThat(read)
                .containsEntry("Level", "outcome")
                .containsEntry("What changes or is done", "Les patrouilles répondent")
                .containsEntry("Owner", "Police")
                .containsEntry("Until", "2031")
                .containsEntry("Baseline", "1234.5")
                .containsEntry("Unit", "minutes")
                .containsEntry("Target", "")
                .containsEntry("Assumption", "Il y a du carburant")
                .containsEntry("Cost, once", "12.5")
                .containsEntry("Currency", "EUR");
    }

    /** In our own files an outcome is what we call so; in those of others, what the DAC calls an outcome is an objective. */
    @Test
    void an_outcome_is_the_same_in_french_and_in_english() {
        assertThat(LogframeMapping.OWN_LEVELS.find("Effet direct")).contains(LogframeLevel.OUTCOME);
        assertThat(LogframeMapping.OWN_LEVELS.find("outcome")).contains(LogframeLevel.OUTCOME);
        for (String word : List.of("Effet direct", "Outcome")) {
            assertThat(LevelWords.SHIPPED.find(word).map(LevelWords.Found::level))
                    .as(word)
                    .contains(LogframeLevel.OBJECTIVE);
        }
    }

    /** Boxes with their levels, and indicators with their numbers and dates. */
    private List<String> titles(Item<ResultsChain> of) {
        return logframe(of).rows().stream()
                .map(row -> row.level().code() + " " + row.box().value().title() + " "
                        + row.indicator()
                                .map(one -> one.value().title()
                                        + one.value().baseline()
                                        + one.value().target()
                                        + one.value().unit())
                                .orElse(""))
                .toList();
    }

    @Test
    void any_texts_come_back_as_they_were() throws IOException {
        Random random = new Random(4711);
        String signs = "aé€=+-@'\"<&;\tعربي\u200f漢 \n1.";
        for (int round = 0; round < 12; round++) {
            Item<ResultsChain> other = empty();
            for (int i = 0; i < 6; i++) {
                StringBuilder title = new StringBuilder("T" + round + "." + i);
                for (int j = 0; j < 30; j++) {
                    title.append(signs.charAt(random.nextInt(signs.length())));
                }
                Item<Goal> goal = Item.fresh(Goal.KIND, Goal.of(other.id(), title + "."));
                accepted(workspace.append(
                        ana,
                        List.of(
                                new Edit.Put(goal),
                                new Edit.Put(Item.fresh(
                                        Indicator.KIND, Indicator.of(other.id(), goal.id(), "=" + title + ".")))),
                        Reason.EDIT));
            }
            LogframePreview preview = look(brought(form(other), "logframe.xlsx"), other);
            assertThat(preview.changes()).isEmpty();
            assertThat(preview.problems()).isEmpty();
            accepted(workspace.append(ana, new Edit.Remove(workspace.view(ana).get(ResultsChain.KIND, other.id()))));
        }
    }

    @Test
    void a_pasted_block_fills_cells_and_adds_rows_and_is_one_step() {
        int boxes = logframe(chain).chain().boxes().size();
        List<String> keys = List.of(logframe(chain).rows().getLast().key());
        LogframeBrought brought = LogframeBrought.pasted(
                TypedBlock.lines("Another title\n\"A new row,\nin two lines\"", LogframeColumn.TITLE, keys));
        LogframePreview preview = look(brought, chain);
        assertThat(preview.problems()).isEmpty();
        assertThat(preview.fresh()).isEqualTo(1);
        assertThat(preview.changed()).isEqualTo(1);
        accepted(brought.accept(workspace, ana, preview));
        assertThat(logframe(chain).chain().boxes()).hasSize(boxes + 1);
        assertThat(logframe(chain).chain().boxes().stream()
                        .map(box -> box.value().title()))
                .contains("Another title", "A new row,\nin two lines");
    }

    @Test
    void all_that_is_wrong_is_said_at_once_and_nothing_is_taken() {
        int first = 0;
        while (logframe(chain).rows().get(first).indicator().isEmpty()) {
            first++;
        }
        LogframePreview preview = paste("soon\tmuch\nx\ty\n", LogframeColumn.BASELINE_ON, first);
        assertThat(preview.isRefused()).isTrue();
        assertThat(preview.edits()).isEmpty();
        assertThat(preview.problems())
                .extracting(problem -> problem.place().row())
                .contains(1L, 2L);
        assertThat(wording.say(preview.problems().getFirst().says())).contains("soon");
        assertThat(paste("x".repeat(1_001), LogframeColumn.TITLE, 0).isRefused())
                .isTrue();
    }

    @Test
    void a_value_that_is_no_number_is_kept_in_words() {
        int first = 0;
        while (logframe(chain).rows().get(first).indicator().isEmpty()) {
            first++;
        }
        LogframePreview preview = paste("62 % (survey)", LogframeColumn.TARGET, first);
        assertThat(preview.problems()).isEmpty();
        assertThat(preview.changes().getFirst().fields())
                .anySatisfy(cell -> assertThat(cell.column()).isEqualTo(LogframeColumn.TARGET_WORDS));
    }

    @Test
    void digits_that_are_no_number_are_kept_in_words_and_that_is_said() {
        int first = 0;
        while (logframe(chain).rows().get(first).indicator().isEmpty()) {
            first++;
        }
        for (String typed : List.of("1,500", "1.234,5")) {
            LogframePreview preview = paste(typed, LogframeColumn.TARGET, first);
            assertThat(preview.isRefused()).isFalse();
            assertThat(preview.problems()).as(typed).singleElement().satisfies(problem -> {
                assertThat(problem.column()).contains(LogframeColumn.TARGET);
                assertThat(wording.say(problem.says())).contains(typed, "1234.5");
            });
        }
    }

    @Test
    void a_day_the_calendar_does_not_have_is_named_with_its_column() {
        LogframePreview preview = paste("2025-02-30", LogframeColumn.UNTIL, 1);
        assertThat(preview.isRefused()).isTrue();
        assertThat(preview.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.column()).contains(LogframeColumn.UNTIL);
            assertThat(wording.say(problem.says())).contains("2025-02-30");
        });
    }

    @Test
    void a_heading_over_others_is_part_of_each() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Cadre logique");
            String[][] cells = {
                {"Niveau", "Résumé", "Indicateur", "Valeur de départ", "", "Cible", ""},
                {"", "", "", "valeur", "date", "valeur", "date"},
                {"Objectif spécifique", "La solde arrive", "Postes payés", "31", "2021", "90", "2027"},
            };
            for (int i = 0; i < cells.length; i++) {
                for (int j = 0; j < cells[i].length; j++) {
                    if (!cells[i][j].isEmpty()) {
                        sheet.value(i, j, cells[i][j]);
                    }
                }
            }
            sheet.range(0, 0, 1, 0).merge();
            sheet.range(0, 1, 1, 1).merge();
            sheet.range(0, 2, 1, 2).merge();
            sheet.range(0, 3, 0, 4).merge();
            sheet.range(0, 5, 0, 6).merge();
        }
        LogframeBrought brought = brought(out.toByteArray(), "cadre.xlsx");
        Item<ResultsChain> other = empty();
        LogframePreview preview = look(brought, other);
        assertThat(preview.problems()).isEmpty();
        accepted(brought.accept(workspace, ana, preview));
        Chain read = logframe(other).chain();
        assertThat(read.indicators()).singleElement().satisfies(indicator -> {
            assertThat(indicator.value().baseline().value()).contains(new BigDecimal("31"));
            assertThat(indicator.value().baseline().on()).contains(PartialDate.ofYear(2021));
            assertThat(indicator.value().target().value()).contains(new BigDecimal("90"));
            assertThat(indicator.value().target().on()).contains(PartialDate.ofYear(2027));
        });
        assertThat(read.boxes())
                .singleElement()
                .satisfies(box -> assertThat(((Objective) box.value()).until()).isEmpty());
    }

    @Test
    void a_logframe_as_others_write_it_is_read_by_its_own_words() throws IOException {
        byte[] file = workbook(List.of(
                List.of("Programme of somewhere"),
                List.of("Logique d'intervention", "Indicateurs", "Sources de vérification", "Hypothèses"),
                List.of("Objectif global : Les marchés sont sûrs", "Vols déclarés", "Police", ""),
                List.of("Objectif spécifique : La solde arrive", "Postes payés", "Trésor", "Le budget est voté"),
                List.of("", "Plaintes", "Médiateur", ""),
                List.of("Résultats attendus"),
                List.of("Un registre est tenu", "Registres", "", ""),
                List.of("Activité 1.1 : Former les comptables", "", "", "")));
        LogframeBrought brought = brought(file, "cadre.xlsx");
        assertThat(brought.isForeign()).isTrue();
        Item<ResultsChain> other = empty();
        LogframePreview preview = look(brought, other);
        assertThat(preview.problems()).isEmpty();
        accepted(brought.accept(workspace, ana, preview));
        assertThat(logframe(other).rows())
                .extracting(
                        Logframe.Row::number,
                        row -> row.level().code(),
                        row -> row.box().value().title())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("1", "goal", "Les marchés sont sûrs"),
                        org.assertj.core.groups.Tuple.tuple("1.1", "objective", "La solde arrive"),
                        org.assertj.core.groups.Tuple.tuple("1.1", "objective", "La solde arrive"),
                        org.assertj.core.groups.Tuple.tuple("1.1.1", "output", "Un registre est tenu"),
                        org.assertj.core.groups.Tuple.tuple("1.1.1.1", "support", "Former les comptables"));
        // Where it was read stays with what was read; the same file again is known.
        Item<? extends Box> goal = logframe(other).rows().getFirst().box();
        Source source = workspace
                .view(ana)
                .get(Source.KIND, goal.citations().getFirst().source())
                .value();
        assertThat(source.title()).isEqualTo("cadre.xlsx");
        assertThat(source.reference()).matches("SHA-256 [0-9a-f]{64}");
        assertThat(goal.citations().getFirst().place()).contains("3");
        assertThat(look(brought, other).edits()).isEmpty();
        assertThat(LogframeMapping.of(brought.chosen(), "next", workspace.view(ana))
                        .name())
                .isEqualTo("cadre.xlsx");
    }

    @Test
    void merged_cells_of_a_word_table_are_carried_down() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument word = new XWPFDocument()) {
            XWPFTable table = word.createTable(3, 3);
            String[][] cells = {
                {"Results chain", "Indicator", "Assumption"},
                {"Outcome: Pay arrives", "Posts paid", "The budget is passed"},
                {"", "Complaints", ""}
            };
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    table.getRow(i).getCell(j).setText(cells[i][j]);
                }
            }
            for (int column : List.of(0, 2)) {
                table.getRow(1)
                        .getCell(column)
                        .getCTTc()
                        .addNewTcPr()
                        .addNewVMerge()
                        .setVal(STMerge.RESTART);
                table.getRow(2)
                        .getCell(column)
                        .getCTTc()
                        .addNewTcPr()
                        .addNewVMerge()
                        .setVal(STMerge.CONTINUE);
            }
            word.write(out);
        }
        List<LogframeLine> lines = brought(out.toByteArray(), "plan.docx").lines();
        assertThat(lines).hasSize(2);
        assertThat(lines.getLast().cells())
                .isEqualTo(Map.of(
                        LogframeColumn.LEVEL, "objective",
                        LogframeColumn.TITLE, "Pay arrives",
                        LogframeColumn.INDICATOR, "Complaints",
                        LogframeColumn.ASSUMPTION, "The budget is passed"));
    }

    @Test
    void what_spans_columns_of_a_word_table_is_a_heading_over_them_and_otherwise_stays_in_its_first_one()
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument word = new XWPFDocument()) {
            XWPFTable table = word.createTable(4, 4);
            String[][] cells = {
                {"Chaîne de résultats", "Indicateurs", "", "Hypothèses"},
                {"", "Valeur de référence", "Cible", ""},
                {"Résultat 1 : Agents formés", "", "", ""},
                {"Effet : La paie arrive", "31", "90", "Le budget est voté"}
            };
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 4; j++) {
                    table.getRow(i).getCell(j).setText(cells[i][j]);
                }
            }
            span(table, 0, 1, 2);
            span(table, 2, 0, 4);
            word.write(out);
        }
        List<LogframeLine> lines = brought(out.toByteArray(), "plan.docx").lines();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().cells())
                .isEqualTo(Map.of(LogframeColumn.LEVEL, "output", LogframeColumn.TITLE, "Agents formés"));
        assertThat(lines.getLast().cells())
                .isEqualTo(Map.of(
                        LogframeColumn.LEVEL, "objective",
                        LogframeColumn.TITLE, "La paie arrive",
                        LogframeColumn.BASELINE, "31",
                        LogframeColumn.TARGET, "90",
                        LogframeColumn.ASSUMPTION, "Le budget est voté"));
    }

    private static void span(XWPFTable table, int row, int cell, int columns) {
        table.getRow(row).getCell(cell).getCTTc().addNewTcPr().addNewGridSpan().setVal(BigInteger.valueOf(columns));
        for (int i = 1; i < columns; i++) {
            table.getRow(row).removeCell(cell + 1);
        }
    }

    @Test
    void merged_cells_of_a_workbook_are_carried_down_and_titles_across_are_not() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Logframe");
            String[][] cells = {
                {"Programme of somewhere"},
                {"Level", "Summary", "Performance", "", "", "Assumptions"},
                {"", "", "Indicator", "Baseline", "Target", ""},
                {"Objective", "Pay arrives", "Posts paid", "31", "90", "The budget is passed"},
                {"", "", "Complaints", "12", "4", ""},
                {"Output", "A register is kept", "Registers", "0", "14", ""},
                {"", "Clerks are in office", "Clerks", "2", "9", ""}
            };
            for (int i = 0; i < cells.length; i++) {
                for (int j = 0; j < cells[i].length; j++) {
                    if (!cells[i][j].isEmpty()) {
                        sheet.value(i, j, cells[i][j]);
                    }
                }
            }
            sheet.range(0, 0, 0, 5).merge();
            sheet.range(1, 0, 2, 0).merge();
            sheet.range(1, 1, 2, 1).merge();
            sheet.range(1, 2, 1, 4).merge();
            sheet.range(1, 5, 2, 5).merge();
            sheet.range(3, 0, 4, 0).merge();
            sheet.range(3, 1, 4, 1).merge();
            sheet.range(3, 5, 4, 5).merge();
            sheet.range(5, 0, 6, 0).merge();
        }
        LogframeBrought brought = brought(out.toByteArray(), "merged.xlsx");
        Item<ResultsChain> other = empty();
        LogframePreview preview = look(brought, other);
        assertThat(preview.problems()).isEmpty();
        accepted(brought.accept(workspace, ana, preview));
        Chain chain = logframe(other).chain();
        assertThat(chain.boxes())
                .extracting(
                        box -> box.value().level().code(), box -> box.value().title())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("objective", "Pay arrives"),
                        org.assertj.core.groups.Tuple.tuple("result", "A register is kept"),
                        org.assertj.core.groups.Tuple.tuple("result", "Clerks are in office"));
        assertThat(chain.indicators())
                .extracting(
                        indicator -> chain.title(indicator.value().of()),
                        indicator -> indicator.value().title(),
                        indicator -> indicator
                                .value()
                                .baseline()
                                .value()
                                .map(Object::toString)
                                .orElse(""))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Pay arrives", "Posts paid", "31"),
                        org.assertj.core.groups.Tuple.tuple("Pay arrives", "Complaints", "12"),
                        org.assertj.core.groups.Tuple.tuple("A register is kept", "Registers", "0"),
                        org.assertj.core.groups.Tuple.tuple("Clerks are in office", "Clerks", "2"));
        assertThat(chain.assumptions())
                .extracting(assumption -> assumption.value().title())
                .containsExactly("The budget is passed");
        assertThat(look(brought, other).edits()).isEmpty();
    }

    @Test
    void bytes_that_are_neither_a_workbook_nor_a_text_are_refused_whatever_they_are_called() {
        byte[] junk = new byte[20_000];
        new Random(4).nextBytes(junk);
        junk[0] = 'j';
        refused(junk, "neither a workbook nor a text");
        refused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}, "neither a workbook nor a text");
        byte[] archive = junk.clone();
        archive[0] = 'P';
        archive[1] = 'K';
        refused(archive, "unpacked");
    }

    @Tag("slow")
    @Test
    void what_is_no_logframe_is_refused_in_a_sentence() throws IOException {
        refused(new byte[0], "no table");
        refused("just a text\n".getBytes(StandardCharsets.UTF_8), "no table");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, "password");
        refused(new byte[20_000_001], "larger than");
        refused("PK broken".getBytes(StandardCharsets.UTF_8), "unpacked");
        ByteArrayOutputStream letter = new ByteArrayOutputStream();
        try (XWPFDocument word = new XWPFDocument()) {
            word.createParagraph().createRun().setText("Dear colleagues");
            word.write(letter);
        }
        refused(letter.toByteArray(), "no table");
        StringBuilder many = new StringBuilder("level,title\n");
        for (int i = 0; i < 100_000; i++) {
            many.append("output,row ").append(i).append('\n');
        }
        refused(many.toString().getBytes(StandardCharsets.UTF_8), "more than");
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }
        refused(bomb.toByteArray(), "larger than");
    }

    private static void refused(byte[] file, String words) {
        assertThatThrownBy(() -> LogframeTable.read(new ByteArrayInputStream(file), "a file"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(words);
    }

    @Test
    void quotes_tabs_and_line_breaks_of_a_block_are_told_apart() {
        assertThat(TypedBlock.cells("a\t\"b\nc\"\t\"say \"\"so\"\"\"\r\n\td\n"))
                .containsExactly(List.of("a", "b\nc", "say \"so\""), List.of("", "d"));
    }

    @Test
    void an_indicator_that_comes_in_goes_the_way_its_numbers_say() {
        Item<ResultsChain> other = empty();
        accepted(workspace.append(
                ana,
                look(
                                brought(
                                        "level,title,indicator,baseline,target\nGoal,Roads,Bribes paid,10,5\nGoal,Roads,Cases heard,5,10\nGoal,Roads,Posts,5,\n"
                                                .getBytes(StandardCharsets.UTF_8),
                                        "plan.csv"),
                                other)
                        .edits(),
                Reason.EDIT));
        assertThat(Chain.of(workspace.view(ana), other.id()).indicators())
                .extracting(item -> item.value().title() + " " + item.value().direction())
                .containsExactlyInAnyOrder("Bribes paid DOWN", "Cases heard UP", "Posts UP");
    }
}
