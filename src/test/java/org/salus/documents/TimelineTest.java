package org.salus.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** Bars over days. */
class TimelineTest {
    private static final Timeline.Signs SIGNS =
            new Timeline.Signs("must be done", "may be left out", "fixed", "waits for", "today");
    private static final LocalDate FROM = LocalDate.of(2027, 1, 1);

    private static Timeline.Bar bar(String id, String from, String until, String... after) {
        return new Timeline.Bar(
                id,
                "Title of " + id,
                "All about " + id,
                LocalDate.parse(from),
                LocalDate.parse(until),
                false,
                false,
                List.of(after),
                Optional.of("/items/" + id),
                Map.of("step", id));
    }

    private static Timeline timeline(Timeline.Group... groups) {
        return of(Optional.empty(), groups);
    }

    private static Timeline of(Optional<LocalDate> today, Timeline.Group... groups) {
        return new Timeline(
                "What goes on <when>",
                "A few bars",
                FROM,
                LocalDate.of(2028, 12, 31),
                today,
                List.of(groups),
                SIGNS,
                "",
                Locale.ENGLISH);
    }

    /** Left end and width of the bar in the group of that element. */
    private static double[] box(String svg, String id) {
        Matcher found = Pattern.compile("data-step=\"" + id
                        + "\">.*?<rect class=\"dg-box [^\"]*\" x=\"([0-9.]+)\" y=\"[0-9.]+\" width=\"([0-9.]+)\"")
                .matcher(svg);
        assertThat(found.find()).as(id).isTrue();
        return new double[] {Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2))};
    }

    @Test
    void a_bar_is_as_millenniumas_its_days_and_stands_where_they_are() {
        String svg = timeline(new Timeline.Group(
                        "G", List.of(bar("year", "2027-01-01", "2027-12-31"), bar("half", "2028-01-01", "2028-06-30"))))
                .pageSvg();
        double[] year = box(svg, "year");
        double[] half = box(svg, "half");
        assertThat(half[0]).as("it begins the day the other is over").isEqualTo(year[0] + year[1]);
        assertThat(half[1] / year[1]).isBetween(182 / 365.0 - 0.005, 182 / 365.0 + 0.005);
    }

    @Test
    void one_day_can_be_seen() {
        String svg = timeline(new Timeline.Group("G", List.of(bar("a", "2027-03-01", "2027-03-01"))))
                .pageSvg();
        assertThat(box(svg, "a")[1]).isGreaterThanOrEqualTo(3);
    }

    @Test
    void quarters_are_named_over_years_and_months_over_a_short_time() {
        assertThat(timeline().svg())
                .contains(">2027<", ">2028<", ">Q1<", ">Q4<")
                .doesNotContain(">Mar<");
        Timeline month = new Timeline(
                "T", "", FROM, LocalDate.of(2027, 12, 31), Optional.empty(), List.of(), SIGNS, "", Locale.ENGLISH);
        assertThat(month.svg()).contains(">Mar<").doesNotContain(">Q1<");
    }

    @Test
    void a_thousand_years_are_drawn_without_a_name_upon_another() {
        Timeline millennium = new Timeline(
                "T", "", FROM, LocalDate.of(3026, 12, 31), Optional.empty(), List.of(), SIGNS, "", Locale.ENGLISH);
        assertThat(millennium.svg()).contains(">2100<").doesNotContain(">2101<");
        assertThat(millennium.svg().length()).isLessThan(200_000);
    }

    @Test
    void what_lies_outside_of_the_days_widens_them() {
        Timeline wider = timeline(new Timeline.Group(
                "G", List.of(bar("early", "2026-06-01", "2026-12-31"), bar("late", "2029-01-01", "2029-05-31"))));
        assertThat(wider.first()).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(wider.last()).isEqualTo(LocalDate.of(2029, 5, 31));
        assertThat(wider.svg()).contains(">2026<", ">2029<");
    }

    @Test
    void a_line_leads_from_the_end_of_what_is_waited_for_to_the_beginning_of_what_waits() {
        String svg = timeline(new Timeline.Group(
                        "G",
                        List.of(
                                bar("law", "2027-01-01", "2027-06-30"),
                                bar("vetting", "2027-09-01", "2027-12-31", "law", "nowhere", "vetting"))))
                .pageSvg();
        assertThat(svg).contains("Title of vetting waits for Title of law");
        assertThat(svg.split("class=\"dg-edge\"", -1))
                .as("one line, and none to itself or to nowhere")
                .hasSize(2);
        double[] law = box(svg, "law");
        double[] vetting = box(svg, "vetting");
        Matcher way = Pattern.compile("class=\"dg-line [^\"]*\" d=\"M([0-9.]+) [0-9.]+H.*H([0-9.]+)\"")
                .matcher(svg);
        assertThat(way.find()).isTrue();
        assertThat(Double.parseDouble(way.group(1))).isEqualTo(law[0] + law[1]);
        assertThat(Double.parseDouble(way.group(2))).isEqualTo(vetting[0] - 4);
    }

    @Test
    void what_waits_may_begin_the_very_next_day_or_stand_above() {
        String svg = timeline(new Timeline.Group(
                        "G",
                        List.of(
                                bar("second", "2027-07-01", "2027-12-31", "first"),
                                bar("first", "2027-01-01", "2027-06-30"))))
                .svg();
        assertThat(svg).contains("waits for").doesNotContain("NaN");
    }

    @Test
    void colour_alone_says_nothing() {
        Timeline.Bar strong = new Timeline.Bar(
                "s", "S", "s", FROM, FROM.plusDays(9), true, true, List.of(), Optional.empty(), Map.of());
        String svg = of(Optional.of(FROM.plusDays(30)), new Timeline.Group("G", List.of(strong)))
                .svg();
        assertThat(svg)
                .contains(">must be done<", ">fixed<", ">today<", "stroke-width=\"1.6\"", "stroke-dasharray")
                .as("only what is drawn is explained")
                .doesNotContain(">may be left out<", ">waits for<");
    }

    @Test
    void today_is_marked_where_it_lies_within_the_days() {
        assertThat(of(Optional.of(LocalDate.of(2030, 1, 1))).svg()).doesNotContain("stroke-dasharray", ">today<");
    }

    @Test
    void bars_lead_somewhere_on_pages_only() {
        Timeline one = timeline(new Timeline.Group("G", List.of(bar("a", "2027-03-01", "2027-04-01"))));
        assertThat(one.pageSvg())
                .contains("href=\"/items/a\"", "aria-label=\"All about a\"", "data-step=\"a\"", "data-day=\"");
        assertThat(one.svg())
                .contains("<title>All about a</title>", "role=\"img\"")
                .doesNotContain("href", "data-");
    }

    @Test
    void words_cannot_break_out_of_the_drawing() throws SAXException {
        Timeline.Bar hostile = new Timeline.Bar(
                "h",
                "</text><script>alert(1)</script>\u0000",
                "\"><script>",
                FROM,
                FROM,
                false,
                false,
                List.of(),
                Optional.of("\" onclick=\"alert(1)"),
                Map.of("step", "\"><b>"));
        String svg = timeline(new Timeline.Group("<b>", List.of(hostile))).pageSvg();
        assertThat(Markup.parse(svg).getElementsByTagName("script").getLength()).isZero();
        assertThat(svg).doesNotContain("<script", "<b>", " onclick=\"");
    }

    @Test
    void a_title_that_is_too_millenniumis_cut_and_stays_inside() throws IOException {
        Timeline.Bar last = new Timeline.Bar(
                "l",
                "Words ".repeat(200),
                "all",
                LocalDate.of(2028, 12, 1),
                LocalDate.of(2028, 12, 31),
                false,
                false,
                List.of(),
                Optional.empty(),
                Map.of());
        String svg = timeline(new Timeline.Group("G", List.of(last))).svg();
        Matcher title = Pattern.compile("<text class=\"dg-ink\" x=\"([0-9.]+)\"[^>]*>(Words [^<]*…)<")
                .matcher(svg);
        assertThat(title.find()).isTrue();
        assertThat(Double.parseDouble(title.group(1)) + Lettering.width(title.group(2), 11.5, false))
                .isLessThanOrEqualTo(1004);
    }

    @Test
    void four_hundred_bars_are_drawn_and_become_a_picture() throws IOException {
        List<Timeline.Group> groups = new ArrayList<>();
        for (int g = 0; g < 20; g++) {
            int group = g;
            groups.add(new Timeline.Group(
                    "Group " + g,
                    IntStream.range(0, 20)
                            .mapToObj(i -> bar(
                                    group + "-" + i,
                                    FROM.plusDays(group * 10 + i * 20).toString(),
                                    FROM.plusDays(group * 10 + i * 20 + 100).toString(),
                                    i > 5 ? group + "-" + (i - 6) : ""))
                            .toList()));
        }
        Timeline many = timeline(groups.toArray(Timeline.Group[]::new));
        String svg = many.svg();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        new PngWriter().write(svg, 1, png);
        assertThat(ImageIO.read(new ByteArrayInputStream(png.toByteArray())).getHeight())
                .isGreaterThan(400 * 31);
        assertThat(many.svg()).isEqualTo(svg);
        List<Timeline> parts = many.parts(24);
        assertThat(parts).hasSizeGreaterThan(16);
        assertThat(parts.stream().mapToInt(Timeline::size).sum()).isEqualTo(400);
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.size() + part.groups().size()).isLessThanOrEqualTo(24);
            assertThat(part.first()).isEqualTo(many.first());
            assertThat(part.last()).isEqualTo(many.last());
        });
    }

    @Test
    void nothing_is_a_calendar_without_bars() {
        Timeline none = timeline(new Timeline.Group("empty", List.of()));
        assertThat(none.groups()).isEmpty();
        assertThat(none.parts(5)).isEmpty();
        assertThat(none.svg()).contains(">2027<").doesNotContain(">empty<");
    }

    @Test
    void what_cannot_be_drawn_is_refused() {
        assertThatThrownBy(() -> bar("a", "2027-03-02", "2027-03-01")).hasMessageContaining("ends on or after");
        assertThatThrownBy(() -> timeline(new Timeline.Group(
                        "G", List.of(bar("a", "2027-03-01", "2027-03-02"), bar("a", "2027-03-01", "2027-03-02")))))
                .hasMessageContaining("Two bars have the id a");
        assertThatThrownBy(() -> timeline().parts(1)).hasMessageContaining("a head and a bar");
    }
}
