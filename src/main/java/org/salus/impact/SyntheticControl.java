package org.salus.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Synthetic control (A. Abadie and J. Gardeazabal, American Economic Review 93, 2003; A. Abadie, A. Diamond and J. Hainmueller, Journal of the American Statistical Association 105,
 * 2010): a weighted mean of units that were not treated stands in for what the treated one would have been. Without predictors the weights meet the outcome itself.
 */
final class SyntheticControl {
    private static final double LARGEST_RATIO = 1e12;
    private static final int TRIES = 6_000;
    private static final int WIDE_TRIES = 3_000;
    private static final int PLACEBO_TRIES = 900;

    /**
     * Where things are looked for, as indices of times.
     *
     * @param fitFrom first time of the window over which the fit is measured
     * @param fitUntil the time after the last one
     * @param effectFrom first time of the window over which the effect is averaged
     * @param effectUntil the time after the last one
     */
    record Windows(int fitFrom, int fitUntil, int effectFrom, int effectUntil) {}

    /**
     * A unit beside its synthetic double.
     *
     * @param gaps what the unit has more than its double, per time
     * @param effect mean gap over the window of the effect
     * @param before root of the mean square gap over the window of the fit
     * @param after the same over the window of the effect
     */
    record Twin(
            String unit, PredictorSearch.Found found, List<Double> gaps, double effect, double before, double after) {
        /** How much larger the gaps after are; after a fit without any gap the largest figure that is told. */
        double ratio() {
            return after == 0 ? 0 : Math.min(after / before, LARGEST_RATIO);
        }

        /** Whether it meets its double throughout but for rounding: then it tells nothing of how far units stray by chance. */
        boolean isExact(double rounding) {
            return before <= rounding && after <= rounding;
        }
    }

    private final Panel panel;
    private final double[][] predictors;
    private final Course course;
    private final int treated;
    private final int[] donors;

    /**
     * A question to the method.
     *
     * @param panel in which just one unit is treated
     * @param predictors per unit of the panel; rows of length 0 where the outcome itself is to be met
     * @param course told of each part that is done but the first
     */
    SyntheticControl(Panel panel, double[][] predictors, Course course) {
        this.panel = panel;
        this.predictors = predictors;
        this.course = course;
        this.treated = panel.treated()[0];
        this.donors = panel.controls();
    }

    /** The treated unit, by the usual search. */
    Twin main(Windows windows) {
        return twin(treated, donors, windows, TRIES, false);
    }

    /** The treated unit, by the wide search. */
    Twin wide(Windows windows) {
        return twin(treated, donors, windows, TRIES, true);
    }

    /** The treated unit by the outcome alone: no predictors can fit better. */
    Twin onOutcome(Windows windows) {
        return twin(treated, donors, PredictorSearch.onOutcome(outcomes(treated, donors, windows)), windows);
    }

    /** Each donor as if it had been treated, with the other donors as its own. */
    List<Twin> inSpace(Windows windows) {
        return Arrays.stream(donors)
                .parallel()
                .mapToObj(donor -> {
                    Twin twin = twin(
                            donor,
                            Arrays.stream(donors)
                                    .filter(other -> other != donor)
                                    .toArray(),
                            windows,
                            PLACEBO_TRIES,
                            false);
                    course.step();
                    return twin;
                })
                .toList();
    }

    /** The treated unit without one donor after the other, of those with weight. */
    List<Twin> withoutEach(Twin main, Windows windows) {
        return IntStream.range(0, donors.length)
                .filter(donor -> weighs(main, donor))
                .parallel()
                .mapToObj(out -> {
                    Twin twin = twin(
                            treated,
                            Arrays.stream(donors)
                                    .filter(donor -> donor != donors[out])
                                    .toArray(),
                            windows,
                            TRIES,
                            false);
                    course.step();
                    return new Twin(
                            panel.units().get(donors[out]),
                            twin.found(),
                            twin.gaps(),
                            twin.effect(),
                            twin.before(),
                            twin.after());
                })
                .toList();
    }

    private static boolean weighs(Twin main, int donor) {
        return main.found().donors().get(donor) > 1e-4;
    }

    /** How many donors carry weight. */
    int countWeighing(Twin main) {
        return (int) IntStream.range(0, donors.length)
                .filter(donor -> weighs(main, donor))
                .count();
    }

    /**
     * The treated unit with a pretended beginning earlier: fitted before it, looked at from it to the true beginning.
     *
     * @param pretended index of a time within the window of the fit; predictors stay as they are, also those measured later
     */
    Twin inTime(int pretended, Windows windows) {
        return twin(
                treated,
                donors,
                new Windows(windows.fitFrom(), pretended, pretended, windows.fitUntil()),
                PLACEBO_TRIES * 2,
                false);
    }

    int[] donors() {
        return donors.clone();
    }

    private double[][] outcomes(int unit, int[] from, Windows windows) {
        return IntStream.concat(IntStream.of(unit), Arrays.stream(from))
                .mapToObj(each -> Numbers.slice(panel.of(each), windows.fitFrom(), windows.fitUntil()))
                .toArray(double[][]::new);
    }

    private Twin twin(int unit, int[] from, Windows windows, int tries, boolean isWide) {
        double[][] outcomes = outcomes(unit, from, windows);
        if (predictors[0].length == 0) {
            return twin(unit, from, PredictorSearch.onOutcome(outcomes), windows);
        }
        double[][] chosen = IntStream.concat(IntStream.of(unit), Arrays.stream(from))
                .mapToObj(each -> predictors[each])
                .toArray(double[][]::new);
        PredictorSearch search = new PredictorSearch(chosen, outcomes, course);
        PredictorSearch.Found found = search.usual(tries);
        return twin(unit, from, isWide ? search.wide(found, WIDE_TRIES) : found, windows);
    }

    private Twin twin(int unit, int[] from, PredictorSearch.Found found, Windows windows) {
        List<Double> gaps = new ArrayList<>();
        for (int time = 0; time < panel.times().size(); time++) {
            double gap = panel.at(unit, time);
            for (int donor = 0; donor < from.length; donor++) {
                gap -= found.donors().get(donor) * panel.at(from[donor], time);
            }
            gaps.add(gap);
        }
        double[] all = gaps.stream().mapToDouble(Double::doubleValue).toArray();
        double[] after = Numbers.slice(all, windows.effectFrom(), windows.effectUntil());
        return new Twin(
                panel.units().get(unit),
                found,
                gaps,
                Numbers.mean(after),
                Numbers.rootMeanSquare(Numbers.slice(all, windows.fitFrom(), windows.fitUntil())),
                Numbers.rootMeanSquare(after));
    }
}
