package org.salus.impact;

import java.util.Arrays;

/**
 * Weights on the simplex with a ridge, found by the steps of Frank and Wolfe as Arkhangelsky et al. (2021) publish them, with their two rounds: weights below a quarter
 * of the largest are set to zero between them. Their stopping rule is part of the published figures, and is kept.
 */
final class FrankWolfe {
    private static final int FIRST_ROUND = 100;
    private static final int MOST_STEPS = 10_000;

    /** What a fit is to do. */
    record Manner(double zeta, boolean hasIntercept, double leastDecrease) {}

    private FrankWolfe() {}

    /**
     * The weights.
     *
     * @param rows of as many regressors as wanted weights, the target last
     */
    static double[] weights(double[][] rows, Manner manner) {
        double[][] all = manner.hasIntercept() ? centred(rows) : rows;
        int count = rows[0].length - 1;
        double[] even = new double[count];
        Arrays.fill(even, 1.0 / count);
        return descend(all, sparse(descend(all, even, manner, FIRST_ROUND)), manner, MOST_STEPS);
    }

    private static double[][] centred(double[][] rows) {
        int columns = rows[0].length;
        double[] means = new double[columns];
        for (double[] row : rows) {
            for (int k = 0; k < columns; k++) {
                means[k] += row[k] / rows.length;
            }
        }
        double[][] centred = new double[rows.length][columns];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < columns; k++) {
                centred[i][k] = rows[i][k] - means[k];
            }
        }
        return centred;
    }

    private static double[] sparse(double[] weights) {
        double largest = Arrays.stream(weights).max().orElseThrow();
        double[] kept = Arrays.stream(weights)
                .map(weight -> weight <= largest / 4 ? 0 : weight)
                .toArray();
        double sum = Arrays.stream(kept).sum();
        return Arrays.stream(kept).map(weight -> weight / sum).toArray();
    }

    private static double[] descend(double[][] rows, double[] begun, Manner manner, int most) {
        int height = rows.length;
        int count = begun.length;
        double ridge = height * manner.zeta() * manner.zeta();
        double[] weights = begun.clone();
        double[] missed = new double[height];
        for (int i = 0; i < height; i++) {
            missed[i] = -rows[i][count];
            for (int k = 0; k < count; k++) {
                missed[i] += rows[i][k] * weights[k];
            }
        }
        double before = Double.POSITIVE_INFINITY;
        double[] slope = new double[count];
        for (int step = 0; step < most; step++) {
            Arrays.fill(slope, 0);
            for (int i = 0; i < height; i++) {
                double[] row = rows[i];
                double miss = missed[i];
                for (int k = 0; k < count; k++) {
                    slope[k] += miss * row[k];
                }
            }
            int steepest = 0;
            double along = 0;
            for (int k = 0; k < count; k++) {
                slope[k] += ridge * weights[k];
                along += slope[k] * weights[k];
                if (slope[k] < slope[steepest]) {
                    steepest = k;
                }
            }
            double errors = 0;
            double[] change = new double[height];
            for (int i = 0; i < height; i++) {
                // What is fitted here is what is missed plus the target.
                change[i] = rows[i][steepest] - missed[i] - rows[i][count];
                errors += change[i] * change[i];
            }
            double moved = 0;
            for (int k = 0; k < count; k++) {
                double difference = (k == steepest ? 1 : 0) - weights[k];
                moved += difference * difference;
            }
            if (moved > 0) {
                double size = Math.clamp((along - slope[steepest]) / (errors + ridge * moved), 0.0, 1.0);
                for (int k = 0; k < count; k++) {
                    weights[k] += size * ((k == steepest ? 1 : 0) - weights[k]);
                }
                for (int i = 0; i < height; i++) {
                    missed[i] += size * change[i];
                }
            }
            double now = manner.zeta() * manner.zeta() * SimplexFit.dot(weights, weights)
                    + SimplexFit.dot(missed, missed) / height;
            if (step > 0 && before - now <= manner.leastDecrease() * manner.leastDecrease()) {
                break;
            }
            before = now;
        }
        return weights;
    }
}
