package org.salus.frame.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.salus.framework.Wording;

class NumeralsTest {
    private final Numerals numerals = new Numerals(Wording.english());

    @Test
    void a_sum_is_shown_to_the_cent_and_never_as_nothing() {
        assertThat(toTheCent("367642380.5180573872")).isEqualTo("USD 367 642 380.52");
        assertThat(toTheCent("21334307")).isEqualTo("USD 21 334 307");
        assertThat(toTheCent("-5.5")).isEqualTo("USD \u22125.50");
        assertThat(toTheCent("0.0012")).isEqualTo("USD 0.0012");
        assertThat(toTheCent("0")).isEqualTo("USD 0");
    }

    @Test
    void decimals_follow_a_comma_where_the_language_writes_one() {
        Numerals french = new Numerals(Wording.in(Locale.FRENCH));
        assertThat(french.exact(new BigDecimal("-12345.678"))).isEqualTo("\u221212\u202f345,678");
        assertThat(french.money("USD", new BigDecimal("367642380.52"))).isEqualTo("USD\u00a0367,6\u00a0M");
        assertThat(numerals.exact(new BigDecimal("12345.678"))).isEqualTo("12\u202f345.678");
    }

    private String toTheCent(String amount) {
        return numerals.moneyToTheCent("USD", new BigDecimal(amount)).replaceAll("[\u00a0\u202f]", " ");
    }
}
