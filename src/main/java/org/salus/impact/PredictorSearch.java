package org.salus.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Weights of predictors and of donors for a synthetic control, by nested optimisation (A. Abadie and J. Gardeazabal, American Economic Review 93, 2003, appendix B): for given weights
 * of the predictors the donors are weighted so that they meet the treated unit's predictors; the predictors' weights are those under which the outcome before is met best.
 *
 * <p>The outer problem has many local solutions, and which one is found moves the result. The usual search begins at equal weights and at weights from a regression of the
 * outcome on the predictors, as the authors' own software does; the wide one begins at many further places, always the same.
 */
final class PredictorSearch {
    private static final long SEED = 2_003;
    private static final int WIDE_LOOKS = 4_000;
    private static final int WIDE_STARTS = 12;
    private static final int ROUNDS = 3;
    /** Logarithms of weights beyond this weigh nothing in double precision. */
    private static final double FARTHEST = 30;

    /**
     * What was found.
     *
     * @param predictors their weights, adding to one; empty where there are no predictors
     * @param donors their weights, adding to one
     * @param loss mean square of what is missed of the outcome over the window of the fit
     */
    record Found(List<Double> predictors, List<Double> donors, double loss) {}

    private final double[][] differences;
    private final double[] target;
    private final double[][] outcomes;
    private final double[][] scaled;
    private final Course course;

    /**
     * A search.
     *
     * @param predictors per unit its predictors, the treated unit first
     * @param outcomes per unit its outcome over the window of the fit, the treated unit first
     * @param course asked at every try whether it goes on
     */
    PredictorSearch(double[][] predictors, double[][] outcomes, Course course) {
        int units = predictors.length;
        int count = predictors[0].length;
        this.outcomes = outcomes;
        this.course = course;
        this.target = outcomes[0];
        this.scaled = new double[units][count];
        for (int k = 0; k < count; k++) {
            double[] column = new double[units];
            for (int unit = 0; unit < units; unit++) {
                column[unit] = predictors[unit][k];
            }
            double spread = Math.sqrt(Numbers.variance(column));
            for (int unit = 0; unit < units; unit++) {
                scaled[unit][k] = spread == 0 ? 0 : predictors[unit][k] / spread;
            }
        }
        this.differences = new double[units - 1][count];
        for (int donor = 1; donor < units; donor++) {
            for (int k = 0; k < count; k++) {
                differences[donor - 1][k] = scaled[donor][k] - scaled[0][k];
            }
        }
    }

    /** The weights of donors that meet the outcome itself best, which no weights of predictors can undercut. */
    static Found onOutcome(double[][] outcomes) {
        double[][] corners = new double[outcomes.length - 1][outcomes[0].length];
        for (int donor = 0; donor < corners.length; donor++) {
            for (int time = 0; time < corners[donor].length; time++) {
                corners[donor][time] = outcomes[donor + 1][time] - outcomes[0][time];
            }
        }
        double[] weights = SimplexFit.nearest(corners);
        return new Found(List.of(), listed(weights), loss(weights, outcomes));
    }

    /**
     * The usual search, from two starts, in small steps of the weights themselves.
     *
     * @param most how often weights of predictors are tried per start
     */
    Found usual(int most) {
        int count = scaled[0].length;
        double[] even = new double[count];
        Arrays.fill(even, 1.0 / count);
        Found best = from(even, PredictorSearch::shares, 0.1, most);
        double[] regression = regression();
        if (regression.length > 0) {
            Found other = from(regression, PredictorSearch::shares, 0.1, most);
            best = other.loss() < best.loss() ? other : best;
        }
        return best;
    }

    /** The wide search, from many starts, in steps of the weights' logarithms; never worse than what is handed in. */
    Found wide(Found known, int most) {
        int count = scaled[0].length;
        Random random = new Random(SEED);
        List<PointValuePair> looks = new ArrayList<>();
        for (int look = 0; look < WIDE_LOOKS; look++) {
            double[] start = new double[count];
            for (int k = 0; k < count; k++) {
                start[k] = -14 * random.nextDouble();
            }
            looks.add(new PointValuePair(start, loss(fromLogarithms(start))));
        }
        looks.sort(Comparator.comparingDouble(PointValuePair::getValue));
        return Stream.concat(
                        Stream.of(new double[count]),
                        looks.stream().limit(WIDE_STARTS).map(PointValuePair::getPoint))
                .toList()
                .parallelStream()
                .map(look -> from(look, PredictorSearch::fromLogarithms, 2, most))
                .reduce(known, (one, other) -> other.loss() < one.loss() * (1 - 1e-9) ? other : one);
    }

