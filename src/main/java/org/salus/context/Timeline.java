package org.salus.context;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.salus.evidence.ConflictEvent;
import org.salus.evidence.IndicatorSeries;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;

/** What is known of each year of a period: events, a yearly total only, or nothing. Nothing is not zero. */
final class Timeline {
    private final Years period;
    private final boolean eventsLoaded;
    private final Map<Integer, List<ConflictEvent>> events = new TreeMap<>();
    private final Map<Integer, Long> totals = new HashMap<>();

    Timeline(Years period, List<ConflictEvent> all, Optional<IndicatorSeries> yearly) {
        this.period = period;
        this.eventsLoaded = !all.isEmpty();
        for (ConflictEvent event : all) {
            if (period.contains(event.year())) {
                events.computeIfAbsent(event.year(), first -> new ArrayList<>()).add(event);
            }
        }
        yearly.ifPresent(series -> series.values().stream()
                .filter(value -> period.contains(value.year()))
                .forEach(value -> totals.put(value.year(), value.value().longValue())));
    }

    Years period() {
        return period;
    }

    /** The events of the period. */
    List<ConflictEvent> events() {
        return events.values().stream().flatMap(Collection::stream).toList();
    }

    List<ConflictEvent> events(int year) {
        return events.getOrDefault(year, List.of());
    }

    /** The publisher's total of a year, if a table of totals has the year. */
    Optional<Long> total(int year) {
        return Optional.ofNullable(totals.get(year));
    }

    /** Best estimates of the years for which anything is known: from events, else from totals. */
    Map<Integer, Long> best() {
        Map<Integer, Long> best = new TreeMap<>(totals);
        events.forEach((year, list) -> best.put(year, deaths(list).best()));
        return best;
    }

    /**
     * Whether the events of a year are known: some are loaded, or events of other years are and the publisher's table says that nobody was killed in this
     * one.
     */
    private boolean hasEventsKnown(int year) {
        return !events(year).isEmpty() || (eventsLoaded && total(year).orElse(-1L) == 0);
    }

    /** Years of the period that meet a condition. */
    List<Integer> yearsWhere(Predicate<Integer> condition) {
        return IntStream.rangeClosed(period.from(), period.to())
                .boxed()
                .filter(condition)
                .toList();
    }

    /** A value counted from the events of the period: partial where the events of some years are not known. */
    <T> Figure<T> counted(T value) {
        if (events.isEmpty()) {
            return Figure.unknown(noEvents());
        }
        List<Integer> missing = yearsWhere(year -> !hasEventsKnown(year));
        return missing.isEmpty()
                ? Figure.known(value)
                : Figure.partial(value, Sentence.of("context.missing.events-of-years", YearList.say(missing)));
    }

    /** Why nothing can be counted from events. */
    Sentence noEvents() {
        if (eventsLoaded) {
            return Sentence.of("context.missing.events-in-period", period.words());
        }
        return totals.isEmpty()
                ? Sentence.of("context.missing.events")
                : Sentence.of("context.missing.events-only-totals");
    }

    List<Premise.YearRow> rows() {
        return IntStream.rangeClosed(period.from(), period.to())
                .mapToObj(this::row)
                .toList();
    }

    private Premise.YearRow row(int year) {
        List<ConflictEvent> list = events(year);
        if (!list.isEmpty()) {
            Deaths deaths = deaths(list);
            return new Premise.YearRow(
                    year,
                    Figure.known(deaths.best()),
                    Figure.known(new Premise.Range(deaths.low(), deaths.high())),
                    Figure.known(list.size()),
                    Figure.known(byType(list)),
                    Figure.known(counted(nonState(list))));
        }
        Optional<Long> total = total(year);
        Sentence reason = total.isEmpty()
                ? Sentence.of("context.missing.year")
                : total.get() == 0
                        ? Sentence.of("context.missing.year-zero-total")
                        : Sentence.of("context.missing.year-total-only");
        return new Premise.YearRow(
                year,
                total.<Figure<Long>>map(Figure::known).orElseGet(() -> Figure.unknown(reason)),
                Figure.unknown(reason),
                Figure.unknown(reason),
                Figure.unknown(reason),
                Figure.unknown(reason));
    }

    private static Premise.Counted counted(List<ConflictEvent> events) {
        return new Premise.Counted(events.size(), deaths(events));
    }

    static List<ConflictEvent> nonState(List<ConflictEvent> events) {
        return events.stream().filter(Parties::hasNonState).toList();
    }

    static Deaths deaths(List<ConflictEvent> events) {
        Deaths sum = Deaths.NONE;
        for (ConflictEvent event : events) {
            sum = sum.plus(event);
        }
        return sum;
    }

    /** All three types, also those without events. */
    static List<Premise.TypeTotal> byType(List<ConflictEvent> events) {
        Map<Violence, List<ConflictEvent>> groups = new EnumMap<>(Violence.class);
        for (Violence type : Violence.values()) {
            groups.put(type, new ArrayList<>());
        }
        for (ConflictEvent event : events) {
            groups.computeIfAbsent(Violence.of(event.violence()), first -> new ArrayList<>())
                    .add(event);
        }
        return groups.entrySet().stream()
                .map(group ->
                        new Premise.TypeTotal(group.getKey(), group.getValue().size(), deaths(group.getValue())))
                .toList();
    }
}
