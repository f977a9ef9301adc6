package org.salus.sector;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.TableRows;
import org.salus.evidence.UnreadableFile;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.PlainText;

/**
 * A partner's own table, as it is: its sheets, each with headings and rows. The headings of a sheet are its first row with at least two different texts and no
 * number, since titles and logos often stand above.
 */
public record MatrixFile(String name, List<Sheet> sheets) {
    /** Rows that are read of a table. */
    static final int MOST_ROWS = 200_000;

    private static final int HEADER_WITHIN = 20;

    public MatrixFile {
        sheets = List.copyOf(sheets);
    }

    /**
     * A table.
     *
     * @param name of the sheet; empty in a text
     * @param above texts that stand above the headings, such as a title
     * @param isCut whether it has more rows than are read
     */
    public record Sheet(String name, List<String> above, List<String> headings, List<Line> lines, boolean isCut) {
        public Sheet {
            above = List.copyOf(above);
            headings = List.copyOf(headings);
            lines = List.copyOf(lines);
        }
    }

    /**
     * A row.
     *
     * @param row in the file, from 1
     * @param cells by their heading; empty cells are left out
     * @param merged headings of those that are merged with cells of other rows, and say here what they say there
     */
    public record Line(long row, Map<String, String> cells, Set<String> merged) {
        public Line {
            cells = PlainText.shown(cells);
            merged = Set.copyOf(merged);
        }
    }

    /**
     * Reads a workbook or a delimited text.
     *
     * @throws Failure if it is broken, or has no table
     */
    public static MatrixFile read(InputStream bytes, String name) {
        Reading reading = new Reading();
        try {
            TableRows.workbookOrText(bytes, reading);
        } catch (UnreadableFile unreadable) {
            throw new Failure(Failure.Kind.WRONG_USE, unreadable.sentence(), null, unreadable);
        } catch (IOException failed) {
            throw Failure.notPossible(Sentence.of("sector.failure.read", name), failed);
        }
        reading.end();
        if (reading.sheets.isEmpty()) {
            throw Failure.wrongUse(Sentence.of("sector.failure.no-table", name));
        }
        return new MatrixFile(name, reading.sheets);
    }

    private static final class Reading implements TableRows.Visitor {
        private final List<Sheet> sheets = new ArrayList<>();
        private String sheet = "";
        private @Nullable List<String> headings;
        private List<String> above = new ArrayList<>();
        private List<Line> lines = new ArrayList<>();
        private int before;
        private boolean isCut;
        private IntPredicate isMerged = column -> false;
        private long mergedLine;

        @Override
        public boolean fillsMerged() {
            return true;
        }

        @Override
        public void merged(long line, IntPredicate whether) {
            mergedLine = line;
            isMerged = whether;
        }

        @Override
        public boolean sheet(String title) {
            end();
            sheet = title;
            before = 0;
            return true;
        }

        @Override
        public boolean row(long line, List<String> cells) {
            if (headings == null) {
                before++;
                if (isHeading(cells)) {
                    headings = cells.stream().map(String::strip).toList();
                } else {
                    cells.stream()
                            .map(String::strip)
                            .filter(cell -> !cell.isEmpty())
                            .distinct()
                            .forEach(above::add);
                }
                return headings != null || before < HEADER_WITHIN;
            }
            if (lines.size() == MOST_ROWS) {
                isCut |= cells.stream().anyMatch(cell -> !cell.isBlank());
                return !isCut;
            }
            Map<String, String> filled = new HashMap<>();
            Set<String> merged = new HashSet<>();
            for (int i = 0; i < Math.min(cells.size(), headings.size()); i++) {
                if (!cells.get(i).isBlank() && !headings.get(i).isEmpty()) {
                    boolean isNew =
                            filled.putIfAbsent(headings.get(i), cells.get(i).strip()) == null;
                    if (isNew && mergedLine == line && isMerged.test(i)) {
                        merged.add(headings.get(i));
                    }
                }
            }
            if (!filled.isEmpty()) {
                lines.add(new Line(line, filled, merged));
            }
            return true;
        }

        private static boolean isHeading(List<String> cells) {
            Set<String> texts = new HashSet<>();
            for (String cell : cells) {
                if (cell.strip().matches("[\\d.,\\s%-]+")) {
                    return false;
                }
                if (!cell.isBlank()) {
                    texts.add(cell.strip());
                }
            }
            return texts.size() >= 2;
        }

        void end() {
            if (headings != null) {
                sheets.add(new Sheet(
                        sheet,
                        above,
                        headings.stream().filter(heading -> !heading.isEmpty()).toList(),
                        lines,
                        isCut));
            }
            headings = null;
            above = new ArrayList<>();
            lines = new ArrayList<>();
            isCut = false;
        }
    }
}
