package org.salus.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A chart below a caption. */
class CaptionedTest {
    private static final ChartOption DEATHS = new ChartOption(
            ChartOption.Kind.BARS,
            "Deaths fell by half",
            "deaths, best estimate",
            "Year",
            List.of("2012", "2013"),
            List.of(new ChartOption.Series(
                    "deaths",
                    Tint.of(Hue.ACCENT),
                    List.of(Optional.of(BigDecimal.TEN), Optional.of(new BigDecimal(5))))),
            List.of());
    private static final Chart CHART = Chart.of(DEATHS, "Ten, then five");

    private static String drawn(String caption) {
        return new Captioned("deaths", caption, "", CHART).drawn(CHART).option().json(Palette.LIGHT);
    }

    @Test
    void a_finding_that_its_caption_says_is_not_drawn_again() {
        assertThat(drawn("Deaths fell by half"))
                .doesNotContain("Deaths fell by half")
                .contains("deaths, best estimate");
    }

    @Test
    void below_other_words_a_chart_says_its_finding() {
        assertThat(drawn("Organised violence")).contains("Deaths fell by half");
    }

    @Test
    void its_numbers_keep_their_name_and_what_they_are_in() {
        Chart chart = new Captioned("deaths", "Deaths fell by half", "", CHART).drawn(CHART);
        assertThat(chart.table()).isEqualTo(CHART.table());
        assertThat(chart.option().height(Size.onPaper(Page.PORTRAIT))).isPositive();
    }
}
