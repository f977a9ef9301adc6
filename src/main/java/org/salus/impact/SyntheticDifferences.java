package org.salus.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Synthetic differences in differences (D. Arkhangelsky, S. Athey, D. Hirshberg, G. Imbens and S. Wager, American Economic Review 111, 2021): units and times are weighted so that
 * before the treatment controls run beside the treated units, then differences are taken. Regularisation, collapsed form and stopping rule are the published ones.
 */
final class SyntheticDifferences {
    private static final long SEED = 20_210_501;
    private static final int DRAWS = 200;

    /**
     * What one fit says.
     *
     * @param effect average over treated units and times; not a number where the steps of the controls do not differ, on whose spread the weights rest
     * @param unitWeights of the controls in their order; they add to one
     * @param timeWeights of the times before; they add to one
     * @param zetaUnits ridge of the unit weights, in the outcome's unit
     */
    record Fit(double effect, List<Double> unitWeights, List<Double> timeWeights, double zetaUnits) {}

    /**
     * A pretended treatment of controls, which had none.
     *
     * @param name of the control; of several, how many
     */
    record Placebo(String name, double effect) {}

    /** Which of the three related estimators. */
    enum Kind {
        SYNTHETIC_DIFFERENCES,
        /** Unit weights without intercept and next to no ridge, no time weights. */
        SYNTHETIC_CONTROL,
        /** Equal weights of all controls and times. */
        DIFFERENCES
    }

    private SyntheticDifferences() {}

    /**
     * Fits.
     *
     * @param outcome rows of controls, then rows of treated units
     * @param controls how many rows are controls
     * @param before how many columns lie before the treatment
     */
    static Fit fit(double[][] outcome, int controls, int before, Kind kind) {
        int treated = outcome.length - controls;
        int after = outcome[0].length - before;
        double noise = noise(outcome, controls, before);
        double zetaUnits = (kind == Kind.SYNTHETIC_CONTROL ? 1e-6 : Math.pow((double) treated * after, 0.25)) * noise;
        double[][] collapsed = collapsed(outcome, controls, before);
        if (kind != Kind.DIFFERENCES && noise <= Panel.rounding(outcome)) {
            return new Fit(Double.NaN, List.of(), List.of(), zetaUnits);
        }
        double[] units = new double[controls];
        double[] times = new double[before];
        if (kind == Kind.DIFFERENCES) {
            Arrays.fill(units, 1.0 / controls);
            Arrays.fill(times, 1.0 / before);
        } else {
            units = FrankWolfe.weights(
                    turned(collapsed, before),
                    new FrankWolfe.Manner(zetaUnits, kind == Kind.SYNTHETIC_DIFFERENCES, 1e-5 * noise));
            if (kind == Kind.SYNTHETIC_DIFFERENCES) {
                times = FrankWolfe.weights(
                        Arrays.copyOf(collapsed, controls), new FrankWolfe.Manner(1e-6 * noise, true, 1e-5 * noise));
            }
        }
        return new Fit(effect(collapsed, units, times), listed(units), listed(times), zetaUnits);
    }

