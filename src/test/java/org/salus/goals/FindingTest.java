package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** How what was measured is written: every digit for programs and records, few of them for readers. */
class FindingTest {
    private static Finding value(String number) {
        return Finding.of(new BigDecimal(number));
    }

    @Test
    void what_was_divided_is_rounded_for_reading_and_keeps_every_digit() {
        Finding divided = value("27.83333333333333");
        assertThat(divided.shown()).isEqualTo("27.83");
        assertThat(divided.exact()).contains("27.83333333333333");
        assertThat(divided.written()).isEqualTo("27.83333333333333");
    }

    @Test
    void what_has_few_digits_is_shown_as_it_is() {
        assertThat(value("27.5").shown()).isEqualTo("27.5");
        assertThat(value("1200").shown()).isEqualTo("1200");
        assertThat(value("27.5").exact()).isEmpty();
    }

    @Test
    void what_is_small_does_not_become_nothing() {
        assertThat(value("0.004567").shown()).isEqualTo("0.00457");
        assertThat(value("-0.000012").shown()).isEqualTo("\u22120.000012");
    }
}