    private Found from(double[] start, UnaryOperator<double[]> weights, double size, int most) {
        double[] point = start;
        double loss = loss(weights.apply(start));
        // A simplex that has collapsed is unfolded again where it ended.
        for (int round = 0; round < ROUNDS; round++) {
            double largest = Arrays.stream(point).map(Math::abs).max().orElseThrow();
            PointValuePair end = descend(point, weights, size >= 1 ? size : size * largest, most / ROUNDS);
            boolean isDone = end.getValue() >= loss * (1 - 1e-10);
            if (end.getValue() < loss) {
                loss = end.getValue();
                point = end.getPoint();
            }
            if (isDone) {
                break;
            }
        }
        double[] found = weights.apply(point);
        double[] donors = donors(found);
        return new Found(listed(found), listed(donors), loss(donors, outcomes));
    }

    private PointValuePair descend(double[] start, UnaryOperator<double[]> weights, double size, int most) {
        // The optimiser throws where its measure is full, and forgets what it found: so it is remembered here.
        double[][] best = {start.clone()};
        double[] least = {loss(weights.apply(start))};
        MultivariateFunction watched = point -> {
            double loss = loss(weights.apply(point));
            if (loss < least[0]) {
                least[0] = loss;
                best[0] = point.clone();
            }
            return loss;
        };
        try {
            new SimplexOptimizer(new SimpleValueChecker(1e-12, 1e-18))
                    .optimize(
                            new MaxEval(most),
                            new ObjectiveFunction(watched),
                            GoalType.MINIMIZE,
                            new InitialGuess(start),
                            new NelderMeadSimplex(start.length, size));
        } catch (MathIllegalStateException measureIsFull) {
            return new PointValuePair(best[0], least[0]);
        }
        return new PointValuePair(best[0], least[0]);
    }

    /** Weights as the squared coefficients of a regression of the outcome of all units on their predictors; empty where units are too few for it. */
    private double[] regression() {
        int units = scaled.length;
        int count = scaled[0].length;
        if (units < count + 2) {
            return new double[0];
        }
        double[][] gram = new double[count + 1][count + 1];
        for (double[] row : scaled) {
            for (int i = 0; i <= count; i++) {
                for (int j = 0; j <= count; j++) {
                    gram[i][j] += with(row, i) * with(row, j);
                }
            }
        }
        double[][] inverse = LinearSystem.inverse(gram);
        if (inverse.length == 0) {
            return new double[0];
        }
        double[] sums = new double[count];
        for (int time = 0; time < target.length; time++) {
            double[] right = new double[count + 1];
            for (int unit = 0; unit < units; unit++) {
                for (int i = 0; i <= count; i++) {
                    right[i] += with(scaled[unit], i) * outcomes[unit][time];
                }
            }
            for (int k = 0; k < count; k++) {
                double coefficient = SimplexFit.dot(inverse[k + 1], right);
                sums[k] += coefficient * coefficient;
            }
        }
        double all = Arrays.stream(sums).sum();
        return Arrays.stream(sums).map(sum -> sum / all).toArray();
    }

    private static double with(double[] row, int index) {
        return index == 0 ? 1 : row[index - 1];
    }

    private double loss(double[] weights) {
        course.goesOn();
        return loss(donors(weights), outcomes);
    }

    private static double loss(double[] weights, double[][] outcomes) {
        double sum = 0;
        for (int time = 0; time < outcomes[0].length; time++) {
            double gap = outcomes[0][time];
            for (int donor = 0; donor < weights.length; donor++) {
                if (weights[donor] != 0) {
                    gap -= weights[donor] * outcomes[donor + 1][time];
                }
            }
            sum += gap * gap;
        }
        return sum / outcomes[0].length;
    }

    private static double[] fromLogarithms(double[] logarithms) {
        double largest = Arrays.stream(logarithms).max().orElseThrow();
        return shares(Arrays.stream(logarithms)
                .map(each -> Math.exp(Math.max(each - largest, -FARTHEST)))
                .toArray());
    }

    private static double[] shares(double[] sizes) {
        double sum = Arrays.stream(sizes).map(Math::abs).sum();
        return Arrays.stream(sizes).map(size -> Math.abs(size) / sum).toArray();
    }

    private double[] donors(double[] weights) {
        double[] roots = Arrays.stream(weights).map(Math::sqrt).toArray();
        double[][] corners = new double[differences.length][roots.length];
        for (int donor = 0; donor < corners.length; donor++) {
            for (int k = 0; k < roots.length; k++) {
                corners[donor][k] = roots[k] * differences[donor][k];
            }
        }
        return SimplexFit.nearest(corners);
    }

    private static List<Double> listed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
