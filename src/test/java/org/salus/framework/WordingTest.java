package org.salus.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordingTest {
    private final Wording wording = Wording.english();

    @Test
    void thousands_are_set_apart_by_a_thin_space_also_where_a_number_chooses_the_words() {
        assertThat(wording.say("portal.home.activities", 1)).isEqualTo("1 activity");
        assertThat(wording.say("portal.home.activities", 1217)).isEqualTo("1\u202f217 activities");
        assertThat(wording.say("portal.rows.of", 12345, 1)).isEqualTo("12\u202f345 rows of 1 activity");
    }

    @Test
    void what_is_below_zero_has_a_true_minus_in_every_language() {
        for (Wording language : List.of(wording, Wording.in(Locale.FRENCH))) {
            assertThat(language.say("appraisal.oda.no-json", "a.json", -12345))
                    .contains("\u221212\u202f345")
                    .doesNotContain("-");
        }
        assertThat(Wording.figure(new BigDecimal("-0.50"))).isEqualTo("\u22120.50");
        assertThat(Wording.figure(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(wording.say("goals.chart.told", PartialDate.of("2019"), "2-3"))
                .as("what somebody wrote stays as it is")
                .contains("2-3");
    }

    @Test
    void a_language_without_words_of_its_own_speaks_english() {
        assertThat(Wording.in(Locale.of("sw")).say("portal.home.activities", 2)).isEqualTo("2 activities");
        assertThat(Wording.in(Locale.FRENCH).say("portal.home.activities", 2)).isEqualTo("2 activités");
    }

    @Test
    void a_date_in_a_sentence_is_told_in_words_as_exactly_as_it_is_known() {
        assertThat(wording.say("goals.chart.told", PartialDate.of("2019-09-30"), "5"))
                .contains("30 September 2019")
                .doesNotContain("2019-09");
        assertThat(wording.say("goals.chart.told", LocalDate.of(2013, 5, 3), "5"))
                .contains("3 May 2013");
        assertThat(wording.day(PartialDate.of("2005-03"))).isEqualTo("March 2005");
        assertThat(wording.shortDay(PartialDate.of("2019-09-30"))).isEqualTo("30 Sep 2019");
        assertThat(wording.shortDay(PartialDate.of("1994"))).isEqualTo("1994");
    }

    @Test
    void what_stands_in_a_row_is_parted_as_the_language_parts_it() {
        Wording french = Wording.in(Locale.FRENCH);
        assertThat(wording.parted(List.of("boats, and fuel", "crews"))).isEqualTo("boats, and fuel; crews");
        assertThat(french.parted(List.of("boats", "crews"))).isEqualTo("boats\u202f; crews");
        assertThat(wording.listed(List.of())).isEmpty();
        assertThat(wording.listed(List.of("one"))).isEqualTo("one");
        assertThat(wording.listed(List.of("one", "two", "three"))).isEqualTo("one, two and three");
        assertThat(french.listed(List.of("une", "deux", "trois"))).isEqualTo("une, deux et trois");
    }

    @Test
    void a_missing_pattern_is_shown_as_its_key() {
        assertThat(wording.say("portal.nowhere-to-be-found")).isEqualTo("[portal.nowhere-to-be-found]");
    }
}
