package org.salus.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salus.documents.Fact;
import org.salus.documents.Version;
import org.salus.framework.Failure;
import org.salus.framework.Wording;

/** A roadmap as files to keep. */
class PlanFilesTest {
    private static PlanFiles files(Roadmap roadmap) {
        return new PlanFiles(
                roadmap,
                "Orvelia",
                new Version("abc123", LocalDate.of(2026, 11, 28)),
                Grouping.GOAL,
                Optional.of(LocalDate.of(2027, 5, 3)),
                List.of(new Fact("Workspace", "Orvelia")));
    }

    private static byte[] bytes(String form, Roadmap roadmap) {
        return files(roadmap).bytes(form, Wording.english());
    }

    @Tag("slow")
    @Test
    void every_form_is_written_of_nothing_of_little_and_of_odd_things_and_is_the_same_twice() {
        for (Roadmap roadmap : List.of(Roadmaps.nothing(), Roadmaps.three(), Roadmaps.odd())) {
            for (String form : PlanFiles.FORMS) {
                byte[] once = bytes(form, roadmap);
                assertThat(once).as(form).isNotEmpty();
                assertThat(bytes(form, roadmap)).as(form).isEqualTo(once);
                assertThat(PlanFiles.mediaType(form)).contains("/");
            }
        }
    }

    @Test
    void another_form_is_refused_with_those_there_are() {
        assertThatThrownBy(() -> bytes("mpp", Roadmaps.three()))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(Wording.english().say(failure.sentence()))
                                .isEqualTo(
                                        "There is no file of the form “mpp”. There are: xlsx, csv, xml, docx, pdf, svg, png."));
    }

    @Test
    void the_workbook_has_steps_milestones_load_money_and_budgets() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes("xlsx", Roadmaps.three())))) {
            List<String> captions = new ArrayList<>();
            book.getSheet("About").forEach(row -> row.forEach(cell -> captions.add(cell.toString())));
            assertThat(captions)
                    .contains(
                            "Steps of “Reform of Orvelia”, when they go on and what they take",
                            "What is reached by when",
                            "The most steps each institution carries at once",
                            "Steps the plan has no room for");
            XSSFSheet steps = book.getSheetAt(0);
            assertThat(steps.getRow(1).getCell(0).getStringCellValue()).isEqualTo("Pass the police law");
            assertThat(steps.getRow(1).getCell(7).getNumericCellValue()).isEqualTo(120000.5);
            assertThat(steps.getRow(3).getCell(7).getStringCellValue()).isEqualTo("not said");
        }
    }

    @Test
    void a_title_that_looks_like_a_formula_is_none() throws IOException {
        String csv = new String(bytes("csv", Roadmaps.odd()), StandardCharsets.UTF_8);
        assertThat(csv).contains("'=cmd|").startsWith("\ufeffstep,from,until,days,goal,institution,donor,cost [USD]");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes("xlsx", Roadmaps.odd())))) {
            assertThat(book.getSheetAt(0).getRow(5).getCell(0).getStringCellValue())
                    .isEqualTo("=cmd|' /C calc'!A0");
        }
    }

    @Test
    void the_printed_roadmap_has_words_bars_milestones_and_budget_on_a3() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(bytes("pdf", Roadmaps.three()))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(4);
            assertThat(Math.round(pdf.getPage(0).getMediaBox().getWidth() / 72 * 25.4))
                    .isEqualTo(420);
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains(
                            "3 steps are planned. The first begins on 16 January 2027; the last is over on 31 December 2028.",
                            "Police serve people: 2 steps, from 16 January 2027 to 29 February 2028.",
                            "Of one step nobody has said what it takes",
                            "“Norway” pays most",
                            "Build a barracks",
                            "Reform of Orvelia, by goal",
                            "Milestones",
                            "What it takes, and who pays",
                            "not known");
        }
    }

    @Tag("slow")
    @Test
    void a_plan_of_many_steps_takes_several_pages_of_bars() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(bytes("pdf", Roadmaps.many(100, 6, 4)))) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(pdf.getNumberOfPages()).isGreaterThan(7);
            for (int step = 0; step < 100; step++) {
                assertThat(text).contains("Step " + step + ":");
            }
        }
    }

    @Test
    void the_same_can_be_edited_in_word() throws IOException {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(bytes("docx", Roadmaps.three())))) {
            assertThat(word.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n")))
                    .contains("3 steps are planned.", "Milestones");
            assertThat(word.getAllPictures()).hasSize(1);
            assertThat(word.getTables()).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void drawings_say_what_they_are_of() throws IOException {
        assertThat(new String(bytes("svg", Roadmaps.three()), StandardCharsets.UTF_8))
                .contains("Orvelia: Reform of Orvelia, by goal. Version abc123.", "One step has no room");
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes("png", Roadmaps.three())))
                        .getWidth())
                .isGreaterThanOrEqualTo(2000);
    }
}
