package org.salus.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;
import org.salus.framework.Failure;

/** House styles. The template of these tests is that of an office that works in German: its styles have other identifiers than ours and the same names. */
class DocxTemplateTest {
    private static final ChartDrawer CHARTS = new ChartDrawer();
    private static final String WORD = "xmlns:w=\"" + DocxParts.WORD + "\"";

    @AfterAll
    static void stop() {
        CHARTS.close();
    }

    /** Letter paper, a logo at the head, a heading in a rare typeface, text and a comment of the office's own. */
    private static byte[] house() throws IOException {
        try (XWPFDocument word = new XWPFDocument()) {
            word.createStyles()
                    .setStyles(StylesDocument.Factory.parse("""
                            <w:styles %s>
                              <w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
                              <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/>
                                <w:rPr><w:rFonts w:ascii="House Sans" w:hAnsi="House Sans"/><w:color w:val="112233"/></w:rPr></w:style>
                              <w:style w:type="character" w:styleId="Note"><w:name w:val="Marginal"/></w:style>
                            </w:styles>""".formatted(WORD)).getStyles());
            XWPFHeader header = word.createHeader(HeaderFooterType.DEFAULT);
            XWPFParagraph line = header.createParagraph();
            line.createRun().setText("Office of the House");
            ByteArrayOutputStream logo = new ByteArrayOutputStream();
            new PngWriter()
                    .write(
                            "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'><rect width='20' height='20'/></svg>",
                            1,
                            logo);
            line.createRun()
                    .addPicture(
                            new ByteArrayInputStream(logo.toByteArray()),
                            PictureType.PNG,
                            "logo.png",
                            190_500,
                            190_500);
            word.createParagraph().createRun().setText("A letter to nobody else");
            word.getProperties().getCoreProperties().setCreator("Somebody Private");
            word.getProperties().getCustomProperties().addProperty("Case", "secret");
            var section = word.getDocument().getBody().getSectPr();
            var size = section.addNewPgSz();
            size.setW(BigInteger.valueOf(12_240));
            size.setH(BigInteger.valueOf(15_840));
            var margins = section.addNewPgMar();
            margins.setLeft(BigInteger.valueOf(1_440));
            margins.setRight(BigInteger.valueOf(1_440));
            margins.setTop(BigInteger.valueOf(1_440));
            margins.setBottom(BigInteger.valueOf(1_440));
            margins.setHeader(BigInteger.valueOf(700));
            margins.setFooter(BigInteger.valueOf(700));
            return bytes(word);
        } catch (XmlException | InvalidFormatException defect) {
            throw new IllegalStateException(defect);
        }
    }

