package org.salus.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class LandBorderTest {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private static LandBorder line(double... degrees) {
        Coordinate[] corners = new Coordinate[degrees.length / 2];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = new Coordinate(degrees[2 * i], degrees[2 * i + 1]);
        }
        return new LandBorder(SHAPES.createLineString(corners));
    }

    /** Great-circle distance by the haversine formula. */
    private static double haversine(double latitudeA, double longitudeA, double latitudeB, double longitudeB) {
        double a = Math.toRadians(latitudeA);
        double b = Math.toRadians(latitudeB);
        double half = Math.pow(Math.sin((b - a) / 2), 2)
                + Math.cos(a) * Math.cos(b) * Math.pow(Math.sin(Math.toRadians(longitudeB - longitudeA) / 2), 2);
        return 2 * 6371.0088 * Math.asin(Math.sqrt(half));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.9, 0.1", "-3.4, -0.6, 0.5", "45, 0.4, 0.9", "60, -0.5, 1.2", "69, 0.5, 1.5"})
    void up_to_a_hundred_kilometres_it_is_within_two_percent_of_the_globe(double latitude, double north, double east) {
        double longitude = 30;
        double there = haversine(latitude, longitude, latitude + north, longitude + east);
        // A line of almost no length is a point.
        double measured = line(longitude + east, latitude + north, longitude + east + 1e-9, latitude + north)
                .kilometres(latitude, longitude)
                .orElseThrow();
        assertThat(measured).isCloseTo(there, withPercentage(2));
    }

    @Test
    void the_nearest_point_may_lie_between_two_corners() {
        assertThat(line(-5, 1, 5, 1).kilometres(0, 0).orElseThrow())
                .isCloseTo(LandBorder.KM_PER_DEGREE, withPercentage(0.01));
    }

    @Test
    void a_line_beyond_the_date_line_is_near() {
        assertThat(line(-179.9, -1, -179.9, 1).kilometres(0, 179.9).orElseThrow())
                .isCloseTo(0.2 * LandBorder.KM_PER_DEGREE, withPercentage(0.01));
    }

    @Test
    void no_line_has_no_distance() {
        assertThat(new LandBorder(SHAPES.createLineString()).kilometres(0, 0)).isEmpty();
    }

    @Test
    void the_area_near_one_side_of_a_square_is_its_strip() {
        // Two degrees square, border on its western side: 50 km of about 222.
        int percent = line(0, -1, 0, 1).percentNear(SHAPES.toGeometry(new Envelope(0, 2, -1, 1)), 50);
        assertThat(percent).isBetween(21, 24);
    }
}
