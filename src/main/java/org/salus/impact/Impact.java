package org.salus.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.impact.ImpactAnswer.Alternative;
import org.salus.impact.ImpactAnswer.Data;
import org.salus.impact.ImpactAnswer.Estimate;
import org.salus.impact.ImpactAnswer.Measure;
import org.salus.impact.ImpactAnswer.Placebo;
import org.salus.impact.ImpactAnswer.Point;
import org.salus.impact.ImpactAnswer.Test;
import org.salus.impact.ImpactAnswer.Verdict;
import org.salus.impact.ImpactAnswer.Weight;

/** Asks a table what changed, by one of four methods. Pure: the same table and question give the same answer. */
public final class Impact {
    /** What is taken for chance: one in twenty. */
    static final double LEVEL = 0.05;

    private static final int MOST_DATES = 10;
    private static final double SHOWN = 1e-9;

    /** How predictor weights are searched for. */
    enum Search {
        /** From two starts in small steps, as the authors' own software: repeats published results. */
        USUAL,
        /** From many starts: what fits best of all that was found. */
        WIDE
    }

    private Impact() {}

    /**
     * An interrupted time series.
     *
     * @param model linear, poisson or quasi-poisson
     * @param errors newey-west or model
     * @param period times a season lasts, 0 without
     * @param harmonics pairs of terms per season
     * @throws Failure that says where the table or the question does not allow it
     */
    public static ImpactAnswer interrupted(
            PanelTable table, PanelQuestion question, String model, String errors, int period, int harmonics) {
        InterruptedSeries.Design design = new InterruptedSeries.Design(
                Choice.of(InterruptedSeries.Model.class, "model", model),
                Choice.of(InterruptedSeries.Errors.class, "errors", errors),
                period,
                harmonics);
        if (period < 0 || period == 1 || (period > 0 && (harmonics < 1 || harmonics > period / 2))) {
            throw Failure.wrongUse(Sentence.of("impact.its.no-season", period, harmonics))
                    .advising(Sentence.of("impact.its.no-season.advice"));
        }
        PanelReading read = PanelReading.series(table, question);
        return SeriesAnswer.of(read, question, design);
    }

    /**
     * Differences in differences.
     *
     * @throws Failure that says where the table or the question does not allow it
     */
    public static ImpactAnswer differences(PanelTable table, PanelQuestion question) {
        return DifferencesAnswer.of(PanelReading.panel(table, question), question);
    }

    /**
     * A synthetic control.
     *
     * @param search of the predictors' weights: usual, which repeats published results, or wide, which takes what fits best of all that was found
     * @throws Failure that says where the table or the question does not allow it
     */
    public static ImpactAnswer synthetic(PanelTable table, PanelQuestion question, String search) {
        return synthetic(table, question, search, Course.UNWATCHED);
    }

    /** The same while somebody looks on. */
    static ImpactAnswer synthetic(PanelTable table, PanelQuestion question, String search, Course course) {
        Search asked = Choice.of(Search.class, "search", search);
        PanelReading read = PanelReading.panel(table, question);
        Panel panel = read.panel();
        oneBeginning(panel);
        if (panel.treated().length != 1) {
            throw Failure.wrongUse(Sentence.of("impact.synth.one-unit", panel.treated().length))
                    .advising(Sentence.of("impact.synth.one-unit.advice"));
        }
        if (panel.controls().length < 2) {
            throw Failure.wrongUse(Sentence.of("impact.synth.two-donors", panel.controls().length));
        }
        int start = panel.firstStart();
        int[] fit = question.fit() == null ? new int[] {0, start - 1} : read.window(question.fit());
        int[] effect = question.effect() == null
                ? new int[] {start, panel.times().size() - 1}
                : read.window(question.effect());
        if (fit[1] >= start || effect[0] < start) {
            throw Failure.wrongUse(
                    Sentence.of("impact.synth.windows", panel.times().get(start)));
        }
        List<PredictorTerm> terms = PredictorTerm.read(question.predictors());
        double[][] predictors = read.predictors(terms, fit);
        SyntheticControl.Windows windows = new SyntheticControl.Windows(fit[0], fit[1] + 1, effect[0], effect[1] + 1);
        return new SyntheticAnswer(
                        read, question, terms, new SyntheticControl(panel, predictors, course), windows, asked, course)
                .answer();
    }

    /**
     * Synthetic differences in differences.
     *
     * @throws Failure that says where the table or the question does not allow it
     */
    public static ImpactAnswer syntheticDifferences(PanelTable table, PanelQuestion question) {
        return syntheticDifferences(table, question, Course.UNWATCHED);
    }

