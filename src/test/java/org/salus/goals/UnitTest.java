package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether two sheets count in one unit does not hang on how somebody typed it. */
class UnitTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "per 100,000",
                "per 100.000",
                "per 100\u00a0000",
                "per 100\u202f000",
                "Per  100000",
                "",
                "per 100'000"
            })
    void typed_in_another_way_it_is_the_same(String typed) {
        assertThat(Indicator.isSameUnit("per 100 000", typed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"per 100 000,per 1000", "per 100 000,per 100 00", "1.5 m,15 m", "people,per 100 000 people"})
    void another_number_is_another_unit(String one, String other) {
        assertThat(Indicator.isSameUnit(one, other)).isFalse();
    }
}
