package org.salus.impact;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.salus.evidence.TableRows;
import org.salus.evidence.UnreadableFile;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * A table as it was read: a line of heads, then rows.
 *
 * @param name of the file, for what is said about it
 * @param heads names of the columns
 * @param rows in their order
 */
public record PanelTable(String name, List<String> heads, List<Row> rows) {
    /** More rows than any table of figures that was made by people. */
    static final int MOST_ROWS = 1_000_000;

    /**
     * A row.
     *
     * @param line where it stands in the file, from 1
     * @param cells in the order of the heads; fewer where the rest is empty
     */
    public record Row(long line, List<String> cells) {
        String cell(int column) {
            return column < cells.size() ? cells.get(column).strip() : "";
        }
    }

    public PanelTable {
        heads = heads.stream().map(String::strip).toList();
        rows = List.copyOf(rows);
    }

    /**
     * The place of a column.
     *
     * @throws Failure (not found) with the names that are nearest
     */
    int column(String wanted) {
        int found = heads.indexOf(wanted);
        if (found >= 0) {
            return found;
        }
        throw Failure.notFound(Sentence.of("impact.table.no-column", name, wanted))
                .advising(Sentence.of("impact.table.no-column.advice", Names.nearest(wanted, heads)));
    }

    /**
     * The same, of a column that somebody named in a field.
     *
     * @throws Failure (not found) in that field
     */
    int column(String wanted, String field) {
        try {
            return column(wanted);
        } catch (Failure unknown) {
            throw unknown.at(field);
        }
    }

    /** The same rows under another name. */
    PanelTable named(String other) {
        return new PanelTable(other, heads, rows);
    }

    /**
     * A table as a file holds it: a delimited text, or the first sheet of a workbook; further ones are not looked at.
     *
     * @param name of the file, for what is said about it
     * @throws Failure (wrong use) if it is no table, or has more rows than any
     * @throws IOException if the bytes do not come
     */
    public static PanelTable read(InputStream bytes, String name) throws IOException {
        Gathered gathered = new Gathered(name);
        try {
            TableRows.workbookOrText(bytes, new FirstSheet(gathered));
        } catch (UnreadableFile unreadable) {
            throw Failure.wrongUse(Sentence.of("impact.file.unreadable", name, unreadable.sentence()))
                    .at("file");
        }
        return gathered.table();
    }

    private static final class FirstSheet implements TableRows.Visitor {
        private final Gathered gathered;
        private boolean isPast;

        FirstSheet(Gathered gathered) {
            this.gathered = gathered;
        }

        @Override
        public boolean sheet(String name) {
            boolean isFirst = !isPast;
            isPast = true;
            return isFirst;
        }

        @Override
        public boolean row(long line, List<String> cells) {
            gathered.add(line, cells);
            return true;
        }
    }

    /** Takes rows one by one as a file is read. */
    public static final class Gathered {
        private final String name;
        private List<String> heads = List.of();
        private final List<Row> rows = new ArrayList<>();

        /** Gathers from a file of that name. */
        public Gathered(String name) {
            this.name = name;
        }

        /**
         * One more row; the first that is not empty holds the heads.
         *
         * @throws Failure (wrong use) if they are more than anybody's
         */
        public void add(long line, List<String> cells) {
            if (cells.stream().allMatch(String::isBlank)) {
                return;
            }
            if (heads.isEmpty()) {
                heads = List.copyOf(cells);
                return;
            }
            if (rows.size() == MOST_ROWS) {
                throw Failure.wrongUse(Sentence.of("impact.table.too-long", name, MOST_ROWS));
            }
            rows.add(new Row(line, List.copyOf(cells)));
        }

        /**
         * The table.
         *
         * @throws Failure (wrong use) without a line of heads and a row
         */
        public PanelTable table() {
            if (rows.isEmpty()) {
                throw Failure.wrongUse(Sentence.of("impact.table.empty", name))
                        .advising(Sentence.of("impact.table.empty.advice"));
            }
            return new PanelTable(name, heads, rows);
        }
    }
}
