package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salus.documents.Cell;
import org.salus.documents.ChartDrawer;
import org.salus.documents.ChartOption;
import org.salus.documents.Column;
import org.salus.documents.Palette;
import org.salus.documents.Size;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.ledger.ItemId;

/** An indicator over time: what it may be is a band, and is said in words and in the table as well. */
class IndicatorChartTest {
    private static final Wording WORDING = Wording.english();
    private static final LocalDate TODAY = LocalDate.of(2030, 3, 1);

    private final ItemId chain = ItemId.fresh();
    private final Indicator indicator = new Indicator(
            chain,
            ItemId.fresh(),
            "Complaints answered",
            "%",
            Direction.UP,
            reading("-20", 2026),
            reading("90", 2031),
            "",
            "");

    private static Reading reading(String value, int year) {
        return new Reading(Optional.of(new BigDecimal(value)), "", Optional.of(PartialDate.ofYear(year)));
    }

    private Measurement approved(int year, Finding says) {
        return Measurement.of(chain, indicator.of(), PartialDate.ofYear(year), "", says)
                .at(new Progress(MeasurementState.APPROVED, Optional.empty(), Optional.empty(), ""));
    }

    private static Finding between(String low, String high, String value) {
        return new Finding(
                Optional.of(value).filter(text -> !text.isEmpty()).map(BigDecimal::new),
                Optional.of(new BigDecimal(low)),
                Optional.of(new BigDecimal(high)),
                Optional.empty(),
                "");
    }

    private List<Measurement> measured() {
        return List.of(
                approved(2027, between("-12.5", "7.5", "")),
                approved(2028, between("30", "50", "41")),
                approved(2029, Finding.missing("No survey")));
    }

    private ChartOption chart() {
        return IndicatorChart.of(indicator, measured(), IndicatorStatus.of(indicator, measured(), TODAY), WORDING)
                .orElseThrow();
    }

    @Test
    void an_interval_is_a_band_and_no_line() {
        ChartOption chart = chart();
        assertThat(chart.series())
                .extracting(ChartOption.Series::name)
                .containsExactly(WORDING.say("goals.chart.measured"), WORDING.say("goals.chart.path"));
        assertThat(chart.bands()).singleElement().satisfies(band -> {
            assertThat(band.low())
                    .containsExactly(
                            Optional.empty(),
                            Optional.of(new BigDecimal("-12.5")),
                            Optional.of(new BigDecimal("30")),
                            Optional.empty(),
                            Optional.empty());
            assertThat(band.high().get(1)).contains(new BigDecimal("7.5"));
        });
    }

    private Indicator withMilestone(Reading milestone) {
        return new Indicator(
                indicator.chain(),
                indicator.of(),
                indicator.title(),
                indicator.unit(),
                indicator.direction(),
                indicator.baseline(),
                indicator.target(),
                "",
                "",
                Optional.of(
                        new MeasuringPlan("", List.of(milestone), Frequency.YEARLY, Optional.empty(), "", List.of())));
    }

