package org.salus.evidence;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/** Streams the rows of a delimited text or of a workbook's sheets, whoever made them: broken, hostile and endless files are refused. */
public final class TableRows {
    /** A workbook is held in memory while it is read; real tables of figures are far smaller. */
    private static final int MOST_WORKBOOK_BYTES = 64 << 20;

    private static final long MOST_UNPACKED_BYTES = 256L << 20;

    private static final int HEAD = 1 << 13;
    private static final byte END = 0x1A;

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);
    private static final ReadingOptions WITHOUT_FORMATS = new ReadingOptions(false, false);
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String FORMATS = "spreadsheetml.styles+xml";

    /** Words and colours inside a format of numbers. */
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

    private static final Pattern DAY_OR_YEAR = Pattern.compile("[ydYD]");

    /** Receives rows in the order of the file. */
    public interface Visitor {
        /**
         * Takes a row.
         *
         * @param line of the file, or row of the sheet, from 1
         * @return false to have no more rows of this sheet
         */
        boolean row(long line, List<String> cells) throws IOException;

        /** A sheet of a workbook begins; false to skip it. */
        default boolean sheet(String name) {
            return true;
        }

        /** Whether what is merged over several rows of a workbook is wanted in each of them. */
        default boolean fillsMerged() {
            return false;
        }

        /**
         * Cells of the row that comes next are merged with others: over several rows, of a workbook only where {@link #fillsMerged}; or, in a Word document,
         * over several columns.
         */
        default void merged(long line) {}

        /**
         * The same of a workbook, where it is known of which cells.
         *
         * @param isMerged whether the cell of a column, from 0, is one of them; to be asked before the row after this one comes
         */
        default void merged(long line, IntPredicate isMerged) {
            merged(line);
        }

        /** The text holds bytes that are no UTF-8; called at most once. */
        default void otherEncoding() {}

        /**
         * The last row of a delimited text ends without a line break and has fewer cells than any other of several, so that the text may have been cut
         * short inside it. Called after the row.
         *
         * @param cells of the row, as they were given to {@link #row}
         * @throws IOException if the file is not to be kept for that
         */
        default void withoutLineBreak(long line, List<String> cells) throws IOException {}

        /** No more rows come: told by readers of whole files, once, after the last row of the last sheet. */
        default void noMore() {}

        /** A cell whose value is the cached result of a formula. */
        default void formula(long line, String address) {}
    }

    private TableRows() {}

    /**
     * Every row of a delimited text.
     *
     * @param delimiter null to find out
     * @throws UnreadableFile if a quote is never closed or a field is beyond all measure
     */
    public static void text(InputStream bytes, @Nullable Character delimiter, Visitor visitor) throws IOException {
        BufferedReader text = TableText.open(bytes, visitor::otherEncoding);
        char separator = delimiter != null ? delimiter : TableText.delimiter(text);
        long line = 0;
        List<String> last = List.of();
        WatchedEnd watched = new WatchedEnd(text);
        try (CsvReader<CsvRecord> rows = reader(separator).ofCsvRecord(watched)) {
            int narrowest = Integer.MAX_VALUE;
            for (CsvRecord row : rows) {
                narrowest = last.size() > 1 ? Math.min(narrowest, last.size()) : narrowest;
                line = row.getStartingLineNumber();
                last = row.getFields();
                if (!visitor.row(line, last)) {
                    return;
                }
            }
            if (last.size() < narrowest && !watched.isLineBreak()) {
                visitor.withoutLineBreak(line, last);
            }
        } catch (CsvParseException broken) {
            throw new UnreadableFile(Sentence.of("evidence.file.broken-text-table"), line + 1);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** Remembers the last sign that was read. */
    private static final class WatchedEnd extends FilterReader {
        private char last;

        WatchedEnd(Reader text) {
            super(text);
        }

        boolean isLineBreak() {
            return last == '\n' || last == '\r';
        }

        @Override
        public int read() throws IOException {
            int sign = super.read();
            last = sign < 0 ? last : (char) sign;
            return sign;
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            int got = super.read(into, offset, length);
            last = got > 0 ? into[offset + got - 1] : last;
            return got;
        }
    }

    /** The complete rows among a file's first bytes; empty if they are no text. */
    static List<List<String>> first(byte[] head, boolean all) {
        List<List<String>> rows = new ArrayList<>();
        try {
            BufferedReader text = TableText.open(new ByteArrayInputStream(head));
            char separator = TableText.delimiter(text);
            try (CsvReader<CsvRecord> read = reader(separator).ofCsvRecord(text)) {
                for (CsvRecord row : read) {
                    rows.add(row.getFields());
                }
            }
        } catch (IOException | CsvParseException | UncheckedIOException cut) {
            return rows;
        }
        if (!all && rows.size() > 1) {
            rows.removeLast();
        }
        return rows;
    }

    private static CsvReader.CsvReaderBuilder reader(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .skipEmptyLines(true);
    }

    /** Whether an archive holds a Word document. */
    public static boolean isDocument(byte[] packed) {
        return DocumentTables.isDocument(packed);
    }

    /** Every table of a Word document, one after the other, each as a sheet that is called by its number. */
    public static void document(byte[] packed, Visitor visitor) throws IOException {
        refuseIfItGrowsTooMuch(packed);
        DocumentTables.read(packed, visitor);
    }

    /**
     * Every row of a workbook or of a delimited text, whichever of the two it is by its first bytes.
     *
     * @throws UnreadableFile if it is broken, or neither
     */
    public static void workbookOrText(InputStream bytes, Visitor visitor) throws IOException {
        BufferedInputStream stream = new BufferedInputStream(bytes, 1 << 16);
        stream.mark(HEAD);
        byte[] head = stream.readNBytes(HEAD);
        stream.reset();
        if (head.length >= 2 && head[0] == 'P' && head[1] == 'K') {
            workbook(stream, visitor);
        } else if (isNoText(head)) {
            throw new UnreadableFile(Sentence.of("evidence.file.no-text"), 0);
        } else {
            text(stream, null, visitor);
        }
    }

    /** Whether there are signs in it that stand in no text of one byte a letter. */
    private static boolean isNoText(byte[] head) {
        boolean isWide = head.length >= 2
                && ((head[0] == (byte) 0xFE && head[1] == (byte) 0xFF)
                        || (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE));
        if (isWide) {
            return false;
        }
        for (byte sign : head) {
            // Tab to carriage return, and the sign at which texts of old machines end.
            if (sign >= 0 && sign < ' ' && !(sign >= '\t' && sign <= '\r') && sign != END) {
                return true;
            }
        }
        return false;
    }

    /** Every sheet of a workbook, one after the other; a formula counts as the value it was saved with. */
    public static void workbook(InputStream bytes, Visitor visitor) throws IOException {
        byte[] packed = bytes.readNBytes(MOST_WORKBOOK_BYTES + 1);
        if (packed.length > MOST_WORKBOOK_BYTES) {
            throw grown(MOST_WORKBOOK_BYTES);
        }
        refuseIfItGrowsTooMuch(packed);
        Map<String, MergedCells> merged = visitor.fillsMerged() ? MergedCells.of(packed) : Map.of();
        try (ReadableWorkbook book = new ReadableWorkbook(
                new ByteArrayInputStream(packed), hasFormats(packed) ? WITH_FORMATS : WITHOUT_FORMATS)) {
            Iterator<Sheet> sheets = book.getSheets().iterator();
            while (sheets.hasNext()) {
                Sheet sheet = sheets.next();
                if (!visitor.sheet(sheet.getName())) {
                    continue;
                }
                MergedCells down = merged.getOrDefault(sheet.getName(), MergedCells.NONE);
                try (Stream<Row> stream = sheet.openStream()) {
                    Iterator<Row> rows = stream.iterator();
                    boolean more = true;
                    while (more && rows.hasNext()) {
                        more = row(rows.next(), down, visitor);
                    }
                }
            }
        } catch (UnreadableFile | LoadCancelled | Failure known) {
            throw known;
        } catch (IOException | RuntimeException broken) {
            // The library answers broken workbooks with exceptions of many kinds.
            throw new UnreadableFile(Sentence.of("evidence.file.broken-workbook"), 0);
        }
    }

    /** Small programs leave the part with formats out, without which the library would not read with them. */
    private static boolean hasFormats(byte[] packed) throws IOException {
        try (ZipFile zip = open(packed)) {
            ZipArchiveEntry types = zip.getEntry(CONTENT_TYPES);
            if (types == null) {
                return false;
            }
            try (InputStream bytes = zip.getInputStream(types)) {
                return new String(bytes.readAllBytes(), StandardCharsets.UTF_8).contains(FORMATS);
            }
        }
    }

    private static ZipFile open(byte[] packed) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(packed))
                .get();
    }

    /** Looks at the entries as the library will: by the archive's own list of them. Some programs write sizes only there. */
    private static void refuseIfItGrowsTooMuch(byte[] packed) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long unpacked = 0;
        try (ZipFile zip = open(packed)) {
            Iterator<ZipArchiveEntry> entries = zip.getEntries().asIterator();
            while (entries.hasNext()) {
                try (InputStream entry = zip.getInputStream(entries.next())) {
                    for (int got = entry.read(buffer); got >= 0; got = entry.read(buffer)) {
                        unpacked += got;
                        if (unpacked > MOST_UNPACKED_BYTES) {
                            throw grown(MOST_UNPACKED_BYTES);
                        }
                    }
                }
            }
        } catch (UnreadableFile tooLarge) {
            throw tooLarge;
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnreadableFile(Sentence.of("evidence.file.broken-package"), 0);
        }
    }

    private static UnreadableFile grown(long bytes) {
        return new UnreadableFile(Sentence.of("evidence.file.workbook-too-large", bytes >> 20), 0);
    }

    private static boolean row(Row row, MergedCells down, Visitor visitor) throws IOException {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
                cells.add("");
                continue;
            }
            // Some programs mark every text as what a formula gave; only a formula is one.
            if (cell.getFormula() != null) {
                visitor.formula(row.getRowNum(), cell.getAddress().toString());
            }
            cells.add(text(cell));
        }
        List<String> filled = down.filled(row.getRowNum(), cells);
        if (down.isWithin()) {
            visitor.merged(row.getRowNum(), down::isWithin);
        }
        return visitor.row(row.getRowNum(), filled);
    }

    /** A day is a number like any other in a workbook; only its format tells. */
    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER && isDate(cell.getDataFormatString())) {
            LocalDateTime moment = cell.asDate();
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? moment.toLocalDate().toString()
                    : moment.toString();
        }
        String text = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
        return text == null ? "" : cell.getType() == CellType.NUMBER ? plain(text) : text;
    }

    /** Workbooks write whole numbers as 15210.0 or 1.521E4; in a text the same table has 15210. */
    private static String plain(String number) {
        BigDecimal value = Values.number(number);
        return value == null ? number : value.stripTrailingZeros().toPlainString();
    }

    private static boolean isDate(@Nullable String format) {
        return format != null
                && DAY_OR_YEAR.matcher(QUOTED.matcher(format).replaceAll("")).find();
    }
}
