package org.salus.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.salus.framework.DateSpan;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;

/** Which days a review looks at, and what lies in them. */
class ReviewPeriodTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    private static ReviewPeriod of(String from, String until) {
        return ReviewPeriod.of(Optional.of(from), Optional.of(until), TODAY);
    }

    @Test
    void the_last_year_that_is_over_is_meant_where_nothing_is_said() {
        assertThat(ReviewPeriod.of(Optional.empty(), Optional.empty(), TODAY).written())
                .isEqualTo("2025");
    }

    @Test
    void one_year_or_month_that_is_named_is_meant_as_a_whole() {
        assertThat(of("2024", "")).isEqualTo(new ReviewPeriod(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)));
        assertThat(of("", "2024-02").until()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(of("2023", "2024").written()).isEqualTo("2023–2024");
        assertThat(of("2024-02-03", "2024-05").written()).isEqualTo("2024-02-03 – 2024-05-31");
    }

    @Test
    void what_is_no_date_or_ends_first_or_is_too_long_is_refused_at_its_field() {
        refused("last year", "2025", "from", "impact.review.failure.no-day");
        refused("2025", "2025-13", "until", "impact.review.failure.no-day");
        refused("2025", "2024", "until", "impact.review.failure.order");
        refused("1900", "2025", "until", "impact.review.failure.long");
    }

    private static void refused(String from, String until, String field, String why) {
        assertThatThrownBy(() -> of(from, until)).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.field()).contains(field);
            assertThat(failure.sentence().key()).isEqualTo(why);
        });
    }

    @Test
    void a_coarse_date_lies_in_it_perhaps() {
        ReviewPeriod half = of("2025-01", "2025-06");
        assertThat(half.holds(PartialDate.of("2025-06-30"))).isEqualTo(DateSpan.Holds.YES);
        assertThat(half.holds(PartialDate.of("2025"))).isEqualTo(DateSpan.Holds.PERHAPS);
        assertThat(half.holds(PartialDate.of("2025-07"))).isEqualTo(DateSpan.Holds.NO);
    }

    @Test
    void what_has_no_end_goes_on_and_of_what_has_no_date_nothing_is_known() {
        ReviewPeriod year = of("2025", "2025");
        assertThat(year.mayMeet(Optional.of(PartialDate.of("2020")), Optional.empty()))
                .isTrue();
        assertThat(year.mayMeet(Optional.of(PartialDate.of("2026")), Optional.empty()))
                .isFalse();
        assertThat(year.mayMeet(Optional.empty(), Optional.of(PartialDate.of("2024-12"))))
                .isFalse();
        assertThat(year.mayMeet(Optional.empty(), Optional.empty())).isFalse();
    }
}
