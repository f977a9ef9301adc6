package org.salus.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An interrupted time series: one series with a level and a trend before, and what changed of both after (J. Lopez Bernal, S. Cummins and A. Gasparrini, International Journal of
 * Epidemiology 46, 2017), with harmonic terms for seasons. Linear, or with a logarithmic link for counts, fitted by iteratively reweighted least squares.
 */
final class InterruptedSeries {
    private static final int MOST_ROUNDS = 100;
    private static final int MOST_DATES = 20;

    /** How figures are spread around what is expected. */
    enum Model {
        LINEAR,
        /** Counts whose variance is their mean. */
        POISSON,
        /** Counts whose variance is a multiple of their mean. */
        QUASI_POISSON
    }

    /** Where standard errors come from. */
    enum Errors {
        /** W. Newey and K. West, Econometrica 55, 1987: they bear that neighbours in time resemble each other. */
        NEWEY_WEST,
        /** The model's own, which take times for independent. */
        MODEL
    }

    /**
     * What is fitted.
     *
     * @param period times a season lasts, 0 without seasons
     * @param harmonics pairs of sine and cosine per season
     */
    record Design(Model model, Errors errors, int period, int harmonics) {
        int terms() {
            return 4 + (period == 0 ? 0 : 2 * harmonics);
        }
    }

    /**
     * One term of the regression; of counts on the scale of logarithms.
     *
     * @param name intercept, time, after, time_since, sine_1, cosine_1 …
     */
    record Term(String name, double value, double error) {}

    /**
     * A fit.
     *
     * @param effect mean difference over the times after from what the trend before would have led to; of counts the logarithm of the ratio, at the middle of the times after
     * @param expected what the trend before leads to, per time
     * @param fitted per time
     * @param dispersion Pearson's chi-squared by degrees of freedom; of a linear model the variance of residuals
     * @param lags how many neighbours the errors reckon with
     * @param ljungBox whether residuals resemble their neighbours
     * @param durbinWatson 2 where they do not
     */
    record Fit(
            Differences.Effect effect,
            List<Term> terms,
            List<Double> expected,
            List<Double> fitted,
            double dispersion,
            int lags,
            Differences.Test ljungBox,
            double durbinWatson) {}

    private final double[] series;
    private final Design design;
    /** Seasonal terms of each time of a season. */
    private final double[][] seasons;

    /**
     * A series to be fitted.
     *
     * @param series one figure per time, without gaps
     */
    InterruptedSeries(double[] series, Design design) {
        this.series = series;
        this.design = design;
        this.seasons = new double[design.period()][design.terms() - 4];
        for (int time = 0; time < seasons.length; time++) {
            for (int k = 0; k < seasons[time].length; k++) {
                double angle = 2 * Math.PI * (k / 2 + 1) * time / design.period();
                seasons[time][k] = k % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
            }
        }
    }

    /** The fewest times on either side with which a break can be told from noise at all. */
    int leastOnOneSide() {
        return Math.max(3, (design.terms() + 3) / 2);
    }

    /**
     * Fits with a break.
     *
     * @param from index of the first time after
     * @throws ArithmeticException if the terms cannot be told apart
     */
    Fit fit(int from) {
        return fit(series, from);
    }

