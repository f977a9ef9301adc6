package org.salus.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FootnotesDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FtrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.HdrDocument;
import org.salus.framework.Wording;

/** What a document of many pages has: contents, numbers, notes, covers, wide parts. The files lie under {@code target/documents} for whoever wants to look at them. */
class LongDocumentTest {
    private static final ChartDrawer CHARTS = new ChartDrawer();
    private static final HtmlWriter HTML = new HtmlWriter(CHARTS);
    private static final PdfWriter PDF = new PdfWriter(HTML);
    private static final DocxWriter DOCX = new DocxWriter(CHARTS);

    @AfterAll
    static void stop() {
        CHARTS.close();
    }

    @Test
    void headings_and_captions_are_counted_alike_in_every_form() {
        Outline outline = Outline.of(Samples.strategy(), Wording.english());
        assertThat(outline.headings().stream().map(Outline.Entry::line))
                .containsExactly(
                        "Summary",
                        "1\u2002Context",
                        "1.1\u2002Institutions",
                        "2\u2002Goals",
                        "2.1\u2002Objectives",
                        "2.1.1\u2002Justice",
                        "Annex A\u2002Logframe",
                        "A.1\u2002Objectives and indicators",
                        "Annex B\u2002Places");
        assertThat(outline.captions())
                .containsEntry("support", "Table 1")
                .containsEntry("logframe", "Table 2")
                .containsEntry("trust", "Figure 1")
                .containsEntry("map", "Figure 2");
    }

    @Test
    void a_heading_below_one_without_a_number_has_none_either() {
        Document document = Samples.of(
                        new Heading(2, "before any chapter"),
                        new Heading(1, "one"),
                        new Heading(3, "a level is missing"),
                        new Heading(2, "one one"),
                        new Heading(2, "left out", Heading.Numbering.PLAIN),
                        new Heading(3, "below what is left out"),
                        new Heading(2, "one two"),
                        Heading.plain("between"),
                        new Heading(2, "below it"),
                        new Heading(1, "two"))
                .bound(new Binding(true, Optional.empty(), "", "", "", Optional.empty()));
        assertThat(Outline.of(document, Wording.english()).headings().stream().map(Outline.Entry::number))
                .containsExactly("", "1", "", "1.1", "", "", "1.2", "", "", "2");
    }

    @Tag("slow")
    @Test
    void laid_out_meanwhile_it_has_the_same_pages_as_laid_out_before() throws IOException {
        PdfWriter.Printed printed = PDF.print(Samples.strategy());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Paging pages = Paging.of(Samples.strategy(), PDF);
        new DocxWriter(CHARTS).write(Samples.strategy(), pages, out);
        assertThat(out.toByteArray()).isEqualTo(docx(Samples.strategy(), printed.headingPages()));
        assertThat(pages.printed().bytes()).isEqualTo(printed.bytes());
    }

    @Test
    void after_annex_z_comes_annex_aa() {
        List<Block> blocks = new ArrayList<>();
        IntStream.range(0, 28).forEach(i -> blocks.add(Heading.annex("x" + i)));
        Document document = Samples.of(blocks.toArray(Block[]::new))
                .bound(new Binding(true, Optional.empty(), "", "", "", Optional.empty()));
        assertThat(Outline.of(document, Wording.english()).headings().stream().map(Outline.Entry::number))
                .contains("Annex Z", "Annex AA", "Annex BB");
    }

