package org.salus.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.salus.documents.ChartOption.Kind;
import org.salus.documents.ChartOption.Series;

/** Maps, letters and what charts are made of. */
class DrawingTest {
    @Test
    void a_map_says_what_it_shows_and_that_boundaries_imply_nothing() {
        String svg = Samples.map().svg();
        assertThat(svg)
                .contains(
                        "<title id=\"t\">Deadly events fell in the north</title>",
                        "role=\"img\"",
                        ">North 41<",
                        ">Capital<")
                .contains("Boundaries and names shown do not imply endorsement.");
        assertThat(svg).isEqualTo(Samples.map().svg());
        assertThat(svg.length()).as("400 corners a province are simplified").isLessThan(6000);
    }

    @Tag("slow")
    @Test
    void numbers_of_a_chart_are_written_as_its_document_writes_them() {
        ChartOption chart = new ChartOption(
                Kind.BARS,
                "Parts",
                "",
                "",
                List.of("one", "two"),
                List.of(new Series(
                        "part",
                        Tint.of(Hue.ACCENT),
                        List.of(Optional.of(new BigDecimal("0.5")), Optional.of(new BigDecimal("1.5"))))));
        try (ChartDrawer drawer = new ChartDrawer()) {
            assertThat(drawer.draw(chart, new Size(400), Palette.LIGHT, Locale.FRENCH))
                    .contains(">1,5<")
                    .doesNotContain(">1.5<");
            assertThat(drawer.draw(chart, new Size(400))).contains(">1.5<").doesNotContain(">1,5<");
        }
    }

    @Test
    void a_degree_of_longitude_is_shorter_away_from_the_equator() {
        GeometryFactory shapes = new GeometryFactory();
        Geometry square = shapes.createPolygon(new Coordinate[] {
            new Coordinate(10, 59.5),
            new Coordinate(11, 59.5),
            new Coordinate(11, 60.5),
            new Coordinate(10, 60.5),
            new Coordinate(10, 59.5)
        });
        MapDrawing map = new MapDrawing(
                "A square degree",
                "",
                new MapDrawing.Box(10, 59.5, 11, 60.5),
                List.of(new MapDrawing.Outline("a", "a", square, Optional.empty(), Optional.empty())),
                List.of(),
                new Size(200),
                Locale.ENGLISH);
        assertThat(map.svg()).as("cos 60° is a half").contains("M0 400L200 400L200 0L0 0Z");
    }

    @Test
    void what_cannot_be_told_is_hatched_on_a_map() {
        MapDrawing.Outline north = Samples.map().outlines().getFirst();
        MapDrawing map = new MapDrawing(
                "t",
                "d",
                Samples.map().box(),
                List.of(new MapDrawing.Outline(
                        "N", "North", north.shape(), Optional.of(Tint.ofArea("?")), Optional.empty())),
                List.of(),
                new Size(300),
                Locale.ENGLISH);
        assertThat(map.svg()).contains("fill=\"url(#hatching)\"");
    }

