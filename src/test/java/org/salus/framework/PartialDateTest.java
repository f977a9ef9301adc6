package org.salus.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.framework.DateSpan.Holds;

/** Dates that are known to the year, month or day, and what holds between two of them. */
class PartialDateTest {
    @ParameterizedTest
    @CsvSource({
        "2005,2005-01-01,2005-12-31,YEAR",
        "2004-02,2004-02-01,2004-02-29,MONTH",
        "2005-03-18,2005-03-18,2005-03-18,DAY"
    })
    void a_date_is_as_exact_as_it_was_written(
            String text, LocalDate first, LocalDate last, PartialDate.Precision precision) {
        PartialDate date = PartialDate.of(text);
        assertThat(date.earliest()).isEqualTo(first);
        assertThat(date.latest()).isEqualTo(last);
        assertThat(date.precision()).isEqualTo(precision);
        assertThat(date).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "05",
                "2005-13",
                "2005-02-29",
                "2005-3-18",
                "18.3.2005",
                "2005-00-10",
                "0000",
                "2005-03-18T00:00"
            })
    void nothing_else_is_a_date(String text) {
        assertThat(PartialDate.find(text)).isEmpty();
        assertThatThrownBy(() -> PartialDate.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void coarse_dates_are_before_others_only_if_all_their_days_are() {
        assertThat(date("2005").isSurelyBefore(date("2006-01-01"))).isTrue();
        assertThat(date("2005").isSurelyBefore(date("2005-12-31"))).isFalse();
        assertThat(date("2005-11").isSurelyBefore(date("2005-12"))).isTrue();
        assertThat(Stream.of("2005-03-18", "2005-03", "2006", "2005", "2005-01-01")
                        .map(PartialDateTest::date)
                        .sorted()
                        .map(PartialDate::toString))
                .containsExactly("2005", "2005-01-01", "2005-03", "2005-03-18", "2006");
    }

    @ParameterizedTest
    @CsvSource({
        "2005,2010,2004-12-31,NO",
        "2005,2010,2005-01-01,PERHAPS",
        "2005,2010,2005-12-31,YES",
        "2005,2010,2007-06-01,YES",
        "2005,2010,2010-01-01,YES",
        "2005,2010,2010-12-31,PERHAPS",
        "2005,2010,2011-01-01,NO",
        "2005-03-18,2005-03-18,2005-03-18,YES",
        "2005,2005,2005-06-01,PERHAPS",
        ",2010-05,1800-01-01,YES",
        "2010-05,,2900-01-01,YES",
        ",,2000-01-01,YES"
    })
    void what_holds_between_coarse_dates_holds_perhaps_at_their_edges(
            String from, String until, LocalDate day, Holds holds) {
        DateSpan span = new DateSpan(
                Optional.ofNullable(from).map(PartialDate::of),
                Optional.ofNullable(until).map(PartialDate::of));
        assertThat(span.on(day)).isEqualTo(holds);
    }

    @Test
    void nothing_ends_before_it_begins() {
        assertThatThrownBy(() -> DateSpan.between(date("2006"), date("2005")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(DateSpan.between(date("2005-06"), date("2005")).mayHoldOn(LocalDate.of(2005, 7, 1)))
                .as("the end may lie later in the year")
                .isTrue();
    }

    @Test
    void two_times_meet_if_one_day_may_be_in_both() {
        DateSpan first = DateSpan.between(date("2000"), date("2005"));
        assertThat(first.mayMeet(DateSpan.since(date("2005-06-28")))).isTrue();
        assertThat(first.mayMeet(DateSpan.since(date("2006")))).isFalse();
        assertThat(DateSpan.since(date("2006")).mayMeet(first)).isFalse();
        assertThat(first.mayMeet(DateSpan.OPEN)).isTrue();
    }

    private static PartialDate date(String text) {
        return PartialDate.of(text);
    }
}