    @Test
    void a_reference_to_nothing_and_two_captions_of_one_key_are_refused() {
        assertThatThrownBy(() -> Samples.of(new Paragraph(List.of(Span.reference("nothing")))))
                .hasMessage("No caption has the key nothing");
        Captioned captioned = new Captioned("a", "A", "", Samples.table());
        assertThatThrownBy(() -> Samples.of(captioned, captioned)).hasMessage("Two captions have the key a");
        assertThatThrownBy(() -> new Captioned("A b", "A", "", Samples.table()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Captioned("a", "A", "", new Note("no table")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Heading(2, "x", Heading.Numbering.ANNEX))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_word_file_has_real_notes_fields_contents_and_sections() throws IOException {
        PdfWriter.Printed printed = PDF.print(Samples.strategy());
        byte[] file = docx(Samples.strategy(), printed.headingPages());
        Files.write(Samples.shelf("strategy.docx"), file);
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file))) {
            String body = word.getDocument().xmlText();
            assertThat(body)
                    .contains("TOC \\o \"1-2\" \\h \\z \\u", "PAGEREF _Toc000000001 \\h")
                    .contains("SEQ Table \\* ARABIC", "SEQ Figure \\* ARABIC", "REF _Ref000000001 \\h")
                    .contains("w:orient=\"landscape\"", "w:titlePg");
            assertThat(body)
                    .as("a file that updates itself is opened with a warning")
                    .doesNotContain("w:dirty");
            List<String> contents = word.getParagraphs().stream()
                    .filter(paragraph -> String.valueOf(paragraph.getStyle()).matches("TOC[12]"))
                    .map(XWPFParagraph::getText)
                    .toList();
            assertThat(contents).hasSize(8);
            assertThat(contents.getLast()).startsWith("Annex B\u2002Places").endsWith(last(printed.headingPages()));
            assertThat(word.getFootnotes().stream()
                            .map(note -> note.getParagraphs().stream()
                                    .map(XWPFParagraph::getText)
                                    .reduce("", String::concat)
                                    .strip()))
                    .contains("Reports of donors, 3 May 2013; see <b>annex</b>.", "As told by Sylvania & others.");
            assertThat(word.getHeaderList().stream().map(header -> header.getText()))
                    .anyMatch(text -> text.contains("invented country") && text.contains("Strategy of Freedonia"))
                    .anyMatch(text -> text.contains("invented country") && !text.contains("Strategy"));
            assertThat(word.getFooterList().stream().map(footer -> footer.getText()))
                    .allMatch(text -> text.contains("Entry 12ab, public edition"));
            assertThat(word.getProperties()
                            .getCustomProperties()
                            .getProperty("SalusEntry")
                            .getLpwstr())
                    .isEqualTo("12ab");
        }
    }

    private static String last(List<Integer> pages) {
        return Integer.toString(pages.getLast());
    }

