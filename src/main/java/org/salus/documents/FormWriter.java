package org.salus.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.salus.framework.Wording;

/** Writes a form as XLSX. Drop-down lists propose and warn; they do not forbid, since a file must be able to hold what is not known yet. */
public final class FormWriter {
    /** Rows that are prepared beyond those already filled in. */
    private static final int PREPARED = 1_000;

    private static final int ROWS_AT_ONCE = 500;
    private static final int MEANING_WIDTH = 100;
    private static final String NEEDED = "D9E6EC";
    private static final String HEADING = "F1F2F2";

    /** Writes the file. */
    public void write(Form form, OutputStream out) throws IOException {
        Path file = Files.createTempFile("salus", ".xlsx");
        try {
            try (OutputStream stream = Files.newOutputStream(file)) {
                Workbook book = new Workbook(stream, "Salus", "1.0");
                book.setGlobalDefaultFont("Arial", 10);
                Wording wording = Wording.in(form.language());
                instructions(form, book, wording);
                List<Worksheet> sheets = new ArrayList<>();
                form.sheets().forEach(sheet -> sheets.add(book.newWorksheet(sheet.name())));
                Worksheet lists = book.newWorksheet(wording.say("documents.form.lists"));
                Map<List<String>, Range> written = lists(form, lists, wording);
                for (int i = 0; i < sheets.size(); i++) {
                    fill(form.sheets().get(i), sheets.get(i), written, wording);
                    sheets.get(i).finish();
                }
                lists.finish();
                book.finish();
            }
            try (SeekableByteChannel channel = Files.newByteChannel(file)) {
                SteadyZip.copy(channel, cover(form), out);
            }
        } finally {
            Files.delete(file);
        }
    }

    /** The document whose version and title stand in the file's properties. */
    private static Document cover(Form form) {
        return new Document(form.title(), "", form.language(), Page.BRIEF, List.of(), form.version());
    }

    private static void instructions(Form form, Workbook book, Wording wording) throws IOException {
        Worksheet sheet = book.newWorksheet(wording.say("documents.form.instructions"));
        sheet.width(0, 22);
        sheet.width(1, 24);
        sheet.width(2, MEANING_WIDTH);
        int row = 0;
        sheet.inlineString(row, 0, text(form.title()));
        sheet.style(row, 0).bold().fontSize(14).set();
        row += 2;
        for (String line : form.instructions()) {
            sheet.inlineString(row, 0, text(line));
            row++;
        }
        row++;
        for (Form.Sheet table : form.sheets()) {
            for (Form.Field field : table.fields()) {
                sheet.inlineString(row, 0, text(table.name()));
                sheet.inlineString(row, 1, text(field.heading()));
                sheet.inlineString(row, 2, text(field.meaning()));
                sheet.style(row, 1).bold().verticalAlignment("top").set();
                sheet.style(row, 0).verticalAlignment("top").set();
                sheet.style(row, 2).wrapText(true).verticalAlignment("top").set();
                int lines = 1 + field.meaning().length() / MEANING_WIDTH;
                if (lines > 1) {
                    // Not every program makes room for a second line by itself.
                    sheet.rowHeight(row, lines * XlsxWriter.LINE_POINTS);
                }
                row++;
            }
            row++;
        }
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.pageOrientation("landscape");
        sheet.finish();
    }

    /** Each list once, in a column of a sheet of its own. */
    private static Map<List<String>, Range> lists(Form form, Worksheet sheet, Wording wording) {
        Map<List<String>, Range> written = new HashMap<>();
        for (Form.Sheet table : form.sheets()) {
            for (Form.Field field : table.fields()) {
                if (field.choices().isEmpty() || written.containsKey(field.choices())) {
                    continue;
                }
                int column = written.size();
                sheet.inlineString(0, column, text(wording.say("documents.form.choices", field.heading())));
                sheet.style(0, column).bold().set();
                sheet.width(column, 32);
                for (int i = 0; i < field.choices().size(); i++) {
                    sheet.inlineString(i + 1, column, text(field.choices().get(i)));
                }
                written.put(
                        field.choices(), sheet.range(1, column, field.choices().size(), column));
            }
        }
        return written;
    }

    private static void fill(Form.Sheet table, Worksheet sheet, Map<List<String>, Range> lists, Wording wording)
            throws IOException {
        int lines = 1;
        for (int i = 0; i < table.fields().size(); i++) {
            Form.Field field = table.fields().get(i);
            lines = Math.max(lines, field.isHidden() ? 1 : XlsxWriter.lines(field.heading(), field.width() - 1));
            sheet.inlineString(0, i, text(field.heading()));
            sheet.width(i, field.width());
            if (field.isHidden()) {
                sheet.hideColumn(i);
            }
            sheet.style(0, i)
                    .bold()
                    .wrapText(true)
                    .fillColor(field.isNeeded() ? NEEDED : HEADING)
                    .set();
            Range choices = lists.get(field.choices());
            if (choices != null) {
                sheet.range(1, i, table.rows().size() + PREPARED, i)
                        .validateWithList(choices)
                        .allowBlank(true)
                        .errorStyle(DataValidationErrorStyle.WARNING)
                        .errorTitle(field.heading())
                        .error(wording.say("documents.form.not-on-list"));
            }
        }
        sheet.rowHeight(0, lines * XlsxWriter.LINE_POINTS + 2);
        sheet.freezePane(1, 1);
        sheet.setAutoFilter(
                0, 0, Math.max(1, table.rows().size()), table.fields().size() - 1);
        int row = 1;
        for (List<String> cells : table.rows()) {
            for (int i = 0; i < Math.min(cells.size(), table.fields().size()); i++) {
                if (!cells.get(i).isEmpty()) {
                    sheet.inlineString(row, i, text(cells.get(i)));
                }
            }
            if (row % ROWS_AT_ONCE == 0) {
                sheet.flush();
            }
            row++;
        }
    }

    private static String text(String text) {
        return XlsxWriter.text(text);
    }
}
