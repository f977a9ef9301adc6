package org.salus.evidence;

import java.io.IOException;
import java.io.InputStream;

/** Reads tables of one kind, whether they stand in a delimited text or on a sheet of a workbook. */
interface TableReader extends FactReader {
    /**
     * Takes the rows of a table, its header among them, and turns them into facts. Of a workbook it is told each sheet before its rows, so that
     * what stands twice is found across sheets.
     *
     * @param name of the file or member, for issues
     */
    TableRows.Visitor rows(String name, FactSink out);

    @Override
    default void read(InputStream bytes, String name, FactSink out) throws IOException {
        TableRows.Visitor rows = rows(name, out);
        TableRows.text(bytes, null, rows);
        rows.noMore();
    }
}
