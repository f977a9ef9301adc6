package org.salus.goals;

import java.util.List;
import java.util.Optional;
import org.salus.evidence.Severity;
import org.salus.framework.Sentence;
import org.salus.ledger.Edit;
import org.salus.sector.Place;

/**
 * What rows that come in would change, before anything is changed.
 *
 * @param changes every item that would be new or say something else
 * @param problems all of them at once, in the order of the rows
 * @param rows that came in
 * @param same how many items are spoken of and say it already
 * @param edits what is written if somebody agrees; none if there is an error
 */
public record LogframePreview(List<Change> changes, List<Problem> problems, int rows, int same, List<Edit> edits) {
    public LogframePreview {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
        edits = List.copyOf(edits);
    }

    /**
     * What becomes of an item.
     *
     * @param kind what it is called
     * @param says what it is, in a line
     * @param fields what it says that it did not say before
     */
    public record Change(boolean isNew, Sentence kind, String says, List<Cell> fields, Place place) {
        public Change {
            fields = List.copyOf(fields);
        }
    }

    /** One field before and after. */
    public record Cell(LogframeColumn column, String before, String after) {}

    /**
     * Something doubtful or wrong.
     *
     * @param severity an error keeps everything from being taken; a warning says what is not taken
     * @param column in which it stands; empty if it concerns the row
     */
    public record Problem(Severity severity, Place place, Optional<LogframeColumn> column, Sentence says) {}

    /** Whether something is so wrong that nothing is taken. */
    public boolean isRefused() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** How many items would be new. */
    public int fresh() {
        return (int) changes.stream().filter(Change::isNew).count();
    }

    /** How many items would say something else. */
    public int changed() {
        return changes.size() - fresh();
    }
}
