package org.salus.impact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Sentence;

/**
 * What a method says of a table, with everything it rests on. The same for every method; lists a method does not fill are empty.
 *
 * @param method its, did, synth or sdid
 * @param outcome the column that was looked at
 * @param data what was used
 * @param estimate the main figure
 * @param verdict in words no surer than the figures
 * @param fit how well it fits
 * @param weights of control units, largest first, those above nothing
 * @param timeWeights of times before
 * @param predictorWeights of predictors, largest first
 * @param series observed and expected, per time; of several treated units their mean
 * @param coefficients other figures: terms of a regression, effects by time since the beginning
 * @param placebos pretended treatments
 * @param placeboGaps of pretended treatments of others, per time what they have more than expected; only of a synthetic control
 * @param tests of what the method takes for granted
 * @param alternatives the main figure by other choices
 * @param assumptions what has to hold and cannot be seen in the table
 * @param spillover the question nobody but people can answer: whether others were touched too
 * @param choices every choice that moves the result, as it was made
 */
public record ImpactAnswer(
        String method,
        String outcome,
        Data data,
        Estimate estimate,
        Verdict verdict,
        List<Measure> fit,
        List<Weight> weights,
        List<Weight> timeWeights,
        List<Weight> predictorWeights,
        List<Point> series,
        List<Coefficient> coefficients,
        List<Placebo> placebos,
        List<Gaps> placeboGaps,
        List<Test> tests,
        List<Alternative> alternatives,
        List<Sentence> assumptions,
        Sentence spillover,
        List<Sentence> choices) {
    /** Never changes. */
    public ImpactAnswer {
        fit = List.copyOf(fit);
        weights = List.copyOf(weights);
        timeWeights = List.copyOf(timeWeights);
        predictorWeights = List.copyOf(predictorWeights);
        series = List.copyOf(series);
        coefficients = List.copyOf(coefficients);
        placebos = List.copyOf(placebos);
        placeboGaps = List.copyOf(placeboGaps);
        tests = List.copyOf(tests);
        alternatives = List.copyOf(alternatives);
        assumptions = List.copyOf(assumptions);
        choices = List.copyOf(choices);
    }

    /**
     * What was used.
     *
     * @param rows of the table, after what was left out
     * @param treated names of treated units
     * @param controls how many others
     * @param from first treated time of any
     * @param before how many times lie before it
     * @param after how many do not
     */
    public record Data(int rows, List<String> treated, int controls, String from, int before, int after) {}

    /**
     * The main figure.
     *
     * @param value in the outcome's unit; of counts a ratio
     * @param what it is
     * @param standardError where there is one; of a ratio that of its logarithm
     * @param lower end of the interval, where there is one
     * @param upper end of the interval, where there is one
     * @param interval what the interval is, or why there is none
     * @param p how often so much comes without cause, from 0 to 1, where it can be told
     */
    public record Estimate(
            double value,
            Sentence what,
            @Nullable Double standardError,
            @Nullable Double lower,
            @Nullable Double upper,
            Sentence interval,
            @Nullable Double p) {}

    /** What it comes to. */
    public record Verdict(VerdictKind kind, Sentence says) {}

    /** A figure of a fit under a name for programs. */
    public record Measure(String name, double value, Sentence says) {}

    /** How much something counts, from 0 to 1. */
    public record Weight(String name, double weight) {}

    /** One time. */
    public record Point(String time, double observed, double expected, double gap) {}

    /** A further figure with its standard error, where there is one. */
    public record Coefficient(
            String name, double value, @Nullable Double standardError) {}

    /**
     * A pretended treatment.
     *
     * @param kind in_space: of a unit that was not treated; in_time: at a time before; without: without one control
     * @param effect what was found there
     * @param before root mean square of what is missed before, where there is one
     * @param ratio of after to before, where there is one
     * @param p where there is one
     */
    public record Placebo(
            String kind,
            String name,
            double effect,
            @Nullable Double before,
            @Nullable Double ratio,
            @Nullable Double p) {}

    /**
     * The gaps of a pretended treatment.
     *
     * @param name of the unit
     * @param gaps one for each time of the series
     */
    public record Gaps(String name, List<Double> gaps) {
        /** Never changes. */
        public Gaps {
            gaps = List.copyOf(gaps);
        }
    }

    /** A test with what it says. */
    public record Test(
            String name, double statistic, @Nullable Double p, Sentence says) {}

    /** The main figure by another choice. */
    public record Alternative(String name, double effect, Sentence says, List<Weight> weights) {}
}
