package org.salus.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.salus.framework.Sentence;
import org.salus.impact.ImpactAnswer.Alternative;
import org.salus.impact.ImpactAnswer.Estimate;
import org.salus.impact.ImpactAnswer.Measure;
import org.salus.impact.ImpactAnswer.Placebo;
import org.salus.impact.ImpactAnswer.Test;

/** What a synthetic control says, with its placebos and with what other choices would have said. */
final class SyntheticAnswer {
    /** A fit that is better by less is the same. */
    private static final double BETTER = 1e-3;

    /** Placebos that miss their unit before by more than this multiple of the treated one's miss tell nothing of its effect. */
    private static final double FAR = 5;

    private final PanelReading read;
    private final PanelQuestion question;
    private final List<PredictorTerm> terms;
    private final SyntheticControl control;
    private final SyntheticControl.Windows windows;
    private final Impact.Search search;
    private final Course course;
    private final Panel panel;
    private final List<String> donors;

    SyntheticAnswer(
            PanelReading read,
            PanelQuestion question,
            List<PredictorTerm> terms,
            SyntheticControl control,
            SyntheticControl.Windows windows,
            Impact.Search search,
            Course course) {
        this.read = read;
        this.question = question;
        this.terms = terms;
        this.control = control;
        this.windows = windows;
        this.search = search;
        this.course = course;
        this.panel = read.panel();
        this.donors =
                Arrays.stream(control.donors()).mapToObj(panel.units()::get).toList();
    }

    ImpactAnswer answer() {
        SyntheticControl.Twin usual = control.main(windows);
        SyntheticControl.Twin wide = terms.isEmpty() ? usual : control.wide(windows);
        SyntheticControl.Twin main = search == Impact.Search.WIDE ? wide : usual;
        int[] pretendedDates = Impact.dates(
                Math.max(windows.fitFrom() + 3, (windows.fitFrom() + windows.fitUntil()) / 2), windows.fitUntil() - 1);
        course.effect(main.effect());
        course.of(1 + donors.size() + (donors.size() > 2 ? control.countWeighing(main) : 0) + pretendedDates.length);
        course.step();
        List<SyntheticControl.Twin> inSpace = control.inSpace(windows);
        List<SyntheticControl.Twin> telling =
                inSpace.stream().filter(each -> !each.isExact(panel.rounding())).toList();
        List<SyntheticControl.Twin> without = donors.size() > 2 ? control.withoutEach(main, windows) : List.of();
        List<Placebo> placebos = new ArrayList<>();
        inSpace.forEach(each -> placebos.add(told("in_space", each)));
        without.forEach(each -> placebos.add(told("without", each)));
        List<Double> dates = new ArrayList<>();
        for (int pretended : pretendedDates) {
            SyntheticControl.Twin twin = control.inTime(pretended, windows);
            course.step();
            dates.add(twin.effect());
            placebos.add(new Placebo(
                    "in_time",
                    panel.times().get(pretended),
                    twin.effect(),
                    Impact.known(twin.before()),
                    Impact.known(twin.ratio()),
                    null));
        }
        double p = (1.0
                        + telling.stream()
                                .filter(each -> each.ratio() >= main.ratio())
                                .count())
                / (telling.size() + 1.0);
        List<Test> tests = new ArrayList<>();
        tests.add(new Test(
                "rmspe_ratio",
                main.ratio(),
                p,
                Sentence.of("impact.synth.ratio", main.ratio(), rank(main, telling), telling.size() + 1)));
        if (telling.size() < inSpace.size()) {
            int exact = inSpace.size() - telling.size();
            tests.add(new Test("exact_placebos", exact, null, Sentence.of("impact.synth.exact", exact)));
        }
        Impact.datesTest(main.effect(), dates).ifPresent(tests::add);
        return new ImpactAnswer(
                "synth",
                question.outcome(),
                Impact.data(read),
                estimate(main, telling, p),
                Verdicts.ofSynthetic(
                        main.effect(),
                        main.before(),
                        p,
                        telling.size(),
                        dates,
                        without.stream().map(SyntheticControl.Twin::effect).toList(),
                        panel.rounding()),
                List.of(
                        new Measure("mspe_before", main.found().loss(), Sentence.of("impact.synth.mspe")),
                        new Measure("rmspe_before", main.before(), Sentence.of("impact.synth.before")),
                        new Measure("rmspe_after", main.after(), Sentence.of("impact.synth.after")),
                        new Measure(
                                "least_mspe",
                                control.onOutcome(windows).found().loss(),
                                Sentence.of("impact.synth.least"))),
                Impact.weights(donors, main.found().donors()),
                List.of(),
                Impact.weights(
                        terms.stream().map(PredictorTerm::name).toList(),
                        main.found().predictors()),
                Impact.series(panel, expected(main)),
                List.of(),
                placebos,
                inSpace.stream()
                        .map(each -> new ImpactAnswer.Gaps(each.unit(), each.gaps()))
                        .toList(),
                tests,
                alternatives(main, usual, wide),
                List.of(
                        Sentence.of("impact.assume.synth.hull"),
                        Sentence.of("impact.assume.no-other-cause"),
                        Sentence.of("impact.assume.no-anticipation")),
                Sentence.of(
                        "impact.spillover.donors",
                        String.join(
                                ", ",
                                Impact.weights(donors, main.found().donors()).stream()
                                        .map(ImpactAnswer.Weight::name)
                                        .toList())),
                choices());
    }

