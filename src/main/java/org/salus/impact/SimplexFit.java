package org.salus.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The point of a convex hull that lies nearest to the origin, as weights of its corners: none is negative, they add to one. It is found exactly in finitely many steps
 * (P. Wolfe, Finding the nearest point in a polytope, Mathematical Programming 11, 1976), which is what makes searching predictor weights and all placebos quick.
 */
final class SimplexFit {
    private static final double CLOSE = 1e-13;
    private static final double NOTHING = 1e-12;
    private static final int MOST_STEPS = 2_000;

    private SimplexFit() {}

    /**
     * The weights of the corners.
     *
     * @param corners one row of coordinates per corner; at least one
     */
    static double[] nearest(double[][] corners) {
        int count = corners.length;
        double[] squares = new double[count];
        int first = 0;
        double largest = 0;
        for (int j = 0; j < count; j++) {
            squares[j] = dot(corners[j], corners[j]);
            largest = Math.max(largest, squares[j]);
            if (squares[j] < squares[first]) {
                first = j;
            }
        }
        double[] weights = new double[count];
        weights[first] = 1;
        if (largest == 0) {
            return weights;
        }
        List<Integer> active = new ArrayList<>(List.of(first));
        double[] point = corners[first].clone();
        for (int step = 0; step < MOST_STEPS; step++) {
            double here = dot(point, point);
            int best = -1;
            double least = here - CLOSE * largest;
            for (int j = 0; j < count; j++) {
                double along = dot(point, corners[j]);
                if (along < least) {
                    least = along;
                    best = j;
                }
            }
            if (best < 0 || active.contains(best)) {
                break;
            }
            active.add(best);
            settle(corners, active, weights, largest);
            point = mix(corners, active, weights);
        }
        return weights;
    }

    /** Moves to the nearest point of the flat through the active corners, as far as the weights stay positive; corners without weight are left. */
    private static void settle(double[][] corners, List<Integer> active, double[] weights, double scale) {
        while (true) {
            double[] wanted = flat(corners, active, scale);
            double share = 1;
            for (int i = 0; i < wanted.length; i++) {
                double now = weights[active.get(i)];
                if (wanted[i] <= NOTHING && now - wanted[i] > 0) {
                    share = Math.min(share, now / (now - wanted[i]));
                }
            }
            boolean isInside = true;
            for (double weight : wanted) {
                isInside &= weight > NOTHING;
            }
            double step = isInside ? 1 : share;
            for (int i = 0; i < wanted.length; i++) {
                int corner = active.get(i);
                weights[corner] = step * wanted[i] + (1 - step) * weights[corner];
            }
            if (isInside) {
                return;
            }
            int before = active.size();
            active.removeIf(corner -> weights[corner] <= NOTHING);
            if (active.size() == before) {
                // Rounding left none at zero: the smallest is the one that was meant.
                int smallest = 0;
                for (int i = 1; i < before; i++) {
                    smallest = weights[active.get(i)] < weights[active.get(smallest)] ? i : smallest;
                }
                int corner = active.get(smallest);
                active.subList(smallest, smallest + 1).clear();
                weights[corner] = 0;
            }
            double sum = 0;
            for (int j = 0; j < weights.length; j++) {
                weights[j] = active.contains(j) ? weights[j] : 0;
                sum += weights[j];
            }
            for (int corner : active) {
                weights[corner] /= sum;
            }
            if (active.size() == 1) {
                return;
            }
        }
    }

    private static double[] flat(double[][] corners, List<Integer> active, double scale) {
        int size = active.size();
        double[][] gram = new double[size][size + 1];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double product = dot(corners[active.get(i)], corners[active.get(j)]) + scale;
                gram[i][j] = product;
                gram[j][i] = product;
            }
            gram[i][i] += scale * 1e-14;
            gram[i][size] = 1;
        }
        double[] solved = LinearSystem.solve(gram);
        double sum = Arrays.stream(solved).sum();
        for (int i = 0; i < size; i++) {
            solved[i] /= sum;
        }
        return solved;
    }

    private static double[] mix(double[][] corners, List<Integer> active, double[] weights) {
        double[] point = new double[corners[0].length];
        for (int corner : active) {
            for (int k = 0; k < point.length; k++) {
                point[k] += weights[corner] * corners[corner][k];
            }
        }
        return point;
    }

    static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int k = 0; k < left.length; k++) {
            sum += left[k] * right[k];
        }
        return sum;
    }
}
