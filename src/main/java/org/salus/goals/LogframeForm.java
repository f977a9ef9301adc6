package org.salus.goals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.salus.documents.Form;
import org.salus.documents.FormWriter;
import org.salus.documents.Version;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.ItemId;
import org.salus.workspace.AsWritten;

/** A logframe as a workbook to take along and fill in: what is there already, drop-down lists, and the keys by which rows are found again, hidden. */
public final class LogframeForm {

    private static final int KEY_WIDTH = 10;

    private LogframeForm() {}

    /**
     * The workbook of a logframe; of an empty one, a template.
     *
     * @param title of the alternative
     * @param version what it was made from
     */
    public static byte[] of(Logframe logframe, String title, Version version, Wording wording) {
        Form form = new Form(
                wording.say("goals.table.logframe", title),
                Stream.of("first", "rows", "levels", "numbers", "empty", "again", "harm")
                        .map(line -> wording.say("goals.logframe.form." + line))
                        .toList(),
                List.of(new Form.Sheet(wording.say("goals.tab.logframe"), fields(wording), marked(logframe, wording))),
                wording.locale(),
                version);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new FormWriter().write(form, out);
        } catch (IOException failed) {
            throw Failure.notPossible(Sentence.of("goals.logframe.failure.write"), failed);
        }
        return out.toByteArray();
    }

    private static List<Form.Field> fields(Wording wording) {
        List<Form.Field> fields = new ArrayList<>();
        for (LogframeColumn column : LogframeColumn.values()) {
            fields.add(new Form.Field(
                    column.heading(),
                    wording.say(column.meaning()),
                    column.width(),
                    column == LogframeColumn.LEVEL || column == LogframeColumn.TITLE,
                    column == LogframeColumn.LEVEL
                            ? Arrays.stream(LogframeLevel.values())
                                    .map(level -> wording.say(level.label()))
                                    .toList()
                            : List.of()));
        }
        fields.add(hidden(LogframeTable.KEY, wording.say("goals.logframe.form.key")));
        fields.add(hidden(LogframeTable.CHAIN, wording.say("goals.logframe.form.chain")));
        fields.add(hidden(AsWritten.HEADING, wording.say("goals.logframe.form.as-written")));
        return fields;
    }

    private static Form.Field hidden(String heading, String meaning) {
        return new Form.Field(heading, meaning, KEY_WIDTH, false, List.of(), true);
    }

    /** What a row speaks about, as one word. */
    static String place(String key) {
        return AsWritten.mark(key);
    }

    /** The rows, each with the alternative it is of and what it says now, so that it is known when it comes back what somebody changed in it. */
    private static List<List<String>> marked(Logframe logframe, Wording wording) {
        Map<ItemId, Logframe.Row> first = new HashMap<>();
        logframe.rows().stream()
                .filter(row -> !row.isAgain() && row.line() == 0)
                .forEach(row -> first.putIfAbsent(row.box().id(), row));
        List<List<String>> plain = rows(logframe, wording);
        List<List<String>> marked = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            Logframe.Row row = logframe.rows().get(i);
            // What is said of a box as a whole stands in its first row, and may be written into any.
            Logframe.Row whole = first.getOrDefault(row.box().id(), row);
            Map<String, String> said = new LinkedHashMap<>();
            for (LogframeColumn column : LogframeColumn.values()) {
                said.put(
                        column.code(),
                        logframe.text(column.of() == LogframeColumn.Of.BOX ? whole : row, column, wording));
            }
            List<String> cells = new ArrayList<>(plain.get(i));
            cells.add(logframe.chain().id().toString());
            cells.add(AsWritten.text(place(row.key()), said));
            marked.add(cells);
        }
        return marked;
    }

    /** What is said of a box as a whole stands in its first row; its further rows repeat where they stand, so that a sheet can be filtered. */
    static List<List<String>> rows(Logframe logframe, Wording wording) {
        List<List<String>> rows = new ArrayList<>();
        for (Logframe.Row row : logframe.rows()) {
            List<String> cells = new ArrayList<>();
            for (LogframeColumn column : LogframeColumn.values()) {
                cells.add(logframe.text(row, column, wording));
            }
            cells.add(row.key());
            rows.add(cells);
        }
        return rows;
    }
}