    @Test
    void a_label_moves_away_from_points_and_is_left_out_where_there_is_no_room() {
        GeometryFactory shapes = new GeometryFactory();
        MapDrawing.Outline west = new MapDrawing.Outline(
                "w",
                "West: 1234",
                shapes.toGeometry(new Envelope(0, 5, 0, 10)),
                Optional.of(new Tint(Hue.ACCENT, 1)),
                Optional.of("1234"));
        // Narrower than its number, and the number of its neighbour needs the same room.
        MapDrawing.Outline strip = new MapDrawing.Outline(
                "s",
                "Strip: 56789",
                shapes.toGeometry(new Envelope(5, 5.2, 0, 10)),
                Optional.of(new Tint(Hue.ACCENT, 1)),
                Optional.of("56789"));
        MapDrawing.Outline next = new MapDrawing.Outline(
                "n",
                "Next: 98765",
                shapes.toGeometry(new Envelope(5.2, 5.4, 0, 10)),
                Optional.of(new Tint(Hue.ACCENT, 3)),
                Optional.of("98765"));
        String svg = new MapDrawing(
                        "t",
                        "d",
                        new MapDrawing.Box(0, 0, 10, 10),
                        List.of(west, strip, next),
                        List.of(new MapDrawing.Point(2.5, 5, "", Tint.of(Hue.NONE), 12)),
                        new Size(300),
                        Locale.ENGLISH)
                .svg();

        assertThat(svg)
                .as("the stronger fill keeps its number, the other one still tells it on pointing")
                .contains(">98765</text>", "<title>Strip: 56789</title>")
                .doesNotContain(">56789</text>");
        Matcher label = Pattern.compile("<text x=\"([0-9.]+)\" y=\"([0-9.]+)\"[^>]*>1234</text>")
                .matcher(svg);
        assertThat(label.find()).isTrue();
        double x = Double.parseDouble(label.group(1));
        double y = Double.parseDouble(label.group(2)) - 4;
        double half = Lettering.width("1234", 11, false) / 2;
        assertThat(x - half).isGreaterThan(0);
        assertThat(x + half).as("inside its outline").isLessThan(150);
        assertThat(Math.hypot(Math.max(0, Math.abs(x - 75) - half), Math.max(0, Math.abs(y - 150) - 5)))
                .as("beside the point")
                .isGreaterThan(12);
    }

    @Test
    void a_number_between_gaps_is_a_point_large_enough_to_be_seen() {
        Series line = new Series(
                "s",
                Tint.of(Hue.ACCENT),
                List.of(
                        Optional.of(BigDecimal.ONE),
                        Optional.empty(),
                        Optional.of(BigDecimal.TWO),
                        Optional.of(BigDecimal.TEN)));
        assertThat(new ChartOption(Kind.SMALL_MULTIPLES, "f", "u", "c", List.of("1", "2", "3", "4"), List.of(line))
                        .json(Palette.LIGHT))
                .contains("\"data\":[{\"value\":1,\"symbolSize\":6},\"-\",2,10]");
    }

    @Test
    void the_name_of_a_line_that_ends_early_stands_where_lines_that_go_on_do_not_cross_it() {
        assertThat(position(30, 30, 90)).isEqualTo("[8,9]");
        assertThat(position(30, 30, 30)).isEqualTo("[8,-15]");
        assertThat(position(30, 30, 5)).isEqualTo("[8,-15]");
        assertThat(position(33, 31, 90)).isEqualTo("[8,9]");
        assertThat(position(10, 12, 90)).isEqualTo("[8,3]");
        // Below it there would be the names of the months.
        assertThat(position(1, 1, 90)).isEqualTo("[8,-15]");
        Series alone = new Series("s", Tint.of(Hue.ACCENT), List.of(Optional.of(BigDecimal.ONE), Optional.empty()));
        assertThat(new ChartOption(Kind.LINES, "f", "u", "c", List.of("1", "2"), List.of(alone)).json(Palette.LIGHT))
                .contains("\"position\":\"right\"");
    }

    /** Where the name of a line stands that ends at a number, beside one that is at another there and goes on to a last one. */
    private static String position(int end, int there, int last) {
        Optional<BigDecimal> number = Optional.of(BigDecimal.valueOf(end));
        String json = new ChartOption(
                        Kind.LINES,
                        "f",
                        "u",
                        "c",
                        List.of("1", "2", "3"),
                        List.of(
                                new Series("s", Tint.of(Hue.ACCENT), List.of(number, number, Optional.empty())),
                                new Series(
                                        "path",
                                        Tint.of(Hue.ACCENT),
                                        List.of(
                                                Optional.empty(),
                                                Optional.of(BigDecimal.valueOf(there)),
                                                Optional.of(BigDecimal.valueOf(last))))))
                .json(Palette.LIGHT);
        return json.replaceAll("(?s).*\"position\":(\\[[^]]*]|\"[a-z]+\").*", "$1");
    }

