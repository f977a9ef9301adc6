package org.salus.goals;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.salus.documents.ChartDrawer;
import org.salus.documents.ChartOption;
import org.salus.documents.Hue;
import org.salus.documents.Palette;
import org.salus.documents.Size;
import org.salus.documents.Tint;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Item;

/**
 * An indicator over time: what was approved, before the band of what it may be, beside the path from baseline over milestones to target. A missing measurement
 * is a gap; a date that only the plan has is none. Of very many dates it draws {@link ChartPoints}.
 */
public final class IndicatorChart {
    /** Of a file: wide enough for twenty dates. */
    private static final Size WIDTH = new Size(800);

    /** On an axis, but for charts of very many dates: more lie nearer to each other than a point is wide. */
    private static final int MOST_STEPS = 120;

    private static final int STEPS_OF_A_DATE = 3;

    /** So many names fit side by side below a chart in a file. */
    private static final int MOST_NAMES = 12;

    private static final int MOST_YEARS = 8;
    private static final int[] YEARS_BETWEEN = {1, 2, 5, 10, 20, 50, 100};
    private static final int MONTHS = 12;
    private static final int DAYS_OF_A_YEAR = 365;

    private IndicatorChart() {}

    /** The chart of an indicator; none where nothing has a number and a date. */
    public static Optional<ChartOption> of(
            Indicator indicator, List<Measurement> measurements, IndicatorStatus.Judged judged, Wording wording) {
        List<Measurement> counted = ChartPoints.of(measurements).drawn();
        // As the path reads them: a coarse date stands for its last day.
        TreeSet<PartialDate> dates =
                new TreeSet<>(Comparator.comparing(PartialDate::latest).thenComparing(Comparator.naturalOrder()));
        Stream.concat(Stream.of(indicator.baseline(), indicator.target()), indicator.measuring().milestones().stream())
                .filter(reading -> reading.value().isPresent())
                .flatMap(reading -> reading.on().stream())
                .forEach(dates::add);
        counted.forEach(one -> dates.add(one.on()));
        Optional<PlannedPath> path = PlannedPath.of(indicator);
        if (dates.size() < 2
                || (path.isEmpty()
                        && counted.stream().allMatch(one -> one.says().isMissing()))) {
            return Optional.empty();
        }
        List<PartialDate> days = List.copyOf(dates);
        List<Integer> places = places(days);
        Map<Integer, String> years = new TreeMap<>();
        years(days, places).forEach((step, year) -> years.put(step, wording.shortDay(year)));
        List<ChartOption.Series> series = new ArrayList<>();
        // A measurement that gives an interval alone is in the band, and the line goes over it.
        series.add(new ChartOption.Series(
                wording.say("goals.chart.measured"),
                Tint.of(Hue.FIELD_2),
                days.stream()
                        .map(day -> measured(counted, day).flatMap(IndicatorChart::middle))
                        .toList(),
                passed(
                        days,
                        day -> measured(counted, day)
                                .map(one ->
                                        !one.says().isMissing() && middle(one).isEmpty())
                                .orElse(true)),
                wording.say("goals.chart.missing")));
        path.ifPresent(way -> series.add(new ChartOption.Series(
                wording.say("goals.chart.path"),
                Tint.of(Hue.FIELD_4),
                days.stream()
                        .map(day -> way.at(day.latest()).map(value -> IndicatorStatus.rounded(value)))
                        .toList())));
        return Optional.of(new ChartOption(
                ChartOption.Kind.LINES,
                wording.say(
                        "goals.chart.finding",
                        indicator.title(),
                        judged.status().label()),
                indicator.unit(),
                wording.say("goals.chart.date"),
                days.stream().map(wording::shortDay).toList(),
                series,
                band(counted, days, wording).stream().toList(),
                places,
                years));
    }

    /**
     * Where dates stand on an axis of equal steps, so that distances are those of time: a step is the shortest time between two of them, but no shorter than can
     * be told apart and no longer than a year, so that years between can be named. Nothing where all follow each other at that distance.
     */
    static List<Integer> places(List<PartialDate> days) {
        List<Long> since = since(days);
        double step = step(since);
        List<Integer> places = new ArrayList<>(List.of(0));
        for (int at = 1; at < days.size(); at++) {
            // What lies nearer stands beside the one before: no two dates are drawn on one another.
            places.add(Math.max(places.getLast() + 1, (int) Math.round(since.get(at) / step)));
        }
        return places.getLast() == days.size() - 1 ? List.of() : places;
    }

    private static List<Long> since(List<PartialDate> days) {
        return days.stream()
                .map(day -> ChronoUnit.DAYS.between(days.getFirst().latest(), day.latest()))
                .toList();
    }

    /** How many days a step stands for. */
    private static double step(List<Long> since) {
        long shortest = IntStream.range(1, since.size())
                .mapToLong(at -> since.get(at) - since.get(at - 1))
                .filter(between -> between > 0)
                .min()
                .orElse(1);
        shortest = Math.min(shortest, DAYS_OF_A_YEAR);
        int steps = Math.max(MOST_STEPS, STEPS_OF_A_DATE * since.size());
        return Math.max((double) shortest, (double) since.getLast() / steps);
    }

