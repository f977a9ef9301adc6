package org.salus.context;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.ConflictEvent;

/**
 * Events of organised violence as they may leave the program: one by one, but those younger than a year only as totals of a first-level unit, without day,
 * parties or identifier. Deaths and counts of events add up to those of the premise. Points are never in it.
 *
 * @param id the publisher's identifier; empty in a total
 * @param start first day; null if not stated, and in a total
 * @param end last day; null if not stated, and in a total
 * @param actorA first side; empty in a total
 * @param actorB second side; empty if not stated, and in a total
 * @param unit first-level unit as the publisher names it; empty if not stated
 * @param nonState whether a non-state armed actor is a party
 * @param events how many events: one, or those of the total
 */
public record EventRow(
        String id,
        int year,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        Violence violence,
        String actorA,
        String actorB,
        String unit,
        boolean nonState,
        int events,
        Deaths deaths,
        String source) {

    private record Total(int year, Violence violence, String unit, boolean nonState, String source) {}

    /**
     * The events on the day of an export, by year.
     *
     * @param today the day of the export
     */
    static List<EventRow> of(List<ConflictEvent> events, LocalDate today) {
        LocalDate limit = today.minusYears(1);
        List<EventRow> rows = new ArrayList<>();
        Map<Total, EventRow> totals = new TreeMap<>(Comparator.comparingInt(Total::year)
                .thenComparing(Total::violence)
                .thenComparing(Total::unit)
                .thenComparing(Total::nonState)
                .thenComparing(Total::source));
        for (ConflictEvent event : events) {
            LocalDate last = event.end() == null ? LocalDate.of(event.year(), 12, 31) : event.end();
            EventRow row = row(event);
            if (last.isBefore(limit)) {
                rows.add(row);
            } else {
                totals.merge(
                        new Total(row.year, row.violence, row.unit, row.nonState, row.source),
                        row.withoutDetails(),
                        EventRow::plus);
            }
        }
        rows.addAll(totals.values());
        rows.sort(Comparator.comparingInt(EventRow::year));
        return List.copyOf(rows);
    }

    private static EventRow row(ConflictEvent event) {
        return new EventRow(
                event.id(),
                event.year(),
                event.start(),
                event.end(),
                Violence.of(event.violence()),
                event.actorA(),
                event.actorB() == null ? "" : event.actorB(),
                event.admin1() == null ? "" : event.admin1(),
                Parties.hasNonState(event),
                1,
                Deaths.NONE.plus(event),
                event.source());
    }

    private EventRow withoutDetails() {
        return new EventRow("", year, null, null, violence, "", "", unit, nonState, events, deaths, source);
    }

    private EventRow plus(EventRow other) {
        return new EventRow(
                "",
                year,
                null,
                null,
                violence,
                "",
                "",
                unit,
                nonState,
                events + other.events,
                deaths.plus(other.deaths),
                source);
    }
}
