package org.salus.sector;

import org.salus.evidence.Severity;
import org.salus.framework.Sentence;

/**
 * Something doubtful in a file: where, what, and what one can do.
 *
 * @param severity an error leaves the row out, a warning takes it without the doubtful part
 * @param column its heading; empty if it concerns the row
 * @param says what is wrong
 * @param toDo what to change in the file
 */
public record FileProblem(Severity severity, Place place, String column, Sentence says, Sentence toDo) {
    static FileProblem of(Severity severity, Place place, String column, String key, Object... arguments) {
        return new FileProblem(
                severity,
                place,
                SectorTable.heading(column),
                Sentence.of("sector.problem." + key, arguments),
                Sentence.of("sector.problem." + key + ".do"));
    }
}
