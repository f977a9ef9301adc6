package org.salus.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A table's column names; case and blanks do not matter, and of two equal names the first counts. */
final class TableHeader {
    private final Map<String, Integer> columns = new HashMap<>();
    private int width;

    TableHeader(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String name = fold(cells.get(i));
            if (!name.isEmpty()) {
                width = i + 1;
                columns.putIfAbsent(name, i);
            }
        }
    }

    /** The column of the first of these names that is there; -1 if none is. */
    int find(String... names) {
        for (String name : names) {
            Integer column = columns.get(fold(name));
            if (column != null) {
                return column;
            }
        }
        return -1;
    }

    boolean has(String... names) {
        return find(names) >= 0;
    }

    boolean hasAll(List<String> names) {
        return names.stream().allMatch(this::has);
    }

    /** Whether a row that ends the file without a line break was cut: it has fewer cells than the header, and more than the one of a note. */
    boolean isCut(List<String> lastRow) {
        return lastRow.size() < width
                && lastRow.stream().filter(cell -> !cell.isBlank()).count() > 1;
    }

    /** The cell of that column without blanks around it; empty if the row is too short or the column is not there. */
    static String cell(List<String> row, int column) {
        return column >= 0 && column < row.size() ? row.get(column).strip() : "";
    }

    private static String fold(String name) {
        return name.replace("\uFEFF", "")
                .replace('\u00A0', ' ')
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
