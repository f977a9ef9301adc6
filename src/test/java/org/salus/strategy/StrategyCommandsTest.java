package org.salus.strategy;

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

/** A strategy in a terminal: written, worded otherwise, agreed, compared and recognised again. */
@Tag("slow")
class StrategyCommandsTest {
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

    private JsonNode json(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--format", "json"));
        return JsonMapper.builder().build().readTree(done(all.toArray(String[]::new)));
    }

    @BeforeEach
    void aWorkspace() {
        done("workspace", "create", "Orvelia", "--country", "XOV");
        done("goals", "import", "Orvelia", "demo/goals-orvelia.json");
    }

    private Path at(String name) {
        return desk.resolve(name);
    }

    @Test
    void it_is_written_and_recognised_and_differs_once_a_word_is_another() throws IOException {
        done("strategy", "write", "Orvelia", at("s.docx").toString());
        done("strategy", "write", "Orvelia", at("again.docx").toString());
        assertThat(Files.readAllBytes(at("again.docx"))).isEqualTo(Files.readAllBytes(at("s.docx")));
        assertThat(done("verify", at("s.docx").toString())).contains("Same content");
        done("strategy", "write", "Orvelia", at("s.html").toString(), "--for", "public");
        assertThat(done("verify", at("s.html").toString())).contains("Same content");
        Files.writeString(
                at("changed.html"),
                Files.readString(at("s.html")).replace("No plan is recorded yet", "A plan is recorded"));
        Told changed = type("verify", at("changed.html").toString());
        assertThat(changed.code()).isEqualTo(1);
        assertThat(changed.out()).contains("It differs here", "A plan is recorded");
    }

    @Test
    void a_section_is_worded_otherwise_and_the_model_goes_on_beside_it() throws IOException {
        Files.writeString(at("goals.txt"), "What we want, in **our** words.");
        done("strategy", "text", "Orvelia", "goals", at("goals.txt").toString());
        assertThat(done("strategy", "text", "Orvelia", "goals")).contains("What we want, in **our** words.");
        assertThat(json("strategy", "sections", "Orvelia")
                        .path("sections")
                        .get(4)
                        .path("state")
                        .asString())
                .isEqualTo("written");
        Told nothing = type("strategy", "look", "Orvelia", "context", "accept");
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.err()).contains("Nobody has written anything").doesNotContain("\tat ");
    }

    @Test
    void it_is_drawn_shared_approved_by_both_sides_and_agreed_and_then_compared() throws IOException {
        done("strategy", "draft", "Orvelia", "title=First", "review-by=2028-01");
        String digest = json("strategy", "editions", "Orvelia")
                .path("editions")
                .get(0)
                .path("digest")
                .asString();
        done("strategy", "step", "Orvelia", "First", "to=shared", "date=2026-03-01");
        for (String side : List.of("donor", "partner")) {
            done(
                    "strategy",
                    "approve",
                    "Orvelia",
                    "First",
                    "side=" + side,
                    "who=A name",
                    "office=An office",
                    "date=2026-03-02",
                    "place=Tamm",
                    "document=Minutes",
                    "digest=" + digest.substring(0, 12));
        }
        done("strategy", "step", "Orvelia", "First", "to=agreed", "date=2026-03-03");
        assertThat(done("strategy", "editions", "Orvelia")).contains("agreed", "approved by A name, An office");
        assertThat(done("strategy", "compare", "Orvelia", "First")).contains("Both say the same");
        Files.writeString(at("goals.txt"), "What we want.");
        done("strategy", "text", "Orvelia", "goals", at("goals.txt").toString());
        assertThat(done("strategy", "compare", "Orvelia", "First"))
                .contains("+ Goals and theory of change: What we want.");
        JsonNode changes = json("strategy", "compare", "Orvelia", "First").path("changes");
        assertThat(changes.size()).isPositive();
        done("strategy", "write", "Orvelia", at("first.pdf").toString(), "--edition", "First");
        assertThat(done("verify", at("first.pdf").toString())).contains("Same content", "\"First\"", "2 approvals");
    }

    @Test
    void what_cannot_be_is_said_in_a_line() {
        Told form = type("strategy", "write", "Orvelia", at("s.odt").toString());
        assertThat(form.code()).isEqualTo(1);
        assertThat(form.err()).contains("docx, pdf and html");
        Told readers = type("strategy", "sections", "Orvelia", "--for", "nobody");
        assertThat(readers.code()).isEqualTo(2);
        assertThat(readers.err()).contains("public, full, own");
        Told edition = type("strategy", "step", "Orvelia", "None", "to=shared", "date=2026-03-01");
        assertThat(edition.code()).isEqualTo(1);
        assertThat(edition.err()).contains("no edition");
        Told word = type("strategy", "draft", "Orvelia", "titel=First");
        assertThat(word.code()).isEqualTo(2);
        assertThat(word.err()).contains("titel", "title, for, language");
        Told file = type("verify", at("none.docx").toString());
        assertThat(file.code()).isNotZero();
        assertThat(file.err()).contains("none.docx").doesNotContain("\tat ");
    }
}
