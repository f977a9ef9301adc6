package org.salus.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Two documents as tracked changes: whoever accepts all of them has the later text, whoever rejects all of them the earlier one. */
class DocxChangesTest {
    private static final ChartDrawer CHARTS = new ChartDrawer();
    private static final DocxChanges CHANGES = new DocxChanges(new DocxWriter(CHARTS));
    private static final Version LATER = new Version("draft 13", LocalDate.of(2014, 1, 2));

    @AfterAll
    static void stop() {
        CHARTS.close();
    }

    private static Document text(Version version, Block... blocks) {
        return new Document("Title", "", Locale.ENGLISH, Page.PORTRAIT, List.of(blocks), version);
    }

    private static DocxParts changes(Document before, Document after) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CHANGES.write(before, after, "Ministry & partners", out);
        Files.write(Samples.shelf("changes.docx"), out.toByteArray());
        assertThat(DocxText.of(out.toByteArray()).text().lines())
                .as("accepted")
                .isEqualTo(PlainText.of(after).lines());
        return DocxParts.of(out.toByteArray());
    }

    private static List<String> marked(DocxParts parts, String kind) {
        NodeList marks = parts.tree("word/document.xml").orElseThrow().getElementsByTagNameNS(DocxParts.WORD, kind);
        return IntStream.range(0, marks.getLength())
                .mapToObj(i -> marks.item(i).getTextContent())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The text that is left when every change is rejected. */
    private static List<String> rejected(DocxParts parts) throws IOException {
        org.w3c.dom.Document tree = parts.tree("word/document.xml").orElseThrow();
        for (String name : List.of("ins", "del")) {
            NodeList marks = tree.getElementsByTagNameNS(DocxParts.WORD, name);
            List<Element> found = IntStream.range(0, marks.getLength())
                    .mapToObj(i -> (Element) marks.item(i))
                    .toList();
            for (Element mark : found) {
                Node parent = mark.getParentNode();
                if (DocxParts.is(parent, "trPr")) {
                    if (name.equals("ins")) {
                        parent.getParentNode().getParentNode().removeChild(parent.getParentNode());
                    } else {
                        parent.removeChild(mark);
                    }
                } else if (name.equals("ins")) {
                    parent.removeChild(mark);
                } else {
                    while (mark.getFirstChild() != null) {
                        Node run = mark.getFirstChild();
                        for (Element words : DocxParts.children(run)) {
                            if (DocxParts.is(words, "delText")) {
                                tree.renameNode(words, DocxParts.WORD, "w:t");
                            }
                        }
                        parent.insertBefore(run, mark);
                    }
                    parent.removeChild(mark);
                }
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            javax.xml.transform.TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(
                            new javax.xml.transform.dom.DOMSource(tree),
                            new javax.xml.transform.stream.StreamResult(bytes));
        } catch (javax.xml.transform.TransformerException broken) {
            throw new IllegalStateException(broken);
        }
        List<Object> entries = new ArrayList<>();
        parts.parts().forEach((path, content) -> {
            entries.add(path);
            entries.add(path.equals("word/document.xml") ? bytes.toByteArray() : content);
        });
        return DocxText.of(DocxTextTest.zip(entries.toArray())).text().lines();
    }

    @Test
    void words_that_came_and_went_are_marked_with_author_and_day() throws IOException {
        DocxParts parts = changes(
                text(Samples.VERSION, Paragraph.of("The police trains forty officers a year.")),
                text(LATER, Paragraph.of("The police trains sixty officers and pays them.")));
        assertThat(marked(parts, "del")).containsExactly("forty", "a", "year");
        assertThat(marked(parts, "ins")).containsExactly("sixty", "and", "pays them");
        Element mark = (Element) parts.tree("word/document.xml")
                .orElseThrow()
                .getElementsByTagNameNS(DocxParts.WORD, "ins")
                .item(0);
        assertThat(DocxParts.value(mark, "author")).isEqualTo("Ministry & partners");
        assertThat(DocxParts.value(mark, "date")).isEqualTo("2014-01-02T00:00:00Z");
        assertThat(rejected(parts)).contains("The police trains forty officers a year.");
    }

    @Test
    void paragraphs_headings_and_rows_come_and_go_as_wholes() throws IOException {
        Table table = Samples.table();
        List<List<Cell>> rows = new ArrayList<>(table.rows());
        List<Cell> changed = new ArrayList<>(rows.get(1));
        changed.set(1, Cell.number(77));
        rows.set(1, changed);
        rows.remove(3);
        rows.add(List.of(
                Cell.text("Newland"),
                Cell.number(2),
                Cell.number(3),
                Cell.blank("none"),
                Cell.blank(""),
                Cell.text("x")));
        Document before = text(
                Samples.VERSION,
                new Heading(1, "Context"),
                Paragraph.of("What stays as it is."),
                Paragraph.of("What is taken away altogether."),
                Bullets.of("first", "second"),
                table);
        Document after = text(
                LATER,
                new Heading(1, "Context"),
                Paragraph.of("What stays as it is."),
                new Heading(2, "Something new"),
                Paragraph.of("Entirely other words stand here now."),
                Bullets.of("first", "second", "third"),
                new Table(table.caption(), table.columns(), rows, table.footer()));
        DocxParts parts = changes(before, after);
        assertThat(marked(parts, "ins"))
                .contains("Something new", "Entirely other words stand here now.", "third", "77");
        assertThat(marked(parts, "del")).contains("What is taken away altogether.", "3");
        assertThat(rejected(parts)).isEqualTo(PlainText.of(before).lines());
    }

    @Tag("slow")
    @Test
    void two_editions_of_a_whole_strategy_are_compared() throws IOException {
        Document before = Samples.strategy();
        List<Block> blocks = new ArrayList<>(before.blocks());
        blocks.set(
                5,
                new Paragraph(List.of(
                        Span.of("Trust in all courts fell").withFootnote("A new survey."),
                        Span.of(", see "),
                        Span.reference("trust"),
                        Span.of("."))));
        blocks.add(7, new Paragraph(List.of(Span.link("A source", java.net.URI.create("https://example.org/new")))));
        blocks.removeLast();
        Document after = new Document(
                before.title(),
                "2015 to 2019",
                before.language(),
                before.page(),
                blocks,
                LATER,
                List.of(),
                before.binding());
        DocxParts parts = changes(before, after);
        assertThat(rejected(parts)).isEqualTo(PlainText.of(before).lines());
    }

    @Tag("slow")
    @Test
    void the_same_document_has_no_changes() throws IOException {
        DocxParts parts = changes(Samples.strategy(), Samples.strategy());
        assertThat(marked(parts, "ins")).isEmpty();
        assertThat(marked(parts, "del")).isEmpty();
        assertThat(rejected(parts)).isEqualTo(PlainText.of(Samples.strategy()).lines());
    }

    @Test
    void long_paragraphs_without_a_common_word_take_no_quadratic_time() throws IOException {
        String one = String.join(
                " ", IntStream.range(0, 10_000).mapToObj(i -> "a" + i).toList());
        String other = String.join(
                " ", IntStream.range(0, 10_000).mapToObj(i -> "b" + i).toList());
        Document before = text(Samples.VERSION, Paragraph.of(one), Paragraph.of("end ]]> \u0001 نهاية"));
        DocxParts parts = changes(before, text(LATER, Paragraph.of(other + " a1"), Paragraph.of("end ]]> نهاية")));
        assertThat(rejected(parts)).isEqualTo(PlainText.of(before).lines());
    }

    @Test
    void the_common_sequence_is_the_longest() {
        assertThat(common("abcabba", "cbabac")).hasSize(4);
        assertThat(common("", "abc")).isEmpty();
        assertThat(common("abc", "abc")).hasSize(3);
        assertThat(common("abc", "xyz")).isEmpty();
        Random random = new Random(3);
        for (int run = 0; run < 2_000; run++) {
            String one = letters(random);
            String other = letters(random);
            List<int[]> pairs = common(one, other);
            assertThat(pairs).as("%s and %s", one, other).hasSize(longest(one, other));
            for (int i = 0; i < pairs.size(); i++) {
                assertThat(one.charAt(pairs.get(i)[0])).isEqualTo(other.charAt(pairs.get(i)[1]));
                if (i > 0) {
                    assertThat(pairs.get(i)[0]).isGreaterThan(pairs.get(i - 1)[0]);
                    assertThat(pairs.get(i)[1]).isGreaterThan(pairs.get(i - 1)[1]);
                }
            }
        }
    }

    private static String letters(Random random) {
        StringBuilder letters = new StringBuilder();
        random.ints(random.nextInt(12), 'a', 'd').forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static List<int[]> common(String one, String other) {
        return CommonSequence.of(split(one), split(other));
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("", -1)).subList(0, text.length());
    }

    /** By the table of the textbook. */
    private static int longest(String one, String other) {
        int[][] most = new int[one.length() + 1][other.length() + 1];
        for (int i = 1; i <= one.length(); i++) {
            for (int j = 1; j <= other.length(); j++) {
                most[i][j] = one.charAt(i - 1) == other.charAt(j - 1)
                        ? most[i - 1][j - 1] + 1
                        : Math.max(most[i - 1][j], most[i][j - 1]);
            }
        }
        return most[one.length()][other.length()];
    }
}
