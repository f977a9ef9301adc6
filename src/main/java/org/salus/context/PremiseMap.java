package org.salus.context;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.salus.documents.MapDrawing;
import org.salus.documents.Size;
import org.salus.evidence.ConflictEvent;
import org.salus.evidence.Country;
import org.salus.evidence.Observations;
import org.salus.evidence.Outline;
import org.salus.evidence.Outlines;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/**
 * What the map of a premise shows. Anything that leaves the program as a file is made from {@link #forExport}.
 *
 * @param outline of the country; empty if it is too small to be drawn
 * @param units first-level units with their deaths; empty if no outlines are loaded
 * @param places where events happened, those of one place and year together
 * @param neighbours outlines of countries with a common land border
 * @param vintages which boundaries are drawn
 * @param disclaimer the standing line about boundaries and names
 * @param withheld how many events have no point because they are too recent to be exported; they are in the units' totals
 */
public record PremiseMap(
        Country country,
        Optional<Outline> outline,
        List<Unit> units,
        List<Place> places,
        List<Outline> neighbours,
        List<String> vintages,
        Sentence disclaimer,
        int withheld) {
    public PremiseMap {
        units = List.copyOf(units);
        places = List.copyOf(places);
        neighbours = List.copyOf(neighbours);
        vintages = List.copyOf(vintages);
    }

    /** A first-level unit; its total is unknown where events are. */
    public record Unit(Outline outline, Figure<Premise.UnitTotal> total) {}

    /**
     * Events of one place and year.
     *
     * @param newest the last day of the newest event; 31 December if the source gives none
     * @param precision UCDP's code of the least exact of them: 1 exact, 2 within 25 km, 3 second-level unit, 4 first-level unit, 5 to 7 vaguer
     */
    public record Place(
            double latitude, double longitude, int year, LocalDate newest, int precision, int events, Deaths deaths) {}

    static PremiseMap of(Premise premise, Observations observations) {
        Country country = premise.country();
        List<ConflictEvent> events = observations.events(country).stream()
                .filter(event ->
                        premise.years().isPresent() && premise.years().get().contains(event.year()))
                .toList();
        Outlines shipped = Outlines.shipped();
        return of(
                premise,
                events,
                observations.outlines(country, 0).stream().findFirst().or(() -> shipped.find(country)),
                observations.outlines(country, 1),
                shipped.neighbours(country).stream()
                        .flatMap(neighbour -> shipped.find(neighbour).stream())
                        .toList());
    }

    static PremiseMap of(
            Premise premise,
            List<ConflictEvent> events,
            Optional<Outline> outline,
            List<Outline> units,
            List<Outline> neighbours) {
        Figure<List<Premise.UnitTotal>> totals = premise.spread().units();
        Map<String, Premise.UnitTotal> byName = totals.valueIfAny().orElse(List.of()).stream()
                .collect(Collectors.toMap(Premise.UnitTotal::name, total -> total));
        Sentence none = totals.reasonIfAny().orElseGet(() -> Sentence.of("context.missing.events"));
        List<Unit> shown = units.stream()
                .map(unit -> new Unit(
                        unit,
                        Optional.ofNullable(byName.get(unit.name()))
                                .<Figure<Premise.UnitTotal>>map(total -> totals instanceof Figure.Known
                                        ? Figure.known(total)
                                        : Figure.partial(total, none))
                                .orElseGet(() -> Figure.unknown(none))))
                .toList();
        List<Outline> drawn = new ArrayList<>(units);
        if (units.isEmpty()) {
            drawn.addAll(neighbours);
            outline.ifPresent(drawn::add);
        }
        return new PremiseMap(
                premise.country(),
                outline,
                shown,
                places(events),
                neighbours,
                drawn.stream()
                        .map(Outline::vintage)
                        .filter(vintage -> vintage != null && !vintage.isBlank())
                        .map(String::valueOf)
                        .distinct()
                        .toList(),
                Sentence.of("context.map.disclaimer"),
                0);
    }

    private record Spot(double latitude, double longitude, int year) implements Comparable<Spot> {
        @Override
        public int compareTo(Spot other) {
            int byYear = Integer.compare(year, other.year);
            int byLatitude = Double.compare(latitude, other.latitude);
            return byYear != 0 ? byYear : byLatitude != 0 ? byLatitude : Double.compare(longitude, other.longitude);
        }
    }

    private static List<Place> places(List<ConflictEvent> events) {
        Map<Spot, Place> places = new TreeMap<>();
        for (ConflictEvent event : events) {
            Double latitude = event.latitude();
            Double longitude = event.longitude();
            if (latitude != null && longitude != null) {
                Place one = new Place(
                        latitude,
                        longitude,
                        event.year(),
                        lastDay(event),
                        event.wherePrecision() == 0 ? 7 : event.wherePrecision(),
                        1,
                        Deaths.NONE.plus(event));
                places.merge(new Spot(latitude, longitude, event.year()), one, PremiseMap::together);
            }
        }
        return List.copyOf(places.values());
    }

    private static Place together(Place a, Place b) {
        return new Place(
                a.latitude(),
                a.longitude(),
                a.year(),
                a.newest().isAfter(b.newest()) ? a.newest() : b.newest(),
                Math.max(a.precision(), b.precision()),
                a.events() + b.events(),
                a.deaths().plus(b.deaths()));
    }

    private static LocalDate lastDay(ConflictEvent event) {
        LocalDate end = event.end();
        LocalDate start = event.start();
        return end != null ? end : start != null ? start : LocalDate.of(event.year(), 12, 31);
    }

    /**
     * The map as it may leave the program: places with an event younger than a year have no point and no date; their deaths stay in the units' totals.
     *
     * @param today the day of the export
     */
    public PremiseMap forExport(LocalDate today) {
        LocalDate limit = today.minusYears(1);
        Map<Boolean, List<Place>> old = places.stream()
                .collect(Collectors.partitioningBy(place -> place.newest().isBefore(limit)));
        return new PremiseMap(
                country,
                outline,
                units,
                old.getOrDefault(true, List.of()),
                neighbours,
                vintages,
                disclaimer,
                withheld
                        + old.getOrDefault(false, List.of()).stream()
                                .mapToInt(Place::events)
                                .sum());
    }

    /** The map as a drawing, with a table beside it for those who cannot see it: {@link #units}. Empty if no outline is at hand. For files, draw the map {@link #forExport}. */
    public Optional<MapDrawing> drawing(Wording wording, Size size) {
        return PremiseDrawing.of(this, wording, size);
    }
}
