package org.salus.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Papers in a terminal: listed, composed, written, and by templates of one's own. */
class PaperCommandTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path desk;

    private record Told(int code, String out, String err) {}

    private Told type(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandDoor("test", Salus.commands())
                .answer(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Told(code, out.toString(), err.toString());
    }

    private String done(String... words) {
        Told told = type(words);
        assertThat(told.code()).as("%s %s", List.of(words), told.err()).isZero();
        return told.out();
    }

    private String refused(String... words) {
        Told told = type(words);
        assertThat(told.code()).as("%s", List.of(words)).isNotZero();
        assertThat(told.err()).doesNotContain("\tat ", "[papers.");
        return told.err();
    }

    @BeforeEach
    void aWorkspace() {
        done("workspace", "create", "Orvelia", "--country", "XOV");
        done("goals", "import", "Orvelia", "demo/goals-orvelia.json");
    }

    private String at(String name) {
        return desk.resolve(name).toString();
    }

    @Test
    void the_papers_are_listed_with_what_each_may_be_told() {
        assertThat(done("paper")).contains("round-table – Who supports what", "crisis – Crisis sheet", "of (needed)");
        JsonNode list = JsonMapper.builder().build().readTree(done("paper", "--format", "json"));
        assertThat(list.path("papers").size()).isEqualTo(Papers.shipped().size());
        assertThat(list.path("papers").get(0).path("needed").get(0).asString()).isEqualTo("of");
    }

    @Tag("slow")
    @Test
    void one_is_read_written_in_each_form_and_told_to_programs_as_the_same() throws IOException {
        String text = done("paper", "round-table", "--workspace", "Orvelia", "partner=Kingdom of Ferrow");
        assertThat(text).contains("Prepared for Kingdom of Ferrow", "Vehicles for the Harbour Police");
        for (String form : List.of("docx", "pdf", "html")) {
            done("paper", "round-table", "--workspace", "Orvelia", "--out", at("hand-out." + form));
            assertThat(Files.size(desk.resolve("hand-out." + form))).isGreaterThan(1_000);
        }
        JsonNode told = JsonMapper.builder()
                .build()
                .readTree(done(
                        "paper",
                        "round-table",
                        "--workspace",
                        "Orvelia",
                        "partner=Kingdom of Ferrow",
                        "--format",
                        "json"));
        assertThat(told.path("lines").valueStream().map(JsonNode::asString).toList())
                .containsExactlyElementsOf(text.lines().toList());
        assertThat(told.path("asked").path("partner").asString()).isEqualTo("Kingdom of Ferrow");
        assertThat(told.path("readership").asString()).isEqualTo("full");
    }

    @Test
    void a_template_is_shown_changed_used_and_kept() throws IOException {
        String shown = done("paper", "brief", "--show");
        assertThat(shown).contains("name: brief", "part: answer");
        Files.writeString(
                desk.resolve("own.yaml"),
                shown.replace("name: brief", "name: own-brief\ntitle: Our own brief")
                        .replace("most: 4", "most: 2"));
        assertThat(done("paper", "--template", at("own.yaml"), "--workspace", "Orvelia"))
                .startsWith("Our own brief");
        done("paper", "--keep", "--template", at("own.yaml"), "--workspace", "Orvelia");
        assertThat(done("paper", "--workspace", "Orvelia")).contains("own-brief – Our own brief");
        assertThat(done("paper", "own-brief", "--workspace", "Orvelia")).startsWith("Our own brief");
        Files.writeString(desk.resolve("bad.yaml"), shown.replace("part: answer", "part: anser"));
        assertThat(refused("paper", "--template", at("bad.yaml"), "--workspace", "Orvelia"))
                .contains("no part “anser”", "answer");
    }

    @Test
    void what_cannot_be_is_said_in_a_line() throws IOException {
        assertThat(refused("paper", "brief")).contains("--workspace");
        assertThat(refused("paper", "breif", "--workspace", "Orvelia")).contains("no paper “breif”", "brief");
        assertThat(refused("paper", "crisis", "--workspace", "Orvelia")).contains("needs to be told: of");
        assertThat(refused("paper", "brief", "--workspace", "Orvelia", "Belgium"))
                .contains("“Belgium” is no choice");
        assertThat(refused("paper", "brief", "--workspace", "Orvelia", "--out", at("b.odt")))
                .contains("odt");
        assertThat(refused("paper", "--keep", "--workspace", "Orvelia")).contains("--template");
        Files.write(desk.resolve("huge.png"), new byte[40 << 20]);
        assertThat(refused("paper", "brief", "--workspace", "Orvelia", "partner=x", "--logo", at("huge.png")))
                .contains("huge.png", "2 MB");
        Files.writeString(desk.resolve("template.docx"), "PK not a template");
        assertThat(refused(
                        "paper",
                        "brief",
                        "--workspace",
                        "Orvelia",
                        "--out",
                        at("b.docx"),
                        "--style",
                        at("template.docx")))
                .contains("template.docx cannot give its style", "Word");
        assertThat(refused("paper", "--template", at("template.docx"), "--workspace", "Orvelia"))
                .contains("no template");
    }
}
