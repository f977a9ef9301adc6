package org.salus.context;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.salus.documents.Hue;
import org.salus.documents.MapDrawing;
import org.salus.documents.Size;
import org.salus.documents.Tint;
import org.salus.evidence.Outline;
import org.salus.framework.Figure;
import org.salus.framework.Wording;

/** Draws the map of a premise: neighbours empty where there are no units, units filled by deaths and labelled with the number, the gravest places as points. */
final class PremiseDrawing {
    /** More points than these hide one another. */
    private static final int MOST_POINTS = 200;
    /** With more units than these only the gravest have room for a number. */
    private static final int MOST_LABELS = 20;
    /** Places less exact than UCDP's code 3 (second-level unit) would pretend to a point. */
    private static final int LEAST_PRECISION = 3;
    /** Deaths from which a unit takes the next stronger fill. */
    private static final int[] STEPS = {1, 25, 100, 1000};

    private record Spot(double latitude, double longitude) {}

    private PremiseDrawing() {}

    static Optional<MapDrawing> of(PremiseMap map, Wording wording, Size size) {
        List<Geometry> shapes = new ArrayList<>();
        map.outline().map(Outline::geometry).ifPresent(shapes::add);
        map.units().forEach(unit -> shapes.add(unit.outline().geometry()));
        if (shapes.isEmpty()) {
            return Optional.empty();
        }
        List<MapDrawing.Outline> outlines = new ArrayList<>();
        // Beside finer units the coarse outlines of neighbours would overlap them.
        if (map.units().isEmpty()) {
            map.neighbours().forEach(neighbour -> outlines.add(plain(neighbour)));
            map.outline().ifPresent(outline -> outlines.add(plain(outline)));
        }
        List<Long> byDeaths = map.units().stream()
                .map(PremiseDrawing::deaths)
                .flatMap(Optional::stream)
                .sorted(Comparator.reverseOrder())
                .toList();
        long labelled = byDeaths.size() > MOST_LABELS ? Math.max(1, byDeaths.get(MOST_LABELS - 1)) : 1;
        map.units().forEach(unit -> outlines.add(unit(unit, labelled, wording)));
        return Optional.of(new MapDrawing(
                wording.say("context.map.title", map.country().name()),
                description(map, wording),
                MapDrawing.Box.around(shapes, 0.05),
                outlines,
                points(map.places()),
                size,
                wording.locale()));
    }

    private static MapDrawing.Outline plain(Outline outline) {
        return new MapDrawing.Outline(
                outline.iso3(), outline.name(), outline.geometry(), Optional.empty(), Optional.empty());
    }

    private static MapDrawing.Outline unit(PremiseMap.Unit unit, long labelled, Wording wording) {
        Outline outline = unit.outline();
        Optional<Long> deaths = deaths(unit);
        return new MapDrawing.Outline(
                outline.iso3() + "-" + outline.name(),
                deaths.map(number -> wording.say("context.map.unit", outline.name(), number))
                        .orElseGet(() -> wording.say("context.map.unit-unknown", outline.name())),
                outline.geometry(),
                deaths.isEmpty() ? Optional.of(Tint.of(Hue.UNKNOWN)) : fill(deaths.get()),
                deaths.filter(number -> number >= labelled).map(number -> wording.say("context.map.number", number)));
    }

    private static Optional<Long> deaths(PremiseMap.Unit unit) {
        Figure<Premise.UnitTotal> total = unit.total();
        return total.valueIfAny().map(known -> known.deaths().best());
    }

    /** Empty where nobody was killed. */
    static Optional<Tint> fill(long deaths) {
        int step = 0;
        while (step < STEPS.length && deaths >= STEPS[step]) {
            step++;
        }
        return step == 0 ? Optional.empty() : Optional.of(new Tint(Hue.ACCENT, step));
    }

    private static List<MapDrawing.Point> points(List<PremiseMap.Place> places) {
        Map<Spot, Long> deaths = places.stream()
                .filter(place -> place.precision() <= LEAST_PRECISION)
                .collect(Collectors.toMap(
                        place -> new Spot(place.latitude(), place.longitude()),
                        place -> place.deaths().best(),
                        Long::sum,
                        () -> new TreeMap<>(
                                Comparator.comparingDouble(Spot::latitude).thenComparingDouble(Spot::longitude))));
        return deaths.entrySet().stream()
                .filter(spot -> spot.getValue() > 0)
                .sorted(Map.Entry.<Spot, Long>comparingByValue().reversed())
                .limit(MOST_POINTS)
                .map(spot -> new MapDrawing.Point(
                        spot.getKey().longitude(),
                        spot.getKey().latitude(),
                        "",
                        new Tint(Hue.NONE, 5),
                        // The area, not the radius, grows with the deaths.
                        Math.clamp(Math.sqrt(spot.getValue()) / 3, 1.2, 12)))
                .toList();
    }

    private static String description(PremiseMap map, Wording wording) {
        return map.units().stream()
                .filter(unit -> deaths(unit).orElse(0L) > 0)
                .max(Comparator.comparingLong(unit -> deaths(unit).orElse(0L)))
                .map(most -> wording.say(
                        "context.map.description",
                        map.units().stream()
                                .filter(unit -> deaths(unit).orElse(0L) > 0)
                                .count(),
                        map.units().size(),
                        most.outline().name(),
                        deaths(most).orElse(0L)))
                .orElseGet(() -> wording.say("context.map.description-plain"));
    }
}
