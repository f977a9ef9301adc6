package org.salus.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.impact.ImpactAnswer.Coefficient;
import org.salus.impact.ImpactAnswer.Estimate;
import org.salus.impact.ImpactAnswer.Measure;
import org.salus.impact.ImpactAnswer.Placebo;
import org.salus.impact.ImpactAnswer.Test;

/** What an interrupted series says, with its pretended dates. */
final class SeriesAnswer {
    private SeriesAnswer() {}

    static ImpactAnswer of(PanelReading read, PanelQuestion question, InterruptedSeries.Design design) {
        Panel panel = read.panel();
        boolean isCount = design.model() != InterruptedSeries.Model.LINEAR;
        String noCount = isCount ? read.noCount() : null;
        if (noCount != null) {
            throw Failure.wrongUse(Sentence.of("impact.its.no-count", noCount, panel.at(0, panel.indexOf(noCount))))
                    .advising(Sentence.of("impact.its.no-count.advice"));
        }
        int start = panel.start(0);
        int count = panel.times().size();
        if (count <= design.terms() + 1 || start < 2 || count - start < 2) {
            throw Failure.wrongUse(Sentence.of("impact.its.too-short", start, count - start, design.terms()))
                    .advising(Sentence.of("impact.its.too-short.advice"));
        }
        if (isCount) {
            // A ratio to nothing, or of nothing, has no finite logarithm: whatever came out would be where the search
            // gave up.
            refuseNothing(panel, 0, start, "before");
            refuseNothing(panel, start, count, "after");
        }
        if (count < 2 * design.period()) {
            throw Failure.wrongUse(Sentence.of("impact.its.long-season", design.period(), count))
                    .advising(Sentence.of("impact.its.too-short.advice"));
        }
        InterruptedSeries series = new InterruptedSeries(panel.of(0), design);
        InterruptedSeries.Fit fit;
        List<InterruptedSeries.Dated> pretended;
        try {
            fit = series.fit(start);
            pretended = series.pretended(start);
        } catch (ArithmeticException notApart) {
            throw Failure.notPossible(Sentence.of("impact.its.not-apart"), notApart)
                    .advising(Sentence.of("impact.its.not-apart.advice"));
        }
        Differences.Effect effect = fit.effect();
        int flagged = (int) pretended.stream()
                .filter(each -> each.effect().probability() < Impact.LEVEL)
                .count();
        double shown = isCount ? Math.exp(effect.value()) : effect.value();
        List<Placebo> placebos = pretended.stream()
                .map(each -> new Placebo(
                        "in_time",
                        panel.times().get(each.date()),
                        isCount
                                ? Math.exp(each.effect().value())
                                : each.effect().value(),
                        null,
                        null,
                        Impact.known(each.effect().probability())))
                .toList();
        return new ImpactAnswer(
                "its",
                question.outcome(),
                Impact.data(read),
                new Estimate(
                        shown,
                        Sentence.of(isCount ? "impact.its.ratio" : "impact.its.mean"),
                        Impact.known(effect.error()),
                        Impact.known(isCount ? Math.exp(effect.lower()) : effect.lower()),
                        Impact.known(isCount ? Math.exp(effect.upper()) : effect.upper()),
                        design.errors() == InterruptedSeries.Errors.NEWEY_WEST
                                ? Sentence.of("impact.its.interval.newey-west", fit.lags())
                                : Sentence.of("impact.its.interval.model"),
                        Impact.known(effect.probability())),
                Verdicts.ofSeries(
                        fit,
                        start,
                        count - start,
                        series.leastOnOneSide(),
                        flagged,
                        pretended.size(),
                        shown,
                        isCount ? 0 : panel.rounding()),
                List.of(
                        new Measure(
                                "dispersion",
                                fit.dispersion(),
                                Sentence.of(isCount ? "impact.its.dispersion" : "impact.its.variance")),
                        new Measure("durbin_watson", fit.durbinWatson(), Sentence.of("impact.its.durbin-watson"))),
                List.of(),
                List.of(),
                List.of(),
                Impact.series(
                        panel,
                        fit.expected().stream().mapToDouble(Double::doubleValue).toArray()),
                fit.terms().stream()
                        .map(term -> new Coefficient(term.name(), term.value(), Impact.known(term.error())))
                        .toList(),
                placebos,
                List.of(),
                tests(fit, flagged, pretended.size()),
                List.of(),
                List.of(
                        Sentence.of("impact.assume.its.trend"),
                        Sentence.of("impact.assume.its.alone"),
                        Sentence.of("impact.assume.no-anticipation")),
                Sentence.of("impact.spillover.series"),
                choices(design, fit));
    }

    private static void refuseNothing(Panel panel, int from, int until, String side) {
        if (Arrays.stream(panel.of(0), from, until).allMatch(figure -> figure == 0)) {
            throw Failure.wrongUse(Sentence.of("impact.its.no-count-at-all." + side))
                    .advising(Sentence.of("impact.its.no-count-at-all.advice"));
        }
    }

    private static List<Test> tests(InterruptedSeries.Fit fit, int flagged, int dates) {
        List<Test> tests = new ArrayList<>();
        Differences.Test neighbours = fit.ljungBox();
        tests.add(new Test(
                "ljung_box",
                neighbours.statistic(),
                neighbours.probability(),
                Sentence.of(
                        neighbours.probability() < Impact.LEVEL ? "impact.its.alike" : "impact.its.not-alike",
                        neighbours.probability())));
        if (dates > 0) {
            tests.add(new Test("placebo_dates", flagged, null, Sentence.of("impact.its.dates", flagged, dates)));
        }
        return tests;
    }

    private static List<Sentence> choices(InterruptedSeries.Design design, InterruptedSeries.Fit fit) {
        return List.of(
                Sentence.of("impact.choice.model." + design.model().name().toLowerCase(Locale.ROOT)),
                design.errors() == InterruptedSeries.Errors.NEWEY_WEST
                        ? Sentence.of("impact.choice.newey-west", fit.lags())
                        : Sentence.of("impact.choice.model-errors"),
                design.period() == 0
                        ? Sentence.of("impact.choice.no-season")
                        : Sentence.of("impact.choice.season", design.period(), design.harmonics()),
                Sentence.of("impact.choice.level"));
    }
}
