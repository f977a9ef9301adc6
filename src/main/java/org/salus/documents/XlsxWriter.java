package org.salus.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.salus.framework.Wording;

/**
 * Writes every table of a document as a sheet, and a last sheet that says what the file is. The first row of a sheet holds the columns' names, frozen and with
 * filters; codes stand in a column of their own before the names. Numbers are numbers and unrounded; one with more than 15 significant digits, which a
 * spreadsheet cannot hold, is rounded and stands with all digits as text beside it. Texts are texts, whatever they begin with. Rows are written as they come,
 * so a large table needs no memory beyond itself.
 */
public final class XlsxWriter {
    /** What such a workbook is, for whoever sends it. */
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int LONGEST_TEXT = 32_767;
    private static final int SIGNIFICANT_DIGITS = 15;
    private static final int ROWS_PER_SHEET = 1_048_000;
    private static final int ROWS_AT_ONCE = 500;
    private static final int MEASURED_TEXTS = 200;
    private static final int NARROWEST = 8;
    private static final int WIDEST = 60;
    private static final int MOST_SHOWN_DIGITS = 24;
    /** Lines that a heading is given room for before its column gets wider. */
    private static final int HEAD_LINES = 4;

    private static final int MOST_HEAD_LINES = 12;
    static final double LINE_POINTS = 13.5;
    /** What the button of a filter covers at the right end of a heading. */
    private static final int FILTER_BUTTON = 2;

