package org.salus.context;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A part of a whole, kept as the two counts so that nothing is rounded.
 *
 * @param part from 0 to {@code of}
 * @param of at least 1
 */
public record Share(long part, long of) {
    public Share {
        if (part < 0 || of < 1 || part > of) {
            throw new IllegalArgumentException("Not a share: " + part + " of " + of);
        }
    }

    /** Percent for display, rounded to the whole percent; 0 and 100 only if it is none or all. */
    public int percent() {
        int rounded = BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(of), 0, RoundingMode.HALF_UP)
                .intValueExact();
        return part > 0 && rounded == 0 ? 1 : part < of && rounded == 100 ? 99 : rounded;
    }

    /** Whether it is at least so many percent, before rounding. */
    boolean atLeast(int percent) {
        return 100 * part >= percent * of;
    }
}
