package org.salus.impact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Workspaces;
import org.salus.people.People;
import org.salus.people.SessionLimits;
import org.salus.workspace.WorkPlace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A study in a terminal: begun with a table, asked, kept, repeated. */
class StudyCommandsTest {
    private static final String TITLE = "Patrols and robberies";

    @TempDir
    private Path folder;

    private Path months = Path.of("");

    @BeforeEach
    void aWorkspaceAndATable() throws IOException {
        try (Database database = new WorkPlace(folder).open()) {
            AccountId me = People.open(database, InstantSource.system(), SessionLimits.ALONE)
                    .alone()
                    .account();
            Workspaces.open(database, Salus.faces().kinds(), InstantSource.system())
                    .found(
                            new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                            me,
                            "Me",
                            Optional.empty(),
                            "");
        }
        StringBuilder lines = new StringBuilder("month,robberies,officer\n");
        for (int month = 1; month <= 24; month++) {
            lines.append(month)
                    .append(',')
                    .append(20 + month % 3 - (month > 16 ? 9 : 0))
                    .append(",somebody\n");
        }
        months = Files.writeString(folder.resolve("months.csv"), lines);
    }

    private record Told(int code, String out, String err) {
        JsonNode json() {
            return new JsonMapper().readTree(out);
        }
    }

    private Told type(String... words) {
        List<String> all = new ArrayList<>(List.of("impact", "study"));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", folder.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandDoor("test", Salus.commands())
                .answer(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Told(code, out.toString(), err.toString());
    }

    private Told done(String... words) {
        Told told = type(words);
        assertThat(told.code()).as("%s %s", List.of(words), told.err()).isZero();
        return told;
    }

    private void begin() {
        done("begin", "Zubara", months.toString(), "title=" + TITLE, "columns=month;robberies", "source=Counted");
    }

    @Test
    void a_study_is_begun_asked_kept_and_repeated() throws IOException {
        begin();
        assertThat(done("list", "Zubara").out()).contains("One study.", TITLE, "not asked yet");
        Told run = done("run", "Zubara", TITLE, "method=its", "time=month", "outcome=robberies", "from=17");
        assertThat(run.out()).contains("The series breaks where it was said to", "This is what was kept");
        assertThat(done("list", "Zubara").out()).contains("an effect can be told");
        JsonNode told = done("show", "Zubara", TITLE, "--format", "json").json();
        assertThat(told.get("verdict").get("kind").asString()).isEqualTo("effect-told");
        assertThat(told.get("standing").asString()).isEqualTo("same");
        assertThat(told.get("answer").get("estimate").get("value").asDouble()).isNegative();
        assertThat(told.get("guide").get("methods").size()).isEqualTo(4);
        Path script = folder.resolve("repeat.py");
        done("repeat", "Zubara", TITLE, script.toString());
        String rows = told.get("data").get("file").asString();
        assertThat(Files.readString(script)).contains(rows);
        assertThat(Files.readString(folder.resolve(rows)))
                .as("what was not chosen is nowhere")
                .startsWith("month,robberies\n1,21\n")
                .doesNotContain("somebody");
    }

    @Test
    void what_else_is_known_makes_the_verdict_less_sure_and_is_kept_so() {
        begin();
        done("run", "Zubara", TITLE, "time=month", "outcome=robberies", "from=17", "method=its");
        Told known = done("run", "Zubara", TITLE, "something-else=yes", "--format", "json");
        assertThat(known.json().get("verdict").get("kind").asString()).isEqualTo("cannot-be-told");
        assertThat(known.json().get("study").get("kept").get("verdict").asString())
                .isEqualTo("cannot-be-told");
    }

    @Test
    void what_cannot_be_asked_is_said_and_changes_nothing() {
        begin();
        Told early = type("run", "Zubara", TITLE, "method=its", "time=month", "outcome=robberies", "from=0");
        assertThat(early.code()).isEqualTo(2);
        assertThat(early.err()).contains("before the first figure").doesNotContain("Exception");
        assertThat(type("run", "Zubara", TITLE, "metod=its").err()).contains("\"metod\" means nothing here");
        assertThat(type("run", "Zubara", TITLE, "method=magic").code()).isEqualTo(2);
        assertThat(type("show", "Zubara", "Another").code()).isEqualTo(1);
        assertThat(type("begin", "Zubara", months.toString(), "source=x").err()).contains("A title is missing");
        assertThat(type("begin", "Zubara", "nowhere.csv", "title=T").err()).contains("There is no file");
        assertThat(done("list", "Zubara").out()).contains("One study.", "not asked yet");
    }
}