    /** How often a pretended date before the true one would have been taken for a break, and how many were tried: dates with enough times on both sides, evenly spread. */
    List<Dated> pretended(int from) {
        double[] before = Numbers.slice(series, 0, from);
        int least = leastOnOneSide();
        int room = from - 2 * least + 1;
        if (room < 1) {
            return List.of();
        }
        int count = Math.min(room, MOST_DATES);
        List<Dated> dates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int date = least + (count == 1 ? 0 : (int) ((long) i * (room - 1) / (count - 1)));
            dates.add(new Dated(date, fit(before, date).effect()));
        }
        return List.copyOf(dates);
    }

    /**
     * What a pretended break would have shown.
     *
     * @param date index of its first time
     */
    record Dated(int date, Differences.Effect effect) {}

    private Fit fit(double[] figures, int from) {
        int count = figures.length;
        int terms = design.terms();
        double[][] rows = new double[count][];
        for (int time = 0; time < count; time++) {
            rows[time] = row(time, from, count);
        }
        boolean isCount = design.model() != Model.LINEAR;
        double[] linear = new double[count];
        double[] weights = new double[count];
        double[] working = new double[count];
        double[] terminal = new double[terms];
        double[][] inverse = new double[0][];
        double deviance = Double.POSITIVE_INFINITY;
        for (int round = 0; round < (isCount ? MOST_ROUNDS : 1); round++) {
            for (int time = 0; time < count; time++) {
                double mean = isCount ? (round == 0 ? figures[time] + 0.1 : Math.exp(linear[time])) : 1;
                weights[time] = mean;
                working[time] = isCount ? Math.log(mean) + (figures[time] - mean) / mean : figures[time];
            }
            inverse = LinearSystem.inverse(gram(rows, weights));
            if (inverse.length == 0) {
                throw new ArithmeticException("terms that cannot be told apart");
            }
            double[] right = new double[terms];
            for (int time = 0; time < count; time++) {
                for (int k = 0; k < terms; k++) {
                    right[k] += rows[time][k] * weights[time] * working[time];
                }
            }
            double now = 0;
            for (int k = 0; k < terms; k++) {
                terminal[k] = SimplexFit.dot(inverse[k], right);
            }
            for (int time = 0; time < count; time++) {
                linear[time] = SimplexFit.dot(rows[time], terminal);
                if (isCount) {
                    double mean = Math.exp(linear[time]);
                    now += 2
                            * ((figures[time] == 0 ? 0 : figures[time] * Math.log(figures[time] / mean))
                                    - figures[time]
                                    + mean);
                }
            }
            if (Math.abs(deviance - now) <= 1e-12 * (Math.abs(now) + 0.1)) {
                break;
            }
            deviance = now;
        }
        return told(figures, from, rows, linear, terminal, inverse);
    }

    private Fit told(double[] figures, int from, double[][] rows, double[] linear, double[] terms, double[][] bread) {
        int count = figures.length;
        boolean isCount = design.model() != Model.LINEAR;
        double[] residuals = new double[count];
        double[] pearson = new double[count];
        double[] means = new double[count];
        for (int time = 0; time < count; time++) {
            means[time] = isCount ? Math.exp(linear[time]) : linear[time];
            residuals[time] = figures[time] - means[time];
            pearson[time] = isCount ? residuals[time] / Math.sqrt(means[time]) : residuals[time];
        }
        double freedom = count - (double) terms.length;
        double dispersion = SimplexFit.dot(pearson, pearson) / freedom;
        int lags = (int) Math.floor(4 * Math.pow(count / 100.0, 2.0 / 9));
        // The information of counts is weighted by their means as last fitted.
        double[][] inverse = isCount ? LinearSystem.inverse(gram(rows, means)) : bread;
        if (inverse.length == 0) {
            throw new ArithmeticException("terms that cannot be told apart");
        }
        double[][] covariance = design.errors() == Errors.NEWEY_WEST
                ? around(inverse, meat(rows, residuals, lags), count / freedom)
                : scaled(inverse, design.model() == Model.POISSON ? 1 : dispersion);
        double[] contrast = contrast(from, count, terms.length);
        double variance = 0;
        for (int i = 0; i < terms.length; i++) {
            variance += contrast[i] * SimplexFit.dot(covariance[i], contrast);
        }
        List<Double> expected = new ArrayList<>();
        for (int time = 0; time < count; time++) {
            double without = linear[time] - rows[time][2] * terms[2] - rows[time][3] * terms[3];
            expected.add(isCount ? Math.exp(without) : without);
        }
        double reads =
                design.model() == Model.POISSON && design.errors() == Errors.MODEL ? Double.POSITIVE_INFINITY : freedom;
        return new Fit(
                new Differences.Effect(SimplexFit.dot(contrast, terms), Math.sqrt(variance), reads),
                named(terms, covariance, count),
                expected,
                Arrays.stream(means).boxed().toList(),
                dispersion,
                lags,
                ljungBox(pearson),
                durbinWatson(pearson));
    }

    /** Trends are counted in lengths of the series, so that large numbers of times do no harm to the arithmetic. */
    private double[] row(int time, int from, int count) {
        double[] row = new double[design.terms()];
        row[0] = 1;
        row[1] = (double) time / count;
        row[2] = time >= from ? 1 : 0;
        row[3] = time >= from ? (double) (time - from) / count : 0;
        if (row.length > 4) {
            System.arraycopy(seasons[time % design.period()], 0, row, 4, row.length - 4);
        }
        return row;
    }

    /** The mean over the times after of the change of level plus that of trend. */
    private static double[] contrast(int from, int count, int terms) {
        double[] contrast = new double[terms];
        contrast[2] = 1;
        contrast[3] = (count - from - 1) / 2.0 / count;
        return contrast;
    }

    private static List<Term> named(double[] terms, double[][] covariance, int count) {
        List<Term> named = new ArrayList<>();
        for (int k = 0; k < terms.length; k++) {
            double unit = k == 1 || k == 3 ? count : 1;
            String name = switch (k) {
                case 0 -> "intercept";
                case 1 -> "time";
                case 2 -> "after";
                case 3 -> "time_since";
                default -> (k % 2 == 0 ? "sine_" : "cosine_") + (k - 2) / 2;
            };
            named.add(new Term(name, terms[k] / unit, Math.sqrt(covariance[k][k]) / unit));
        }
        return named;
    }

    private static double[][] gram(double[][] rows, double[] weights) {
        int terms = rows[0].length;
        double[][] gram = new double[terms][terms];
        for (int time = 0; time < rows.length; time++) {
            double[] row = rows[time];
            for (int i = 0; i < terms; i++) {
                double left = weights[time] * row[i];
                for (int j = 0; j <= i; j++) {
                    gram[i][j] += left * row[j];
                }
            }
        }
        for (int i = 0; i < terms; i++) {
            for (int j = 0; j < i; j++) {
                gram[j][i] = gram[i][j];
            }
        }
        return gram;
    }

    /**
     * Sum of the scores' products with themselves and, with weights that fall to nothing, with their neighbours'. Bartlett's weights are those of sums over windows that overlap, which takes one
     * pass however many lags there are.
     */
    private static double[][] meat(double[][] rows, double[] residuals, int lags) {
        int terms = rows[0].length;
        int width = lags + 1;
        double[][] meat = new double[terms][terms];
        double[] window = new double[terms];
        for (int end = 0; end < rows.length + lags; end++) {
            for (int k = 0; k < terms; k++) {
                window[k] += (end < rows.length ? residuals[end] * rows[end][k] : 0)
                        - (end >= width ? residuals[end - width] * rows[end - width][k] : 0);
            }
            for (int i = 0; i < terms; i++) {
                for (int j = 0; j <= i; j++) {
                    meat[i][j] += window[i] * window[j] / width;
                }
            }
        }
        for (int i = 0; i < terms; i++) {
            for (int j = 0; j < i; j++) {
                meat[j][i] = meat[i][j];
            }
        }
        return meat;
    }

    private static double[][] around(double[][] bread, double[][] meat, double factor) {
        int size = bread.length;
        double[][] half = new double[size][size];
        double[][] all = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < size; k++) {
                    half[i][j] += bread[i][k] * meat[k][j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                all[i][j] = factor * SimplexFit.dot(half[i], bread[j]);
            }
        }
        return all;
    }

    private static double[][] scaled(double[][] matrix, double factor) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).map(each -> each * factor).toArray())
                .toArray(double[][]::new);
    }

    /** G. Ljung and G. Box, Biometrika 65, 1978, over a fifth of the times, ten at most. */
    private static Differences.Test ljungBox(double[] residuals) {
        int count = residuals.length;
        int lags = Math.clamp(count / 5, 1, 10);
        double square = SimplexFit.dot(residuals, residuals);
        double sum = 0;
        for (int lag = 1; lag <= lags && square > 0; lag++) {
            double product = 0;
            for (int time = lag; time < count; time++) {
                product += residuals[time] * residuals[time - lag];
            }
            sum += product / square * (product / square) / (count - lag);
        }
        double statistic = count * (count + 2.0) * sum;
        return new Differences.Test(statistic, lags, Numbers.above(statistic, lags));
    }

    private static double durbinWatson(double[] residuals) {
        double square = SimplexFit.dot(residuals, residuals);
        double sum = 0;
        for (int time = 1; time < residuals.length; time++) {
            sum += Math.pow(residuals[time] - residuals[time - 1], 2);
        }
        return square == 0 ? 2 : sum / square;
    }
}