    /** Every single control as if it had been treated; of several treated units, drawn sets of as many controls, always the same. */
    static List<Placebo> placebos(
            double[][] outcome, List<String> names, int controls, int before, Kind kind, Course course) {
        int treated = outcome.length - controls;
        if (countPlacebos(treated, controls) == 0) {
            return List.of();
        }
        if (treated == 1) {
            return IntStream.range(0, controls)
                    .parallel()
                    .mapToObj(chosen -> {
                        List<double[]> rows =
                                new ArrayList<>(Arrays.asList(outcome).subList(0, controls));
                        rows.add(rows.remove(chosen));
                        Placebo placebo = new Placebo(
                                names.get(chosen),
                                fit(rows.toArray(double[][]::new), controls - 1, before, kind)
                                        .effect());
                        course.step();
                        return placebo;
                    })
                    .toList();
        }
        Random random = new Random(SEED);
        List<List<double[]>> draws = new ArrayList<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            List<double[]> rows = new ArrayList<>(Arrays.asList(outcome).subList(0, controls));
            Collections.shuffle(rows, random);
            draws.add(rows);
        }
        return IntStream.range(0, DRAWS)
                .parallel()
                .mapToObj(draw -> {
                    Placebo placebo = new Placebo(
                            String.valueOf(draw + 1),
                            fit(draws.get(draw).toArray(double[][]::new), controls - treated, before, kind)
                                    .effect());
                    course.step();
                    return placebo;
                })
                .toList();
    }

    /** How many there are. */
    static int countPlacebos(int treated, int controls) {
        return controls <= treated + 1 ? 0 : treated == 1 ? controls : DRAWS;
    }

    /**
     * Standard error by leaving each unit out with weights held fixed (algorithm 3 of the article).
     *
     * @return not a number where it is not defined: a single treated unit, or a single control with weight
     */
    static double jackknife(double[][] outcome, int controls, int before, Fit fit) {
        int count = outcome.length;
        if (count - controls < 2
                || fit.unitWeights().stream().filter(weight -> weight > 0).count() < 2) {
            return Double.NaN;
        }
        double[] left = new double[count];
        for (int out = 0; out < count; out++) {
            List<double[]> rows = new ArrayList<>(Arrays.asList(outcome));
            rows.remove(out);
            List<Double> weights = new ArrayList<>(fit.unitWeights());
            if (out < controls) {
                weights.remove(out);
            }
            double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
            double[] units = weights.stream()
                    .mapToDouble(weight -> sum == 0 ? 1.0 / weights.size() : weight / sum)
                    .toArray();
            left[out] = effect(
                    collapsed(rows.toArray(double[][]::new), units.length, before),
                    units,
                    fit.timeWeights().stream().mapToDouble(Double::doubleValue).toArray());
        }
        return Math.sqrt((count - 1.0) * (count - 1.0) / count * Numbers.variance(left));
    }

    /** Spread of the changes from one time to the next in the controls before the treatment. */
    private static double noise(double[][] outcome, int controls, int before) {
        double[] changes = IntStream.range(0, controls)
                .boxed()
                .flatMapToDouble(unit ->
                        IntStream.range(1, before).mapToDouble(time -> outcome[unit][time] - outcome[unit][time - 1]))
                .toArray();
        return Math.sqrt(Numbers.variance(changes));
    }

    /** Controls and the mean of the treated units; times before and the mean of those after. */
    private static double[][] collapsed(double[][] outcome, int controls, int before) {
        double[][] small = new double[controls + 1][before + 1];
        for (int unit = 0; unit < outcome.length; unit++) {
            int row = Math.min(unit, controls);
            double share = unit < controls ? 1 : 1.0 / (outcome.length - controls);
            for (int time = 0; time < outcome[unit].length; time++) {
                int column = Math.min(time, before);
                small[row][column] += share * outcome[unit][time] / (time < before ? 1 : outcome[unit].length - before);
            }
        }
        return small;
    }

    private static double[][] turned(double[][] collapsed, int before) {
        double[][] turned = new double[before][collapsed.length];
        for (int time = 0; time < before; time++) {
            for (int unit = 0; unit < collapsed.length; unit++) {
                turned[time][unit] = collapsed[unit][time];
            }
        }
        return turned;
    }

    private static double effect(double[][] collapsed, double[] units, double[] times) {
        int controls = units.length;
        double effect = after(collapsed[controls], times);
        for (int unit = 0; unit < controls; unit++) {
            effect -= units[unit] * after(collapsed[unit], times);
        }
        return effect;
    }

    private static double after(double[] row, double[] times) {
        double difference = row[times.length];
        for (int time = 0; time < times.length; time++) {
            difference -= times[time] * row[time];
        }
        return difference;
    }

    private static List<Double> listed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
