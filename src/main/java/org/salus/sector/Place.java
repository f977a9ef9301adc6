package org.salus.sector;

import org.salus.framework.Sentence;

/**
 * Where in a file something stands.
 *
 * @param part sheet, table or list; may be empty
 * @param row of it, from 1; 0 for the whole
 */
public record Place(String part, long row) {
    private static final String GRAPH = "graphml";

    /** A line of a graph. */
    static Place line(long line) {
        return new Place(GRAPH, line);
    }

    /** In words. */
    public Sentence say() {
        if (row == 0) {
            return Sentence.of("sector.place.file", part);
        }
        if (part.equals(GRAPH)) {
            return Sentence.of("sector.place.line", row);
        }
        return part.isEmpty() ? Sentence.of("sector.place.row", row) : Sentence.of("sector.place.part", part, row);
    }
}
