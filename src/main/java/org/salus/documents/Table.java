package org.salus.documents;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table.
 *
 * @param caption what it shows
 * @param columns from left to right
 * @param rows each with one cell per column
 * @param footer a row of totals
 */
public record Table(String caption, List<Column> columns, List<List<Cell>> rows, Optional<List<Cell>> footer)
        implements Block {
    private static final double SMALLEST_UPRIGHT = 0.82;
    private static final int MOST_LINES_UPRIGHT = 6;

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        footer = footer.map(List::copyOf);
        int width = columns.size();
        if (width == 0) {
            throw new IllegalArgumentException("A table needs a column: " + caption);
        }
        for (List<Cell> row : rows) {
            requireWidth(caption, width, row);
        }
        footer.ifPresent(row -> requireWidth(caption, width, row));
    }

    public Table(String caption, List<Column> columns, List<List<Cell>> rows) {
        this(caption, columns, rows, Optional.empty());
    }

    private static void requireWidth(String caption, int width, List<Cell> row) {
        if (row.size() != width) {
            throw new IllegalArgumentException(
                    "The table \"" + caption + "\" has " + width + " columns and a row of " + row.size());
        }
    }

    /** The same without columns in which no row says anything, for readers; the first stays, and so does all of it where there are no rows. */
    public Table filled() {
        if (rows.isEmpty()) {
            return this;
        }
        List<Integer> said = IntStream.range(0, columns.size())
                .filter(at -> at == 0
                        || rows.stream().anyMatch(row -> !row.get(at).words().isBlank()))
                .boxed()
                .toList();
        return new Table(
                caption,
                said.stream().map(columns::get).toList(),
                rows.stream().map(row -> said.stream().map(row::get).toList()).toList(),
                footer.map(row -> said.stream().map(row::get).toList()));
    }

    /** Whether it can be read on upright paper: its words stay whole in type that is not too small, and no row becomes a column of single words. */
    public boolean fitsUpright(Locale language) {
        double typePoints = Page.PORTRAIT.typePoints() * HtmlWriter.TABLE_TYPE;
        int width = DocxFrame.twips(Page.PORTRAIT.textWidthMillimetres());
        CellText cells = new CellText(language);
        double factor = new ColumnWidths(this, cells, typePoints).typeFactor(width);
        ColumnWidths widths = new ColumnWidths(this, cells, typePoints * factor);
        List<Integer> fitted = widths.fitted(width);
        return factor >= SMALLEST_UPRIGHT
                && rows.stream().allMatch(row -> widths.lines(row, fitted) <= MOST_LINES_UPRIGHT);
    }

    /** Whether any cell of that column, the footer's included, carries a code. */
    boolean hasCodes(int column) {
        return rows.stream().anyMatch(row -> row.get(column).code().isPresent())
                || footer.map(row -> row.get(column).code().isPresent()).orElse(false);
    }
}
