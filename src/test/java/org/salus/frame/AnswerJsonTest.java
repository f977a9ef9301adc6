package org.salus.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.salus.framework.Figure;
import org.salus.framework.PremiseReading;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import tools.jackson.databind.json.JsonMapper;

class AnswerJsonTest {
    private static final JsonMapper JSON = AnswerJson.in(Wording.english());
    private static final Sentence SOME_SENTENCE = PremiseReading.RECORDED.label();

    private enum Colour {
        LIGHT_BLUE
    }

    private record Answer(
            LocalDate valueDate, Figure<BigDecimal> paid, Optional<String> note, List<Figure<Colour>> colours) {}

    @Test
    void a_known_figure_has_its_value_only() {
        assertThat(JSON.writeValueAsString(Figure.known(3))).isEqualTo("{\"state\":\"known\",\"value\":3}");
    }

    @Test
    void a_partial_figure_says_what_is_missing() {
        assertThat(JSON.writeValueAsString(Figure.partial(3, SOME_SENTENCE)))
                .isEqualTo("{\"state\":\"partial\",\"value\":3,\"reason\":\"Armed contest recorded\"}");
    }

    @Test
    void an_unknown_figure_has_a_reason_instead_of_a_value() {
        assertThat(JSON.writeValueAsString(Figure.unknown(SOME_SENTENCE)))
                .isEqualTo("{\"state\":\"unknown\",\"reason\":\"Armed contest recorded\"}");
    }

    @Test
    void decimals_keep_every_digit_as_text() {
        assertThat(JSON.writeValueAsString(new BigDecimal("849351099.78478307000")))
                .isEqualTo("\"849351099.78478307000\"");
        assertThat(JSON.writeValueAsString(new BigDecimal("1E+9"))).isEqualTo("\"1000000000\"");
    }

    @Test
    void a_record_keeps_its_order_and_leaves_out_what_is_absent() {
        Answer answer = new Answer(
                LocalDate.of(2013, 5, 3),
                Figure.known(new BigDecimal("1.10")),
                Optional.empty(),
                List.of(Figure.known(Colour.LIGHT_BLUE)));
        assertThat(JSON.writeValueAsString(answer))
                .isEqualTo("{\"value_date\":\"2013-05-03\",\"paid\":{\"state\":\"known\",\"value\":\"1.10\"},"
                        + "\"colours\":[{\"state\":\"known\",\"value\":\"light-blue\"}]}");
    }

    @Test
    void words_of_the_approach_appear_as_their_codes_also_as_keys() {
        Map<ReformArea, Integer> counts = new EnumMap<>(ReformArea.class);
        counts.put(ReformArea.of("4a"), 2);
        assertThat(JSON.writeValueAsString(counts)).isEqualTo("{\"4a\":2}");
        assertThat(JSON.writeValueAsString(PremiseReading.WIDESPREAD)).isEqualTo("\"widespread\"");
    }

    @Test
    void an_amount_inside_a_figure_inside_a_map_is_still_text() {
        assertThat(JSON.writeValueAsString(Map.of("a", Figure.known(new BigDecimal("0.30")))))
                .isEqualTo("{\"a\":{\"state\":\"known\",\"value\":\"0.30\"}}");
    }

    @Test
    void what_turns_words_round_is_written_as_an_escape_and_says_the_same() {
        byte[] json = "{\"a\":\"\u202egpj.\u202d\u200f\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(new String(AnswerJson.straight(json), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":\"\\u202egpj.\\u202d\u200f\"}");
    }
}