    private static final int LONGEST_SHEET_NAME = 31;
    private static final int ABOUT_WIDTH = 90;
    /** Spreadsheets have no higher rows. */
    private static final int MOST_ABOUT_LINES = 29;
    /** Spreadsheets count days from 1900 and get the first two months wrong. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final BigDecimal LARGEST = new BigDecimal("1E308");

    /** Writes the file. */
    public void write(Document document, OutputStream out) throws IOException {
        Path file = Files.createTempFile("salus", ".xlsx");
        try {
            try (OutputStream stream = Files.newOutputStream(file)) {
                Workbook book = new Workbook(stream, "Salus", "1.0");
                book.setGlobalDefaultFont("Arial", 10);
                Wording wording = Wording.in(document.language());
                List<String> about = new ArrayList<>();
                Set<String> names = new HashSet<>();
                names.add(wording.say("documents.about.sheet").toLowerCase(Locale.ROOT));
                for (Table table : document.tables()) {
                    write(table, book, names, wording, document.rightToLeft(), about);
                }
                about(document, book, wording, about);
                book.finish();
            }
            try (SeekableByteChannel channel = Files.newByteChannel(file)) {
                SteadyZip.copy(channel, document, out);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void write(
            Table table, Workbook book, Set<String> names, Wording wording, boolean rightToLeft, List<String> about)
            throws IOException {
        List<Part> parts = parts(table, wording);
        int from = 0;
        do {
            int until = Math.min(table.rows().size(), from + ROWS_PER_SHEET);
            String name = sheetName(table.caption(), names, wording);
            about.add(name);
            about.add(table.caption());
            Worksheet sheet = book.newWorksheet(name);
            if (rightToLeft) {
                sheet.rightToLeft();
            }
            head(table, parts, until - from, sheet);
            int row = 1;
            for (List<Cell> cells : table.rows().subList(from, until)) {
                row(cells, parts, row, false, sheet);
                if (row % ROWS_AT_ONCE == 0) {
                    sheet.flush();
                }
                row++;
            }
            if (until == table.rows().size() && table.footer().isPresent()) {
                // A free row keeps totals out of filters and of tables that programs find by themselves.
                row(table.footer().get(), parts, row + 1, true, sheet);
            }
            sheet.finish();
            from = until;
        } while (from < table.rows().size());
    }

    /** A column of the sheet: what it shows of which column of the table. */
    private record Part(int column, Column definition, Shows shows, String heading, String format) {}

    private enum Shows {
        CODE,
        VALUE,
        ALL_DIGITS
    }

    private static List<Part> parts(Table table, Wording wording) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            int at = i;
            if (table.hasCodes(i)) {
                parts.add(new Part(i, column, Shows.CODE, wording.say("documents.column.code", column.name()), ""));
            }
            parts.add(new Part(i, column, Shows.VALUE, column.heading(), format(column)));
            boolean long15 = table.rows().stream().anyMatch(row -> needsAllDigits(row.get(at)))
                    || table.footer().map(row -> needsAllDigits(row.get(at))).orElse(false);
            if (long15) {
                parts.add(new Part(
                        i, column, Shows.ALL_DIGITS, wording.say("documents.column.exact", column.name()), ""));
            }
        }
        return parts;
    }

    private static String format(Column column) {
        String decimals = column.decimals() == 0 ? "" : "." + "0".repeat(column.decimals());
        return switch (column.kind()) {
            case TEXT -> "";
            case INTEGER -> "#,##0";
            case DECIMAL -> "#,##0" + decimals;
            case SHARE -> "0" + decimals + "%";
            case DATE -> "yyyy-mm-dd";
        };
    }

    private static boolean needsAllDigits(Cell cell) {
        return cell.content() instanceof Cell.Content.Quantity number && !fits(number.value());
    }

    private static boolean fits(BigDecimal value) {
        return value.abs().compareTo(LARGEST) <= 0
                && (value.precision() <= SIGNIFICANT_DIGITS
                        || value.stripTrailingZeros().precision() <= SIGNIFICANT_DIGITS);
    }

    private static void head(Table table, List<Part> parts, int rows, Worksheet sheet) {
        int lines = 1;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean number = part.definition().isNumeric() && part.shows() == Shows.VALUE;
            int beside = number ? FILTER_BUTTON : 0;
            double width = Math.max(width(table, part), headWidth(part.heading()) + beside);
            sheet.inlineString(0, i, text(part.heading()));
            sheet.width(i, width);
            lines = Math.max(lines, lines(part.heading(), (int) width - 1 - beside));
            // All at once: of two styles of one cell the second would undo the first one's wrapping.
            var style = sheet.style(0, i)
                    .bold()
                    .wrapText(true)
                    .verticalAlignment("bottom")
                    .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN);
            if (number) {
                style.horizontalAlignment("right").indent(FILTER_BUTTON);
            }
            style.set();
        }
        // Not every program makes room for a second line by itself.
        sheet.rowHeight(0, Math.min(MOST_HEAD_LINES, lines) * LINE_POINTS + 2);
        sheet.freezePane(0, 1);
        sheet.setAutoFilter(0, 0, Math.max(rows, 1), parts.size() - 1);
        sheet.repeatRows(0);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.pageOrientation("landscape");
    }

    /** Wide enough that no word of a heading is broken and it has few lines. */
    private static int headWidth(String heading) {
        int longest = 0;
        for (String word : heading.split(" ", -1)) {
            longest = Math.max(longest, word.length());
        }
        return Math.min(WIDEST, bold(Math.max(longest, heading.length() / HEAD_LINES + 1)) + 1);
    }

    /** Lines of a heading that is wrapped at words. */
    static int lines(String heading, int width) {
        int lines = 1;
        int used = 0;
        for (String word : heading.split(" ", -1)) {
            int length = bold(word.length());
            if (used > 0 && used + 1 + length > width) {
                lines++;
                used = 0;
            }
            used += (used > 0 ? 1 : 0) + length;
            while (used > width) {
                lines++;
                used -= Math.max(1, width);
            }
        }
        return lines;
    }

    /** Widths are counted in digits; bold letters take a little more than one. */
    private static int bold(int letters) {
        return (letters * 8 + 6) / 7;
    }

    private static double width(Table table, Part part) {
        int longest = 0;
        for (int i = 0; i < table.rows().size(); i++) {
            longest = Math.max(longest, width(table.rows().get(i).get(part.column()), part, i < MEASURED_TEXTS));
        }
        if (table.footer().isPresent()) {
            longest = Math.max(longest, bold(width(table.footer().get().get(part.column()), part, true)));
        }
        return Math.clamp(longest + 2, NARROWEST, WIDEST);
    }

    private static int width(Cell cell, Part part, boolean texts) {
        return switch (part.shows()) {
            case CODE -> texts ? cell.code().map(String::length).orElse(0) : 0;
            case ALL_DIGITS ->
                cell.content() instanceof Cell.Content.Quantity number && !fits(number.value())
                        ? CsvWriter.plain(number.value()).length()
                        : 0;
            case VALUE ->
                switch (cell.content()) {
                    case Cell.Content.Words words -> texts ? words.text().length() : 0;
                    // A number that does not fit is shown as nothing but signs.
                    case Cell.Content.Quantity number -> digits(number.value(), part.definition());
                    case Cell.Content.Day day -> 10;
                    case Cell.Content.Blank blank -> texts ? blank.reason().length() : 0;
                };
        };
    }

    private static int digits(BigDecimal value, Column column) {
        int whole = Math.clamp(
                (long) value.precision() - value.scale() + (column.kind() == Column.Kind.SHARE ? 2 : 0),
                1,
                MOST_SHOWN_DIGITS);
        return whole + (whole - 1) / 3 + (column.decimals() == 0 ? 0 : column.decimals() + 1) + 1;
    }

    private static void row(List<Cell> cells, List<Part> parts, int row, boolean bold, Worksheet sheet) {
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Cell cell = cells.get(part.column());
            boolean styled = bold;
            var style = sheet.style(row, i);
            if (bold) {
                style.bold();
            }
            switch (part.shows()) {
                case CODE -> {
                    if (cell.code().isPresent()) {
                        sheet.inlineString(row, i, text(cell.code().get()));
                    }
                }
                case ALL_DIGITS -> {
                    if (cell.content() instanceof Cell.Content.Quantity number && !fits(number.value())) {
                        sheet.inlineString(row, i, text(CsvWriter.plain(number.value())));
                        style.horizontalAlignment("right");
                        styled = true;
                    }
                }
                case VALUE -> {
                    if (value(cell, row, i, sheet) && !part.format().isEmpty()) {
                        style.format(part.format());
                        styled = true;
                    }
                    if (cell.tint().isPresent()) {
                        Tint tint = cell.tint().get();
                        style.fillColor(Palette.LIGHT.hex(tint).substring(1));
                        style.fontColor(Palette.LIGHT.inkOn(tint).substring(1));
                        styled = true;
                    }
                }
            }
            if (styled) {
                style.set();
            }
        }
    }

    /** Whether the cell holds a number or day that the column's format applies to. */
    private static boolean value(Cell cell, int row, int column, Worksheet sheet) {
        return switch (cell.content()) {
            case Cell.Content.Words words -> {
                if (cell.harmlessLink().isPresent() && words.text().length() < 2000) {
                    sheet.hyperlink(
                            row, column, new HyperLink(cell.harmlessLink().get().toASCIIString(), text(words.text())));
                } else {
                    sheet.inlineString(row, column, text(words.text()));
                }
                yield false;
            }
            case Cell.Content.Quantity number -> {
                boolean holds = number.value().abs().compareTo(LARGEST) <= 0;
                if (holds) {
                    sheet.value(row, column, number.value().round(new MathContext(SIGNIFICANT_DIGITS)));
                }
                yield holds;
            }
            case Cell.Content.Day day -> {
                boolean holds = !day.date().isBefore(FIRST_DAY);
                if (holds) {
                    sheet.value(row, column, day.date());
                } else {
                    sheet.inlineString(row, column, day.date().toString());
                }
                yield holds;
            }
            case Cell.Content.Blank blank -> {
                if (!blank.reason().isEmpty()) {
                    sheet.inlineString(row, column, text(blank.reason()));
                }
                yield false;
            }
        };
    }

    private static void about(Document document, Workbook book, Wording wording, List<String> sheets)
            throws IOException {
        Worksheet sheet = book.newWorksheet(wording.say("documents.about.sheet"));
        sheet.width(0, 32);
        sheet.width(1, ABOUT_WIDTH);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        List<String> lines = new ArrayList<>(List.of(wording.say("documents.about.document"), document.title()));
        if (!document.subtitle().isEmpty()) {
            lines.add("");
            lines.add(document.subtitle());
        }
        lines.add(wording.say("documents.about.version"));
        lines.add(HtmlWriter.versionLine(document, wording));
        for (Fact fact : document.facts()) {
            lines.add(fact.name());
            lines.add(fact.text());
        }
        for (Block block : document.blocks()) {
            if (block instanceof Note note) {
                lines.add(wording.say("documents.about.note"));
                lines.add(note.text());
            }
        }
        lines.add(wording.say("documents.about.note"));
        lines.add(wording.say("documents.about.rounding"));
        lines.add(wording.say("documents.about.note"));
        lines.add(wording.say("documents.about.cut"));
        lines.add("");
        lines.add("");
        int heading = lines.size() / 2;
        lines.add(wording.say("documents.about.table"));
        lines.add(wording.say("documents.about.caption"));
        lines.addAll(sheets);
        for (int i = 0; i < lines.size(); i++) {
            sheet.inlineString(i / 2, i % 2, text(lines.get(i)));
        }
        for (int row = 0; row < lines.size() / 2; row++) {
            var text = sheet.style(row, 1).wrapText(true).verticalAlignment("top");
            (row == heading ? text.bold() : text).set();
            sheet.style(row, 0).bold().verticalAlignment("top").set();
            int needed = lines(lines.get(2 * row + 1), ABOUT_WIDTH);
            if (needed > 1) {
                sheet.rowHeight(row, Math.min(MOST_ABOUT_LINES, needed) * LINE_POINTS + 2);
            }
        }
        sheet.finish();
    }

    private static String sheetName(String caption, Set<String> taken, Wording wording) {
        String wish = CleanText.of(caption)
                .replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}\ufffd]", " ")
                .replaceAll("^[' ]+|[' ]+$", "")
                .replaceAll(" +", " ");
        String base = wish.isEmpty() ? wording.say("documents.sheet", taken.size()) : wish;
        String name = cut(base, LONGEST_SHEET_NAME);
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            String end = " (" + i + ")";
            name = cut(base, LONGEST_SHEET_NAME - end.length()) + end;
        }
        return name;
    }

    /** The first whole words, and never half a character; one word alone may be cut. */
    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int space = text.lastIndexOf(' ', length);
        int end = space > 0 ? space : Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end).replaceAll("[' ,;:(×·–-]+$", "");
    }

    static String text(String text) {
        String clean = CleanText.of(text);
        if (clean.length() <= LONGEST_TEXT) {
            return clean;
        }
        int end = LONGEST_TEXT - 1;
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(end - 1)) ? end - 1 : end) + '…';
    }
}
