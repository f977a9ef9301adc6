package org.salus.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The calculated cells of the row that comes next, for whoever reads a form: a program that writes no values with its formulas leaves cells that look empty. */
public final class CalculatedCells {
    private static final int LETTERS = 26;

    private final Map<Integer, String> addresses = new TreeMap<>();

    /**
     * A calculated cell.
     *
     * @param column from 0
     * @param address such as G12
     * @param hasValue whether it was saved with the value it had
     */
    public record Cell(int column, String address, boolean hasValue) {}

    /** Remembers one, until its row comes. */
    public void add(String address) {
        int column = 0;
        for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
            column = column * LETTERS + Character.toUpperCase(address.charAt(i)) - 'A' + 1;
        }
        addresses.put(column - 1, address);
    }

    /** Those of this row, from left to right; they are forgotten by that. */
    public List<Cell> take(List<String> cells) {
        List<Cell> taken = new ArrayList<>();
        addresses.forEach((column, address) -> taken.add(new Cell(
                column,
                address,
                column >= 0 && column < cells.size() && !cells.get(column).isBlank())));
        addresses.clear();
        return taken;
    }
}
