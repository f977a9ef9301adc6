package org.salus.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code salus search} and {@code salus area} in a folder where somebody has founded a workspace. */
class SearchCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder = Path.of("");

    private record Told(int code, String out, String err) {}

    private Told run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.toString()));
        int code = new CommandDoor("test", Salus.commands())
                .answer(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Told(code, out.toString(), err.toString());
    }

    @Test
    void words_find_what_stands_in_workspaces_and_in_the_program() {
        assertThat(run("workspace", "create", "Zubara 2030", "--country", "BDI").code())
                .isZero();

        Told text = run("search", "zubara");
        assertThat(text.code()).isZero();
        assertThat(text.out()).contains("Workspaces (1)", "Zubara 2030 | Workspace");

        JsonNode json = JSON.readTree(run("search", "small", "arms", "--group", "areas", "--format", "json")
                .out());
        assertThat(json.path("q").asString()).isEqualTo("small arms");
        assertThat(json.path("groups").size()).isEqualTo(1);
        assertThat(json.path("groups").path(0).path("hits").path(0).path("href").asString())
                .isEqualTo("/areas/4b");
    }

    @Test
    void an_unknown_group_is_refused_with_those_there_are() {
        Told told = run("search", "law", "--group", "laws");
        assertThat(told.code()).isNotZero();
        assertThat(told.err()).contains("laws", "activities").doesNotContain("\tat ");
        assertThat(run("search", "law", "--size", "many").code()).isNotZero();
        assertThat(run("search").code()).isNotZero();
    }

    @Test
    void an_area_is_told_whole_and_an_unknown_one_is_refused() {
        Told text = run("area", "2b");
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out()).contains("15132", "Courts beside police", "empty is not none");
        assertThat(run("area").out()).contains("1a ·", "4x ·").doesNotContain("none ·");

        JsonNode json = JSON.readTree(run("area", "2a", "--format", "json").out());
        assertThat(json.path("purpose_codes").size()).isZero();
        assertThat(json.path("eligibility").asString()).contains("not aid");
        assertThat(json.path("indicators").size()).isPositive();

        for (String wrong : List.of("9z", "none", "?")) {
            Told told = run("area", wrong);
            assertThat(told.code()).as(wrong).isNotZero();
            assertThat(told.err()).contains("1a, 1b, 1c");
        }
    }
}