    private static long rank(SyntheticControl.Twin main, List<SyntheticControl.Twin> others) {
        return 1 + others.stream().filter(each -> each.ratio() >= main.ratio()).count();
    }

    private static Placebo told(String kind, SyntheticControl.Twin twin) {
        return new Placebo(
                kind, twin.unit(), twin.effect(), Impact.known(twin.before()), Impact.known(twin.ratio()), null);
    }

    private double[] expected(SyntheticControl.Twin main) {
        int unit = panel.treated()[0];
        double[] expected = new double[panel.times().size()];
        for (int time = 0; time < expected.length; time++) {
            expected[time] = panel.at(unit, time) - main.gaps().get(time);
        }
        return expected;
    }

    /** All effects that, taken away, would leave the unit among its placebos: the placebos' own effects around the estimate. */
    private static Estimate estimate(SyntheticControl.Twin main, List<SyntheticControl.Twin> inSpace, double p) {
        double[] effects = inSpace.stream()
                .filter(each -> each.before() <= FAR * main.before())
                .mapToDouble(SyntheticControl.Twin::effect)
                .sorted()
                .toArray();
        int count = effects.length;
        if (count < 9) {
            return new Estimate(
                    main.effect(),
                    Sentence.of("impact.estimate.mean"),
                    null,
                    null,
                    null,
                    Sentence.of("impact.synth.interval.none", count),
                    p);
        }
        int cut = Math.max(1, (int) Math.floor((count + 1) * Impact.LEVEL / 2));
        double covered = 1 - 2.0 * cut / (count + 1);
        return new Estimate(
                main.effect(),
                Sentence.of("impact.estimate.mean"),
                null,
                main.effect() - effects[count - cut],
                main.effect() - effects[cut - 1],
                Sentence.of("impact.synth.interval", 100 * covered, count, inSpace.size()),
                p);
    }

    private List<Alternative> alternatives(
            SyntheticControl.Twin main, SyntheticControl.Twin usual, SyntheticControl.Twin wide) {
        List<Alternative> others = new ArrayList<>();
        if (search == Impact.Search.USUAL && wide.found().loss() < main.found().loss() * (1 - BETTER)) {
            others.add(other("better_fit", wide, "impact.synth.better"));
        }
        if (search == Impact.Search.WIDE && usual.found().loss() > main.found().loss() * (1 + BETTER)) {
            others.add(other("usual_search", usual, "impact.synth.usual"));
        }
        if (!terms.isEmpty()) {
            others.add(other("outcome_alone", control.onOutcome(windows), "impact.synth.outcome-alone"));
        }
        return others;
    }

    private Alternative other(String name, SyntheticControl.Twin twin, String key) {
        return new Alternative(
                name,
                twin.effect(),
                Sentence.of(key, twin.found().loss()),
                Impact.weights(donors, twin.found().donors()));
    }

    private List<Sentence> choices() {
        List<String> times = panel.times();
        List<Sentence> choices = new ArrayList<>(List.of(
                Sentence.of("impact.choice.fit", times.get(windows.fitFrom()), times.get(windows.fitUntil() - 1)),
                Sentence.of(
                        "impact.choice.effect", times.get(windows.effectFrom()), times.get(windows.effectUntil() - 1)),
                terms.isEmpty()
                        ? Sentence.of("impact.choice.no-predictors")
                        : Sentence.of("impact.choice.predictors", terms.size()),
                Sentence.of("impact.choice.without", question.without().size()),
                Sentence.of("impact.choice.placebo-donors")));
        if (!terms.isEmpty()) {
            choices.add(Sentence.of(search == Impact.Search.WIDE ? "impact.choice.wide" : "impact.choice.usual"));
        }
        choices.add(Sentence.of("impact.choice.level"));
        return choices;
    }
}