    /** The same while somebody looks on. */
    static ImpactAnswer syntheticDifferences(PanelTable table, PanelQuestion question, Course course) {
        PanelReading read = PanelReading.panel(table, question);
        Panel panel = read.panel();
        oneBeginning(panel);
        int start = panel.firstStart();
        int controls = panel.controls().length;
        if (controls < 2 || start < 2) {
            throw Failure.wrongUse(Sentence.of("impact.sdid.too-few", controls, start));
        }
        int[] order = IntStream.concat(Arrays.stream(panel.controls()), Arrays.stream(panel.treated()))
                .toArray();
        double[][] outcome = Arrays.stream(order).mapToObj(panel::of).toArray(double[][]::new);
        List<String> names = Arrays.stream(order).mapToObj(panel.units()::get).toList();
        SyntheticDifferences.Kind kind = SyntheticDifferences.Kind.SYNTHETIC_DIFFERENCES;
        SyntheticDifferences.Fit fit = SyntheticDifferences.fit(outcome, controls, start, kind);
        if (Double.isNaN(fit.effect())) {
            throw Failure.wrongUse(Sentence.of("impact.sdid.no-spread", controls))
                    .advising(Sentence.of("impact.sdid.no-spread.advice"));
        }
        course.effect(fit.effect());
        course.of(1 + SyntheticDifferences.countPlacebos(outcome.length - controls, controls));
        course.step();
        List<SyntheticDifferences.Placebo> placebos =
                SyntheticDifferences.placebos(outcome, names, controls, start, kind, course).stream()
                        .filter(each -> !Double.isNaN(each.effect()))
                        .toList();
        double jackknife = SyntheticDifferences.jackknife(outcome, controls, start, fit);
        double error = placebos.size() < 2
                ? jackknife
                : Math.sqrt(Numbers.variance(placebos.stream()
                        .mapToDouble(SyntheticDifferences.Placebo::effect)
                        .toArray()));
        Differences.Effect effect = new Differences.Effect(fit.effect(), error, Double.POSITIVE_INFINITY);
        List<Alternative> alternatives = new ArrayList<>();
        for (SyntheticDifferences.Kind other :
                List.of(SyntheticDifferences.Kind.DIFFERENCES, SyntheticDifferences.Kind.SYNTHETIC_CONTROL)) {
            SyntheticDifferences.Fit each = SyntheticDifferences.fit(outcome, controls, start, other);
            String name = other == SyntheticDifferences.Kind.DIFFERENCES ? "did" : "synth";
            alternatives.add(
                    new Alternative(name, each.effect(), Sentence.of("impact.sdid.alternative." + name), List.of()));
        }
        List<Weight> unitWeights = weights(names, fit.unitWeights());
        List<Placebo> told = new ArrayList<>();
        placebos.forEach(each -> told.add(new Placebo("in_space", each.name(), each.effect(), null, null, null)));
        List<Double> dates = new ArrayList<>();
        for (int pretended : dates(2, start)) {
            double[][] before = Arrays.stream(outcome)
                    .map(row -> Numbers.slice(row, 0, start))
                    .toArray(double[][]::new);
            double pretendedEffect =
                    SyntheticDifferences.fit(before, controls, pretended, kind).effect();
            // In the first times perhaps nothing had been counted anywhere yet.
            if (!Double.isNaN(pretendedEffect)) {
                dates.add(pretendedEffect);
                told.add(new Placebo("in_time", panel.times().get(pretended), pretendedEffect, null, null, null));
            }
        }
        Double p = placebos.isEmpty() ? null : permutation(fit.effect(), effects(placebos));
        Sentence interval = Double.isNaN(error)
                ? Sentence.of("impact.interval.none-units")
                : Sentence.of(
                        placebos.size() < 2 ? "impact.sdid.interval.jackknife" : "impact.sdid.interval.placebo",
                        placebos.size());
        List<Test> tests = new ArrayList<>();
        if (!Double.isNaN(jackknife)) {
            tests.add(new Test("jackknife_error", jackknife, null, Sentence.of("impact.sdid.jackknife")));
        }
        datesTest(fit.effect(), dates).ifPresent(tests::add);
        return new ImpactAnswer(
                "sdid",
                question.outcome(),
                data(read),
                new Estimate(
                        fit.effect(),
                        Sentence.of("impact.estimate.mean"),
                        known(error),
                        known(effect.lower()),
                        known(effect.upper()),
                        interval,
                        p),
                Verdicts.ofSyntheticDifferences(effect, p, placebos.size(), dates, panel.rounding()),
                List.of(
                        new Measure("zeta_units", fit.zetaUnits(), Sentence.of("impact.sdid.zeta")),
                        new Measure("times_before", start, Sentence.of("impact.fit.before"))),
                unitWeights,
                weights(panel.times(), fit.timeWeights()),
                List.of(),
                series(
                        panel,
                        IntStream.range(0, panel.times().size())
                                .mapToDouble(time -> shifted(outcome, controls, fit, time))
                                .toArray()),
                List.of(),
                told,
                List.of(),
                tests,
                alternatives,
                List.of(
                        Sentence.of("impact.assume.sdid.factors"),
                        Sentence.of("impact.assume.no-other-cause"),
                        Sentence.of("impact.assume.no-anticipation")),
                Sentence.of("impact.spillover"),
                List.of(
                        Sentence.of("impact.choice.zeta"),
                        Sentence.of("impact.choice.sparse"),
                        Sentence.of("impact.choice.without", question.without().size()),
                        Sentence.of("impact.choice.level")));
    }

