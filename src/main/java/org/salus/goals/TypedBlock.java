package org.salus.goals;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.sector.Place;

/** What a spreadsheet puts on the clipboard: cells between tabs, rows between line breaks, and in quotes whatever has one of these within it. */
public final class TypedBlock {
    private static final int MOST_ROWS = 2_000;
    private static final int MOST_SIGNS = 2_000_000;

    private TypedBlock() {}

    /** The cells, row by row. A quote that never closes ends with the text. */
    static List<List<String>> cells(String text) {
        if (text.length() > MOST_SIGNS) {
            throw Failure.wrongUse(Sentence.of("goals.logframe.failure.long-block", MOST_ROWS));
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        String plain = text.replace("\r\n", "\n").replace('\r', '\n');
        for (int i = 0; i < plain.length(); i++) {
            char sign = plain.charAt(i);
            if (isQuoted && sign == '"' && i + 1 < plain.length() && plain.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (isQuoted && sign == '"') {
                isQuoted = false;
            } else if (!isQuoted && sign == '"' && cell.isEmpty()) {
                isQuoted = true;
            } else if (!isQuoted && sign == '\t') {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (!isQuoted && sign == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                rows.add(row);
                row = new ArrayList<>();
            } else {
                cell.append(sign);
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            row.add(cell.toString());
            rows.add(row);
        }
        if (rows.size() > MOST_ROWS) {
            throw Failure.wrongUse(Sentence.of("goals.logframe.failure.long-block", MOST_ROWS));
        }
        return rows;
    }

    /**
     * A block as rows of a logframe.
     *
     * @param column in which it begins
     * @param keys of the rows it is put over, from the first; what goes beyond them are new rows
     * @throws Failure if it is longer or wider than anybody pastes
     */
    public static List<LogframeLine> lines(String text, LogframeColumn column, List<String> keys) {
        List<LogframeLine> lines = new ArrayList<>();
        List<List<String>> rows = cells(text);
        List<LogframeColumn> all = List.of(LogframeColumn.values());
        List<LogframeColumn> columns = all.subList(all.indexOf(column), all.size());
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            if (row.size() > columns.size()) {
                throw Failure.wrongUse(Sentence.of("goals.logframe.failure.wide-block", row.size(), columns.size()));
            }
            Map<LogframeColumn, String> cells = new EnumMap<>(LogframeColumn.class);
            for (int j = 0; j < row.size(); j++) {
                if (!row.get(j).isBlank()) {
                    cells.put(columns.get(j), row.get(j).strip());
                }
            }
            if (!cells.isEmpty()) {
                lines.add(new LogframeLine(new Place("", i + 1L), i < keys.size() ? keys.get(i) : "", cells));
            }
        }
        return lines;
    }
}
