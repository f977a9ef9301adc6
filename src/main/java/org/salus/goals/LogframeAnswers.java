package org.salus.goals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.salus.framework.Wording;

/** What programs are told about a logframe and about what comes into it: in a terminal and under the API the same. */
public final class LogframeAnswers {
    private LogframeAnswers() {}

    /** The rows, each with its key and what stands in its columns. */
    public static List<Map<String, Object>> rows(Logframe logframe, Wording wording) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Logframe.Row row : logframe.rows()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("key", row.key());
            told.put("again", row.isAgain());
            for (LogframeColumn column : LogframeColumn.values()) {
                String text = column == LogframeColumn.LEVEL ? row.level().code() : logframe.text(row, column, wording);
                if (!text.isEmpty()) {
                    told.put(column.code(), text);
                }
            }
            rows.add(told);
        }
        return rows;
    }

    /** What is taken for what in a file: its tables, which of them is read, which heading holds which column, and which level its words stand for. */
    public static Map<String, Object> marks(LogframeBrought brought) {
        Map<String, Object> told = new LinkedHashMap<>();
        List<Map<String, Object>> tables = new ArrayList<>();
        for (LogframeTable table : brought.file().orElseThrow().tables()) {
            tables.add(Map.of(
                    "number",
                    tables.size(),
                    "name",
                    table.name(),
                    "headings",
                    table.headings(),
                    "rows",
                    table.rows().size()));
        }
        told.put("tables", tables);
        told.put("table", brought.table());
        told.put("own", !brought.isForeign());
        Map<String, String> columns = new LinkedHashMap<>();
        brought.mapping().columns().forEach((column, heading) -> columns.put(column.code(), heading));
        told.put("columns", columns);
        Map<String, String> words = new LinkedHashMap<>();
        if (brought.isForeign()) {
            brought.mapping()
                    .words(brought.chosen())
                    .forEach((word, level) ->
                            words.put(word, level.map(LogframeLevel::code).orElse("")));
        }
        told.put("words", words);
        return told;
    }

    /** What would change, and everything that is wrong. */
    public static Map<String, Object> preview(LogframePreview preview, Wording wording) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("rows", preview.rows());
        told.put("new", preview.fresh());
        told.put("changed", preview.changed());
        told.put("unchanged", preview.same());
        told.put(
                "problems",
                preview.problems().stream()
                        .map(problem -> Map.of(
                                "severity", problem.severity().name().toLowerCase(Locale.ROOT),
                                "place", wording.say(problem.place().say()),
                                "column",
                                        problem.column()
                                                .map(LogframeColumn::code)
                                                .orElse(""),
                                "says", wording.say(problem.says())))
                        .toList());
        told.put(
                "changes",
                preview.changes().stream()
                        .map(change -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("place", wording.say(change.place().say()));
                            one.put("new", change.isNew());
                            one.put("kind", wording.say(change.kind()));
                            one.put("says", change.says());
                            one.put(
                                    "cells",
                                    change.fields().stream()
                                            .map(cell -> Map.of(
                                                    "column", cell.column().code(),
                                                    "before", cell.before(),
                                                    "after", cell.after()))
                                            .toList());
                            return one;
                        })
                        .toList());
        return told;
    }
}