    /** What the weighted controls lead to, moved to the treated units' level in the weighted times before. */
    private static double shifted(double[][] outcome, int controls, SyntheticDifferences.Fit fit, int time) {
        int treated = outcome.length - controls;
        double shift = 0;
        for (int before = 0; before < fit.timeWeights().size(); before++) {
            double gap = -mixed(outcome, fit, before);
            for (int unit = controls; unit < outcome.length; unit++) {
                gap += outcome[unit][before] / treated;
            }
            shift += fit.timeWeights().get(before) * gap;
        }
        return mixed(outcome, fit, time) + shift;
    }

    private static double mixed(double[][] outcome, SyntheticDifferences.Fit fit, int time) {
        double sum = 0;
        for (int unit = 0; unit < fit.unitWeights().size(); unit++) {
            sum += fit.unitWeights().get(unit) * outcome[unit][time];
        }
        return sum;
    }

    private static void oneBeginning(Panel panel) {
        if (!panel.beginsAtOnce()) {
            throw Failure.wrongUse(Sentence.of("impact.table.many-beginnings"))
                    .advising(Sentence.of("impact.table.many-beginnings.advice"));
        }
    }

    static Data data(PanelReading read) {
        Panel panel = read.panel();
        int start = panel.firstStart();
        return new Data(
                read.used(),
                Arrays.stream(panel.treated()).mapToObj(panel.units()::get).toList(),
                panel.controls().length,
                panel.times().get(start),
                start,
                panel.times().size() - start);
    }

    /** Observed means of the treated units beside what is expected. */
    static List<Point> series(Panel panel, double[] expected) {
        return IntStream.range(0, expected.length)
                .mapToObj(time -> {
                    double observed = Arrays.stream(panel.treated())
                            .mapToDouble(unit -> panel.at(unit, time))
                            .average()
                            .orElseThrow();
                    return new Point(panel.times().get(time), observed, expected[time], observed - expected[time]);
                })
                .toList();
    }

    /** Weights above nothing, largest first. */
    static List<Weight> weights(List<String> names, List<Double> weights) {
        return IntStream.range(0, weights.size())
                .filter(i -> weights.get(i) >= SHOWN)
                .mapToObj(i -> new Weight(names.get(i), weights.get(i)))
                .sorted(Comparator.comparingDouble(Weight::weight).reversed())
                .toList();
    }

    /** Up to ten times from one index to before another, evenly spread. */
    static int[] dates(int from, int until) {
        int room = until - from;
        int count = Math.clamp(room, 0, MOST_DATES);
        return IntStream.range(0, count)
                .map(i -> count == 1 ? from : from + (int) ((long) i * (room - 1) / (count - 1)))
                .toArray();
    }

    /** How many pretended effects, with the true one among them, are at least as large either way, as a share. */
    static double permutation(double effect, double[] placebos) {
        long atLeast = Arrays.stream(placebos)
                .filter(each -> Math.abs(each) >= Math.abs(effect))
                .count();
        return (atLeast + 1.0) / (placebos.length + 1.0);
    }

    static double[] effects(List<SyntheticDifferences.Placebo> placebos) {
        return placebos.stream()
                .mapToDouble(SyntheticDifferences.Placebo::effect)
                .toArray();
    }

    /** How the pretended dates compare. */
    static Optional<Test> datesTest(double effect, List<Double> pretended) {
        if (pretended.isEmpty()) {
            return Optional.empty();
        }
        double largest = pretended.stream().mapToDouble(Math::abs).max().orElseThrow();
        return Optional.of(new Test(
                "placebo_dates",
                largest,
                null,
                Sentence.of(
                        largest >= Math.abs(effect) ? "impact.dates.as-large" : "impact.dates.smaller",
                        pretended.size(),
                        largest)));
    }

    static @Nullable Double known(double figure) {
        return Double.isFinite(figure) ? figure : null;
    }

    /** A verdict without more ado. */
    static Verdict verdict(VerdictKind kind, String key, Object... arguments) {
        return new Verdict(kind, Sentence.of(key, arguments));
    }
}
