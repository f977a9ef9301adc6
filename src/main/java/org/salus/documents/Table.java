package org.salus.documents;

import java.util.List;
import java.util.Optional;

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

    /** Whether any cell of that column, the footer's included, carries a code. */
    boolean hasCodes(int column) {
        return rows.stream().anyMatch(row -> row.get(column).code().isPresent())
                || footer.map(row -> row.get(column).code().isPresent()).orElse(false);
    }
}
