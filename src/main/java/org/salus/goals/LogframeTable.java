package org.salus.goals;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.evidence.TableRows;
import org.salus.evidence.UnreadableFile;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * A table of a file with a logframe, as it is: a sheet of a workbook, a table of a Word document, or a delimited text. Its headings are the first row with at least
 * two different texts, since titles often stand above.
 *
 * @param name of the sheet, or which table of the document; empty in a text
 * @param headings one for each column; a column without one is called by its number
 * @param rows below the headings
 */
public record LogframeTable(String name, List<String> headings, List<Row> rows) {
    /** The heading of the column that holds keys in our own workbooks. */
    static final String KEY = "key";

    /** The heading of the column that tells which alternative a workbook of ours is of. */
    static final String CHAIN = "chain";

    /** Between a heading and the one below it. */
    static final String BELOW = ": ";

    /** Far more than any logframe has; each is held in memory. */
    private static final int MOST_ROWS = 5_000;

    private static final int MOST_COLUMNS = 60;
    private static final int MOST_BYTES = 20_000_000;
    private static final int HEADER_WITHIN = 20;
    private static final int LEAST_HEADINGS = 2;

    public LogframeTable {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param number in its table, from 1
     */
    public record Row(long number, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        String cell(int column) {
            return column < cells.size() ? cells.get(column).strip() : "";
        }
    }

    /**
     * What a file holds.
     *
     * @param name as people know it
     * @param digest its SHA-256
     * @param formulas where cells were calculated: the values they were saved with are taken
     */
    public record Sheets(String name, String digest, List<LogframeTable> tables, List<String> formulas) {
        public Sheets {
            tables = List.copyOf(tables);
            formulas = List.copyOf(formulas);
        }
    }

    /**
     * Reads a workbook, a Word document or a delimited text.
     *
     * @throws Failure if it is broken, encrypted, too large, or has no table
     */
    public static Sheets read(InputStream bytes, String name) {
        try {
            byte[] all = bytes.readNBytes(MOST_BYTES + 1);
            if (all.length > MOST_BYTES) {
                throw Failure.wrongUse(Sentence.of("goals.file.too-large", MOST_BYTES / 1_000_000));
            }
            Reading reading = new Reading();
            InputStream stream = new BufferedInputStream(new ByteArrayInputStream(all));
            if (begins(all, 0xD0, 0xCF, 0x11, 0xE0)) {
                // What programs of Office write under a password, and what they wrote before 2007.
                throw Failure.wrongUse(Sentence.of("goals.logframe.failure.locked", name));
            } else if (begins(all, 'P', 'K') && TableRows.isDocument(all)) {
                TableRows.document(all, reading);
            } else {
                TableRows.workbookOrText(stream, reading);
            }
            reading.end();
            if (reading.tables.isEmpty()) {
                throw Failure.wrongUse(Sentence.of("goals.logframe.failure.no-table", name));
            }
            return new Sheets(name, digest(all), reading.tables, reading.formulas);
        } catch (UnreadableFile unreadable) {
            throw new Failure(Failure.Kind.WRONG_USE, unreadable.sentence(), null, unreadable);
        } catch (IOException failed) {
            throw Failure.notPossible(Sentence.of("goals.logframe.failure.read", name), failed);
        }
    }

    private static boolean begins(byte[] all, int... signs) {
        if (all.length < signs.length) {
            return false;
        }
        for (int i = 0; i < signs.length; i++) {
            if ((all[i] & 0xff) != signs[i]) {
                return false;
            }
        }
        return true;
    }

    private static String digest(byte[] all) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The column of that heading. */
    Optional<Integer> column(String heading) {
        String folded = LogframeIntake.folded(heading);
        for (int i = 0; i < headings.size(); i++) {
            if (LogframeIntake.folded(headings.get(i)).equals(folded)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static final class Reading implements TableRows.Visitor {
        private final List<LogframeTable> tables = new ArrayList<>();
        private final List<String> formulas = new ArrayList<>();
        private String name = "";
        private List<String> headings = List.of();
        private List<String> first = List.of();
        private List<Row> rows = new ArrayList<>();
        private int before;
        private long headed;

        @Override
        public boolean fillsMerged() {
            return true;
        }

        @Override
        public boolean sheet(String title) {
            end();
            name = title;
            return true;
        }

        @Override
        public void formula(long line, String address) {
            if (formulas.size() < MOST_COLUMNS) {
                formulas.add(name + " " + address);
            }
        }

        @Override
        public boolean row(long line, List<String> cells) {
            if (headings.isEmpty()) {
                before++;
                Set<String> texts = new HashSet<>();
                cells.stream().filter(cell -> !cell.isBlank()).forEach(cell -> texts.add(cell.strip()));
                if (texts.size() >= LEAST_HEADINGS) {
                    headings = headings(cells);
                    first = List.copyOf(cells);
                    headed = line;
                }
                return before < HEADER_WITHIN || !headings.isEmpty();
            }
            if (line == headed + 1 && isMoreOfTheHeadings(cells)) {
                headings = headings(both(cells));
                return true;
            }
            if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                if (rows.size() == MOST_ROWS) {
                    throw Failure.wrongUse(Sentence.of("goals.logframe.failure.long", MOST_ROWS));
                }
                rows.add(new Row(line, cells.subList(0, Math.min(cells.size(), MOST_COLUMNS))));
            }
            return true;
        }

        /** Headings of two rows: what is merged over both stands in both; where nothing is, the second says something below what spans columns alone. */
        private boolean isMoreOfTheHeadings(List<String> cells) {
            return isRepeating(cells) || isBelowSpans(cells);
        }

        private boolean isBelowSpans(List<String> cells) {
            int below = 0;
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.get(i).isBlank()) {
                    boolean isSpanned = isEmptyAbove(i) || isEmptyAbove(i + 1);
                    if (i >= first.size() || !isSpanned) {
                        return false;
                    }
                    below++;
                }
            }
            return below > 1;
        }

        private boolean isEmptyAbove(int column) {
            return column > 0 && column < first.size() && first.get(column).isBlank();
        }

        private boolean isRepeating(List<String> cells) {
            for (int i = 0; i < Math.min(cells.size(), headings.size()); i++) {
                if (!cells.get(i).isBlank()
                        && headings.get(i).equals(cells.get(i).strip().replaceAll("\\s+", " "))) {
                    return true;
                }
            }
            return false;
        }

        /** A heading over several others is part of each of them. */
        private List<String> both(List<String> second) {
            List<String> both = new ArrayList<>();
            String over = "";
            for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
                String above = i < first.size() ? first.get(i).strip() : "";
                String below = i < second.size() ? second.get(i).strip() : "";
                over = above.isEmpty() ? over : above;
                if (below.isEmpty()) {
                    both.add(above);
                    over = "";
                } else {
                    both.add(over.isEmpty() || over.equals(below) ? below : over + BELOW + below);
                }
            }
            return both;
        }

        private static List<String> headings(List<String> cells) {
            List<String> named = new ArrayList<>();
            for (int i = 0; i < Math.min(cells.size(), MOST_COLUMNS); i++) {
                String heading = cells.get(i).strip().replaceAll("\\s+", " ");
                named.add(heading.isEmpty() || named.contains(heading) ? (heading + " " + (i + 1)).strip() : heading);
            }
            return named;
        }

        void end() {
            if (!headings.isEmpty()) {
                tables.add(LogframePage.apart(new LogframeTable(name, headings, rows)));
            }
            headings = List.of();
            rows = new ArrayList<>();
            before = 0;
        }
    }
}
