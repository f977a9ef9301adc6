package org.salus.goals;

import java.util.Map;
import java.util.Optional;
import org.salus.ledger.ItemId;
import org.salus.ledger.PlainText;
import org.salus.sector.Place;

/**
 * A row of a logframe as it comes in, from whatever kind of file or from a spreadsheet's clipboard.
 *
 * @param place where it stood
 * @param key the ids of what it speaks about, as {@link Logframe.Row#key} writes them; empty if it has none
 * @param cells what stands in each column, without blanks around it; an empty cell has none
 */
public record LogframeLine(Place place, String key, Map<LogframeColumn, String> cells) {
    public LogframeLine {
        cells = PlainText.shown(cells);
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