    private static Finding exactly(String value) {
        return new Finding(
                Optional.of(new BigDecimal(value)), Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    private static ChartOption.Series line(ChartOption chart, String name) {
        return chart.series().stream()
                .filter(each -> each.name().equals(WORDING.say("goals.chart." + name)))
                .findFirst()
                .orElseThrow();
    }

    /** How many strokes the drawn lines and areas of a colour have: each beginning is one. */
    private static long strokes(String svg, String colour) {
        return Pattern.compile("<path d=\"([^\"]+)\" fill=\"none\" stroke=\"" + colour + "\"[^>]* stroke-width=\"2.5\"")
                .matcher(svg)
                .results()
                .mapToLong(path ->
                        path.group(1).chars().filter(sign -> sign == 'M').count())
                .sum();
    }

    @Test
    void a_year_stands_after_its_months_so_that_the_path_never_goes_back() {
        Measurement june = Measurement.of(chain, indicator.of(), PartialDate.of("2029-06"), "", exactly("20"))
                .at(new Progress(MeasurementState.APPROVED, Optional.empty(), Optional.empty(), ""));
        ChartOption drawn = of(withMilestone(reading("60", 2029)), List.of(june));
        assertThat(drawn.categories()).containsExactly("2026", "Jun 2029", "2029", "2031");
        List<BigDecimal> path =
                line(drawn, "path").values().stream().flatMap(Optional::stream).toList();
        assertThat(path).hasSize(4).isSorted();
    }

    @Test
    void dates_stand_as_far_apart_as_time_lies_between_them() {
        assertThat(places("2026", "2027", "2028")).as("one step each").isEmpty();
        assertThat(places("2026", "2027", "2031")).containsExactly(0, 1, 5);
        assertThat(places("2025-12-31", "2026-01-01", "2031-12-31"))
                .as("too near to be told apart")
                .containsExactly(0, 1, 120);
        assertThat(places("2025", "2026-12", "2026", "2031"))
                .as("one day, said in two ways")
                .containsExactly(0, 1, 2, 6);

        ChartOption drawn = of(indicator, List.of(approved(2027, exactly("5"))));
        assertThat(drawn.categories()).as("the table has no rows between").containsExactly("2026", "2027", "2031");
        assertThat(drawn.table().rows()).hasSize(3);
        assertThat(drawn.json(Palette.LIGHT))
                .contains("\"data\":[\"2026\",\"2027\",\"2028\",\"2029\",\"2030\",\"2031\"]");
    }

    @Test
    void years_are_named_where_no_date_stands_and_where_there_is_room() {
        assertThat(years("2026", "2027", "2031"))
                .as("each where it ends, as dates that are years stand")
                .containsExactly("2=2028", "3=2029", "4=2030");
        assertThat(years("2026", "2027", "2028")).as("every year is a date").isEmpty();
        assertThat(years("2025-03-01", "2028-12-20"))
                .as("beside finer dates by their last month, and none upon a date")
                .extracting(mark -> mark.replaceFirst("\\d+=", ""))
                .containsExactly("2025-12", "2026-12", "2027-12");
        assertThat(years("2000", "2001", "2040"))
                .as("few enough to be read")
                .extracting(mark -> mark.replaceFirst("\\d+=", ""))
                .containsExactly("2005", "2010", "2015", "2020", "2025", "2030", "2035");
    }

    @Test
    void the_drawn_axis_says_the_years_between() {
        Indicator planned = withMilestone(reading("10", 2027));
        ChartOption apart = IndicatorChart.of(
                        planned, List.of(), IndicatorStatus.of(planned, List.of(), TODAY), WORDING)
                .orElseThrow();
        assertThat(apart.categories())
                .as("the table has dates of the plan alone")
                .containsExactly("2026", "2027", "2031");
        assertThat(apart.json(Palette.LIGHT)).contains("\"2026\",\"2027\",\"2028\",\"2029\",\"2030\",\"2031\"");
    }

    private static List<String> years(String... written) {
        List<PartialDate> days = Stream.of(written).map(PartialDate::of).toList();
        return IndicatorChart.years(days, IndicatorChart.places(days)).entrySet().stream()
                .map(Object::toString)
                .toList();
    }

    private static List<Integer> places(String... days) {
        return IndicatorChart.places(Stream.of(days).map(PartialDate::of).toList());
    }

    @Tag("slow")
    @Test
    void a_date_that_only_the_path_has_does_not_cut_what_was_measured() {
        // Measured in 2027, 2028 and 2030; the plan begins in 2026, has a milestone in 2029, and ends in 2031.
        Indicator planned = withMilestone(reading("50", 2029));
        List<Measurement> whole =
                List.of(approved(2027, exactly("5")), approved(2028, exactly("30")), approved(2030, exactly("60")));
        List<Measurement> broken = List.of(
                approved(2027, exactly("5")),
                approved(2028, exactly("30")),
                approved(2029, Finding.missing("No survey")),
                approved(2030, exactly("60")));
        try (ChartDrawer drawer = new ChartDrawer()) {
            ChartOption over = of(planned, whole);
            assertThat(line(over, "measured").passed()).containsExactlyInAnyOrder(0, 3, 5);
            assertThat(line(over, "path").passed()).isEmpty();
            String colour = Palette.LIGHT.hex(line(over, "measured").tint());
            assertThat(strokes(drawer.draw(over, new Size(640)), colour)).isEqualTo(1);
            assertThat(over.table().rows().get(3).get(1)).isEqualTo(Cell.blank(""));

            ChartOption cut = of(planned, broken);
            assertThat(line(cut, "measured").passed()).containsExactlyInAnyOrder(0, 5);
            assertThat(strokes(drawer.draw(cut, new Size(640)), colour)).isEqualTo(2);
            assertThat(cut.table().rows().get(3).get(1)).isEqualTo(Cell.blank(WORDING.say("goals.chart.missing")));
        }
    }

    @Test
    void a_band_goes_over_what_nobody_measured_and_ends_where_a_number_has_no_interval() {
        Indicator planned = withMilestone(reading("50", 2028));
        ChartOption chart = of(
                planned,
                List.of(
                        approved(2027, between("1", "9", "5")),
                        approved(2029, between("30", "50", "41")),
                        approved(2030, exactly("60"))));
        assertThat(chart.categories()).containsExactly("2026", "2027", "2028", "2029", "2030", "2031");
        ChartOption.Band band = chart.bands().getFirst();
        assertThat(band.passed()).containsExactlyInAnyOrder(0, 2, 5);
        assertThat(band.low().get(4)).isEmpty();
        assertThat(line(chart, "measured").passed()).isEqualTo(band.passed());
    }

    private ChartOption of(Indicator of, List<Measurement> measurements) {
        return IndicatorChart.of(of, measurements, IndicatorStatus.of(of, measurements, TODAY), WORDING)
                .orElseThrow();
    }

    @Test
    void without_intervals_there_is_no_band() {
        Measurement plain = approved(
                2027,
                new Finding(Optional.of(BigDecimal.TEN), Optional.empty(), Optional.empty(), Optional.empty(), ""));
        assertThat(IndicatorChart.of(
                                indicator,
                                List.of(plain),
                                IndicatorStatus.of(indicator, List.of(plain), TODAY),
                                WORDING)
                        .orElseThrow()
                        .bands())
                .isEmpty();
    }

    @Test
    void the_ends_stand_in_the_table_and_in_the_words_for_those_who_cannot_see_it() {
        ChartOption chart = chart();
        assertThat(chart.table().columns())
                .extracting(Column::name)
                .contains(WORDING.say("goals.chart.low"), WORDING.say("goals.chart.high"));
        List<Cell> row = chart.table().rows().get(2);
        assertThat(row.get(3)).isEqualTo(Cell.number(new BigDecimal("30")));
        assertThat(row.get(4)).isEqualTo(Cell.number(new BigDecimal("50")));
        assertThat(IndicatorChart.alternative(
                        indicator, measured(), IndicatorStatus.of(indicator, measured(), TODAY), WORDING))
                .contains("2027: between \u221212.5 and 7.5")
                .contains("2028: 41, between 30 and 50")
                .contains("2029: missing");
    }

    @Tag("slow")
    @Test
    void it_is_drawn_in_the_colour_of_what_was_measured_in_light_and_dark() {
        try (ChartDrawer drawer = new ChartDrawer()) {
            ChartOption chart = chart();
            for (Palette colours : List.of(Palette.LIGHT, Palette.DARK)) {
                String colour = colours.hex(chart.bands().getFirst().tint());
                String svg = drawer.draw(chart, new Size(640), colours);
                assertThat(svg).containsPattern("<path[^>]*fill=\"" + colour + "\"[^>]*fill-opacity=\"0.18\"");
                assertThat(svg).containsPattern("<path[^>]*fill=\"" + colour + "\"[^>]*(fill-)?opacity=\"0.45\"");
            }
        }
    }
}
