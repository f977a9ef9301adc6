package org.salus.documents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.salus.framework.Wording;

/**
 * What a document says, in one canonical form: headings, paragraphs, tables, footnotes and the alternative texts of drawings in reading order. It is the same for a
 * document, for the Word file written from it ({@link DocxText}), and for that file saved again by a word processor; two texts are compared by their digests.
 *
 * <p>Left out is what layout makes: numbers of headings and pages, tables of contents, lines at head and foot, emphasis, links, page breaks. Every run of blanks is one
 * blank, and characters are composed (Unicode's form NFC).
 *
 * @param lines a heading begins with one to three number signs, a row of a table begins and ends with a vertical line, a footnote stands as {@code [^text]} where its mark is
 */
public record PlainText(List<String> lines) {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\x{200b}\\x{feff}\\x{ad}]+");

    public PlainText {
        lines = List.copyOf(lines);
    }

    /** The canonical form of a document. */
    public static PlainText of(Document document) {
        List<String> lines = new ArrayList<>();
        new Reading(document, lines).read();
        return new PlainText(lines);
    }

    /** SHA-256 of the lines in UTF-8, each ended by a line feed, as 64 lower-case hexadecimal digits. */
    public String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String line : lines) {
                sha.update((line + '\n').getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** A text as it stands in a line. */
    static String normal(String text) {
        return Normalizer.normalize(
                BLANKS.matcher(CleanText.of(text)).replaceAll(" ").strip(), Normalizer.Form.NFC);
    }

    /** Adds a line unless it says nothing. */
    static void add(List<String> lines, String prefix, String text) {
        String line = normal(text);
        if (!line.isEmpty()) {
            lines.add(prefix + line);
        }
    }

    /** A row of a table; one without any words is no line. */
    static void addRow(List<String> lines, List<String> cells) {
        List<String> texts = cells.stream().map(PlainText::normal).toList();
        if (texts.stream().anyMatch(text -> !text.isEmpty())) {
            lines.add("| " + String.join(" | ", texts) + " |");
        }
    }

    /** A footnote in the place of its mark. */
    static String footnote(String text) {
        return "[^" + normal(text) + "]";
    }

    private static final class Reading {
        private final Document document;
        private final List<String> lines;
        private final CellText cells;
        private final Map<String, String> captions;

        Reading(Document document, List<String> lines) {
            this.document = document;
            this.lines = lines;
            this.cells = new CellText(document.language());
            this.captions =
                    Outline.of(document, Wording.in(document.language())).captions();
        }

        void read() {
            Optional<Cover> cover = document.binding().cover();
            cover.ifPresent(page -> {
                page.picture().ifPresent(picture -> add(lines, "", picture.alternative()));
                add(lines, "", page.above());
            });
            add(lines, "", document.title());
            add(lines, "", document.subtitle());
            cover.ifPresent(page -> page.facts().forEach(fact -> addRow(lines, List.of(fact.name(), fact.text()))));
            document.blocks().forEach(this::block);
        }

        private void block(Block block) {
            switch (block) {
                case Heading heading -> add(lines, "#".repeat(heading.level()) + " ", heading.text());
                case Paragraph paragraph -> add(lines, "", spans(paragraph));
                case Bullets bullets -> bullets.items().forEach(item -> add(lines, "", spans(item)));
                case KeyFigures figures ->
                    addRow(
                            lines,
                            figures.figures().stream()
                                    .map(figure -> figure.label() + " " + figure.value() + " " + figure.note())
                                    .toList());
                case Table table -> table(table, table.caption());
                case Chart chart -> add(lines, "", chart.alternative());
                case Picture picture -> add(lines, "", picture.alternative());
                case Captioned captioned -> captioned(captioned);
                case Note note -> add(lines, "", note.text());
                case Contents contents -> {
                    // Made from the headings.
                }
                case PageBreak pageBreak -> {
                    // Says nothing.
                }
            }
        }

        private void captioned(Captioned captioned) {
            String caption = Outline.caption(captions.getOrDefault(captioned.key(), ""), captioned.caption());
            if (captioned.content() instanceof Table table) {
                table(table, caption);
            } else {
                add(lines, "", caption);
                block(captioned.content());
            }
            add(lines, "", captioned.source());
        }

        private void table(Table table, String caption) {
            add(lines, "", caption);
            addRow(lines, table.columns().stream().map(Column::heading).toList());
            table.rows().forEach(row -> row(table, row));
            table.footer().ifPresent(row -> row(table, row));
        }

        private void row(Table table, List<Cell> row) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                Cell cell = row.get(i);
                texts.add(cells.of(table.columns().get(i), cell)
                        + cell.codeForReaders().map(code -> " " + code).orElse("")
                        + cell.footnote().map(PlainText::footnote).orElse(""));
            }
            addRow(lines, texts);
        }

        private String spans(Paragraph paragraph) {
            StringBuilder text = new StringBuilder();
            for (Span span : paragraph.spans()) {
                text.append(span.text());
                span.reference().ifPresent(key -> text.append(captions.getOrDefault(key, "")));
                span.footnote().ifPresent(note -> text.append(footnote(note)));
            }
            return text.toString();
        }
    }
}
