package org.salus.portal.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.frame.cli.Terminal;

/** A table as lines of a terminal: amounts in whole units, the last column always there; the other formats have every digit and column. */
record TableLines(Terminal terminal) {
    private static final int SHOWN_ROWS = 40;
    private static final int SHOWN_COLUMNS = 6;
    private static final int NAME = 40;
    private static final int WIDTH = 16;

    /** How many rows and columns a terminal has no room for. */
    record Unsaid(int rows, int columns) {}

    /** Says caption, heads, the first rows and the totals. */
    Unsaid tell(Table table) {
        List<Integer> shown = new ArrayList<>();
        int last = table.columns().size() - 1;
        for (int column = 1; column <= last; column++) {
            if (column <= SHOWN_COLUMNS || column == last) {
                shown.add(column);
            }
        }
        terminal.out().println(Terminal.harmless(table.caption()));
        line(
                "",
                shown.stream().map(column -> table.columns().get(column).name()).toList());
        table.rows().stream().limit(SHOWN_ROWS).forEach(row -> line(table, row, shown));
        table.footer().ifPresent(footer -> line(table, footer, shown));
        return new Unsaid(Math.max(0, table.rows().size() - SHOWN_ROWS), last - shown.size());
    }

    private void line(Table table, List<Cell> row, List<Integer> shown) {
        line(
                row.getFirst().words(),
                shown.stream()
                        .map(column -> words(table.columns().get(column), row.get(column)))
                        .toList());
    }

    private void line(String name, List<String> cells) {
        StringBuilder out = new StringBuilder();
        cells.forEach(
                cell -> out.append(String.format(Locale.ROOT, "%" + WIDTH + "s", cut(Terminal.harmless(cell), WIDTH))));
        terminal.out().printf("  %-" + NAME + "s%s%n", cut(Terminal.harmless(name), NAME), out);
    }

    private static String words(Column column, Cell cell) {
        if (!(cell.content() instanceof Cell.Content.Quantity number)) {
            return cell.words();
        }
        int decimals = column.unit().isEmpty() || column.unit().equals("%") ? Math.min(2, column.decimals()) : 0;
        return decimals == 0
                ? whole(number.value())
                : number.value().setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Whole units with thin groups. */
    static String whole(BigDecimal value) {
        return String.format(
                        Locale.ROOT,
                        "%,d",
                        value.setScale(0, RoundingMode.HALF_EVEN).toBigInteger())
                .replace(',', ' ');
    }

    private static String cut(String text, int width) {
        return text.length() < width ? text : text.substring(0, width - 2) + "…";
    }
}
