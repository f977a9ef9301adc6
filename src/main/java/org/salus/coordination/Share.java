package org.salus.coordination;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A part of a whole.
 *
 * @param ratio part divided by whole, with ten digits behind the point
 */
public record Share(BigDecimal part, BigDecimal whole, BigDecimal ratio) {
    /** Digits kept behind the point where a division does not end. */
    static final int SCALE = 10;

    /**
     * The share of a part.
     *
     * @param whole not zero
     */
    static Share of(BigDecimal part, BigDecimal whole) {
        return new Share(part, whole, ratio(part, whole));
    }

    static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, SCALE, RoundingMode.HALF_EVEN);
    }

    /** Whether it is at least so many percent, compared without rounding. */
    boolean isAtLeast(int percent) {
        return part.movePointRight(2).compareTo(whole.multiply(BigDecimal.valueOf(percent))) >= 0;
    }

    /** Percent as it stands in a sentence: one digit behind the point. */
    BigDecimal percent() {
        return ratio.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
    }
}
