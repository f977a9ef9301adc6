package org.salus.sector;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where a row of a partner's table stood and what it said, as written. Only the columns that were chosen are kept; the file itself is not.
 *
 * @param file its name
 * @param place sheet and row
 * @param asWritten what stood in the chosen columns, by their headings
 */
public record Provenance(String file, Place place, Map<String, String> asWritten) {
    public Provenance {
        asWritten = java.util.Collections.unmodifiableMap(new TreeMap<>(asWritten));
    }
}
