package org.salus.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.framework.Failure;

/** Word files read back: the same text gives the same digest, whoever saved the file; any other text gives another. */
class DocxTextTest {
    private static final ChartDrawer CHARTS = new ChartDrawer();
    private static final DocxWriter DOCX = new DocxWriter(CHARTS);

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    static void stop() {
        CHARTS.close();
    }

    @Test
    void a_text_is_told_line_by_line_without_what_layout_makes() {
        assertThat(PlainText.of(Samples.strategy()).lines())
                .containsSubsequence(
                        "Ministry of the Interior of Freedonia",
                        "Strategy of Freedonia",
                        "2014 to 2018",
                        "| Edition | public |",
                        "# Summary",
                        "Support rests on five donors[^Reports of donors, 3 May 2013; see <b>annex</b>.] as Table 1 and Figure 1 show.",
                        "# Context",
                        "## Institutions",
                        "a police of its own",
                        "Table 1. Support by donor",
                        "| Donor | Activities | Disbursed [USD] | Share | Since | Main field |",
                        "| Sylvania & <b>friends</b> SY | 4[^As told by Sylvania & others.] | 1 234 567.12 | 30 % | 9 January 2009 | 2b |",
                        "Source: reports of donors",
                        "### Justice",
                        "Figure 1. Trust in institutions",
                        "Three lines; the police line ends highest",
                        "# Logframe",
                        "Left out: what nobody reported.")
                .noneMatch(line -> line.contains("Contents"))
                .noneMatch(line -> line.contains("invented country"));
    }

    @Tag("slow")
    @Test
    void what_is_written_is_what_is_read() throws IOException {
        for (Document document : List.of(
                Samples.strategy(),
                Samples.everything(Page.PORTRAIT),
                Samples.everything(Page.BRIEF),
                Samples.arabic())) {
            DocxText read = DocxText.of(docx(document));
            assertThat(read.text().lines()).isEqualTo(PlainText.of(document).lines());
            assertThat(read.text().digest())
                    .isEqualTo(PlainText.of(document).digest())
                    .hasSize(64);
        }
        assertThat(DocxText.of(docx(Samples.strategy())).imprint()).contains(new Imprint("12ab", "public", "9f3c"));
        assertThat(DocxText.of(docx(Samples.arabic())).imprint()).isEmpty();
    }

    @Test
    void every_change_of_the_text_changes_the_digest() {
        Table table = Samples.table();
        List<Document> documents = List.of(
                Samples.of(Paragraph.of("one two")),
                Samples.of(Paragraph.of("one Two")),
                Samples.of(Paragraph.of("one"), Paragraph.of("two")),
                Samples.of(new Heading(1, "one two")),
                Samples.of(new Heading(2, "one two")),
                Samples.of(new Paragraph(List.of(Span.of("one two").withFootnote("three")))),
                Samples.of(new Paragraph(List.of(Span.of("one two").withFootnote("four")))),
                Samples.of(table),
                Samples.of(new Table(table.caption(), table.columns(), table.rows())),
                Samples.of(
                        new Table(table.caption(), table.columns(), table.rows().reversed())),
                Samples.of(Chart.of(Samples.lines(), "Three lines")),
                Samples.of(Chart.of(Samples.lines(), "Four lines")));
        assertThat(documents.stream().map(document -> PlainText.of(document).digest()))
                .doesNotHaveDuplicates();
    }

    @Test
    void blanks_emphasis_and_the_way_letters_are_composed_do_not_count() {
        PlainText plain = PlainText.of(Samples.of(Paragraph.of("Café is open now")));
        assertThat(plain)
                .isEqualTo(PlainText.of(Samples.of(new Paragraph(
                        List.of(Span.of(" Cafe\u0301\u00a0is"), Span.strong("\u2009open\n"), Span.of("\tnow  "))))))
                .isNotEqualTo(PlainText.of(Samples.of(Paragraph.of("Cafe is open now"))));
    }

