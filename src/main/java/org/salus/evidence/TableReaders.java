package org.salus.evidence;

import java.util.Optional;

/** The readers of tables: CSV, TSV and XLSX files with events, country-year indicators or CRS amounts. */
final class TableReaders {
    /** Sum of the readers' format numbers. */
    int format() {
        return 0;
    }

    /** Recognises a table by its header row. */
    Optional<Readers.Choice> recognise(String name, byte[] head) {
        return Optional.empty();
    }
}
