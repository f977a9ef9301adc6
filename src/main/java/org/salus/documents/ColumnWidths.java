package org.salus.documents;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** How the width of a page is shared among the columns of a table: each gets its longest word, and what is left goes to columns with much text. */
final class ColumnWidths {
    private static final double TWIPS_PER_POINT = 20;
    private static final int PADDING = 190;
    private static final double SMALLEST_TYPE = 0.65;
    private static final int MEASURED_ROWS = 400;
    /** Arial's letters are a little wider than those of the shipped family. */
    private static final double WIDER = 1.06;
    /** What a word processor takes where it has no Arial may be wider again, such as DejaVu Sans; an amount whose last digit stands in the next line is misread. */
    private static final double WIDEST = 1.13;

    /** Bold words of narrow letters, such as "Citations", in a typeface of that kind. */
    private static final double BOLDER = 1.17;

    /** The part of a line of a narrow column that words fill. */
    private static final double FILLED = 0.85;

    private static final Pattern ENDS_OF_WORDS = Pattern.compile("[ \n\t-]");

    private final Table table;
    private final CellText cells;
    private final double typePoints;

    ColumnWidths(Table table, CellText cells, double typePoints) {
        this.table = table;
        this.cells = cells;
        this.typePoints = typePoints;
    }

    /** Whether some word does not fit, so that a table that never breaks words would be cut at the edge of a page of that width in twips. */
    boolean isTooWide(int whole) {
        return words(Double.MAX_VALUE) > room(whole);
    }

    /**
     * How much smaller the type of a table of many columns should be so that words can stay whole: 1 where they do as it is, and never so small that nobody reads it. A single
     * long word, such as an address, makes no table small; it is broken.
     *
     * @param whole the width of the page in twips
     */
    double typeFactor(int whole) {
        double words = words(whole * 0.25);
        return words <= room(whole) ? 1 : Math.max(SMALLEST_TYPE, room(whole) / words);
    }

    private double words(double most) {
        double words = 0;
        for (int i = 0; i < table.columns().size(); i++) {
            words += Math.min(most, longest(i, this::widestWord));
        }
        return words;
    }

    private double room(int whole) {
        return whole - (double) table.columns().size() * PADDING;
    }

    /** Widths in twips that add up to the whole: with room for the words of a wider typeface, too, where the page has it. */
    List<Integer> fitted(int whole) {
        return fitted(whole, words(whole * 0.4) * WIDEST / WIDER <= room(whole) ? WIDEST / WIDER : 1);
    }

    /** @param spare how much more than its longest word each column gets at the least */
    private List<Integer> fitted(int whole, double spare) {
        int columns = table.columns().size();
        double[] least = new double[columns];
        double[] wished = new double[columns];
        double sumOfLeast = 0;
        double sumOfMore = 0;
        for (int i = 0; i < columns; i++) {
            least[i] = Math.min(longest(i, this::widestWord) * spare, whole * 0.4) + PADDING;
            wished[i] = Math.max(least[i], Math.min(longest(i, this::line), whole * 0.6) + PADDING);
            sumOfLeast += least[i];
            sumOfMore += wished[i] - least[i];
        }
        double room = Math.max(0, whole - sumOfLeast);
        double shrink = Math.min(1, whole / sumOfLeast);
        double part = sumOfMore == 0 ? 0 : Math.min(1, room / sumOfMore);
        double used = 0;
        for (int i = 0; i < columns; i++) {
            least[i] = least[i] * shrink + (wished[i] - least[i]) * part;
            used += least[i];
        }
        List<Integer> widths = new ArrayList<>();
        double end = 0;
        int given = 0;
        for (int i = 0; i < columns; i++) {
            end += least[i] * whole / used;
            int width = (int) Math.round(end) - given;
            widths.add(width);
            given += width;
        }
        return Collections.unmodifiableList(widths);
    }

    /**
     * How many lines a row takes at the most: lines of words are not filled to their ends.
     *
     * @param row a row or the footer of the table
     * @param widths of its columns in twips
     */
    int lines(List<Cell> row, List<Integer> widths) {
        int most = 1;
        for (int i = 0; i < row.size(); i++) {
            double room = Math.max(1, widths.get(i) - PADDING) * FILLED;
            int lines = 0;
            for (String part : text(i, row.get(i)).split("\n", -1)) {
                lines += (int) Math.max(1, Math.ceil(line(part) / room));
            }
            most = Math.max(most, lines);
        }
        return most;
    }

    private double longest(int column, ToDoubleFunction<String> width) {
        double longest = width.applyAsDouble(table.columns().get(column).heading()) * BOLDER;
        for (List<Cell> row :
                table.rows().subList(0, Math.min(MEASURED_ROWS, table.rows().size()))) {
            longest = Math.max(longest, width.applyAsDouble(text(column, row.get(column))));
        }
        if (table.footer().isPresent()) {
            longest = Math.max(
                    longest,
                    width.applyAsDouble(text(column, table.footer().get().get(column))) * BOLDER);
        }
        return longest;
    }

    private String text(int column, Cell cell) {
        String text = cells.of(table.columns().get(column), cell);
        String whole = cell.codeForReaders().map(code -> text + "\u00a0" + code).orElse(text);
        return whole.length() > 2000 ? whole.substring(0, 2000) : whole;
    }

    private double line(String text) {
        return Lettering.width(text, typePoints, false) * WIDER * TWIPS_PER_POINT;
    }

    private double widestWord(String text) {
        double widest = 0;
        for (String word : ENDS_OF_WORDS.split(text, -1)) {
            widest = Math.max(widest, line(word));
        }
        return widest;
    }
}
