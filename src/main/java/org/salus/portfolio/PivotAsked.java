package org.salus.portfolio;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a pivot of support is asked.
 *
 * @param only values that everything counted has, one for a dimension
 * @param reform whether only areas of reform count, not {@code none} and {@code ?}
 * @param once whether money that is told again, by the rules of {@link CountedOnce}, is left out; never of what is no row of support, such as plans
 */
public record PivotAsked(
        PivotDimension rows,
        PivotDimension columns,
        PivotMeasure measure,
        Map<PivotDimension, String> only,
        boolean reform,
        boolean once) {
    /**
     * @throws IllegalArgumentException if rows and columns are the same
     */
    public PivotAsked {
        if (rows == columns) {
            throw new IllegalArgumentException("Rows and columns are both " + rows);
        }
        Map<PivotDimension, String> copied = new EnumMap<>(PivotDimension.class);
        copied.putAll(only);
        only = Collections.unmodifiableMap(copied);
        once = once && measure.ofRows().isPresent();
    }

    /** Of money as it was published. */
    public PivotAsked(
            PivotDimension rows,
            PivotDimension columns,
            PivotMeasure measure,
            Map<PivotDimension, String> only,
            boolean reform) {
        this(rows, columns, measure, only, reform, false);
    }

    /** The one value of a dimension, if it is narrowed to one. */
    public Optional<String> only(PivotDimension dimension) {
        return Optional.ofNullable(only.get(dimension));
    }
}
