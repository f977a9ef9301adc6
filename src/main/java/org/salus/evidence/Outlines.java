package org.salus.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The outlines of countries that come with the program: Natural Earth, 1:110 million, longitude and latitude in degrees. They are drawn without any outside
 * request. Coarse: a border may lie more than ten kilometres from its true place, and small states are missing.
 */
public final class Outlines {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final Map<String, Outline> byCode;
    private final Map<String, List<LineString>> borders;
    private final Map<String, SortedSet<String>> neighbours;
    private final String vintage;

    private Outlines(
            Map<String, Outline> byCode,
            Map<String, List<LineString>> borders,
            Map<String, SortedSet<String>> neighbours,
            String vintage) {
        this.byCode = byCode;
        this.borders = borders;
        this.neighbours = neighbours;
        this.vintage = vintage;
    }

    /** The shipped outlines; read on first use. */
    public static Outlines shipped() {
        return Shipped.OUTLINES;
    }

    /** Which edition of boundaries this is. */
    public String vintage() {
        return vintage;
    }

    /** Outlines of all countries with a code. */
    public List<Outline> all() {
        return List.copyOf(byCode.values());
    }

    /** The outline of a country; empty for states too small to be drawn at this scale. */
    public Optional<Outline> find(Country country) {
        return Optional.ofNullable(byCode.get(country.iso3()));
    }

    /** The countries that share a land border with a country, by code. */
    public List<Country> neighbours(Country country) {
        return neighbours.getOrDefault(country.iso3(), new TreeSet<>()).stream()
                .map(Countries.shipped()::get)
                .toList();
    }

    /** The land borders of a country as lines; empty for islands and states that are not drawn. Coasts are no borders. */
    public MultiLineString landBorder(Country country) {
        return SHAPES.createMultiLineString(
                borders.getOrDefault(country.iso3(), List.of()).toArray(LineString[]::new));
    }

    private static final class Shipped {
        private static final Outlines OUTLINES = read();

        private Shipped() {}
    }

    private static Outlines read() {
        try (InputStream bytes =
                Objects.requireNonNull(Outlines.class.getResourceAsStream("reference/outlines-countries.geojson"))) {
            JsonNode file = JsonMapper.shared().readTree(bytes);
            String vintage = file.path("vintage").asString();
            Map<String, Outline> byCode = new LinkedHashMap<>();
            Segments segments = new Segments();
            for (JsonNode feature : file.path("features")) {
                JsonNode properties = feature.path("properties");
                Geometry shape = shape(feature.path("geometry"));
                if (properties.path("iso3").isString()) {
                    String iso3 = properties.path("iso3").stringValue();
                    String name = properties.path("name").asString();
                    byCode.put(iso3, new Outline(iso3, 0, name, vintage, shape));
                    segments.add(iso3, shape);
                }
            }
            touching(segments);
            return new Outlines(byCode, segments.borders, segments.neighbours, vintage);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Borders that outlines of this scale lose: in a lake, shorter than their smallest corner, or of a state that is not drawn. */
    private static void touching(Segments segments) throws IOException {
        try (BufferedReader pairs = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Outlines.class.getResourceAsStream("reference/neighbours.csv")),
                StandardCharsets.UTF_8))) {
            pairs.lines().skip(1).forEach(pair -> {
                int comma = pair.indexOf(',');
                segments.touch(pair.substring(0, comma), pair.substring(comma + 1));
                segments.touch(pair.substring(comma + 1), pair.substring(0, comma));
            });
        }
    }

    /** Neighbours are drawn along the same corners, so a piece of line met twice is a border. */
    private static final class Segments {
        private record Segment(Coordinate a, Coordinate b) {
            static Segment of(Coordinate a, Coordinate b) {
                return a.compareTo(b) <= 0 ? new Segment(a, b) : new Segment(b, a);
            }
        }

        private final Map<Segment, String> owners = new HashMap<>();
        private final Map<String, List<LineString>> borders = new HashMap<>();
        private final Map<String, SortedSet<String>> neighbours = new HashMap<>();

        void add(String iso3, Geometry shape) {
            for (int part = 0; part < shape.getNumGeometries(); part++) {
                Polygon polygon = (Polygon) shape.getGeometryN(part);
                ring(iso3, polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    ring(iso3, polygon.getInteriorRingN(hole));
                }
            }
        }

        private void ring(String iso3, LinearRing ring) {
            Coordinate[] corners = ring.getCoordinates();
            for (int i = 1; i < corners.length; i++) {
                String other = owners.put(Segment.of(corners[i - 1], corners[i]), iso3);
                if (other != null && !other.equals(iso3)) {
                    LineString line = SHAPES.createLineString(new Coordinate[] {corners[i - 1], corners[i]});
                    border(iso3, other, line);
                    border(other, iso3, line);
                }
            }
        }

        private void border(String iso3, String other, LineString line) {
            borders.computeIfAbsent(iso3, first -> new ArrayList<>()).add(line);
            touch(iso3, other);
        }

        private void touch(String iso3, String other) {
            neighbours.computeIfAbsent(iso3, first -> new TreeSet<>()).add(other);
        }
    }

    private static Geometry shape(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        if (geometry.path("type").asString().equals("Polygon")) {
            return polygon(coordinates);
        }
        List<Polygon> parts = new ArrayList<>();
        for (JsonNode part : coordinates) {
            parts.add(polygon(part));
        }
        return SHAPES.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> read = new ArrayList<>();
        for (JsonNode ring : rings) {
            List<Coordinate> corners = new ArrayList<>();
            for (JsonNode corner : ring) {
                corners.add(
                        new Coordinate(corner.get(0).asDouble(), corner.get(1).asDouble()));
            }
            read.add(SHAPES.createLinearRing(corners.toArray(Coordinate[]::new)));
        }
        return SHAPES.createPolygon(
                read.getFirst(), read.subList(1, read.size()).toArray(LinearRing[]::new));
    }
}