    @Tag("slow")
    @Test
    void a_pdf_lists_its_pages_and_turns_wide_ones() throws IOException {
        PdfWriter.Printed printed = PDF.print(Samples.strategy());
        Files.write(Samples.shelf("strategy.pdf"), printed.bytes());
        assertThat(printed.headingPages()).hasSize(9).isSorted();
        try (PDDocument pdf = Loader.loadPDF(printed.bytes())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(printed.pages());
            PDPage wide = pdf.getPage(printed.headingPages().get(6) - 1);
            assertThat(wide.getMediaBox().getWidth())
                    .isGreaterThan(wide.getMediaBox().getHeight());
            PDPage upright = pdf.getPage(printed.pages() - 1);
            assertThat(upright.getMediaBox().getWidth())
                    .isLessThan(upright.getMediaBox().getHeight());
            String contents = text(pdf, 2);
            assertThat(contents)
                    .containsPattern("1 Context [. ]+" + printed.headingPages().get(1))
                    .containsPattern(
                            "Annex A Logframe [. ]+" + printed.headingPages().get(6));
            for (int page = 1; page <= printed.pages(); page++) {
                assertThat(text(pdf, page))
                        .as("page %d", page)
                        .contains("Freedonia is an invented country", "Entry 12ab, public edition");
            }
            assertThat(text(pdf, printed.headingPages().getFirst())).contains("1 Reports of donors, 3 May 2013");
            var outline = pdf.getDocumentCatalog().getDocumentOutline();
            assertThat(outline.getLastChild().getTitle()).isEqualTo("Annex B\u2002Places");
        }
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf).replaceAll("[\\s\u2002]+", " ");
    }

    @Tag("slow")
    @Test
    void every_link_inside_a_page_leads_somewhere_and_every_note_leads_back() throws IOException {
        String page = HTML.page(Samples.strategy());
        Files.writeString(Samples.shelf("strategy.html"), page);
        List<String> ids = found(page, " id=\"([^\"]+)\"");
        assertThat(ids).doesNotHaveDuplicates().contains("note-1", "call-1", "caption-support", "heading-1");
        assertThat(ids).containsAll(found(page, "href=\"#([^\"]+)\""));
        assertThat(found(page, "href=\"#(call-[0-9]+)\"")).hasSize(2);
        assertThat(page).contains(">Table 1</a>", ">Figure 1</a>", "<caption>Table 1. Support by donor</caption>");
        String fragment = HTML.fragment(Samples.strategy());
        assertThat(found(fragment, " id=\"([^\"]+)\""))
                .as("two fragments may stand on one page")
                .noneMatch(id -> id.equals("note-1"))
                .doesNotHaveDuplicates()
                .containsAll(found(fragment, "href=\"#([^\"]+)\""));
    }

    /** What is not as the format's schema has it, Word calls damaged, while other programs look over it. */
    @Tag("slow")
    @Test
    void word_files_are_as_the_schema_of_the_format_wants_them() throws IOException, XmlException {
        ByteArrayOutputStream house = new ByteArrayOutputStream();
        byte[] plain = docx(Samples.strategy(), PDF.print(Samples.strategy()).headingPages());
        new DocxWriter(CHARTS, DocxTemplate.read(plain)).write(Samples.strategy(), house);
        ByteArrayOutputStream changes = new ByteArrayOutputStream();
        new DocxChanges(DOCX).write(Samples.everything(Page.PORTRAIT), Samples.strategy(), "Somebody", changes);
        for (byte[] file : List.of(
                plain,
                docx(Samples.everything(Page.BRIEF), List.of()),
                docx(Samples.arabic(), List.of()),
                house.toByteArray(),
                changes.toByteArray())) {
            int looked = 0;
            for (Map.Entry<String, byte[]> part : DocxParts.of(file).parts().entrySet()) {
                Optional<XmlObject> tree = parsed(part.getKey(), new ByteArrayInputStream(part.getValue()));
                if (tree.isPresent()) {
                    List<XmlError> errors = new ArrayList<>();
                    tree.get().validate(new XmlOptions().setErrorListener(errors));
                    assertThat(errors).as(part.getKey()).isEmpty();
                    looked++;
                }
            }
            assertThat(looked).isGreaterThan(1);
        }
    }

    private static Optional<XmlObject> parsed(String path, InputStream part) throws IOException, XmlException {
        if (path.equals("word/document.xml")) {
            return Optional.of(DocumentDocument.Factory.parse(part));
        }
        if (path.equals("word/footnotes.xml")) {
            return Optional.of(FootnotesDocument.Factory.parse(part));
        }
        if (path.matches("word/header[0-9]+[.]xml")) {
            return Optional.of(HdrDocument.Factory.parse(part));
        }
        return path.matches("word/footer[0-9]+[.]xml")
                ? Optional.of(FtrDocument.Factory.parse(part))
                : Optional.empty();
    }

    @Test
    void every_form_says_by_what_it_can_be_found_again() throws IOException {
        Document document = Samples.strategy();
        try (PDDocument pdf = Loader.loadPDF(PDF.print(document).bytes())) {
            assertThat(pdf.getDocumentInformation().getCustomMetadataValue("SalusEntry"))
                    .isEqualTo("12ab");
        }
        assertThat(HTML.page(document)).contains("<meta name=\"SalusDigest\" content=\"9f3c\"/>");
        assertThat(DocxText.of(docx(document, List.of())).imprint())
                .isEqualTo(document.binding().imprint());
        assertThat(Imprint.of(Map.of("SalusEntry", "12ab")))
                .as("without a digest")
                .isEmpty();
    }

    private static List<String> found(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void the_same_document_gives_the_same_bytes() throws IOException {
        Document document = Samples.strategy();
        assertThat(PDF.print(document).bytes()).isEqualTo(PDF.print(document).bytes());
        assertThat(docx(document, List.of())).isEqualTo(docx(document, List.of()));
    }

    @Test
    void an_empty_part_a_break_at_the_end_and_contents_of_nothing_are_borne() throws IOException {
        Document document = Samples.of(
                new Contents("Contents", 3),
                PageBreak.to(Page.LANDSCAPE),
                PageBreak.to(Page.PORTRAIT),
                Paragraph.of("Text"),
                PageBreak.to(Page.BRIEF));
        assertThat(PDF.print(document).pages()).isPositive();
        assertThat(DocxText.of(docx(document, List.of())).text()).isEqualTo(PlainText.of(document));
    }

    @Test
    void hostile_text_changes_no_structure() throws IOException {
        String hostile = "]]> <w:p/> &amp; \u0001\u0000 \u202e txt \ud800 \"'";
        Document document = new Document(
                        hostile,
                        hostile,
                        Locale.ENGLISH,
                        Page.PORTRAIT,
                        List.of(
                                new Contents(hostile, 1),
                                new Heading(1, hostile),
                                new Paragraph(List.of(Span.of(hostile).withFootnote(hostile), Span.reference("a"))),
                                new Captioned(
                                        "a",
                                        hostile,
                                        hostile,
                                        new Table(
                                                "x",
                                                List.of(Column.text("a", hostile)),
                                                List.of(List.of(
                                                        Cell.text(hostile).withFootnote(hostile)))))),
                        Samples.VERSION)
                .bound(new Binding(
                        true,
                        Optional.of(new Cover(hostile, List.of(new Fact(hostile, hostile)), Optional.empty())),
                        hostile,
                        hostile,
                        hostile,
                        Optional.of(new Imprint(hostile, hostile, hostile))));
        DocxText read = DocxText.of(docx(document, List.of()));
        assertThat(read.text()).isEqualTo(PlainText.of(document));
        assertThat(read.imprint()).isPresent();
        assertThat(PDF.print(document).pages()).isGreaterThan(1);
    }

    @Tag("slow")
    @Test
    void sixty_columns_and_ten_thousand_words_are_written() throws IOException {
        List<Column> columns = IntStream.range(0, 60)
                .mapToObj(i -> Column.text("c" + i, "Column " + i))
                .toList();
        List<Cell> row = Collections.nCopies(60, Cell.text("seventeen words"));
        Document document = Samples.of(
                PageBreak.to(Page.LANDSCAPE),
                new Captioned("wide", "Sixty columns", "", new Table("x", columns, List.of(row, row))),
                PageBreak.to(Page.PORTRAIT),
                Paragraph.of(words(10_000)));
        assertThat(DocxText.of(docx(document, List.of())).text()).isEqualTo(PlainText.of(document));
        assertThat(PDF.print(document).pages()).isGreaterThan(10);
    }

    @Test
    void notes_stand_at_the_end_of_their_chapter_and_not_before_a_lying_page_within_it() {
        Document document = Samples.of(
                new Heading(1, "One"),
                new Paragraph(List.of(Span.of("Said").withFootnote("By whom"))),
                PageBreak.to(Page.LANDSCAPE),
                Paragraph.of("Wide words"),
                PageBreak.to(Page.PORTRAIT),
                Paragraph.of("Last words"),
                PageBreak.to(Page.LANDSCAPE),
                Paragraph.of("Wide end"),
                PageBreak.to(Page.PORTRAIT),
                new Heading(1, "Two"));
        assertThat(HTML.page(document).replace("\n", " "))
                .containsPattern("Last words.*class=\"landscape\".*Wide end.*class=\"notes\">.*By whom.*Two</h2>")
                .doesNotContainPattern("By whom.*Wide words");
    }

    @Test
    void what_a_chapter_says_twice_at_its_foot_has_one_note() {
        Paragraph said = new Paragraph(List.of(Span.of("Said").withFootnote("By whom")));
        assertThat(HTML.page(Samples.of(new Heading(1, "One"), said, said, new Heading(1, "Two"), said)))
                .containsOnlyOnce("id=\"call-1\"")
                .containsOnlyOnce("id=\"note-1\"")
                .containsPattern("(?s)href=\"#note-1\".*href=\"#note-1\".*href=\"#note-2\"");
    }

    @Test
    void a_table_of_twenty_columns_is_set_smaller_and_not_cut() throws IOException {
        List<Column> columns = IntStream.range(0, 20)
                .mapToObj(i -> Column.text("c" + i, "Organisation " + i))
                .toList();
        List<Cell> row =
                IntStream.range(0, 20).mapToObj(i -> Cell.text("X" + i)).toList();
        Document document = Samples.of(
                PageBreak.to(Page.LANDSCAPE),
                new Captioned("wide", "Twenty", "", new Table("x", columns, List.of(row))));
        try (PDDocument pdf = Loader.loadPDF(PDF.print(document).bytes())) {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> letters) throws IOException {
                    assertThat(letters.getLast().getXDirAdj()
                                    + letters.getLast().getWidthDirAdj())
                            .as(text)
                            .isLessThan(pdf.getPage(getCurrentPageNo() - 1)
                                            .getMediaBox()
                                            .getWidth()
                                    - 30);
                    super.writeString(text, letters);
                }
            };
            assertThat(stripper.getText(pdf)).contains("X0", "X19");
        }
        assertThat(HTML.page(Samples.of(Samples.table())))
                .as("others are left alone")
                .doesNotContain("class=\"tight\"");
    }

    @Test
    void a_drawing_that_is_higher_than_its_page_is_made_smaller() throws IOException {
        String high =
                "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='4000'><rect width='400' height='4000'/></svg>";
        Document document = Samples.of(
                PageBreak.to(Page.LANDSCAPE), new Captioned("high", "A column", "", new Picture(high, "A column")));
        assertThat(PDF.print(document).pages()).isEqualTo(2);
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx(document, List.of())))) {
            long height = word.getParagraphs().stream()
                    .flatMap(paragraph -> paragraph.getRuns().stream())
                    .flatMap(run -> run.getEmbeddedPictures().stream())
                    .mapToLong(picture ->
                            picture.getCTPicture().getSpPr().getXfrm().getExt().getCy())
                    .sum();
            assertThat(height / 36_000).as("millimetres").isBetween(100L, 150L);
        }
    }

    private static String words(int count) {
        return String.join(
                " ", IntStream.range(0, count).mapToObj(i -> "word" + i).toList());
    }

    @Test
    void a_long_document_in_arabic_is_written() throws IOException {
        Document document = new Document(
                        "إصلاح قطاع الأمن",
                        "",
                        Locale.of("ar"),
                        Page.PORTRAIT,
                        List.of(
                                new Contents("المحتويات", 2),
                                new Heading(1, "الأهداف"),
                                new Paragraph(List.of(
                                        Span.of("تدعم خمس جهات").withFootnote("تقارير UNDP لعام 2013"),
                                        Span.reference("a"))),
                                new Captioned("a", "الدعم", "المصدر", Samples.table()),
                                Heading.annex("المصادر")),
                        Samples.VERSION)
                .bound(new Binding(true, Optional.empty(), "رأس", "ذيل", "تنبيه", Optional.empty()));
        byte[] file = docx(document, PDF.print(document).headingPages());
        Files.write(Samples.shelf("strategy-arabic.docx"), file);
        assertThat(DocxText.of(file).text()).isEqualTo(PlainText.of(document));
    }

    private static byte[] docx(Document document, List<Integer> pages) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DOCX.write(document, pages, out);
        return out.toByteArray();
    }
}
