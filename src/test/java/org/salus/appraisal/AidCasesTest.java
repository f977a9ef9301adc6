package org.salus.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salus.framework.Failure;

class AidCasesTest {
    private static List<AidCase> read(String json) throws IOException {
        return AidCases.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "cases.json");
    }

    @Test
    void are_read_with_their_facts_alone() throws IOException {
        assertThat(read("""
                [{"id": "a", "verdict": "eligible", "facts": {"partner": "police", "year": 2017, "separable_parts": true, "trainees": ["judges", "clerks"], "topic": null, "purpose": " "}},
                 {"id": 7}]
                """))
                .containsExactly(
                        new AidCase(
                                "a",
                                Map.of(
                                        "partner", "police",
                                        "year", "2017",
                                        "separable_parts", "yes",
                                        "trainees", "judges; clerks")),
                        new AidCase("7", Map.of()));
    }

    @Test
    void may_be_one_alone_with_a_mark_before_it_or_none() throws IOException {
        assertThat(read("\uFEFF{\"id\": \"a\", \"facts\": {}}")).containsExactly(new AidCase("a", Map.of()));
    }

    @Test
    void keep_what_is_no_text_as_something_that_cannot_be_understood() throws IOException {
        AidCase one = read("[{\"id\": \"a\", \"facts\": {\"equipment\": {\"none\": 1}}}]")
                .getFirst();
        assertThat(AidRules.shipped().answer(one).verdict()).isEqualTo(AidVerdict.GREY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "''§holds no cases",
                "id,partner§is not JSON",
                "[{\"id\": \"a\"}§is not JSON",
                "[] []§is not JSON",
                "3§holds no cases",
                "\"text\"§holds no cases",
                "null§holds no cases",
                "[]§holds no cases",
                "[{\"id\": \"a\"}, {\"id\": 7}, {\"id\": \"a\"}]§Cases 1 and 3 of \"cases.json\" have one id: a",
                "[3]§Case 1 of \"cases.json\" has no id",
                "[{\"id\": \"a\"}, {\"facts\": {}}]§Case 2 of \"cases.json\" has no id",
                "[{\"id\": \" \"}]§Case 1 of \"cases.json\" has no id",
                "[{\"id\": \"a\", \"facts\": \"police\"}]§The facts of case \"a\"",
                "[{\"id\": \"a\", \"facts\": {\"partner\": \"military\", \"partner\": \"police\"}}]§says something twice"
            })
    void are_refused_with_the_place_that_is_wrong(String json, String why) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(Failure.class).hasMessageContaining(why);
    }

    /** The longest text there may be in one word, in many facts that no rule reads and in one that rules do: not every beginning of it is looked up. */
    @Test
    void of_any_size_are_answered_without_looking_up_every_beginning() {
        Map<String, String> facts = new java.util.HashMap<>();
        for (int number = 0; number < 100_000; number++) {
            facts.put("fact " + number, "police");
        }
        facts.put("partner", "x".repeat(2_000));
        AidAnswer answer = AidRules.shipped().answer(new AidCase("a", facts));
        assertThat(answer.verdict()).isEqualTo(AidVerdict.GREY);
        assertThat(answer.notUnderstood()).containsExactly("partner: " + "x".repeat(2_000));
    }
}
