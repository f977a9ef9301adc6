package org.salus.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of people who write a point before decimals, and of those who write a comma. */
class TypedNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 | 12",
                "1.500 | 1.500",
                "1 234.5 | 1234.5",
                "1,5 | 1.5",
                "-0,25 | -0.25",
                "1\u202f234,5 | 1234.5",
                "1\u00a0234,567 | 1234.567",
                "0,125 | 0.125",
                "\u22123,1415 | -3.1415"
            })
    void a_comma_before_decimals_is_read_where_it_can_be_nothing_else(String typed, BigDecimal number) {
        assertThat(TypedNumber.find(typed)).contains(number);
        assertThat(TypedNumber.doubt(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,500", "-12,345", "999,000"})
    void where_it_could_stand_between_thousands_as_well_it_is_asked_about(String typed) {
        assertThat(TypedNumber.find(typed)).isEmpty();
        assertThat(TypedNumber.doubt(typed)).isPresent();
    }

    @Test
    void the_question_names_both_numbers() {
        assertThat(Wording.english().say(TypedNumber.doubt("1,500").orElseThrow()))
                .contains("1,500", "1500", "1.500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,2,3", "1.234,5", "1,234.5", "12 %", "1e9", ",5", "5,", "--2"})
    void anything_else_is_no_number(String typed) {
        assertThat(TypedNumber.find(typed)).isEmpty();
        assertThat(TypedNumber.doubt(typed)).isEmpty();
    }
}