    @Test
    void a_box_that_is_none_is_refused() {
        assertThatThrownBy(() -> new MapDrawing.Box(10, 0, 5, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MapDrawing.Box(0, -90, 5, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void arabic_letters_take_the_form_of_their_place() {
        assertThat(ArabicShapes.join("سلام")).isEqualTo("\ufeb3\ufefc\ufee1");
        assertThat(ArabicShapes.join("دار"))
                .as("dal and alef do not join forward")
                .isEqualTo("\ufea9\ufe8d\ufead");
        assertThat(ArabicShapes.separate(ArabicShapes.join("إصلاح قطاع الأمن"))).isEqualTo("إصلاح قطاع الأمن");
        assertThat(ArabicShapes.join("Reform 2013")).isEqualTo("Reform 2013");
    }

    @Test
    void a_line_of_two_directions_is_put_into_the_order_of_drawing() {
        assertThat(ReadingOrder.visual("abc")).isEqualTo("abc");
        assertThat(ReadingOrder.visual("דוח (2013)")).isEqualTo("(2013) חוד");
    }

    @Test
    void widths_are_those_of_the_shipped_family() {
        assertThat(Lettering.width("iii", 10, false)).isLessThan(Lettering.width("mmm", 10, false));
        assertThat(Lettering.width("Служба", 10, true)).isGreaterThan(Lettering.width("Служба", 10, false));
        assertThat(Lettering.width("ab", 20, false)).isEqualTo(2 * Lettering.width("ab", 10, false));
    }

    @Test
    void a_chart_gives_its_table_and_says_what_is_missing() {
        Table table = Samples.lines().table();
        assertThat(table.caption()).isEqualTo("Trust in the police rose, trust in courts did not");
        assertThat(table.columns().stream().map(Column::name))
                .containsExactly("Year", "Police", "Courts", "Parliament");
        assertThat(table.rows().get(2).get(2)).isEqualTo(Cell.blank(""));
        assertThat(Samples.lines().json(Palette.LIGHT)).contains("\"data\":[33,34,\"-\",32,33]");
    }

    @Test
    void a_series_that_does_not_fit_is_refused() {
        Series two = new Series("s", Tint.of(Hue.ACCENT), List.of(Optional.of(BigDecimal.ONE), Optional.empty()));
        assertThatThrownBy(() -> new ChartOption(Kind.BARS, "f", "u", "c", List.of("a"), List.of(two)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_small_chart_ends_where_the_publishers_scale_does_unless_a_value_lies_beyond_it() {
        Series seen = new Series("s", Tint.of(Hue.ACCENT), List.of(Optional.of(new BigDecimal("22"))));
        BigDecimal most = new BigDecimal("25");
        assertThat(new ChartOption(
                                Kind.OWN_SCALES,
                                "f",
                                "u",
                                "c",
                                List.of("1"),
                                List.of(seen.between(BigDecimal.ZERO, most)))
                        .json(Palette.LIGHT))
                .contains("\"min\":0,\"max\":25,\"interval\":12.5");
        assertThat(seen.between(BigDecimal.ZERO, BigDecimal.TEN).scale()).isEmpty();
        assertThat(seen.between(most, BigDecimal.ZERO).scale()).isEmpty();
        assertThat(seen.between(most.negate(), most).scale()).isEmpty();
    }

    @Test
    void panels_share_a_round_end_of_scale() {
        assertThat(ChartOption.niceMaximum(new BigDecimal("1401"))).isEqualByComparingTo("1500");
        assertThat(ChartOption.niceMaximum(new BigDecimal("0.07"))).isEqualByComparingTo("0.08");
        assertThat(ChartOption.niceMaximum(new BigDecimal("9"))).isEqualByComparingTo("10");
        assertThat(ChartOption.niceMaximum(new BigDecimal("100"))).isEqualByComparingTo("100");
    }
}
