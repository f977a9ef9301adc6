package org.salus.documents;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.salus.framework.Wording;

/**
 * A still map of outlines and points, for pages and paper. A label that has no room, since it would touch another or lie under a point, is left out. Longitude and latitude are drawn at right angles, the longitude shortened by the cosine of the
 * middle latitude; good for one country or region, not for the poles or for boxes across the 180th meridian.
 *
 * @param title what the map shows
 * @param description the same in a sentence or two, for readers who cannot see it
 * @param box the part of the world that is drawn
 * @param outlines drawn in this order
 * @param points drawn over the outlines, large ones first
 * @param size the width; the height follows from the box
 * @param language of the standing line under the map
 * @param note a further line under that one, such as the edition of the boundaries; none where empty
 */
public record MapDrawing(
        String title,
        String description,
        Box box,
        List<Outline> outlines,
        List<Point> points,
        Size size,
        Locale language,
        String note) {
    private static final double LINE = 16;
    private static final double LABEL = 11;

    public MapDrawing {
        outlines = List.copyOf(outlines);
        points = List.copyOf(points);
    }

    /** A map without a further line. */
    public MapDrawing(
            String title,
            String description,
            Box box,
            List<Outline> outlines,
            List<Point> points,
            Size size,
            Locale language) {
        this(title, description, box, outlines, points, size, language, "");
    }

    /** A part of the world in degrees, west of and south of being negative. */
    public record Box(double west, double south, double east, double north) {
        public Box {
            if (!(west < east && south < north && south > -85 && north < 85 && west >= -180 && east <= 180)) {
                throw new IllegalArgumentException(
                        "Not a box on a map: " + west + ", " + south + " to " + east + ", " + north);
            }
        }

        /**
         * The box around shapes.
         *
         * @param margin added on each side as a part of the width and height
         */
        public static Box around(List<? extends Geometry> shapes, double margin) {
            Envelope all = new Envelope();
            shapes.forEach(shape -> all.expandToInclude(shape.getEnvelopeInternal()));
            // A single point has no width.
            double x = Math.max(all.getWidth() * margin, 0.05);
            double y = Math.max(all.getHeight() * margin, 0.05);
            return new Box(
                    Math.max(-180, all.getMinX() - x),
                    Math.max(-84, all.getMinY() - y),
                    Math.min(180, all.getMaxX() + x),
                    Math.min(84, all.getMaxY() + y));
        }
    }

    /**
     * A country or province.
     *
     * @param id its code
     * @param name what it is called; shown on pointing at it
     * @param shape in degrees
     * @param fill how strongly it is filled; none is the ground
     * @param label short text in its middle; if it is filled, the label should say what the fill means
     */
    public record Outline(String id, String name, Geometry shape, Optional<Tint> fill, Optional<String> label) {}

    /**
     * A place.
     *
     * @param label beside it; may be empty; shown on pointing at it as well
     * @param radius in CSS pixels
     */
    public record Point(double longitude, double latitude, String label, Tint tint, double radius) {}

    /** The map on a light ground. */
    public String svg() {
        return svg(Palette.LIGHT);
    }

    /** The map as SVG, with the line that boundaries and names imply no endorsement. */
    public String svg(Palette colours) {
        Projection onto = Projection.of(box, size.width());
        String disclaimer = Wording.in(language).say("documents.map.disclaimer");
        double height = onto.height() + (note.isEmpty() ? LINE : 2 * LINE);
        StringBuilder out = new StringBuilder(8_000);
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(size.width())
                .append("\" height=\"")
                .append(round(height))
                .append("\" viewBox=\"0 0 ")
                .append(size.width())
                .append(' ')
                .append(round(height))
                .append("\" role=\"img\" aria-labelledby=\"t d\" font-family=\"'")
                .append(Lettering.FAMILY)
                .append("', system-ui, sans-serif\" font-size=\"")
                .append(round(LABEL))
                .append("\"><title id=\"t\">")
                .append(HtmlWriter.escape(title))
                .append("</title><desc id=\"d\">")
                .append(HtmlWriter.escape(description))
                .append("</desc><defs><clipPath id=\"frame\"><rect x=\"0\" y=\"0\" width=\"")
                .append(size.width())
                .append("\" height=\"")
                .append(round(onto.height()))
                .append("\"></rect></clipPath>")
                .append(hatching(colours))
                .append("</defs><g clip-path=\"url(#frame)\">");
        outlines.forEach(outline -> outline(outline, onto, colours, out));
        List<Point> largestFirst = points.stream()
                .sorted(Comparator.comparingDouble(Point::radius).reversed())
                .toList();
        largestFirst.forEach(point -> point(point, onto, colours, out));
        MapLabels labels = new MapLabels(
                size.width(),
                onto.height(),
                largestFirst.stream()
                        .map(point -> new MapLabels.Disc(
                                onto.at(new Coordinate(point.longitude(), point.latitude())), point.radius()))
                        .toList());
        largestFirst.forEach(point -> label(point, onto, labels, colours, out));
        // Where there is no room for all, the strongest fills keep their label.
        outlines.stream()
                .sorted(Comparator.comparingInt((Outline outline) ->
                                outline.fill().map(Tint::step).orElse(0))
                        .reversed())
                .forEach(outline -> label(outline, onto, labels, colours, out));
        out.append("</g>");
        under(disclaimer, onto.height() + LINE - 3, colours, out);
        if (!note.isEmpty()) {
            under(note, onto.height() + 2 * LINE - 3, colours, out);
        }
        return out.append("</svg>").toString();
    }

    private static void under(String line, double y, Palette colours, StringBuilder out) {
        out.append("<text class=\"standing-line\" x=\"0\" y=\"")
                .append(round(y))
                .append("\" font-size=\"9\" fill=\"")
                .append(colours.faint())
                .append("\">")
                .append(HtmlWriter.escape(line))
                .append("</text>");
    }

    private static String hatching(Palette colours) {
        return "<pattern id=\"hatching\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
                + "<rect width=\"5\" height=\"5\" fill=\"" + colours.hex(new Tint(Hue.UNKNOWN, 1)) + "\"></rect>"
                + "<rect width=\"1.2\" height=\"5\" fill=\"" + colours.hex(new Tint(Hue.UNKNOWN, 4))
                + "\"></rect></pattern>";
    }

    private static void outline(Outline outline, Projection onto, Palette colours, StringBuilder out) {
        String path = onto.path(outline.shape());
        if (path.isEmpty()) {
            return;
        }
        String fill = outline.fill()
                .map(tint -> tint.hue().isHatched() ? "url(#hatching)" : colours.hex(tint))
                .orElse(colours.ground());
        out.append("<path d=\"")
                .append(path)
                .append("\" fill=\"")
                .append(fill)
                .append("\" fill-rule=\"evenodd\" stroke=\"")
                .append(colours.faint())
                .append("\" stroke-width=\"0.6\" stroke-linejoin=\"round\"><title>")
                .append(HtmlWriter.escape(outline.name()))
                .append("</title></path>");
    }

    private static void label(Outline outline, Projection onto, MapLabels labels, Palette colours, StringBuilder out) {
        if (outline.label().isEmpty() || outline.shape().isEmpty()) {
            return;
        }
        String ink = outline.fill()
                .filter(tint -> !tint.hue().isHatched())
                .map(colours::inkOn)
                .orElse(colours.ink());
        String label = outline.label().get();
        labels.within(
                        onto.drawn(outline.shape()),
                        onto.at(outline.shape().getInteriorPoint().getCoordinate()),
                        label,
                        LABEL)
                .ifPresent(middle -> text(label, middle.x, middle.y + LABEL * 0.35, "middle", ink, out));
    }

    private void label(Point point, Projection onto, MapLabels labels, Palette colours, StringBuilder out) {
        if (point.label().isEmpty()) {
            return;
        }
        Coordinate at = onto.at(new Coordinate(point.longitude(), point.latitude()));
        double width = Lettering.width(point.label(), LABEL, false);
        boolean leftward = at.x + width + 12 > size.width();
        double x = leftward ? at.x - point.radius() - 4 : at.x + point.radius() + 4;
        if (labels.take(new Coordinate(leftward ? x - width / 2 : x + width / 2, at.y), point.label(), LABEL)) {
            text(point.label(), x, at.y + LABEL * 0.35, leftward ? "end" : "start", colours.ink(), out);
        }
    }

    private static void point(Point point, Projection onto, Palette colours, StringBuilder out) {
        Coordinate at = onto.at(new Coordinate(point.longitude(), point.latitude()));
        out.append("<circle cx=\"")
                .append(round(at.x))
                .append("\" cy=\"")
                .append(round(at.y))
                .append("\" r=\"")
                .append(round(point.radius()))
                .append("\" fill=\"")
                .append(colours.hex(point.tint()))
                .append("\" fill-opacity=\"0.85\" stroke=\"")
                .append(colours.ground())
                .append("\" stroke-width=\"0.8\">");
        if (!point.label().isEmpty()) {
            out.append("<title>").append(HtmlWriter.escape(point.label())).append("</title>");
        }
        out.append("</circle>");
    }

    private static void text(String text, double x, double y, String anchor, String ink, StringBuilder out) {
        out.append("<text x=\"")
                .append(round(x))
                .append("\" y=\"")
                .append(round(y))
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\" fill=\"")
                .append(ink)
                .append("\">")
                .append(HtmlWriter.escape(text))
                .append("</text>");
    }

    private static String round(double value) {
        // A tenth of a pixel; adding 0 turns -0.0 into 0.0.
        double rounded = Math.round(value * 10) / 10.0 + 0.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    /** Degrees to pixels. */
    private record Projection(Box box, double shortening, double scale, double height) {
        static Projection of(Box box, int width) {
            double shortening = Math.cos(Math.toRadians((box.south() + box.north()) / 2));
            double scale = width / ((box.east() - box.west()) * shortening);
            return new Projection(box, shortening, scale, (box.north() - box.south()) * scale);
        }

        Coordinate at(Coordinate degrees) {
            return new Coordinate((degrees.x - box.west()) * shortening * scale, (box.north() - degrees.y) * scale);
        }

        /** The shape in pixels, with no more corners than can be seen. */
        Geometry drawn(Geometry shape) {
            Geometry drawn = new GeometryTransformer() {
                @Override
                protected org.locationtech.jts.geom.CoordinateSequence transformCoordinates(
                        org.locationtech.jts.geom.CoordinateSequence degrees, Geometry parent) {
                    return createCoordinateSequence(Arrays.stream(degrees.toCoordinateArray())
                            .map(Projection.this::at)
                            .toArray(Coordinate[]::new));
                }
            }.transform(shape);
            return TopologyPreservingSimplifier.simplify(drawn, 0.3);
        }

        String path(Geometry shape) {
            Geometry simple = drawn(shape);
            StringBuilder path = new StringBuilder();
            for (int i = 0; i < simple.getNumGeometries(); i++) {
                Geometry part = simple.getGeometryN(i);
                if (part instanceof Polygon polygon) {
                    ring(polygon.getExteriorRing(), true, path);
                    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                        ring(polygon.getInteriorRingN(hole), true, path);
                    }
                } else if (part instanceof LineString line) {
                    ring(line, false, path);
                }
            }
            return path.toString();
        }

        private static void ring(LineString line, boolean closed, StringBuilder path) {
            Coordinate[] corners = line.getCoordinates();
            int count = closed ? corners.length - 1 : corners.length;
            for (int i = 0; i < count; i++) {
                path.append(i == 0 ? "M" : "L")
                        .append(round(corners[i].x))
                        .append(' ')
                        .append(round(corners[i].y));
            }
            if (closed && count > 0) {
                path.append('Z');
            }
        }
    }
}
