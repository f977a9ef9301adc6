package org.salus.impact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A survey as it is asked in a terminal, without a workspace. */
class SurveyCommandTest {
    private static final String FORM = """
            {"id_string": "safety", "title": "Safety", "content": {
              "survey": [{"type": "select_one yes_no", "name": "safe", "label": "Do you feel safe?"},
                         {"type": "integer", "name": "walk", "label": "Minutes to a post"},
                         {"type": "text", "name": "name", "label": "Your name"}],
              "choices": [{"list_name": "yes_no", "name": "yes", "label": "Yes"},
                          {"list_name": "yes_no", "name": "no", "label": "No"}]}}
            """;

    @TempDir
    private Path folder;

    private record Said(int code, String out, String err) {}

    @BeforeEach
    void theForm() throws IOException {
        Files.writeString(folder.resolve("form.json"), FORM);
        round("before.csv", 5);
        round("now.csv", 2);
    }

    /** One in so many feels safe. */
    private void round(String name, int oneIn) throws IOException {
        Files.writeString(
                folder.resolve(name),
                IntStream.range(0, 400)
                        .mapToObj(i -> (i % oneIn == 0 ? "yes" : "no") + "," + i % 50 + ",Somebody," + (1 + i % 2)
                                + ",P" + i % 40)
                        .collect(Collectors.joining("\n", "safe,walk,name,w,psu\n", "\n")));
    }

    private Said typed(String... options) {
        List<String> words = new ArrayList<>(List.of("impact", "survey"));
        for (String option : options) {
            words.add(option.contains(".") ? folder.resolve(option).toString() : option);
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandDoor("1", List.of(new CommandDoor.Named("impact", () -> ImpactCommand.of(Salus.faces()))))
                .answer(new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
        return new Said(code, out.toString(), err.toString());
    }

    @Test
    void people_read_who_was_asked_each_figure_with_its_interval_and_what_was_not_read() {
        Said said = typed("now.csv", "--form", "form.json", "--weight", "w", "--cluster", "psu");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("Safety: 400 people of 400 submissions, in 40 places of one stratum.")
                .containsPattern("Yes: \\d+\\.\\d % \\(95 % interval")
                .contains("No strata")
                .contains("name: free text; it may say who somebody is.")
                .doesNotContain("Somebody");
    }

    @Test
    void programs_get_figures_errors_intervals_and_changes() {
        Said said = typed(
                "now.csv", "--form", "form.json", "--before", "before.csv", "--question", "safe", "--format", "json");
        assertThat(said.code()).isZero();
        JsonNode answer = new JsonMapper().readTree(said.out());
        JsonNode yes = answer.at("/questions/0/figures/0");
        assertThat(yes.path("value").asDouble()).isEqualTo(0.5);
        assertThat(yes.path("standard_error").asDouble()).isPositive();
        assertThat(yes.path("lower").asDouble()).isLessThan(0.5);
        assertThat(answer.at("/changes/0/course").asString()).isEqualTo("rose");
        assertThat(answer.at("/not_kept").size()).isEqualTo(2);
        assertThat(answer.at("/limits/0").asString()).startsWith("No weights");
    }

    @Test
    void the_wrong_file_a_missing_one_and_unknown_columns_are_told_without_a_trace() {
        for (List<String> wrong : List.of(
                List.of("now.csv", "--form", "now.csv"),
                List.of("form.json", "--form", "form.json"),
                List.of("none.csv", "--form", "form.json"),
                List.of("now.csv", "--form", "form.json", "--weight", "heavy"),
                List.of("now.csv", "--form", "form.json", "--question", "saef"),
                List.of("now.csv", "--form", "form.json", "--by", "walk"),
                List.of("now.csv", "--form", "form.json", "--language", "fr"))) {
            Said said = typed(wrong.toArray(String[]::new));
            assertThat(said.code()).as(wrong.toString()).isNotZero();
            assertThat(said.err()).isNotBlank().doesNotContain("Exception", "\tat ");
        }
        assertThat(typed("now.csv", "--form", "form.json", "--question", "saef").err())
                .contains("\"safe\"");
    }
}
