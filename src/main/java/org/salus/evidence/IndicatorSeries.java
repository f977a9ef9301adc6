package org.salus.evidence;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A publisher's indicator of one country over the years.
 *
 * @param id of the indicator, unique within the descriptor
 * @param descriptor id of the descriptor it was read by
 * @param min lower end of the publisher's scale, below which single figures can lie; null if the descriptor gives none
 * @param max upper end of the publisher's scale, above which single figures can lie; null if the descriptor gives none
 * @param source name of the source it came from
 */
public record IndicatorSeries(
        String descriptor,
        String id,
        String name,
        @Nullable String unit,
        Direction direction,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        String publisher,
        @Nullable String licence,
        @Nullable String edition,
        String source,
        String iso3,
        List<Value> values) {
    /** Which way the publisher reads the scale. */
    public enum Direction {
        HIGHER_IS_BETTER,
        LOWER_IS_BETTER,
        NEUTRAL
    }

    /** The value of a year, and the row of the file it stands in. */
    public record Value(int year, BigDecimal value, long row) {}

    public IndicatorSeries {
        values = List.copyOf(values);
    }
}
