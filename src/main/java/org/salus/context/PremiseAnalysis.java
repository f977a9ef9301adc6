package org.salus.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.ConflictEvent;
import org.salus.evidence.IndicatorSeries;
import org.salus.framework.Figure;
import org.salus.framework.PremiseReading;
import org.salus.framework.Sentence;

/** Computes the premise. Pure: the same inputs and thresholds give the same record. Formulas and their sources are in {@code docs/premise.md}. */
final class PremiseAnalysis {
    /** Years beyond these are a slip of the pen. */
    private static final Years CALENDAR = new Years(1900, 2200);

    private final PremiseInputs inputs;
    private final Thresholds thresholds;
    private final Timeline time;
    private final List<ConflictEvent> events;
    private final List<ConflictEvent> contested;

    private PremiseAnalysis(PremiseInputs inputs, Thresholds thresholds, Timeline time) {
        this.inputs = inputs;
        this.thresholds = thresholds;
        this.time = time;
        this.events = time.events();
        this.contested = Timeline.nonState(events);
    }

    /**
     * The premise of a period.
     *
     * @param from first year; null for the first of the data
     * @param to last year; null for the last of the data
     */
    static Premise of(PremiseInputs inputs, Thresholds thresholds, @Nullable Integer from, @Nullable Integer to) {
        Optional<Years> period = period(inputs, from, to);
        Years years = period.orElse(CALENDAR.last(1));
        return new PremiseAnalysis(inputs, thresholds, new Timeline(years, inputs.events(), inputs.yearlyDeaths()))
                .premise(period);
    }

    private static Optional<Years> period(PremiseInputs inputs, @Nullable Integer from, @Nullable Integer to) {
        List<Integer> known = Stream.concat(
                        inputs.events().stream().map(ConflictEvent::year),
                        inputs.yearlyDeaths().stream()
                                .flatMap(series -> series.values().stream())
                                .map(IndicatorSeries.Value::year))
                .distinct()
                .sorted()
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        int last = to == null ? known.getLast() : clamp(to);
        int first = from == null ? Math.min(known.getFirst(), last) : clamp(from);
        return Optional.of(new Years(first, Math.max(first, last)));
    }

    private static int clamp(int year) {
        return Math.clamp(year, CALENDAR.from(), CALENDAR.to());
    }

    private Premise premise(Optional<Years> period) {
        UnitSpread units = new UnitSpread(inputs, thresholds);
        Region region = new Region(inputs, thresholds, time);
        Readings readings = new Readings(thresholds, eventSource(), totalSource());
        Premise.Spread spread = units.of(time);
        Readings.Read read = period.isPresent()
                ? readings.read(time, spread.widestYear().valueIfAny())
                : new Readings.Read(
                        PremiseReading.NOT_ENOUGH_INFORMATION,
                        Sentence.of("context.headline.nothing", inputs.country().name()),
                        List.of());
        Figure<Premise.Trend> trend = period.isPresent()
                ? DeathsTrend.of(time.best(), time.period(), thresholds)
                : Figure.unknown(time.noEvents());
        Premise.Borders borders = region.borders();
        Premise.Regional regional = region.regional(borders);
        Deaths deaths = Timeline.deaths(events);
        Figure<Integer> count = time.counted(events.size());
        List<Premise.OtherIndex> others =
                new IndexComparison(thresholds, trend).beside(inputs.indices(), period.orElse(CALENDAR));
        return new Premise(
                inputs.snapshot(),
                thresholds.edition(),
                inputs.country(),
                period,
                read.reading(),
                read.headline(),
                read.reasons(),
                Sentence.of("context.meaning." + read.reading().code()),
                Sentence.of("context.caution"),
                period.flatMap(years -> recent(readings, units)),
                best(),
                time.counted(new Premise.Range(deaths.low(), deaths.high())),
                count,
                share(contested.size(), events.size()),
                share(Timeline.deaths(contested).best(), deaths.best()),
                period.isPresent() ? time.rows() : List.of(),
                time.counted(Timeline.byType(events)),
                time.counted(Actors.of(events)),
                spread,
                trend,
                borders,
                regional,
                others,
                Stream.of(
                                gap(Sentence.of("context.part.events"), count),
                                gap(Sentence.of("context.part.spread"), spread.touched()),
                                gap(Sentence.of("context.part.trend"), trend),
                                gap(Sentence.of("context.part.borders"), borders.near()),
                                gap(Sentence.of("context.part.across"), regional.across()))
                        .flatMap(Optional::stream)
                        .toList(),
                remarks(),
                Stream.concat(
                                Stream.of(events.isEmpty() ? "" : eventSource(), totalSource()),
                                inputs.indices().stream()
                                        .filter(series -> others.stream()
                                                .anyMatch(other -> other.descriptor()
                                                                .equals(series.descriptor())
                                                        && other.series().equals(series.id())))
                                        .map(PremiseAnalysis::source))
                        .filter(text -> !text.isBlank())
                        .distinct()
                        .toList());
    }

    private Figure<Long> best() {
        Map<Integer, Long> best = time.best();
        if (best.isEmpty()) {
            return Figure.unknown(time.noEvents());
        }
        long sum = best.values().stream().mapToLong(Long::longValue).sum();
        List<Integer> missing = time.yearsWhere(year -> !best.containsKey(year));
        return missing.isEmpty()
                ? Figure.known(sum)
                : Figure.partial(sum, Sentence.of("context.missing.years", YearList.say(missing)));
    }

    private Figure<Share> share(long part, long of) {
        return of == 0
                ? Figure.unknown(events.isEmpty() ? time.noEvents() : Sentence.of("context.missing.no-deaths"))
                : time.counted(new Share(part, of));
    }

    private Optional<Premise.Recent> recent(Readings readings, UnitSpread units) {
        if (time.period().count() <= thresholds.recentYears()) {
            return Optional.empty();
        }
        Years years = time.period().last(thresholds.recentYears());
        Timeline last = new Timeline(years, inputs.events(), inputs.yearlyDeaths());
        Readings.Read read = readings.read(last, units.widest(last));
        return Optional.of(new Premise.Recent(years, read.reading(), read.headline()));
    }

    private static Optional<Premise.NotComputed> gap(Sentence part, Figure<?> figure) {
        return figure instanceof Figure.Unknown<?>(Sentence reason)
                ? Optional.of(new Premise.NotComputed(part, reason))
                : Optional.empty();
    }

    private List<Sentence> remarks() {
        List<Sentence> remarks = new ArrayList<>();
        if (!contested.isEmpty()) {
            remarks.add(Sentence.of("context.remark.non-state"));
        }
        List<Integer> different = time.yearsWhere(year -> !time.events(year).isEmpty()
                && time.total(year)
                        .filter(total ->
                                total != Timeline.deaths(time.events(year)).best())
                        .isPresent());
        if (!different.isEmpty()) {
            remarks.add(Sentence.of("context.remark.totals-differ", YearList.say(different), totalSource()));
        }
        return remarks;
    }

    private String eventSource() {
        return Stream.concat(
                        Stream.of("UCDP GED"),
                        events.stream()
                                .map(ConflictEvent::source)
                                .filter(name -> !name.isBlank())
                                .distinct()
                                .sorted())
                .collect(Collectors.joining(", "));
    }

    private String totalSource() {
        return inputs.yearlyDeaths().map(PremiseAnalysis::source).orElse("");
    }

    private static String source(IndicatorSeries series) {
        String edition = series.edition();
        return edition == null || edition.isBlank() ? series.publisher() : series.publisher() + ", " + edition;
    }
}