    @Tag("slow")
    @Test
    void a_file_that_a_word_processor_has_saved_again_says_the_same() throws IOException, InterruptedException {
        Optional<Path> office = office();
        assumeTrue(office.isPresent(), "LibreOffice is not installed here");
        for (Document document : List.of(Samples.strategy(), Samples.arabic())) {
            Path written = Files.write(folder.resolve("written.docx"), docx(document));
            Path saved = Files.createDirectories(folder.resolve("saved"));
            Process process = new ProcessBuilder(
                            office.get().toString(),
                            "--headless",
                            "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                            "--convert-to",
                            "docx:MS Word 2007 XML",
                            "--outdir",
                            saved.toString(),
                            written.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
            } finally {
                process.destroyForcibly();
            }
            DocxText read = DocxText.of(Files.readAllBytes(saved.resolve("written.docx")));
            assertThat(read.text().lines()).isEqualTo(PlainText.of(document).lines());
            assertThat(read.imprint()).isEqualTo(document.binding().imprint());
        }
    }

    private static Optional<Path> office() {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1))
                .map(place -> Path.of(place, "soffice"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Test
    void tracked_changes_are_read_as_accepted_and_runs_as_one_text() {
        assertThat(DocxText.of(file("""
                        <w:p><w:r><w:t>on</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>e</w:t></w:r>\
                        <w:del w:id="1"><w:r><w:delText> two</w:delText></w:r></w:del>\
                        <w:ins w:id="2"><w:r><w:t xml:space="preserve"> three</w:t></w:r></w:ins></w:p>\
                        <w:sdt><w:sdtContent><w:p><w:r><w:t>four</w:t></w:r></w:p></w:sdtContent></w:sdt>\
                        <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>\
                        <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Table 5</w:t></w:r>\
                        <w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>""")).text().lines()).containsExactly("one three", "four", "Table 5");
    }

    @Test
    void what_no_reader_sees_is_no_text_and_what_cannot_be_compared_is_told() {
        assertThat(DocxText.of(file("""
                        <w:p><w:r><w:t>We shall</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> never</w:t></w:r>\
                        <w:r><w:rPr><w:vanish w:val="false"/></w:rPr><w:t xml:space="preserve"> pay</w:t></w:r></w:p>\
                        <w:altChunk/><w:p><w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r></w:p>""")).text().lines()).containsExactly("We shall pay", "\ufffd", "\ufffd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no file", "PK\u0003\u0004 broken"})
    void what_is_no_word_file_is_refused_in_words(String content) {
        assertThatThrownBy(() -> DocxText.of(content.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Failure.class)
                .hasMessage("This is no Word file (.docx).");
    }

    @Test
    void another_archive_a_document_type_and_a_bomb_are_refused() throws IOException {
        assertThatThrownBy(() -> DocxText.of(zip("readme.txt", bytes("hello"))))
                .isInstanceOf(Failure.class)
                .hasMessage("This is no Word file (.docx).");
        assertThatThrownBy(() -> DocxText.of(zip(
                        "[Content_Types].xml",
                        bytes("<Types/>"),
                        "word/document.xml",
                        bytes("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>"))))
                .isInstanceOf(Failure.class)
                .hasMessage("The part word/document.xml of the Word file is damaged.");
        assertThatThrownBy(() -> DocxText.of(zip("word/document.xml", new byte[30 << 20])))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("out of all proportion");
    }

    @Test
    void a_file_that_nests_without_end_is_refused() {
        int depth = 3_000;
        String nested = "<w:sdt><w:sdtContent>".repeat(depth) + "<w:p/>" + "</w:sdtContent></w:sdt>".repeat(depth);
        assertThatThrownBy(() -> DocxText.of(file(nested)))
                .isInstanceOf(Failure.class)
                .hasMessage("The part word/document.xml of the Word file is damaged.");
    }

    private static byte[] docx(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DOCX.write(document, out);
        return out.toByteArray();
    }

    private static byte[] file(String body) {
        try {
            return zip(
                    "[Content_Types].xml",
                    bytes("<Types/>"),
                    "word/document.xml",
                    bytes("<w:document xmlns:w=\"" + DocxParts.WORD + "\"><w:body>" + body + "</w:body></w:document>"));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** An archive of names and their contents in turn. */
    static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
