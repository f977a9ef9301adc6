package org.salus.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables on a workbook's sheets, whatever kinds they are of: what a table is shows only when its sheet is opened. For one workbook; sheets
 * that hold no known table, such as notes, are passed over.
 */
final class WorkbookReader implements FactReader {
    static final int FORMAT = 1;

    private final TableReaders tables;
    private final Map<FileKind, TableRows.Visitor> found = new EnumMap<>(FileKind.class);

    WorkbookReader(TableReaders tables) {
        this.tables = tables;
    }

    /** The kinds of tables that were found while reading. */
    Set<FileKind> kinds() {
        return found.keySet();
    }

    @Override
    public int format() {
        return FORMAT;
    }

    @Override
    public void read(InputStream bytes, String name, FactSink out) throws IOException {
        TableRows.workbook(bytes, new Sheets(name, out));
        if (found.isEmpty()) {
            throw new UnreadableFile(tables.notRecognised(), 0);
        }
        found.values().forEach(TableRows.Visitor::noMore);
    }

    private record NumberedRow(long line, List<String> cells) {}

    /** Holds back a sheet's first rows until they tell what table it is. */
    private final class Sheets implements TableRows.Visitor {
        private final String name;
        private final FactSink out;
        private final List<NumberedRow> first = new ArrayList<>();
        private String sheet = "";
        private TableRows.@Nullable Visitor table;

        Sheets(String name, FactSink out) {
            this.name = name;
            this.out = out;
        }

        @Override
        public boolean sheet(String title) {
            sheet = title;
            table = null;
            first.clear();
            return true;
        }

        @Override
        public void formula(long line, String address) {
            if (table != null) {
                table.formula(line, address);
            }
        }

        @Override
        public boolean row(long line, List<String> cells) throws IOException {
            if (table != null) {
                return table.row(line, cells);
            }
            first.add(new NumberedRow(line, cells));
            String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('!')) + 1);
            TableReaders.TableChoice choice = tables.recognise(
                            file, sheet, first.stream().map(NumberedRow::cells).toList())
                    .orElse(null);
            if (choice == null) {
                return first.size() < TableReaders.HEADER_WITHIN;
            }
            TableRows.Visitor begun =
                    found.computeIfAbsent(choice.kind(), kind -> choice.reader().rows(name, out));
            table = begun;
            begun.sheet(sheet);
            for (NumberedRow row : first) {
                if (!begun.row(row.line(), row.cells())) {
                    return false;
                }
            }
            first.clear();
            return true;
        }
    }
}
