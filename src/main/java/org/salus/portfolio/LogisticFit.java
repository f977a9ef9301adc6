package org.salus.portfolio;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Fits a multinomial logistic regression whose scores start from given offsets: score = scale · offset + weights · traits. Weights are drawn towards 0 and the
 * scale towards 1, so that without evidence the offsets decide. Minimised by L-BFGS; no chance, no clock, and {@link StrictMath}, so the same rows give the same bits.
 */
final class LogisticFit {
    /** One row to learn from. It keeps the arrays it is given. */
    static final class Row {
        private final int[] traits;
        private final double[] values;
        private final double[] offsets;
        private final boolean[] isRight;
        private final double weight;

        /**
         * A row.
         *
         * @param traits numbers of its traits
         * @param values their values, as many
         * @param offsets per class
         * @param isRight per class, whether it counts as a right answer; at least one does
         * @param weight how much the row counts
         */
        Row(int[] traits, double[] values, double[] offsets, boolean[] isRight, double weight) {
            this.traits = traits;
            this.values = values;
            this.offsets = offsets;
            this.isRight = isRight;
            this.weight = weight;
        }
    }

    private static final int STEPS = 80;
    private static final int MEMORY = 10;
    private static final double ENOUGH = 1e-4;
    private static final double SCALE_PULL = 5;

    private final List<Row> rows;
    private final int classes;
    private final int size;
    private final double pull;

    /**
     * Ready to fit.
     *
     * @param pull strength of the quadratic penalty that draws weights towards 0
     */
    LogisticFit(List<Row> rows, int traits, int classes, double pull) {
        this.rows = rows;
        this.classes = classes;
        this.size = traits * classes + 1;
        this.pull = pull;
    }

    /** Weights, trait by trait and in each class by class; the scale is the last number. */
    double[] fit() {
        double[] at = new double[size];
        at[size - 1] = 1;
        double[] slope = new double[size];
        double loss = loss(at, slope);
        Deque<double[][]> memory = new ArrayDeque<>();
        for (int step = 0; step < STEPS; step++) {
            double[] way = direction(slope, memory);
            double descent = dot(way, slope);
            double length = memory.isEmpty() ? 1 / Math.max(1, Math.sqrt(dot(slope, slope))) : 1;
            double[] next = new double[size];
            double[] nextSlope = new double[size];
            double nextLoss = Double.POSITIVE_INFINITY;
            for (int tries = 0; tries < 30; tries++) {
                for (int i = 0; i < size; i++) {
                    next[i] = at[i] + length * way[i];
                }
                nextLoss = loss(next, nextSlope);
                if (nextLoss <= loss + 1e-4 * length * descent) {
                    break;
                }
                length /= 2;
            }
            if (!(nextLoss < loss)) {
                return at;
            }
            double[] moved = new double[size];
            double[] bent = new double[size];
            for (int i = 0; i < size; i++) {
                moved[i] = next[i] - at[i];
                bent[i] = nextSlope[i] - slope[i];
            }
            if (dot(moved, bent) > 1e-12) {
                memory.addLast(new double[][] {moved, bent});
                if (memory.size() > MEMORY) {
                    memory.removeFirst();
                }
            }
            boolean isEnough = loss - nextLoss < ENOUGH * 1e-2 && Math.sqrt(dot(nextSlope, nextSlope)) < ENOUGH * 100;
            at = next;
            slope = nextSlope;
            loss = nextLoss;
            if (isEnough) {
                return at;
            }
        }
        return at;
    }

    private static double[] direction(double[] slope, Deque<double[][]> memory) {
        double[] way = slope.clone();
        double[] factors = new double[memory.size()];
        int k = memory.size();
        for (Iterator<double[][]> back = memory.descendingIterator(); back.hasNext(); ) {
            double[][] pair = back.next();
            k--;
            factors[k] = dot(pair[0], way) / dot(pair[0], pair[1]);
            add(way, pair[1], -factors[k]);
        }
        if (!memory.isEmpty()) {
            double[][] last = memory.getLast();
            double size = dot(last[0], last[1]) / dot(last[1], last[1]);
            for (int i = 0; i < way.length; i++) {
                way[i] *= size;
            }
        }
        for (double[][] pair : memory) {
            double factor = dot(pair[1], way) / dot(pair[0], pair[1]);
            add(way, pair[0], factors[k] - factor);
            k++;
        }
        for (int i = 0; i < way.length; i++) {
            way[i] = -way[i];
        }
        return way;
    }

    private static void add(double[] to, double[] what, double factor) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The penalised loss, with its slope written into {@code slope}. */
    private double loss(double[] at, double[] slope) {
        double loss = 0;
        for (int i = 0; i < size - 1; i++) {
            loss += pull / 2 * at[i] * at[i];
            slope[i] = pull * at[i];
        }
        double scale = at[size - 1];
        loss += SCALE_PULL / 2 * (scale - 1) * (scale - 1);
        slope[size - 1] = SCALE_PULL * (scale - 1);
        double[] part = new double[classes];
        for (Row row : rows) {
            for (int c = 0; c < classes; c++) {
                part[c] = scale * row.offsets[c];
            }
            for (int t = 0; t < row.traits.length; t++) {
                int from = row.traits[t] * classes;
                double value = row.values[t];
                for (int c = 0; c < classes; c++) {
                    part[c] += at[from + c] * value;
                }
            }
            double right = share(part, row.isRight);
            loss -= row.weight * StrictMath.log(Math.max(right, 1e-300));
            for (int c = 0; c < classes; c++) {
                double wanted = row.isRight[c] ? part[c] / Math.max(right, 1e-300) : 0;
                double push = row.weight * (part[c] - wanted);
                slope[size - 1] += push * row.offsets[c];
                for (int t = 0; t < row.traits.length; t++) {
                    slope[row.traits[t] * classes + c] += push * row.values[t];
                }
            }
        }
        return loss;
    }

    /** Turns scores into shares of 1 in place and returns that of the right classes. */
    static double share(double[] scores, boolean[] isRight) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            scores[c] = StrictMath.exp(scores[c] - most);
            sum += scores[c];
        }
        double right = 0;
        for (int c = 0; c < scores.length; c++) {
            scores[c] /= sum;
            right += isRight[c] ? scores[c] : 0;
        }
        return right;
    }
}
