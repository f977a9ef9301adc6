package org.salus.portfolio;

import java.math.BigDecimal;

/**
 * An activity as a pivot counts it.
 *
 * @param underWay the months in which it is under way in the years that count
 */
public record ActivityUnderWay(SortedActivity sorted, UnderWay underWay) {
    PivotEntry entry() {
        return new PivotEntry(
                sorted.activity().identifier(),
                0,
                null,
                sorted.sorting().area(),
                sorted.donor(),
                BigDecimal.ZERO,
                underWay);
    }
}