    private static byte[] bytes(XWPFDocument word) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        word.write(out);
        return out.toByteArray();
    }

    private static byte[] written(DocxTemplate template, Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DocxWriter(CHARTS, template).write(document, out);
        return out.toByteArray();
    }

    /** The template with some of its parts put in the place of others, or taken out where there is no new content. */
    private static byte[] with(byte[] file, Map<String, String> changes) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>(DocxParts.of(file).parts());
        changes.forEach((path, content) -> {
            if (content.isEmpty()) {
                parts.remove(path);
            } else {
                parts.put(path, content.getBytes(StandardCharsets.UTF_8));
            }
        });
        List<Object> entries = new ArrayList<>();
        parts.forEach((path, content) -> {
            entries.add(path);
            entries.add(content);
        });
        return DocxTextTest.zip(entries.toArray());
    }

    private static String part(byte[] file, String path) {
        return new String(DocxParts.of(file).parts().getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
    }

    @Tag("slow")
    @Test
    void a_document_takes_styles_paper_and_logo_of_the_house() throws IOException {
        DocxTemplate template = DocxTemplate.read(house());
        byte[] file = written(template, Samples.strategy());
        Files.write(Samples.shelf("house.docx"), file);
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file))) {
            assertThat(word.getParagraphs().stream()
                            .filter(paragraph -> paragraph.getText().equals("Context"))
                            .map(XWPFParagraph::getStyle))
                    .containsExactly("berschrift1");
            assertThat(word.getStyles().getStyle("berschrift1").getCTStyle().xmlText())
                    .contains("112233");
            assertThat(word.getStyles().getStyle("Heading2").getBasisStyleID()).isEqualTo("Standard");
            assertThat(part(file, "word/styles.xml")).as("its language").contains("<w:lang w:val=\"en\"");
            assertThat(word.getStyles().getStyle("NoteSalus").getName()).isEqualTo("Note");
            assertThat(word.getHeaderList()).anySatisfy(header -> {
                assertThat(header.getText()).contains("Office of the House", "invented country");
                assertThat(header.getAllPictures()).hasSize(1);
            });
            String body = word.getDocument().xmlText();
            assertThat(body).contains("w:w=\"12240\" w:h=\"15840\"").contains("w:w=\"15840\" w:h=\"12240\"");
        }
        assertThat(DocxText.of(file).text()).isEqualTo(PlainText.of(Samples.strategy()));
        assertThat(written(template, Samples.strategy())).as("same bytes").isEqualTo(file);
    }

    @Test
    void nothing_but_the_style_is_taken() throws IOException {
        byte[] file = written(DocxTemplate.read(house()), Samples.of(Paragraph.of("Text")));
        for (byte[] part : DocxParts.of(file).parts().values()) {
            assertThat(new String(part, StandardCharsets.UTF_8))
                    .doesNotContain("letter to nobody", "Somebody Private", "secret");
        }
    }

    @Test
    void typefaces_that_not_everybody_has_are_told() throws IOException {
        assertThat(DocxTemplate.read(house()).rareFonts()).containsExactly("House Sans");
    }

    @Tag("slow")
    @Test
    void styles_that_a_template_lacks_are_told_by_name_and_identifier() throws IOException {
        assertThat(DocxTemplate.read(house()).missingStyles())
                .contains("Title (Title)", "heading 2 (Heading2)")
                .doesNotContain("heading 1 (Heading1)", "Normal (Normal)");
        byte[] bare = with(house(), Map.of("word/styles.xml", "<w:styles " + WORD + "/>"));
        assertThat(DocxTemplate.read(bare).missingStyles())
                .isEqualTo(DocxTemplate.usedStyles())
                .contains("heading 1 (Heading1)");
        ByteArrayOutputStream ours = new ByteArrayOutputStream();
        new DocxWriter(CHARTS).write(Samples.everything(Page.PORTRAIT), ours);
        assertThat(DocxTemplate.read(ours.toByteArray()).missingStyles()).isEmpty();
    }

    @Tag("slow")
    @Test
    void a_template_without_styles_works_and_gets_ours() throws IOException {
        byte[] bare = with(house(), Map.of("word/styles.xml", "<w:styles " + WORD + "/>"));
        byte[] none = DocxTextTest.zip(
                "[Content_Types].xml",
                "<Types/>".getBytes(StandardCharsets.UTF_8),
                "word/document.xml",
                ("<w:document " + WORD + "><w:body/></w:document>").getBytes(StandardCharsets.UTF_8));
        for (byte[] template : List.of(bare, none)) {
            byte[] file = written(DocxTemplate.read(template), Samples.strategy());
            assertThat(part(file, "word/styles.xml")).contains("w:styleId=\"Heading1\"", "w:styleId=\"TOC1\"");
            assertThat(DocxText.of(file).text()).isEqualTo(PlainText.of(Samples.strategy()));
        }
    }

    @Tag("slow")
    @Test
    void a_document_of_ours_is_a_template_too() throws IOException {
        ByteArrayOutputStream ours = new ByteArrayOutputStream();
        new DocxWriter(CHARTS).write(Samples.everything(Page.PORTRAIT), ours);
        byte[] file = written(DocxTemplate.read(ours.toByteArray()), Samples.everything(Page.PORTRAIT));
        assertThat(DocxText.of(file).text()).isEqualTo(PlainText.of(Samples.everything(Page.PORTRAIT)));
        String lists = part(file, "word/numbering.xml");
        assertThat(lists.split("<w:abstractNum ", -1))
                .as("the lists of the template and our own")
                .hasSize(1 + 2 * 4);
        assertThat(lists.lastIndexOf("<w:abstractNum "))
                .as("what Word wants first")
                .isLessThan(lists.indexOf("<w:num "));
    }

    @Test
    void programs_fetched_pictures_and_embedded_files_are_refused_in_words() throws IOException {
        byte[] house = house();
        String types = part(house, "[Content_Types].xml");
        assertThatThrownBy(() -> DocxTemplate.read(with(
                        house,
                        Map.of(
                                "[Content_Types].xml",
                                types.replace("wordprocessingml.document.main", "macroEnabled.main")))))
                .isInstanceOf(Failure.class)
                .hasMessage("The template holds macros, which are not taken over.");
        assertThatThrownBy(() -> DocxTemplate.read(with(house, Map.of("word/vbaProject.bin", "x"))))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("macros");
        String relations = part(house, "word/_rels/header1.xml.rels");
        assertThat(relations).contains("image");
        assertThatThrownBy(() -> DocxTemplate.read(with(
                        house,
                        Map.of(
                                "word/_rels/header1.xml.rels",
                                relations.replaceAll(
                                        "Target=\"[^\"]*\"",
                                        "Target=\"http://example.org/x.png\" TargetMode=\"External\"")))))
                .isInstanceOf(Failure.class)
                .hasMessage("The template fetches something from outside: image in word/header1.xml.");
        assertThatThrownBy(() -> DocxTemplate.read(with(
                        house,
                        Map.of(
                                "word/_rels/header1.xml.rels",
                                relations.replace("relationships/image", "relationships/oleObject")))))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("The template holds something other than a picture at its head or foot");
        String header = part(house, "word/header1.xml");
        assertThatThrownBy(
                        () -> DocxTemplate.read(
                                with(
                                        house,
                                        Map.of(
                                                "word/header1.xml",
                                                header.replace(
                                                        "</w:hdr>",
                                                        "<w:p><w:fldSimple w:instr=\" INCLUDEPICTURE http://example.org \"/></w:p></w:hdr>")))))
                .isInstanceOf(Failure.class)
                .hasMessage("The template fetches something from outside: INCLUDEPICTURE in word/header1.xml.");
    }

    @Test
    void what_is_no_word_file_or_broken_is_refused_in_words() throws IOException {
        byte[] house = house();
        assertThatThrownBy(() -> DocxTemplate.read("text".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Failure.class)
                .hasMessage("This is no Word file (.docx).");
        assertThatThrownBy(() -> DocxTemplate.read(with(house, Map.of("word/styles.xml", "<w:styles"))))
                .isInstanceOf(Failure.class)
                .hasMessage("The part word/styles.xml of the Word file is damaged.");
        assertThatThrownBy(() -> DocxTemplate.read(with(house, Map.of("word/header1.xml", "<x/>"))))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void paper_that_no_printer_has_is_not_taken() throws IOException {
        byte[] house = house();
        byte[] tiny = with(
                house,
                Map.of("word/document.xml", part(house, "word/document.xml").replace("\"12240\"", "\"400\"")));
        byte[] file = written(DocxTemplate.read(tiny), Samples.of(Paragraph.of("Text")));
        assertThat(part(file, "word/document.xml")).contains("w:w=\"11906\"");
    }
}
