package org.salus.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

/** Web pages, PDF and Word. The files lie under {@code target/documents} for whoever wants to look at them. */
class PrintedDocumentTest {
    private static final ChartDrawer CHARTS = new ChartDrawer();
    private static final HtmlWriter HTML = new HtmlWriter(CHARTS);
    private static final PdfWriter PDF = new PdfWriter(HTML);
    private static final DocxWriter DOCX = new DocxWriter(CHARTS);

    private static final Document HOSTILE = new Document(
            "<script>alert(1)</script> & \"title\" \u0000\u0008",
            "]]> --> \ud800",
            Locale.ENGLISH,
            Page.PORTRAIT,
            List.of(
                    Paragraph.of("</p><script>alert(1)</script>\u000b"),
                    new Paragraph(List.of(Span.link("here", java.net.URI.create("javascript:alert(1)")))),
                    new Heading(1, "<img src=x onerror=alert(1)>"),
                    new Table(
                            "<caption>",
                            List.of(Column.text("a", "'\"<th>")),
                            List.of(List.of(Cell.text(Samples.noise(100_000))
                                    .withCode("<i>")
                                    .withLink(java.net.URI.create("file:///etc/passwd"))))),
                    new Picture(
                            "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10' onload='alert(1)'>"
                                    + "<script>alert(1)</script><image href='http://example.org/x.png'/>"
                                    + "<style>@import url(http://example.org/x.css)</style>"
                                    + "<rect id='a' width='5' height='5' fill='url(http://example.org/#a)' onclick='x()'/>"
                                    + "<foreignObject><iframe src='http://example.org'/></foreignObject></svg>",
                            "A picture \" with <markup>")),
            new Version("1 \" \\ } <", Samples.VERSION.date()));

    @AfterAll
    static void stop() {
        CHARTS.close();
    }

