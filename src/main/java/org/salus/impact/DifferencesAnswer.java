package org.salus.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Sentence;
import org.salus.impact.ImpactAnswer.Alternative;
import org.salus.impact.ImpactAnswer.Coefficient;
import org.salus.impact.ImpactAnswer.Estimate;
import org.salus.impact.ImpactAnswer.Measure;
import org.salus.impact.ImpactAnswer.Placebo;
import org.salus.impact.ImpactAnswer.Test;

/** What differences in differences say, with placebos and tests of what came before. */
final class DifferencesAnswer {
    private static final int FEW = 5;

    private DifferencesAnswer() {}

    static ImpactAnswer of(PanelReading read, PanelQuestion question) {
        Panel panel = read.panel();
        Differences differences = new Differences(panel);
        boolean atOnce = panel.beginsAtOnce();
        int treated = panel.treated().length;
        int controls = panel.controls().length;
        Differences.Effect fixed = differences.fixedEffects();
        Differences.Effect groupTime = differences.groupTime();
        // Where treatments begin at different times the regression compares treated units with treated ones; the
        // averages per group do not.
        Differences.Effect main = atOnce || groupTime == null ? fixed : groupTime;
        boolean isByPermutation = atOnce && (treated < FEW || controls < FEW);
        List<SyntheticDifferences.Placebo> inSpace = differences.inSpace();
        Double byPlacebos = inSpace.isEmpty() ? null : Impact.permutation(main.value(), Impact.effects(inSpace));
        Double p = isByPermutation
                ? byPlacebos
                : treated < FEW || (controls > 0 && controls < FEW) || !(main.error() > 0)
                        ? null
                        : Impact.known(main.probability());
        List<Placebo> placebos = new ArrayList<>();
        List<Double> dates = new ArrayList<>();
        if (atOnce) {
            for (int pretended : Impact.dates(1, panel.firstStart())) {
                Differences.Effect effect = differences.inTime(pretended);
                dates.add(effect.value());
                placebos.add(new Placebo(
                        "in_time",
                        panel.times().get(pretended),
                        effect.value(),
                        null,
                        null,
                        treated < FEW || !(effect.error() > 0) ? null : Impact.known(effect.probability())));
            }
        }
        inSpace.forEach(each -> placebos.add(new Placebo("in_space", each.name(), each.effect(), null, null, null)));
        Differences.Test trend = differences.trendBefore();
        Differences.Test joint = differences.jointBefore();
        List<Coefficient> events = differences.events().stream()
                .map(event -> new Coefficient(
                        (event.since() < 0 ? "before_" : "since_") + Math.abs(event.since()),
                        event.effect().value(),
                        event.units() < 2 ? null : Impact.known(event.effect().error())))
                .toList();
        return new ImpactAnswer(
                "did",
                question.outcome(),
                Impact.data(read),
                estimate(main, p, isByPermutation, treated, controls, inSpace),
                Verdicts.ofDifferences(
                        main.value(),
                        p,
                        inSpace.size(),
                        isByPermutation,
                        trend,
                        joint,
                        atOnce ? dates : List.of(),
                        panel.rounding()),
                List.of(
                        new Measure("times_before", panel.firstStart(), Sentence.of("impact.fit.before")),
                        new Measure(
                                "negative_weight_share",
                                differences.negativeShare(),
                                Sentence.of("impact.did.negative"))),
                List.of(),
                List.of(),
                List.of(),
                Impact.series(panel, expected(panel)),
                events,
                placebos,
                List.of(),
                tests(main, trend, joint, dates),
                alternatives(atOnce, fixed, groupTime),
                List.of(
                        Sentence.of("impact.assume.did.parallel"),
                        Sentence.of("impact.assume.no-other-cause"),
                        Sentence.of("impact.assume.no-anticipation")),
                Sentence.of("impact.spillover"),
                List.of(
                        Sentence.of(atOnce ? "impact.choice.fixed-effects" : "impact.choice.group-time"),
                        Sentence.of(controls == 0 ? "impact.choice.not-yet" : "impact.choice.never"),
                        Sentence.of("impact.choice.clusters"),
                        Sentence.of("impact.choice.without", question.without().size()),
                        Sentence.of("impact.choice.level")));
    }

    private static Estimate estimate(
            Differences.Effect main,
            @Nullable Double p,
            boolean isByPermutation,
            int treated,
            int controls,
            List<SyntheticDifferences.Placebo> inSpace) {
        Sentence what = Sentence.of("impact.estimate.mean");
        if (isByPermutation && inSpace.size() >= 2) {
            double error = Math.sqrt(Numbers.variance(Impact.effects(inSpace)));
            Differences.Effect wide = new Differences.Effect(main.value(), error, Double.POSITIVE_INFINITY);
            return new Estimate(
                    main.value(),
                    what,
                    error,
                    wide.lower(),
                    wide.upper(),
                    Sentence.of("impact.did.interval.placebo", treated, controls, inSpace.size()),
                    p);
        }
        if (p == null) {
            return new Estimate(main.value(), what, null, null, null, Sentence.of("impact.interval.none-units"), null);
        }
        return new Estimate(
                main.value(),
                what,
                main.error(),
                main.lower(),
                main.upper(),
                Sentence.of("impact.did.interval.clusters", treated + controls),
                p);
    }

    private static List<Test> tests(
            Differences.Effect main,
            Differences.@Nullable Test trend,
            Differences.@Nullable Test joint,
            List<Double> dates) {
        List<Test> tests = new ArrayList<>();
        if (trend != null) {
            tests.add(
                    new Test("trend_before", trend.statistic(), trend.probability(), said(trend, "impact.did.trend")));
        }
        if (joint != null) {
            tests.add(
                    new Test("joint_before", joint.statistic(), joint.probability(), said(joint, "impact.did.joint")));
        }
        Impact.datesTest(main.value(), dates).ifPresent(tests::add);
        return tests;
    }

    private static Sentence said(Differences.Test test, String key) {
        return Sentence.of(key + (test.probability() < Impact.LEVEL ? ".apart" : ".together"), test.probability());
    }

    private static List<Alternative> alternatives(
            boolean atOnce, Differences.Effect fixed, Differences.@Nullable Effect groupTime) {
        if (atOnce) {
            return groupTime == null
                    ? List.of()
                    : List.of(new Alternative(
                            "group_time", groupTime.value(), Sentence.of("impact.did.group-time"), List.of()));
        }
        return List.of(
                new Alternative("fixed_effects", fixed.value(), Sentence.of("impact.did.fixed-effects"), List.of()));
    }

    /** The controls' mean, moved to the treated units' mean level before the first beginning; of units not treated yet where none never is. */
    private static double[] expected(Panel panel) {
        int start = panel.firstStart();
        int[] others = panel.controls().length > 0
                ? panel.controls()
                : IntStream.range(0, panel.units().size())
                        .filter(unit -> panel.start(unit) > start)
                        .toArray();
        double[] mean = IntStream.range(0, panel.times().size())
                .mapToDouble(time -> mean(panel, others, time))
                .toArray();
        double shift = IntStream.range(0, start)
                .mapToDouble(time -> mean(panel, panel.treated(), time) - mean[time])
                .average()
                .orElseThrow();
        return Arrays.stream(mean).map(each -> each + shift).toArray();
    }

    private static double mean(Panel panel, int[] units, int time) {
        return Arrays.stream(units)
                .mapToDouble(unit -> panel.at(unit, time))
                .average()
                .orElseThrow();
    }
}
