package org.salus.portal.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.salus.documents.Hue;
import org.salus.documents.MapDrawing;
import org.salus.documents.Palette;
import org.salus.documents.Size;
import org.salus.documents.Tint;
import org.salus.evidence.ActivityRecord;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Observations;
import org.salus.evidence.Outline;
import org.salus.evidence.Outlines;
import org.salus.evidence.Place;
import org.salus.framework.Wording;

/** A map on a page, drawn once for light and once for dark. */
record PageMap(String light, String dark, String note) {
    private static final Size SIZE = new Size(420);

    static PageMap of(MapDrawing drawing, String note) {
        return new PageMap(named(drawing.svg(Palette.LIGHT), "l"), named(drawing.svg(Palette.DARK), "d"), note);
    }

    /** Two drawings on one page must not share their inner names. */
    private static String named(String svg, String suffix) {
        return svg.replace("\"t d\"", "\"t" + suffix + " d" + suffix + "\"")
                .replace("id=\"t\"", "id=\"t" + suffix + "\"")
                .replace("id=\"d\"", "id=\"d" + suffix + "\"")
                .replace("id=\"frame\"", "id=\"frame" + suffix + "\"")
                .replace("url(#frame)", "url(#frame" + suffix + ")")
                .replace("id=\"hatching\"", "id=\"hatching" + suffix + "\"")
                .replace("url(#hatching)", "url(#hatching" + suffix + ")");
    }

    /** Where an activity happens; empty where no place has coordinates. */
    static Optional<PageMap> ofActivity(ActivityRecord record, Observations loaded, Wording wording) {
        GeometryFactory shapes = new GeometryFactory();
        List<MapDrawing.Point> points = new ArrayList<>();
        List<Geometry> box = new ArrayList<>();
        for (ActivityRecord.Location location : record.locations()) {
            Double latitude = location.latitude();
            Double longitude = location.longitude();
            if (latitude != null && longitude != null && Math.abs(latitude) < 80) {
                points.add(new MapDrawing.Point(longitude, latitude, "", new Tint(Hue.ACCENT, 5), 5));
                box.add(shapes.createPoint(new Coordinate(longitude, latitude)));
            }
        }
        if (points.isEmpty()) {
            return Optional.empty();
        }
        List<MapDrawing.Outline> outlines = new ArrayList<>();
        Set<String> vintages = new LinkedHashSet<>();
        for (Country country : countries(record)) {
            List<Outline> units = loaded.outlines(country, 1);
            List<Outline> drawn =
                    units.isEmpty() ? Outlines.shipped().find(country).stream().toList() : units;
            for (Outline outline : drawn) {
                outlines.add(new MapDrawing.Outline(
                        country.iso3(), outline.name(), outline.geometry(), Optional.empty(), Optional.empty()));
                box.add(outline.geometry());
                if (outline.vintage() != null) {
                    vintages.add(outline.vintage());
                }
            }
        }
        String title = wording.say("portal.activity.map", points.size());
        return Optional.of(of(
                new MapDrawing(
                        title,
                        wording.say("portal.activity.map.text"),
                        MapDrawing.Box.around(box, 0.08),
                        outlines,
                        points,
                        SIZE,
                        wording.locale()),
                String.join("; ", vintages)));
    }

    private static Set<Country> countries(ActivityRecord record) {
        Set<Country> found = new TreeSet<>(java.util.Comparator.comparing(Country::iso3));
        for (Place place : record.activity().places()) {
            if (place.iso3() != null) {
                Countries.shipped()
                        .findByCode(place.iso3().toUpperCase(Locale.ROOT))
                        .ifPresent(found::add);
            }
        }
        if (record.activity().systemCountry() != null) {
            Countries.shipped().findByCode(record.activity().systemCountry()).ifPresent(found::add);
        }
        return found;
    }
}
