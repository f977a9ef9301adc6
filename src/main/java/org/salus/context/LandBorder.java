package org.salus.context;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * Distances to lines on the globe. Around each place the globe is laid flat, a degree of longitude shortened by the cosine of the place's latitude: up to
 * 100 km and below 70° of latitude that is within two percent, far better than the outlines are.
 */
final class LandBorder {
    /** Kilometres of a degree on a globe with the Earth's mean radius of 6,371.0088 km. */
    static final double KM_PER_DEGREE = Math.PI * 6371.0088 / 180;

    /** How many steps the country's box is divided into, each way, to measure its area. */
    private static final int STEPS = 60;

    private final List<Coordinate[]> lines = new ArrayList<>();

    LandBorder(Geometry border) {
        for (int i = 0; i < border.getNumGeometries(); i++) {
            Coordinate[] corners = border.getGeometryN(i).getCoordinates();
            if (corners.length > 0) {
                lines.add(corners);
            }
        }
    }

    /** Kilometres to the nearest point of the lines; empty if there are none. */
    OptionalDouble kilometres(double latitude, double longitude) {
        double shortening = Math.cos(Math.toRadians(latitude));
        double best = Double.POSITIVE_INFINITY;
        for (Coordinate[] line : lines) {
            for (int i = 1; i < line.length; i++) {
                double x1 = around(line[i - 1].x - longitude) * shortening;
                double x2 = around(line[i].x - longitude) * shortening;
                best = Math.min(best, toPiece(x1, line[i - 1].y - latitude, x2, line[i].y - latitude));
            }
        }
        return lines.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(best) * KM_PER_DEGREE);
    }

    /** Squared distance of the origin to a piece of line. */
    private static double toPiece(double x1, double y1, double x2, double y2) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Math.clamp(-(x1 * dx + y1 * dy) / length, 0, 1);
        double x = x1 + along * dx;
        double y = y1 + along * dy;
        return x * x + y * y;
    }

    /** The short way round for differences of longitude. */
    private static double around(double degrees) {
        return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
    }

    /** Percent of an area that lies within so many kilometres, from a grid of points weighed by the cosine of their latitude; good to a few percent. */
    int percentNear(Geometry area, int kilometres) {
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(area);
        Envelope box = area.getEnvelopeInternal();
        double all = 0;
        double near = 0;
        for (int row = 0; row < STEPS; row++) {
            double latitude = box.getMinY() + (row + 0.5) * box.getHeight() / STEPS;
            double weight = Math.cos(Math.toRadians(latitude));
            for (int column = 0; column < STEPS; column++) {
                double longitude = box.getMinX() + (column + 0.5) * box.getWidth() / STEPS;
                if (inside.locate(new Coordinate(longitude, latitude)) != Location.EXTERIOR) {
                    all += weight;
                    if (kilometres(latitude, longitude).orElse(Double.POSITIVE_INFINITY) <= kilometres) {
                        near += weight;
                    }
                }
            }
        }
        return all == 0 ? 0 : (int) Math.round(100 * near / all);
    }
}
