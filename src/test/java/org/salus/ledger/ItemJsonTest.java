package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salus.framework.Failure;
import tools.jackson.databind.json.JsonMapper;

/** Programs that send JSON are told which field is wrong, and how. */
class ItemJsonTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"Zubara\",\"countries\":[\"XZU\"],\"reformName\":\"SSR\"}|region is missing",
                "{\"name\":\"Zubara\",\"countries\":[\"XZU\"],\"region\":null,\"reformName\":\"SSR\"}|region is missing",
                "{\"name\":\"Zubara\",\"countries\":\"XZU\",\"region\":\"\",\"reformName\":\"SSR\"}|countries cannot be XZU",
                "{\"name\":\"Zubara\",\"countries\":\" \",\"region\":\"\",\"reformName\":\"SSR\"}|countries cannot be \" \"",
                "{\"name\":\"Zubara\",\"countries\":[\"XZU\",[]],\"region\":\"\",\"reformName\":\"\"}|countries.1 cannot be []",
                "{\"name\":\"Zubara\",\"nam\":\"\",\"countries\":[\"XZU\"],\"region\":\"\",\"reformName\":\"\"}|There is no field nam here"
            })
    void a_wrong_field_is_named(String json, String told) {
        assertThatThrownBy(() -> ItemJson.read(JSON.readTree(json), Charter.class))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(told);
    }

    @Test
    void a_sensitivity_without_its_organisation_says_what_it_lacks() {
        assertThatThrownBy(() -> ItemJson.read(JSON.readTree("{\"level\":\"organisation\"}"), Sensitivity.class))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("organisation is missing");
    }

    @Test
    void where_there_is_a_choice_its_codes_are_told() {
        String json = "{\"source\":\"" + ItemId.fresh() + "\",\"place\":\"\",\"confidence\":\"surely\"}";
        assertThatThrownBy(() -> ItemJson.read(JSON.readTree(json), Citation.class))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("confidence cannot be surely. There is: ")
                .hasMessageContaining("not-assessed");
    }

    @Test
    void a_long_wrong_value_is_not_said_back_whole() {
        String json = "{\"name\":\"Zubara\",\"countries\":\"" + "x".repeat(10_000)
                + "\",\"region\":\"\",\"reformName\":\"\"}";
        assertThatThrownBy(() -> ItemJson.read(JSON.readTree(json), Charter.class))
                .isInstanceOfSatisfying(
                        Failure.class,
                        told -> org.assertj.core.api.Assertions.assertThat(told.getMessage())
                                .hasSizeLessThan(200));
    }
}
