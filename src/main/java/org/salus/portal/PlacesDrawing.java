package org.salus.portal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.salus.documents.MapDrawing;
import org.salus.documents.Size;
import org.salus.evidence.Outline;
import org.salus.frame.web.Numerals;
import org.salus.framework.Wording;

/** Draws where support is recorded: units filled in steps of one hue by their share, the rest left empty. */
public final class PlacesDrawing {
    private static final double MARGIN = 0.05;

    private PlacesDrawing() {}

    /**
     * The map; empty where no outlines of units are loaded.
     *
     * @param title what it shows
     * @param note a line under it, where it leaves its page; may be empty
     */
    public static Optional<MapDrawing> of(Places places, String title, String note, Wording wording, Size size) {
        if (places.units().isEmpty()) {
            return Optional.empty();
        }
        List<Geometry> shapes = places.units().stream().map(Outline::geometry).toList();
        Map<String, Places.Place> lines =
                places.lines().stream().collect(Collectors.toMap(Places.Place::key, Function.identity()));
        BigDecimal largest = PlacesTables.largest(places);
        return Optional.of(new MapDrawing(
                title,
                description(places, wording),
                MapDrawing.Box.around(shapes, MARGIN),
                places.units().stream()
                        .map(unit ->
                                outline(unit, Optional.ofNullable(lines.get(unit.name())), places, largest, wording))
                        .toList(),
                List.of(),
                size,
                wording.locale(),
                note));
    }

    private static MapDrawing.Outline outline(
            Outline unit, Optional<Places.Place> place, Places places, BigDecimal largest, Wording wording) {
        Optional<BigDecimal> value = place.flatMap(Places.Place::shading).filter(known -> known.signum() > 0);
        return new MapDrawing.Outline(
                unit.iso3() + "-" + unit.name(),
                value.map(known -> wording.say("portal.places.map.unit", unit.name(), figure(places, known, wording)))
                        .orElseGet(() -> wording.say("portal.places.map.empty", unit.name())),
                unit.geometry(),
                value.map(known -> PlacesTables.tint(known, largest)),
                value.map(known -> label(places, known, wording)));
    }

    /** A figure in words, with its currency. */
    static String figure(Places places, BigDecimal value, Wording wording) {
        Numerals numerals = new Numerals(wording);
        return places.measure().isMoney()
                ? numerals.money(places.question().question().currency(), value)
                : numerals.rounded(value, places.placed().isPresent() ? 2 : 0);
    }

    /** As short as it can be said: the title says of what. */
    private static String label(Places places, BigDecimal value, Wording wording) {
        Numerals numerals = new Numerals(wording);
        return places.measure().isMoney()
                ? numerals.money(value)
                : numerals.rounded(value, places.placed().isPresent() ? 1 : 0);
    }

    private static String description(Places places, Wording wording) {
        return places.most()
                .map(most -> wording.say(
                        "portal.places.map.description",
                        places.filled(),
                        places.units().size(),
                        places.name(most, wording),
                        figure(places, most.shading().orElse(BigDecimal.ZERO), wording)))
                .orElseGet(() -> wording.say("portal.places.map.nothing"));
    }
}