    @Test
    void readers_see_dates_as_dates_codes_of_the_field_and_no_names_of_programs() {
        Table table = new Table(
                "Actors",
                List.of(Column.text("type", "Type"), Column.text("area", "Area"), Column.text("since", "Since")),
                List.of(List.of(
                        Cell.text("Armed forces").withCode("armed-forces"),
                        Cell.text("Police and communities").withCode("2b"),
                        Cell.text("2008-03-11"))));
        Document document =
                new Document("Who is there?", "", Locale.ENGLISH, Page.PORTRAIT, List.of(table), Samples.VERSION);
        assertThat(HTML.page(document))
                .contains("Armed forces", "2b", "11\u00a0Mar\u00a02008")
                .doesNotContain("armed-forces", "2008-03-11");
        assertThat(PlainText.of(document).lines())
                .contains("| Armed forces | Police and communities 2b | 11 Mar 2008 |");
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(names = {"PORTRAIT", "BRIEF"})
    void a_pdf_has_a_title_a_language_tags_alternatives_and_embedded_fonts(Page page) throws IOException {
        byte[] file = pdf(Samples.everything(page));
        Files.write(Samples.shelf(page + ".pdf"), file);
        try (PDDocument pdf = Loader.loadPDF(file)) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Who supports what in Freedonia?");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("pdfuaid:part");
            List<PDStructureElement> tags = tags(pdf.getDocumentCatalog().getStructureTreeRoot());
            assertThat(tags.stream().map(PDStructureElement::getStructureType))
                    .contains("H1", "H2", "P", "Table", "TH", "TD", "L", "LI", "Figure", "Link");
            assertThat(tags.stream()
                            .filter(tag -> tag.getStructureType().equals("Figure"))
                            .map(PDStructureElement::getAlternateDescription))
                    .hasSize(5)
                    .contains("Three lines; the police line ends highest");
            assertThat(pdf.getDocumentCatalog()
                            .getDocumentOutline()
                            .getFirstChild()
                            .getTitle())
                    .isEqualTo("Support by field");
            assertThat(pdf.getDocumentCatalog()
                            .getDocumentOutline()
                            .getFirstChild()
                            .getFirstChild()
                            .getTitle())
                    .isEqualTo("What is missing");
            for (var sheet : pdf.getPages()) {
                for (COSName name : sheet.getResources().getFontNames()) {
                    PDFont font = sheet.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).contains("DejaVuSansCondensed");
                }
            }
        }
    }

    @Tag("slow")
    @Test
    void cyrillic_and_arabic_are_in_the_pdf() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(Samples.everything(Page.PORTRAIT)))) {
            String text = Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFKC);
            assertThat(text).contains("Українська назва", "русский текст", "Міністерство оборони", "قطاع");
        }
        byte[] arabic = pdf(Samples.arabic());
        Files.write(Samples.shelf("arabic.pdf"), arabic);
        try (PDDocument pdf = Loader.loadPDF(arabic)) {
            String text = Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFKC);
            assertThat(text).contains("الأهداف", "UNDP, OECD");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("ar");
        }
    }

    @Tag("slow")
    @Test
    void a_brief_says_how_many_pages_it_takes() throws IOException {
        Document brief = new Document(
                "Brief",
                "",
                Locale.ENGLISH,
                Page.BRIEF,
                List.of(Paragraph.of("One page. ".repeat(200)), Samples.table()),
                Samples.VERSION);
        assertThat(PDF.write(brief, new ByteArrayOutputStream())).isEqualTo(1);
        assertThat(PDF.write(Samples.everything(Page.BRIEF), new ByteArrayOutputStream()))
                .isGreaterThan(1);
    }

    @Test
    void a_brief_that_is_a_line_too_long_still_takes_one_page() throws IOException {
        // As many lines as the page does not hold in its own type.
        assertThat(PDF.write(brief(33), new ByteArrayOutputStream())).isEqualTo(1);
        assertThat(HTML.page(brief(33)))
                .as("what is read on a screen keeps its type")
                .contains("font-size: 8.5pt");
        assertThat(PDF.write(brief(45), new ByteArrayOutputStream())).isEqualTo(2);
    }

    @Tag("slow")
    @Test
    void a_text_that_just_fills_its_page_is_followed_by_no_empty_one() throws IOException {
        for (int lines = 30; lines < 56; lines++) {
            List<Block> blocks = new ArrayList<>();
            blocks.add(new Heading(1, "A chapter"));
            IntStream.range(0, lines).forEach(line -> blocks.add(new Note("A line of its own, " + line)));
            Document document = new Document("Sheet", "", Locale.ENGLISH, Page.PORTRAIT, blocks, Samples.VERSION);
            try (PDDocument pdf = Loader.loadPDF(pdf(document))) {
                PDFTextStripper last = new PDFTextStripper();
                last.setStartPage(pdf.getNumberOfPages());
                assertThat(last.getText(pdf)).as(lines + " lines").contains("A line of its own");
            }
        }
    }

    @Test
    void a_sheet_of_which_the_rest_of_its_last_chapter_takes_a_page_is_set_in_smaller_type() throws IOException {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(1, "What is said"));
        IntStream.range(0, 28).forEach(line -> blocks.add(Paragraph.of("A line of its own, " + line)));
        blocks.add(new Heading(1, "What this is made of"));
        IntStream.range(0, 7).forEach(line -> blocks.add(new Note("A source, " + line)));
        Document document = new Document("Sheet", "", Locale.ENGLISH, Page.PORTRAIT, blocks, Samples.VERSION);
        assertThat(PDF.write(document, new ByteArrayOutputStream())).isEqualTo(1);
    }

    @Test
    void no_line_ends_with_the_apostrophe_of_an_elision() throws IOException {
        Document document = new Document(
                "Note",
                "",
                Locale.FRENCH,
                Page.PORTRAIT,
                List.of(Paragraph.of(
                        "Ce qu\u2019il faut de l\u2019argent de l\u2019\u00c9tat, d\u2019abord. ".repeat(40))),
                Samples.VERSION);
        try (PDDocument pdf = Loader.loadPDF(pdf(document))) {
            assertThat(new PDFTextStripper().getText(pdf).lines())
                    .hasSizeGreaterThan(10)
                    .noneMatch(line -> line.stripTrailing().endsWith("\u2019"));
        }
    }

    @Test
    void no_line_begins_with_a_guillemet_or_another_sign_that_belongs_to_the_word_before() throws IOException {
        String pattern = "Rien ne dit \u00ab\u00a0Courts apply the law alike\u00a0\u00bb\u202f; pourquoi\u202f? ";
        Document document = new Document(
                "Note",
                "",
                Locale.FRENCH,
                Page.PORTRAIT,
                IntStream.range(0, 30)
                        .<Block>mapToObj(length -> Paragraph.of("x".repeat(length) + " " + pattern.repeat(6)))
                        .toList(),
                Samples.VERSION);
        try (PDDocument pdf = Loader.loadPDF(pdf(document))) {
            assertThat(new PDFTextStripper().getText(pdf).lines().map(line -> line.replaceAll("^[\\s\\p{Z}]+", "")))
                    .hasSizeGreaterThan(60)
                    .noneMatch(line -> line.startsWith("\u00bb") || line.startsWith(";") || line.startsWith("?"));
        }
    }

    @Test
    void no_row_of_a_table_stands_alone_below_a_repeated_head() throws IOException {
        for (Page page : List.of(Page.PORTRAIT, Page.LANDSCAPE, Page.WALL)) {
            int broken = 0;
            for (int rows = 16; rows < 60; rows += 2) {
                try (PDDocument pdf = Loader.loadPDF(pdf(table(page, rows)))) {
                    PDFTextStripper last = new PDFTextStripper();
                    last.setStartPage(pdf.getNumberOfPages());
                    String text = last.getText(pdf).replaceAll("\\s+", " ");
                    broken += pdf.getNumberOfPages() - 1;
                    assertThat(text)
                            .as(rows + " rows on " + page)
                            .contains("The head", "Row " + rows, "Row " + (rows - 1));
                }
            }
            assertThat(broken).as("tables that go on on another page").isPositive();
        }
    }

    @Test
    void a_total_does_not_stand_alone_below_a_repeated_head() throws IOException {
        for (int rows = 16; rows < 60; rows += 3) {
            Document document = table(Page.LANDSCAPE, rows);
            Table table = document.tables().getFirst();
            Document totalled = new Document(
                    "Rows",
                    "",
                    Locale.ENGLISH,
                    Page.LANDSCAPE,
                    List.of(new Table(
                            table.caption(),
                            table.columns(),
                            table.rows(),
                            Optional.of(List.of(Cell.text("Total"), Cell.text("all of them"))))),
                    Samples.VERSION);
            try (PDDocument pdf = Loader.loadPDF(pdf(totalled))) {
                PDFTextStripper last = new PDFTextStripper();
                last.setStartPage(pdf.getNumberOfPages());
                assertThat(last.getText(pdf).replaceAll("\\s+", " "))
                        .as(rows + " rows")
                        .contains("Total", "Row " + rows);
            }
        }
    }

    @Tag("slow")
    @Test
    void what_leads_to_a_list_stands_on_its_page() throws IOException {
        for (int lines = 28; lines < 46; lines++) {
            List<Block> blocks = new ArrayList<>();
            IntStream.range(0, lines).forEach(line -> blocks.add(Paragraph.of("A line of its own, " + line)));
            blocks.add(new Heading(1, "What was decided"));
            blocks.add(Paragraph.of("Two decisions are on record."));
            blocks.add(new Bullets(false, List.of(Paragraph.of("The first one"), Paragraph.of("The second one"))));
            Document document = new Document("Sheet", "", Locale.ENGLISH, Page.PORTRAIT, blocks, Samples.VERSION);
            try (PDDocument pdf = Loader.loadPDF(pdf(document))) {
                PDFTextStripper pages = new PDFTextStripper();
                for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                    pages.setStartPage(page);
                    pages.setEndPage(page);
                    String text = pages.getText(pdf);
                    assertThat(text.contains("Two decisions"))
                            .as(lines + " lines, page " + page)
                            .isEqualTo(text.contains("The first one"));
                    assertThat(text.contains("What was decided")).isEqualTo(text.contains("The first one"));
                }
            }
            try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx(document)))) {
                assertThat(word.getParagraphs().stream()
                                .filter(paragraph -> paragraph.isKeepNext())
                                .map(paragraph -> paragraph.getText()))
                        .contains("Two decisions are on record.")
                        .doesNotContain("A line of its own, 3", "The second one");
            }
        }
    }

    @Test
    void a_word_file_keeps_the_first_two_and_the_last_two_rows_of_a_table_together() throws IOException {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx(table(Page.PORTRAIT, 9))))) {
            XWPFTable table = word.getTables().getFirst();
            assertThat(table.getRows().stream()
                            .map(row ->
                                    row.getCell(0).getParagraphs().getFirst().isKeepNext()))
                    .containsExactly(true, true, false, false, false, false, false, false, true, false);
        }
    }

    /** Rows of one to four lines. */
    private static Document table(Page page, int rows) {
        return new Document(
                "Rows",
                "",
                Locale.ENGLISH,
                page,
                List.of(new Table(
                        "Rows",
                        List.of(Column.text("head", "The head"), Column.text("said", "What is said")),
                        IntStream.rangeClosed(1, rows)
                                .mapToObj(row -> List.of(
                                        Cell.text("Row " + row),
                                        Cell.text("What is said of it takes some room on the page. "
                                                .repeat(1 + 3 * (row % 4)))))
                                .toList())),
                Samples.VERSION);
    }

    private static Document brief(int lines) {
        return new Document(
                "Brief",
                "",
                Locale.ENGLISH,
                Page.BRIEF,
                IntStream.range(0, lines)
                        .<Block>mapToObj(line -> Paragraph.of("A line of its own, " + line))
                        .toList(),
                Samples.VERSION);
    }

    @Tag("slow")
    @Test
    void the_same_document_gives_the_same_bytes() throws IOException {
        Document document = Samples.everything(Page.PORTRAIT);
        assertThat(HTML.page(document)).isEqualTo(HTML.page(document));
        assertThat(pdf(document)).isEqualTo(pdf(document));
        assertThat(docx(document)).isEqualTo(docx(document));
        byte[] first = png();
        assertThat(png()).isEqualTo(first);
        Files.write(Samples.shelf("stacked.png"), first);
        assertThat(ImageIO.read(new ByteArrayInputStream(first)).getWidth())
                .isEqualTo(2 * Size.onPaper(Page.PORTRAIT).width());
    }

    @Test
    @Tag("slow")
    void a_new_script_engine_draws_the_same_chart() {
        String first = CHARTS.draw(Samples.stacked(), new Size(600));
        try (ChartDrawer another = new ChartDrawer()) {
            assertThat(another.draw(Samples.stacked(), new Size(600))).isEqualTo(first);
        }
    }

    @Tag("slow")
    @Test
    void a_chart_is_a_drawing_with_its_finding_series_and_categories() throws IOException {
        String svg = CHARTS.draw(Samples.stacked(), new Size(700));
        Files.writeString(Samples.shelf("stacked.svg"), svg);
        assertThat(svg).contains("2013", "4 Peacebuilding", "cannot be told", Palette.LIGHT.hex(Tint.ofArea("2")));
        assertThat(svg).contains("2\u202f500");
        assertThat(svg).doesNotContain("script").doesNotContain("<style").doesNotContain("animate");
        String dark = CHARTS.draw(Samples.lines(), new Size(700), Palette.DARK);
        assertThat(dark).contains(Palette.DARK.hex(Tint.ofArea("3")), ">Courts<");
        for (ChartOption chart : List.of(Samples.lines(), Samples.panels(), Samples.lying())) {
            assertThat(CHARTS.draw(chart, new Size(700))).contains(chart.finding());
        }
    }

    @Tag("slow")
    @Test
    void a_web_page_stands_alone_and_is_well_formed() throws Exception {
        String page = HTML.page(Samples.everything(Page.PORTRAIT));
        Files.writeString(Samples.shelf("page.html"), page);
        parse(page);
        Matcher addresses = Pattern.compile("(?:src|href|url|import)\\s*[=(]\\s*[\"']?([^\"')\\s]+)")
                .matcher(page);
        List<String> outside = new ArrayList<>();
        while (addresses.find()) {
            if (!addresses.group(1).startsWith("#")) {
                outside.add(addresses.group(1));
            }
        }
        assertThat(outside)
                .containsExactlyInAnyOrder("https://example.org/a?b=c&amp;d=e", "https://example.org/marshovia");
        assertThat(page).contains("lang=\"en\"", "<th scope=\"col\"", "3 May 2013");
        assertThat(Pattern.compile(" id=\"([^\"]+)\"").matcher(page).results().map(found -> found.group(1)))
                .as("several drawings share a page")
                .doesNotHaveDuplicates();
    }

    @Test
    void a_fragment_leaves_its_charts_to_the_browser() {
        String fragment = HTML.fragment(Samples.of(Chart.of(Samples.lines(), "Three lines")));
        assertThat(fragment)
                .contains("data-chart=\"{&quot;", "aria-label=\"Three lines\"", "<td>2010</td>")
                .doesNotContain("<svg");
    }

    @Tag("slow")
    @Test
    void hostile_text_is_harmless_everywhere() throws Exception {
        String page = HTML.page(HOSTILE);
        parse(page);
        assertThat(page)
                .doesNotContain(
                        "<script", "javascript:", "onload", "onclick", "file:", "example.org", "<img", "\u0000");
        assertThat(HTML.fragment(HOSTILE)).doesNotContain("<script", "javascript:", "<img");
        assertThat(pdf(HOSTILE)).isNotEmpty();
        byte[] word = docx(HOSTILE);
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(word))) {
            assertThat(read.getParagraphs().getFirst().getText()).startsWith("<script>alert(1)</script> & \"title\"");
            assertThat(entries(word)).noneMatch(entry -> entry.contains("javascript") || entry.contains("passwd"));
        }
    }

    @Test
    void a_drawing_with_a_document_type_or_of_another_kind_is_refused() {
        assertThatThrownBy(() -> HTML.page(Samples.of(new Picture(
                        "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>",
                        "x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Not an SVG drawing");
        assertThatThrownBy(() -> HTML.page(Samples.of(new Picture("<html/>", "x"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(names = {"PORTRAIT", "BRIEF"})
    void a_word_file_has_styles_repeated_heads_alternatives_and_paper(Page page) throws IOException {
        byte[] file = docx(Samples.everything(page));
        Files.write(Samples.shelf(page + ".docx"), file);
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file))) {
            assertThat(word.getParagraphs().stream().map(paragraph -> paragraph.getStyle()))
                    .contains("Title", "Subtitle", "Heading1", "Heading2", "Caption", "Note", "ListParagraph");
            XWPFTable table = word.getTables().get(1);
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(1).getCell(0).getText()).isEqualTo("Sylvania & <b>friends</b>\u00a0SY");
            assertThat(table.getRow(1).getCell(2).getText()).isEqualTo("1\u202f234\u202f567.12");
            assertThat(table.getRow(3).getCell(0).getText()).startsWith("وزارة الداخلية");
            assertThat(table.getRow(1).getCell(5).getColor()).isEqualTo("F2AB35");
            assertThat(word.getAllPictures()).hasSize(5);
            String body = word.getDocument().xmlText();
            assertThat(body).contains("descr=\"Map of Freedonia with two provinces and one city\"");
            assertThat(body.contains("landscape")).isEqualTo(page != Page.PORTRAIT);
            assertThat(word.getProperties().getCoreProperties().getTitle())
                    .isEqualTo("Who supports what in Freedonia?");
            assertThat(word.getProperties().getCoreProperties().getCreated().toInstant())
                    .isEqualTo(Samples.VERSION.instant());
        }
    }

    @Test
    void a_word_file_in_arabic_runs_from_right_to_left() throws IOException {
        byte[] file = docx(Samples.arabic());
        Files.write(Samples.shelf("arabic.docx"), file);
        assertThat(entries(file)).anyMatch(entry -> entry.contains("<w:bidiVisual/>") && entry.contains("<w:rtl/>"));
    }

    private static byte[] pdf(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PDF.write(document, out);
        return out.toByteArray();
    }

    private static byte[] docx(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DOCX.write(document, out);
        return out.toByteArray();
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PngWriter().write(CHARTS.draw(Samples.stacked(), Size.onPaper(Page.PORTRAIT)), 2, out);
        return out.toByteArray();
    }

    private static List<String> entries(byte[] zip) throws IOException {
        List<String> entries = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private static void parse(String page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private static List<PDStructureElement> tags(PDStructureNode node) {
        List<PDStructureElement> tags = new ArrayList<>();
        for (Object child : node.getKids()) {
            if (child instanceof PDStructureElement element) {
                tags.add(element);
                tags.addAll(tags(element));
            }
        }
        return tags;
    }
}
