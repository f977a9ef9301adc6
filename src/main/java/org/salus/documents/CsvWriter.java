package org.salus.documents;

import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a table for machines: RFC 4180, UTF-8, the columns' keys as its first line, each followed by a bracket where it has a unit or more to say, numbers
 * unrounded with a point, days as 2013-05-03, nothing where nothing is known. A column whose cells carry codes is preceded by one that ends in {@code _code}. Totals are left out. A text that a spreadsheet would take for a
 * formula gets an apostrophe in front; numbers are never touched.
 */
public final class CsvWriter {
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    /**
     * Writes the table.
     *
     * @param byteOrderMark whether to begin with the mark by which Excel knows UTF-8
     */
    public void write(Table table, boolean byteOrderMark, OutputStream out) throws IOException {
        OutputStreamWriter letters = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (byteOrderMark) {
            letters.write('\ufeff');
        }
        var lines = de.siegmar.fastcsv.writer.CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(letters);
        boolean[] codes = new boolean[table.columns().size()];
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < codes.length; i++) {
            codes[i] = table.hasCodes(i);
            if (codes[i]) {
                fields.add(table.columns().get(i).key() + "_code");
            }
            fields.add(harmless(table.columns().get(i).head()));
        }
        lines.writeRecord(fields);
        for (List<Cell> row : table.rows()) {
            fields.clear();
            for (int i = 0; i < codes.length; i++) {
                if (codes[i]) {
                    fields.add(harmless(row.get(i).code().orElse("")));
                }
                fields.add(field(row.get(i)));
            }
            lines.writeRecord(fields);
        }
        lines.flush();
        letters.flush();
    }

    private static String field(Cell cell) {
        return switch (cell.content()) {
            case Cell.Content.Words words -> harmless(words.text());
            case Cell.Content.Quantity number -> plain(number.value());
            case Cell.Content.Day day -> day.date().toString();
            case Cell.Content.Blank blank -> "";
        };
    }

    /** All digits without an exponent, unless there are more than a thousand of them. */
    static String plain(BigDecimal value) {
        return Math.abs((long) value.scale()) > 1000 ? value.toString() : value.toPlainString();
    }

    private static String harmless(String text) {
        String clean = CleanText.of(text);
        return !clean.isEmpty() && FORMULA.indexOf(clean.charAt(0)) >= 0 ? "'" + clean : clean;
    }
}
