package org.salus.context;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.salus.evidence.ConflictEvent;
import org.salus.evidence.Outline;

/** Puts events into first-level units: by their point if it is exact enough, else by the unit's name as the publisher writes it. */
final class Units {
    private record Unit(String name, Geometry shape, IndexedPointInAreaLocator inside, LandBorder rim) {}

    private final List<Unit> units = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<Coordinate, Optional<String>> found = new HashMap<>();
    private final int leastPrecision;
    private final int slackKilometres;

    /**
     * Units of a country.
     *
     * @param leastPrecision UCDP's code of precision up to which a point is believed
     * @param slackKilometres how far outside every unit a point may lie and still belong to the nearest
     */
    Units(List<Outline> outlines, int leastPrecision, int slackKilometres) {
        this.leastPrecision = leastPrecision;
        this.slackKilometres = slackKilometres;
        for (Outline outline : outlines) {
            units.add(new Unit(
                    outline.name(),
                    outline.geometry(),
                    new IndexedPointInAreaLocator(outline.geometry()),
                    new LandBorder(rim(outline.geometry()))));
            names.put(fold(outline.name()), outline.name());
        }
    }

    /** The unit of an event; empty if neither point nor name tells. */
    Optional<String> of(ConflictEvent event) {
        Double latitude = event.latitude();
        Double longitude = event.longitude();
        if (latitude != null
                && longitude != null
                && event.wherePrecision() >= 1
                && event.wherePrecision() <= leastPrecision) {
            Optional<String> unit = found.computeIfAbsent(new Coordinate(longitude, latitude), this::at);
            if (unit.isPresent()) {
                return unit;
            }
        }
        return Optional.ofNullable(event.admin1()).flatMap(name -> Optional.ofNullable(names.get(fold(name))));
    }

    private Optional<String> at(Coordinate point) {
        Unit nearest = null;
        double least = slackKilometres;
        for (Unit unit : units) {
            if (unit.inside().locate(point) != Location.EXTERIOR) {
                return Optional.of(unit.name());
            }
        }
        for (Unit unit : units) {
            double distance = unit.rim().kilometres(point.y, point.x).orElse(Double.POSITIVE_INFINITY);
            if (distance <= least) {
                least = distance;
                nearest = unit;
            }
        }
        return nearest == null ? Optional.empty() : Optional.of(nearest.name());
    }

    private static Geometry rim(Geometry shape) {
        List<Geometry> rings = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon polygon) {
                rings.add(polygon.getExteriorRing());
            }
        }
        return shape.getFactory().buildGeometry(rings);
    }

    /** A unit's name without accents, punctuation and the words for "province" that some publishers add. */
    static String fold(@Nullable String name) {
        return Normalizer.normalize(String.valueOf(name), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("\\b(province|department|state|region|governorate|district|county|prefecture)\\b", "")
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
