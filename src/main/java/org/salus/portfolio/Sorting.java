package org.salus.portfolio;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;

/**
 * The reform area of an activity, and why.
 *
 * @param area what the activity supports mainly
 * @param confidence from 0 to 1, how much the evidence speaks for that area against every other answer
 * @param shares percent of the activity per area; they add to exactly 100, a remainder of rounding is in the largest
 * @param reasons the evidence, the weightiest first
 * @param isJudged whether somebody who read the activity says so, and not the program
 */
public record Sorting(
        ReformArea area,
        BigDecimal confidence,
        Map<ReformArea, BigDecimal> shares,
        List<Sentence> reasons,
        boolean isJudged) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What the program says. */
    Sorting(ReformArea area, BigDecimal confidence, Map<ReformArea, BigDecimal> shares, List<Sentence> reasons) {
        this(area, confidence, shares, reasons, false);
    }

    /** What somebody who read the activity says. */
    static Sorting judged(ReformArea area, Map<ReformArea, BigDecimal> shares, List<Sentence> reasons) {
        return new Sorting(area, BigDecimal.ONE, shares, reasons, true);
    }

    public Sorting {
        if (confidence.signum() < 0 || confidence.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("Confidence is from 0 to 1: " + confidence);
        }
        BigDecimal sum = shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(HUNDRED) != 0) {
            throw new IllegalArgumentException("Shares add to 100: " + shares);
        }
        shares = Collections.unmodifiableMap(new EnumMap<>(shares));
        reasons = List.copyOf(reasons);
    }
}
