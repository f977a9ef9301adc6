package org.salus.sector;

import java.util.List;
import org.salus.ledger.Edit;
import org.salus.ledger.ItemId;

/**
 * What a file would change in a workspace, before anything is changed.
 *
 * @param file its name
 * @param changes every item the file speaks of
 * @param problems all of them at once, in the order of the file
 * @param rows in the file
 * @param leftOut rows that are not taken, each with its problem
 * @param edits what is written if somebody agrees
 */
public record ImportPreview(
        String file, List<Change> changes, List<FileProblem> problems, int rows, int leftOut, List<Edit> edits) {
    public ImportPreview {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
        edits = List.copyOf(edits);
    }

    /** What becomes of an item. */
    public enum Doing {
        NEW,
        CHANGED,
        SAME
    }

    /**
     * An item the file speaks of.
     *
     * @param kind the name of its kind
     * @param label what people call it
     * @param place where the file speaks of it first
     */
    public record Change(Doing doing, String kind, String label, Place place, ItemId item) {}

    /** How many items of a kind become so. */
    public long count(Doing doing, String kind) {
        return changes.stream()
                .filter(change -> change.doing() == doing && change.kind().equals(kind))
                .count();
    }

    /** Rows that are taken. */
    public int taken() {
        return rows - leftOut;
    }
}
