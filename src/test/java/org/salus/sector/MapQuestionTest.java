package org.salus.sector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;

/** What the words of a question about a map mean, whichever door they come through. */
class MapQuestionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private static LocalDate day(String on) {
        return new MapQuestion(Address.of("").with("on", on), TODAY).day();
    }

    @Test
    void a_question_that_names_no_day_is_about_today() {
        assertThat(new MapQuestion(Address.of(""), TODAY).day()).isEqualTo(TODAY);
    }

    @ParameterizedTest
    @CsvSource({
        "2005, 2005-12-31",
        "2005-02, 2005-02-28",
        "2005-03-18, 2005-03-18",
        "2026, 2026-06-01",
        "2026-06, 2026-06-01",
        "2027, 2027-12-31"
    })
    void a_year_or_month_means_its_last_day_and_the_present_one_today(String on, LocalDate meant) {
        assertThat(day(on)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring", "2005-13", "2005-02-30", "99999999999"})
    void what_is_no_date_is_refused_with_what_to_write(String on) {
        assertThatThrownBy(() -> day(on)).isInstanceOf(Failure.class).hasMessageContaining("2005-03-18");
    }
}
