package org.salus.frame.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.PartialDate;

/**
 * A table on a page: the same table that goes into files, with the links of its cells.
 *
 * @param id of the element, for links to it
 * @param table what is shown; a cell's link may be an address of this program
 * @param layout of the page
 * @param money whether amounts are written short, with every digit on pointing
 * @param sorting columns by key that sort when their head is chosen, and where that leads
 * @param sorted key of the column the rows are sorted by, with a minus if descending; empty if by none
 * @param file address of the table as a file, without its ending; empty if it has none
 * @param notes what stands under the first cell of each row; empty where no row has anything
 * @param fold how many rows stand open where the rest can be folded away; 0 for all
 */
public record TableView(
        String id,
        Table table,
        Layout layout,
        boolean money,
        Map<String, Address> sorting,
        String sorted,
        Optional<Address> file,
        int fold,
        List<String> notes) {
    /** Folding fewer away than these would only cost a click. */
    private static final int LEAST_FOLDED = 5;

    /** Longer is no title any more; whatever is cut stands whole where the cell leads. */
    private static final int LONGEST_LINK = 400;

    public TableView {
        sorting = Map.copyOf(sorting);
        notes = List.copyOf(notes);
    }

    /** A table that is only read. */
    public static TableView of(String id, Table table, Layout layout) {
        return new TableView(id, table, layout, false, Map.of(), "", Optional.empty(), 0, List.of());
    }

    /** The same with short amounts. */
    public TableView withShortMoney() {
        return new TableView(id, table, layout, true, sorting, sorted, file, fold, notes);
    }

    /** The same, also as CSV and XLSX at this address with {@code .csv} or {@code .xlsx} behind its path. */
    public TableView withFiles(Address address) {
        return new TableView(id, table, layout, money, sorting, sorted, Optional.of(address), fold, notes);
    }

    /** The same with only the first rows open; the others one click away, and all of them in print and without scripts. */
    public TableView withFold(int rows) {
        int folded = table.rows().size() - rows;
        return new TableView(id, table, layout, money, sorting, sorted, file, folded < LEAST_FOLDED ? 0 : rows, notes);
    }

    /** The same with the words of one column under the first cell of their row, where narrow screens show them, too; files keep the column. */
    public TableView withNotes(String key) {
        int column = 0;
        while (!table.columns().get(column).key().equals(key)) {
            column++;
        }
        List<String> said = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Cell> row : table.rows()) {
            said.add(row.get(column).words());
            rows.add(without(row, column));
        }
        return new TableView(
                id,
                new Table(
                        table.caption(),
                        without(table.columns(), column),
                        rows,
                        table.footer().isEmpty()
                                ? Optional.empty()
                                : Optional.of(without(table.footer().get(), column))),
                layout,
                money,
                sorting,
                sorted,
                file,
                fold,
                said);
    }

    private static <T> List<T> without(List<T> all, int index) {
        List<T> rest = new ArrayList<>(all);
        rest.remove(index);
        return rest;
    }

    /** What stands under the first cell of a row. */
    String note(int row) {
        return notes.isEmpty() ? "" : notes.get(row);
    }

    /** How many rows are folded away. */
    public int folded() {
        return fold == 0 ? 0 : table.rows().size() - fold;
    }

    /** The same with heads that sort: each column of these keys leads to this address with another {@code sort}. */
    public TableView sortedBy(Address here, String current, List<String> keys) {
        Map<String, Address> heads = new java.util.LinkedHashMap<>();
        for (String key : keys) {
            heads.put(
                    key,
                    here.without("page")
                            .with(
                                    "sort",
                                    current.equals("-" + key) ? key : current.equals(key) ? "-" + key : first(key)));
        }
        return new TableView(id, table, layout, money, heads, current, file, fold, notes);
    }

    /** Numbers are mostly wanted largest first. */
    private String first(String key) {
        return table.columns().stream().anyMatch(column -> column.key().equals(key) && isNumber(column))
                ? "-" + key
                : key;
    }

    static boolean isNumber(Column column) {
        return switch (column.kind()) {
            case INTEGER, DECIMAL, SHARE -> true;
            case TEXT, DATE -> false;
        };
    }

    String fileHref(String ending) {
        return file.map(address -> new Address(address.path() + ending, address.choices()).toString())
                .orElse("");
    }

    String ariaSort(Column column) {
        return sorted.equals(column.key()) ? "ascending" : sorted.equals("-" + column.key()) ? "descending" : "none";
    }

    /** What readers see in a cell, for a sentence about it. */
    public String text(Column column, Cell cell) {
        return shown(column, cell);
    }

    /** What readers see in a cell. */
    String shown(Column column, Cell cell) {
        Numerals numerals = layout.numerals();
        return switch (cell.content()) {
            case Cell.Content.Words words
            when column.kind() == Column.Kind.DATE ->
                // Files keep a date that is known to the month or year as it was written; people read it in words.
                PartialDate.find(words.text()).map(layout.wording()::shortDay).orElse(words.text());
            case Cell.Content.Words words -> cell.link().isPresent() ? linkText(words.text()) : words.text();
            case Cell.Content.Day day -> numerals.shortDay(day.date());
            case Cell.Content.Blank blank -> blank.reason();
            case Cell.Content.Quantity number -> number(column, number.value(), numerals);
        };
    }

    /** A text as the words of a link: cut where it goes on for pages. */
    public static String linkText(String text) {
        return text.length() <= LONGEST_LINK
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_LINK) - 1)) + "…";
    }

    private String number(Column column, BigDecimal value, Numerals numerals) {
        return switch (column.kind()) {
            case INTEGER, TEXT, DATE -> numerals.exact(value);
            case SHARE -> numerals.share(value, column.decimals());
            case DECIMAL -> money ? numerals.money(value) : numerals.rounded(value, column.decimals());
        };
    }

    /** Every digit, where the cell shows fewer. */
    Optional<String> exact(Column column, Cell cell) {
        if (column.kind() == Column.Kind.DECIMAL && cell.content() instanceof Cell.Content.Quantity number) {
            String exact = layout.numerals().exact(number.value());
            String unit = column.unit().isEmpty() ? "" : column.unit() + " ";
            return exact.equals(shown(column, cell)) ? Optional.empty() : Optional.of(unit + exact);
        }
        return Optional.empty();
    }

    static String classes(Column column, Cell cell) {
        String name = headClass(column) + (cell.content() instanceof Cell.Content.Blank ? " blank" : "");
        if (column.kind() == Column.Kind.DATE) {
            return name + " day";
        }
        boolean number = isNumber(column) && !(cell.content() instanceof Cell.Content.Words);
        return number
                ? name + " number"
                        + cell.tint().map(tint -> " " + tint.className()).orElse("")
                : name;
    }

    /** Whether a text needs the name of its column beside it: a year or a number by itself could be anything. */
    static boolean saysNothingAlone(String text) {
        return PartialDate.find(text).isPresent() || text.codePoints().noneMatch(Character::isLetter);
    }

    /** The class that gives a column its width. */
    static String headClass(Column column) {
        return "c-" + column.key().replace('_', '-');
    }

    /** A word in the colour of what it stands for; numbers colour their whole cell. */
    static String chip(Column column, Cell cell) {
        return cell.content() instanceof Cell.Content.Words && !isNumber(column)
                ? cell.tint().map(tint -> "area " + tint.className()).orElse("")
                : "";
    }
}
