package org.salus.portal.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.portal.BriefJson;

/** Tables as JSON: an object for each row, by the keys of the columns, a code beside each name that has one. */
final class TableJson {
    private TableJson() {}

    static Map<String, Object> column(Column column) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("key", column.key());
        out.put("name", column.name());
        out.put("unit", column.unit());
        out.put("measured", column.measured());
        out.put("head", column.head());
        return out;
    }

    static Map<String, @Nullable Object> row(Table table, List<Cell> row) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            Column column = table.columns().get(i);
            Cell cell = row.get(i);
            cell.code().ifPresent(code -> out.put(column.key() + "_code", code));
            out.put(column.key(), value(column, cell));
        }
        return out;
    }

    /** Counts are numbers; everything else that is counted in units keeps all its digits as a text. */
    private static @Nullable Object value(Column column, Cell cell) {
        return switch (cell.content()) {
            case Cell.Content.Words words -> words.text();
            case Cell.Content.Day day -> day.date().toString();
            case Cell.Content.Blank blank -> null;
            case Cell.Content.Quantity number ->
                column.kind() == Column.Kind.INTEGER
                        ? (Object) number.value().toBigIntegerExact()
                        : BriefJson.decimal(number.value());
        };
    }
}
