package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.ItemJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What people type into a field is understood, or it is said why not; nothing is guessed. */
class FieldTest {
    private static final Sentence LABEL = Sentence.of("workspace.version.name");

    private static JsonNode understood(Field field, String typed) {
        assertThat(field.read(typed)).isInstanceOf(Field.Typed.Understood.class);
        return ((Field.Typed.Understood) field.read(typed)).json();
    }

    private static String refused(Field field, String typed) {
        assertThat(field.read(typed)).isInstanceOf(Field.Typed.NotUnderstood.class);
        return Wording.english().say(((Field.Typed.NotUnderstood) field.read(typed)).why());
    }

    @Test
    void a_line_is_one_line() {
        assertThat(understood(Field.line("name", LABEL), "  National\r\n police ")
                        .asString())
                .isEqualTo("National police");
    }

    @Test
    void what_is_too_long_is_not_cut() {
        assertThat(refused(Field.line("name", LABEL), "x".repeat(1001))).isEqualTo("At most 1\u202f000 characters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2005", "2005-03", "2005-03-18"})
    void a_date_is_as_exact_as_it_is_known(String typed) {
        assertThat(understood(Field.day("from", LABEL), typed).asString()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"18.3.2005", "March 2005", "2005-13", "05", "2005-00-01", "2025-02-30", "0000"})
    void a_date_in_another_form_is_asked_about(String typed) {
        assertThat(refused(Field.day("from", LABEL), typed))
                .startsWith("“" + typed + "”")
                .contains("2005-03-18");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 234.50 | 1234.50",
                "-3 | -3",
                "0.1 | 0.1",
                "1,5 | 1.5",
                "1\u202f234,5 | 1234.5",
                "\u22122,25 | -2.25"
            })
    void a_number_keeps_its_digits(String typed, String kept) {
        Field field = Field.number("share", LABEL);
        JsonNode read = understood(field, typed);
        assertThat(field.written(read)).isEqualTo(kept);
        assertThat(ItemJson.read(read, BigDecimal.class)).isEqualTo(new BigDecimal(kept));
        // As the ledger gives it back.
        assertThat(field.written(ItemJson.tree(new BigDecimal(kept)))).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,500", "1.234,5", "12 %", "NaN", "1e9", "--2"})
    void a_number_that_could_mean_two_things_is_asked_about(String typed) {
        assertThat(refused(Field.number("share", LABEL), typed)).contains(typed);
    }

    @ParameterizedTest
    @CsvSource({"yes, true", "oui, true", "Non, false", "no, false", "true, true", "off, false"})
    void yes_and_no_are_said_in_every_language(String typed, boolean kept) {
        assertThat(understood(Field.flag("open", LABEL), typed).booleanValue()).isEqualTo(kept);
    }

    @Test
    void what_is_neither_yes_nor_no_is_no_no() {
        assertThat(refused(Field.flag("open", LABEL), "perhaps")).contains("perhaps");
        assertThat(understood(Field.flag("open", LABEL), "").booleanValue()).isFalse();
    }

    @Test
    void a_choice_is_one_of_the_list() {
        Field field = Field.choice("level", LABEL, List.of(new Field.Option("1a", LABEL)), true);
        assertThat(understood(field, "1a").asString()).isEqualTo("1a");
        assertThat(understood(field, "").isNull()).isTrue();
        assertThat(refused(field, "1A")).contains("1A");
    }

    @Test
    void lines_come_back_as_they_were_typed() {
        Field field = Field.lines("names", LABEL);
        JsonNode read = understood(field, "Police nationale\n\n شرطة  \n");
        assertThat(read.size()).isEqualTo(2);
        assertThat(field.written(read)).isEqualTo("Police nationale\nشرطة");
    }

    /** A blank that comes along with a paste is no text, and no fault either. */
    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", " \u00a0\n", "\u200b", "\u202f\u2060"})
    void what_nobody_sees_is_nothing(String typed) {
        assertThat(understood(Field.line("name", LABEL), typed).asString()).isEmpty();
        assertThat(understood(Field.paragraph("note", LABEL), typed).asString()).isEmpty();
        assertThat(understood(Field.day("from", LABEL), typed).isNull()).isTrue();
        assertThat(understood(Field.lines("names", LABEL), "a\n" + typed + "\nb")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void what_is_beside_words_stays_as_it_was_typed() {
        assertThat(understood(Field.line("name", LABEL), "10\u00a0000").asString())
                .isEqualTo("10\u00a0000");
        // To be refused by the ledger, with its code.
        assertThat(understood(Field.line("name", LABEL), "\u0001").asString()).isEqualTo("\u0001");
    }

    @Test
    void nothing_is_written_as_nothing() {
        assertThat(Field.number("share", LABEL).written(JsonNodeFactory.instance.nullNode()))
                .isEmpty();
    }
}
