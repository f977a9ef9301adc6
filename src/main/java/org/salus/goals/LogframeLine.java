package org.salus.goals;

import java.util.Map;
import java.util.Optional;
import org.salus.ledger.ItemId;
import org.salus.ledger.PlainText;
import org.salus.sector.Place;
import org.salus.workspace.AsWritten;

/**
 * A row of a logframe as it comes in, from whatever kind of file or from a spreadsheet's clipboard.
 *
 * @param place where it stood
 * @param key the ids of what it speaks about, as {@link Logframe.Row#key} writes them; empty if it has none
 * @param cells what stands in each column, without blanks around it; an empty cell has none
 * @param written what the row said when its file was written, for a row that was added nothing; empty where the file does not tell
 */
public record LogframeLine(Place place, String key, Map<LogframeColumn, String> cells, Optional<AsWritten> written) {
    public LogframeLine {
        cells = PlainText.shown(cells);
    }

    /** A row of which nobody knows what it said before. */
    public LogframeLine(Place place, String key, Map<LogframeColumn, String> cells) {
        this(place, key, cells, Optional.empty());
    }

    /** The same without what it said before, which was said somewhere else. */
    LogframeLine elsewhere() {
        return new LogframeLine(place, key, cells);
    }

    /** Whether the file tells what the row said, and it said this in that column. */
    boolean wasWritten(LogframeColumn column) {
        return written.filter(before -> before.said(column.code(), cell(column)))
                .isPresent();
    }

    String cell(LogframeColumn column) {
        return cells.getOrDefault(column, "");
    }

    /** The id of one part of the row: {@code b}ox, {@code i}ndicator, {@code a}ssumption, {@code r}isk. */
    Optional<ItemId> id(char part) {
        for (String word : key.split("\\s+", -1)) {
            if (word.length() > 2 && word.charAt(0) == part && word.charAt(1) == ':') {
                try {
                    return Optional.of(ItemId.of(word.substring(2)));
                } catch (IllegalArgumentException broken) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
