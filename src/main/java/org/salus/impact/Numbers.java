package org.salus.impact;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** Means, spreads and tails that several methods need. */
final class Numbers {
    /** Larger than anything that people count or measure; a square of it, and sums of many such, are still told from nothing and from all there is. */
    private static final double LARGEST = 1e30;

    private Numbers() {}

    /** Whether somebody can have counted or measured that: nothing, or neither too large nor too near to nothing to be reckoned with. */
    static boolean isMeasurable(double value) {
        double size = Math.abs(value);
        return size == 0 || (size <= LARGEST && size >= 1 / LARGEST);
    }

    static double mean(double... values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /** With n − 1 in the denominator; zero of a single value. */
    static double variance(double... values) {
        if (values.length < 2) {
            return 0;
        }
        double mean = mean(values);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }

    /** Root of the mean of squares. */
    static double rootMeanSquare(double... values) {
        return Math.sqrt(Arrays.stream(values).map(value -> value * value).sum() / values.length);
    }

    /** Both tails of Student's t beyond a value; of the normal distribution where the degrees of freedom are infinite. */
    static double bothTails(double t, double freedom) {
        double below = Double.isInfinite(freedom)
                ? new NormalDistribution().cumulativeProbability(-Math.abs(t))
                : new TDistribution(freedom).cumulativeProbability(-Math.abs(t));
        return 2 * below;
    }

    /** What 2.5 percent of Student's t lie above; of the normal distribution where the degrees of freedom are infinite. */
    static double upper(double freedom) {
        return Double.isInfinite(freedom)
                ? new NormalDistribution().inverseCumulativeProbability(0.975)
                : new TDistribution(freedom).inverseCumulativeProbability(0.975);
    }

    /** The tail of chi-squared above a value. */
    static double above(double chiSquared, double freedom) {
        return 1 - new ChiSquaredDistribution(freedom).cumulativeProbability(chiSquared);
    }

    /** Values from one index to before another. */
    static double[] slice(double[] values, int from, int until) {
        return Arrays.copyOfRange(values, from, until);
    }
}