    /**
     * The years to name between dates, by their steps: every year, every second, fifth or tenth, so that few enough are named to be read, and none so near to a date that
     * one name would cover the other. As a date that is only a year does, each stands where the year ends; beside finer dates it is called by its last month.
     *
     * @param places of the dates; empty where they follow each other at equal distances, and then no year is named
     */
    static Map<Integer, PartialDate> years(List<PartialDate> days, List<Integer> places) {
        Map<Integer, PartialDate> years = new TreeMap<>();
        if (places.isEmpty()) {
            return years;
        }
        List<Long> since = since(days);
        double step = step(since);
        int first = days.getFirst().year();
        int last = days.getLast().year();
        int every = IntStream.of(YEARS_BETWEEN)
                .filter(between -> (last - first) / between <= MOST_YEARS)
                .findFirst()
                .orElse(last - first);
        double apart = (double) places.getLast() / MOST_NAMES;
        boolean isCoarse = days.stream().allMatch(day -> day.precision() == PartialDate.Precision.YEAR);
        for (int year = first; year <= last; year++) {
            PartialDate end = PartialDate.ofYear(year);
            int at = (int) Math.round(ChronoUnit.DAYS.between(days.getFirst().latest(), end.latest()) / step);
            int before = (int) days.stream()
                    .filter(day -> !day.latest().isAfter(end.latest()))
                    .count();
            boolean isFree = before > 0
                    && before < days.size()
                    && at - places.get(before - 1) >= apart
                    && places.get(before) - at >= apart;
            if (year % every == 0 && isFree) {
                years.put(at, isCoarse ? end : new PartialDate(year, MONTHS, 0));
            }
        }
        return years;
    }

    /**
     * The chart as a drawing for a file, as SVG.
     *
     * @param drawer whose engine starts with the first chart it draws
     * @throws Failure (not found) where nothing has a number and a date
     */
    public static String drawing(
            MeasuredChain measured, Item<Indicator> indicator, ChartDrawer drawer, Wording wording) {
        return of(
                        indicator.value(),
                        measured.of(indicator.id()).stream().map(Item::value).toList(),
                        measured.status(indicator),
                        wording)
                .map(chart -> drawer.draw(chart, WIDTH, Palette.LIGHT, wording.locale()))
                .orElseThrow(() -> Failure.notFound(
                        Sentence.of("goals.chart.none", indicator.value().title())));
    }

    private static Set<Integer> passed(List<PartialDate> days, Predicate<PartialDate> isPassed) {
        return IntStream.range(0, days.size())
                .filter(place -> isPassed.test(days.get(place)))
                .boxed()
                .collect(Collectors.toSet());
    }

    /**
     * From where to where it may be, at each date at which somebody has said so; drawn behind the lines. It goes over dates at which nobody measured, and ends
     * where somebody did without saying so: that a number without an interval may be elsewhere is not said by its neighbours.
     */
    private static Optional<ChartOption.Band> band(List<Measurement> counted, List<PartialDate> days, Wording wording) {
        if (counted.stream().noneMatch(IndicatorChart::hasInterval)) {
            return Optional.empty();
        }
        return Optional.of(new ChartOption.Band(
                wording.say("goals.chart.band"),
                wording.say("goals.chart.low"),
                wording.say("goals.chart.high"),
                Tint.of(Hue.FIELD_2),
                ends(counted, days, Finding::low),
                ends(counted, days, Finding::high),
                passed(days, day -> measured(counted, day).isEmpty())));
    }

    private static boolean hasInterval(Measurement one) {
        return one.says().low().isPresent() && one.says().high().isPresent();
    }

    private static List<Optional<BigDecimal>> ends(
            List<Measurement> counted, List<PartialDate> days, Function<Finding, Optional<BigDecimal>> end) {
        return days.stream()
                .map(day -> measured(counted, day)
                        .filter(IndicatorChart::hasInterval)
                        .flatMap(one -> end.apply(one.says())))
                .toList();
    }

    /** The same in words, for readers who cannot see it: what was approved, each with its interval, and what the path asks for in the end. */
    public static String alternative(
            Indicator indicator, List<Measurement> measurements, IndicatorStatus.Judged judged, Wording wording) {
        List<String> told = ChartPoints.of(measurements).drawn().stream()
                .map(one -> told(one, wording))
                .toList();
        String finding = wording.say(
                "goals.chart.finding", indicator.title(), judged.status().label());
        return told.isEmpty()
                ? finding
                : wording.say("goals.chart.alternative", finding, indicator.unit(), String.join("; ", told));
    }

    private static String told(Measurement one, Wording wording) {
        if (one.says().isMissing()) {
            return wording.say("goals.chart.told.missing", one.on());
        }
        return hasInterval(one)
                ? wording.say(
                        middle(one).isPresent() ? "goals.chart.told.interval" : "goals.chart.told.between",
                        one.on(),
                        IndicatorStatus.shown(one.says().low().orElseThrow(), wording),
                        IndicatorStatus.shown(one.says().high().orElseThrow(), wording),
                        middle(one)
                                .map(value -> IndicatorStatus.shown(value, wording))
                                .orElse(""))
                : wording.say("goals.chart.told", one.on(), one.says().shown(wording));
    }

    private static Optional<Measurement> measured(List<Measurement> counted, PartialDate day) {
        return counted.stream().filter(one -> one.on().equals(day)).findFirst();
    }

    /** The value, or the level; of an interval alone only its ends are drawn. */
    private static Optional<BigDecimal> middle(Measurement one) {
        return one.says().value().or(() -> one.says().level());
    }
}
