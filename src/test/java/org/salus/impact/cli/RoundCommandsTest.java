package org.salus.impact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;
import org.salus.goals.ChainFile;
import org.salus.goals.Indicator;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.People;
import org.salus.people.SessionLimits;
import org.salus.workspace.WorkPlace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rounds of a survey in a workspace: kept with the chosen answers alone, shown by groups, compared. */
class RoundCommandsTest {
    private static final String FORM = """
            {"id_string": "safety", "title": "Safety", "content": {
              "survey": [{"type": "select_one yes_no", "name": "safe", "label": "Do you feel safe?"},
                         {"type": "select_one sexes", "name": "sex", "label": "Woman or man?"},
                         {"type": "text", "name": "your_name", "label": "Who are you?"},
                         {"type": "text", "name": "village", "label": "Which village?"}],
              "choices": [{"list_name": "yes_no", "name": "yes", "label": "Yes"},
                          {"list_name": "yes_no", "name": "no", "label": "No"},
                          {"list_name": "sexes", "name": "f", "label": "Women"},
                          {"list_name": "sexes", "name": "m", "label": "Men"}]}}
            """;

    @TempDir
    private Path folder;

    private record Told(int code, String out, String err) {
        JsonNode json() {
            return new JsonMapper().readTree(out);
        }
    }

    @BeforeEach
    void aWorkspaceAFormAndTwoRounds() throws IOException {
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
        Files.writeString(folder.resolve("form.json"), FORM);
        round("first.csv", 5);
        round("second.csv", 2);
    }

    private void round(String name, int oneIn) throws IOException {
        Files.writeString(
                folder.resolve(name),
                IntStream.range(0, 300)
                        .mapToObj(i -> (i % oneIn == 0 ? "yes" : "no") + "," + (i % 3 == 0 ? "f" : "m") + ",Asha,V"
                                + i / 10 + "," + (1 + i % 4) + ",s" + i)
                        .collect(Collectors.joining("\n", "safe,sex,your_name,village,w,_uuid\n", "\n")));
    }

    private Told type(String... words) {
        List<String> all = new ArrayList<>(List.of("impact", "rounds"));
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

    private void keep(String file, String title, String on) {
        done(
                "keep",
                "Zubara",
                folder.resolve(file).toString(),
                "--form",
                folder.resolve("form.json").toString(),
                "title=" + title,
                "on=" + on,
                "weight=w",
                "cluster=village");
    }

    @Test
    void a_round_is_kept_shown_by_groups_and_compared() {
        keep("first.csv", "Safety 2024", "2024-05");
        keep("second.csv", "Safety 2026", "2026-05");
        assertThat(done("list", "Zubara").out()).contains("2 rounds of surveys are kept", "Safety 2026");
        assertThat(done("show", "Zubara", "Safety 2026").out())
                .contains("Safety: 300 people of 300 submissions, in 30 places")
                .doesNotContain("Asha");
        JsonNode told = done(
                        "show", "Zubara", "Safety 2026", "--by", "sex", "--before", "Safety 2024", "--format", "json")
                .json();
        JsonNode safe = told.at("/answer/questions/0");
        assertThat(safe.at("/figures/0/lower").asDouble())
                .isLessThan(safe.at("/figures/0/value").asDouble());
        assertThat(safe.path("groups")).hasSize(2);
        assertThat(told.at("/answer/changes/0/course").asString()).isEqualTo("rose");
        assertThat(told.at("/before/title").asString()).isEqualTo("Safety 2024");
    }

    @Test
    void a_figure_is_taken_as_a_measurement_with_its_interval() throws IOException {
        String indicator;
        try (Database database = new WorkPlace(folder).open();
                InputStream chain = Files.newInputStream(Path.of("demo/goals-orvelia.json"))) {
            AccountId me = People.open(database, InstantSource.system(), SessionLimits.ALONE)
                    .alone()
                    .account();
            Workspaces all = Workspaces.open(database, Salus.faces().kinds(), InstantSource.system());
            Workspace workspace = all.get(all.ids().getFirst());
            assertThat(workspace.append(
                            me, ChainFile.read(chain, workspace.view(me)).edits(), Reason.EDIT))
                    .isInstanceOf(Outcome.Accepted.class);
            indicator = workspace.view(me).list(Indicator.KIND).getFirst().id().toString();
        }
        keep("second.csv", "Safety 2026", "2026-05");
        assertThat(done("measure", "Zubara", "Safety 2026", "safe", indicator, "--choice", "yes")
                        .out())
                .contains("Written down as a draft", "Do you feel safe?: Yes");
        Told wrong = type("measure", "Zubara", "Safety 2026", "safe", indicator, "--choice", "perhaps");
        assertThat(wrong.code()).isNotZero();
        assertThat(wrong.err()).contains("no figure with an interval");
    }

    @Test
    void what_was_not_chosen_is_nowhere_in_the_store() throws IOException {
        keep("first.csv", "Safety 2024", "2024-05");
        for (Path file : files()) {
            if (!file.getFileName().toString().endsWith(".csv")) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("Asha")
                        .doesNotContain("s299");
            }
        }
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void what_is_wrong_is_told_and_nothing_is_kept() {
        String form = folder.resolve("form.json").toString();
        String file = folder.resolve("first.csv").toString();
        for (List<String> wrong : List.of(
                List.of("keep", "Zubara", file, "--form", form, "title=A", "on=some day"),
                List.of("keep", "Zubara", file, "--form", form, "on=2024"),
                List.of("keep", "Zubara", file, "--form", form, "title=A", "on=2024", "weight=none"),
                List.of("keep", "Zubara", file, "--form", form, "title=A", "on=2024", "wieght=w"),
                List.of("keep", "Zubara", file, "--form", file, "title=A", "on=2024"),
                List.of("show", "Zubara", "A"))) {
            Told told = type(wrong.toArray(String[]::new));
            assertThat(told.code()).as(wrong.toString()).isNotZero();
            assertThat(told.err()).isNotBlank().doesNotContain("Exception", "\tat ");
        }
        assertThat(done("list", "Zubara").out()).contains("No round of a survey is kept yet");
    }
}
