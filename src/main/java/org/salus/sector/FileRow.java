package org.salus.sector;

import java.util.Map;
import org.salus.ledger.PlainText;

/**
 * A row of a file with a sector map.
 *
 * @param cells by the key of their column, without blanks around them; a column that is not there, and an empty cell, have none
 */
record FileRow(SectorTable table, Place place, Map<String, String> cells) {
    FileRow {
        cells = PlainText.shown(cells);
    }

    /** What stands in that column; empty if nothing. */
    String cell(String column) {
        return cells.getOrDefault(column, "");
    }
}
