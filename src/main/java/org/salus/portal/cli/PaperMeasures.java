package org.salus.portal.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.salus.documents.Binding;
import org.salus.documents.Block;
import org.salus.documents.Captioned;
import org.salus.documents.Cell;
import org.salus.documents.Chart;
import org.salus.documents.ChartDrawer;
import org.salus.documents.ChartOption;
import org.salus.documents.Column;
import org.salus.documents.Contents;
import org.salus.documents.Cover;
import org.salus.documents.Document;
import org.salus.documents.DocxWriter;
import org.salus.documents.Heading;
import org.salus.documents.HtmlWriter;
import org.salus.documents.Hue;
import org.salus.documents.Page;
import org.salus.documents.PageBreak;
import org.salus.documents.Paging;
import org.salus.documents.Paragraph;
import org.salus.documents.PdfWriter;
import org.salus.documents.Span;
import org.salus.documents.Table;
import org.salus.documents.Tint;
import org.salus.documents.Version;

/**
 * A program of its own for {@code salus bench}: writes a document of some 60 pages with 15 charts, 30 tables and 180 footnotes as PDF and for Word into a folder, and says how
 * many pages it has.
 */
public final class PaperMeasures {
    private static final int CHAPTERS = 15;
    private static final int PARAGRAPHS = 12;
    private static final int WORDS = 120;
    private static final int ROWS = 10;
    private static final int POINTS = 12;
    private static final List<String> SYLLABLES =
            List.of("ba", "re", "mi", "ton", "sul", "ka", "ver", "no", "lis", "ta", "quo", "den");

    private PaperMeasures() {}

    /** Writes both files into the folder that is named. */
    public static void main(String[] words) throws IOException {
        Path folder = Path.of(words[0]);
        Document document = document();
        try (ChartDrawer charts = new ChartDrawer()) {
            Paging pages = Paging.of(document, new PdfWriter(new HtmlWriter(charts)));
            try (OutputStream out = Files.newOutputStream(folder.resolve("paper.docx"))) {
                new DocxWriter(charts).write(document, pages, out);
            }
            PdfWriter.Printed printed = pages.printed();
            Files.write(folder.resolve("paper.pdf"), printed.bytes());
            System.out.println("pages " + printed.pages());
        }
    }

    /** The same document every time; its words mean nothing. */
    static Document document() {
        Random random = new Random(6);
        List<Block> blocks = new ArrayList<>(List.of(new Contents("Contents", 2), new PageBreak()));
        for (int chapter = 1; chapter <= CHAPTERS; chapter++) {
            String key = Integer.toString(chapter);
            blocks.add(new Heading(1, text(random, 5)));
            for (int i = 0; i < PARAGRAPHS; i++) {
                if (i % 4 == 0) {
                    blocks.add(new Heading(2, text(random, 4)));
                }
                blocks.add(new Paragraph(List.of(
                        Span.of(text(random, WORDS)).withFootnote(text(random, 9)),
                        Span.of(" "),
                        Span.reference("chart-" + key))));
            }
            blocks.add(new Captioned("chart-" + key, text(random, 6), text(random, 5), chart(chapter, random)));
            blocks.add(new Captioned("table-" + key, text(random, 6), text(random, 5), table(random, 5)));
            blocks.add(PageBreak.to(Page.LANDSCAPE));
            blocks.add(new Captioned("wide-" + key, text(random, 6), "", table(random, 9)));
            blocks.add(PageBreak.to(Page.PORTRAIT));
        }
        return new Document(
                        text(random, 4),
                        text(random, 8),
                        Locale.ENGLISH,
                        Page.PORTRAIT,
                        blocks,
                        new Version("bench", LocalDate.of(2026, 1, 1)))
                .bound(new Binding(
                        true,
                        Optional.of(new Cover(text(random, 3), List.of(), Optional.empty())),
                        text(random, 4),
                        text(random, 6),
                        text(random, 8),
                        Optional.empty()));
    }

    private static Chart chart(int chapter, Random random) {
        List<String> years = new ArrayList<>();
        for (int year = 0; year < POINTS; year++) {
            years.add(Integer.toString(2010 + year));
        }
        List<ChartOption.Series> series = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            List<Optional<BigDecimal>> values = new ArrayList<>();
            for (int year = 0; year < POINTS; year++) {
                values.add(Optional.of(BigDecimal.valueOf(random.nextInt(1_000))));
            }
            series.add(new ChartOption.Series(text(random, 2), Tint.of(Hue.ACCENT), values));
        }
        List<ChartOption.Kind> kinds = List.of(
                ChartOption.Kind.LINES,
                ChartOption.Kind.STACKED_BARS,
                ChartOption.Kind.BARS,
                ChartOption.Kind.SMALL_MULTIPLES);
        return Chart.of(
                new ChartOption(
                        kinds.get(chapter % kinds.size()), text(random, 8), text(random, 2), "Year", years, series),
                text(random, 10));
    }

    private static Table table(Random random, int width) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("name", text(random, 1)));
        for (int i = 1; i < width; i++) {
            columns.add(
                    i % 3 == 0
                            ? Column.text("c" + i, text(random, 1))
                            : Column.decimal("c" + i, text(random, 1), "USD", 1));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.text(text(random, 3)));
            for (int i = 1; i < width; i++) {
                cells.add(i % 3 == 0 ? Cell.text(text(random, 4)) : Cell.number(random.nextInt(100_000)));
            }
            rows.add(cells);
        }
        return new Table(text(random, 4), columns, rows);
    }

    private static String text(Random random, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ");
            for (int syllable = 1 + random.nextInt(3); syllable > 0; syllable--) {
                text.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
            }
        }
        return text.toString();
    }
}
