package org.salus.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A code is one that a country has, or that is left to its users. */
class CountryCodesTest {
    @Test
    void what_no_country_has_is_told_apart_and_what_was_there_before_is_borne() {
        assertThat(CountryCodes.unknown(
                        List.of("BDI", "XKX", "XOV", "QQQ", "nowhere", "12", "bdi", "ZZZZ", "QQQ", "old"),
                        Set.of("old")))
                .containsExactly("QQQ", "nowhere", "12", "bdi", "ZZZZ");
    }

    @Test
    void the_nearest_are_found_by_code_and_by_name() {
        assertThat(CountryCodes.nearest("bdi")).startsWith("BDI (Burundi)");
        assertThat(CountryCodes.nearest("Norwey")).startsWith("NOR (Norway)");
        assertThat(CountryCodes.nearest("")).isNotEmpty();
    }
}
