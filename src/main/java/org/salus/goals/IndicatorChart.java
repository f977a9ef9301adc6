package org.salus.goals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.salus.documents.ChartOption;
import org.salus.documents.Hue;
import org.salus.documents.Tint;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;

/**
 * An indicator over time: what was approved, with the ends of its interval, beside the path from baseline over milestones to target. Between measurements
 * nothing is drawn in: a missing one is a gap.
 */
public final class IndicatorChart {
    private IndicatorChart() {}

    /** The chart of an indicator; none where nothing has a number and a date. */
    public static Optional<ChartOption> of(
            Indicator indicator, List<Measurement> measurements, IndicatorStatus.Judged judged, Wording wording) {
        List<Measurement> counted = measurements.stream()
                .filter(one -> one.group().isEmpty() && one.state() == MeasurementState.APPROVED)
                .toList();
        TreeSet<PartialDate> dates = new TreeSet<>();
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
        List<ChartOption.Series> series = new ArrayList<>();
        series.add(series(
                "measured",
                Tint.of(Hue.FIELD_2),
                days,
                day -> measured(counted, day).flatMap(IndicatorChart::middle),
                wording));
        if (counted.stream().anyMatch(one -> one.says().low().isPresent())) {
            series.add(series(
                    "low",
                    Tint.of(Hue.NONE),
                    days,
                    day -> measured(counted, day).flatMap(one -> one.says().low()),
                    wording));
            series.add(series(
                    "high",
                    Tint.of(Hue.NONE),
                    days,
                    day -> measured(counted, day).flatMap(one -> one.says().high()),
                    wording));
        }
        path.ifPresent(way -> series.add(series(
                "path",
                Tint.of(Hue.FIELD_4),
                days,
                day -> way.at(day.latest()).map(value -> new BigDecimal(IndicatorStatus.shown(value))),
                wording)));
        return Optional.of(new ChartOption(
                ChartOption.Kind.LINES,
                wording.say(
                        "goals.chart.finding",
                        indicator.title(),
                        judged.status().label()),
                indicator.unit(),
                wording.say("goals.chart.date"),
                days.stream().map(PartialDate::toString).toList(),
                series));
    }

    private static ChartOption.Series series(
            String name,
            Tint tint,
            List<PartialDate> days,
            Function<PartialDate, Optional<BigDecimal>> value,
            Wording wording) {
        return new ChartOption.Series(
                wording.say("goals.chart." + name),
                tint,
                days.stream().map(value).toList());
    }

    private static Optional<Measurement> measured(List<Measurement> counted, PartialDate day) {
        return counted.stream().filter(one -> one.on().equals(day)).findFirst();
    }

    /** The value, or the level; of an interval alone only its ends are drawn. */
    private static Optional<BigDecimal> middle(Measurement one) {
        return one.says().value().or(() -> one.says().level());
    }
}
