package org.salus.appraisal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
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
import org.salus.goals.ChainFile;
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

/** {@code salus appraise} as it is typed, on the demo's plan: what it says, and with what it ends. */
class AppraiseCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    @BeforeEach
    void theDemosPlan() throws IOException {
        try (Database database = new WorkPlace(folder).open();
                InputStream chain = Files.newInputStream(Path.of("demo/goals-orvelia.json"))) {
            AccountId me = People.open(database, InstantSource.system(), SessionLimits.ALONE)
                    .alone()
                    .account();
            Workspace workspace = Workspaces.open(database, Salus.faces().kinds(), InstantSource.system())
                    .found(
                            new Charter("Orvelia", List.of("XOV"), "", "SSR", Optional.empty()),
                            me,
                            "Me",
                            Optional.empty(),
                            "");
            assertThat(workspace.append(
                            me, ChainFile.read(chain, workspace.view(me)).edits(), Reason.EDIT))
                    .isInstanceOf(Outcome.Accepted.class);
        }
    }

    private record Told(int code, String out, String err) {}

    private Told type(String... words) {
        List<String> all = new ArrayList<>(List.of("appraise"));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", folder.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandDoor("test", Salus.commands())
                .answer(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Told(code, out.toString(), err.toString());
    }

    @Test
    void it_ends_with_three_where_something_asked_for_is_not_yet_considered() {
        Told told = type("--workspace", "Orvelia");
        assertThat(told.code()).as(told.err()).isEqualTo(3);
        assertThat(told.out())
                .contains("C1 ", "C7 ", "C2.1", "Not yet considered")
                .doesNotContain("[appraisal.");
        assertThat(told.err()).contains("never the partner");
    }

    @Test
    void one_check_is_asked_for_alone_and_not_enough_information_is_no_not_yet() {
        Told told = type("--workspace", "Orvelia", "--check", "C1.2");
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out())
                .contains("C1.2", "Not enough information", "Nobody has answered")
                .doesNotContain("C2.1");
    }

    @Test
    void the_review_is_asked_for_by_a_word_or_by_its_check() throws IOException {
        Told told = type("--workspace", "Orvelia", "--recommendations", "--format", "json");
        assertThat(told.code()).as(told.err()).isZero();
        JsonNode answer = JSON.readTree(told.out());
        assertThat(answer.path("review").asBoolean()).isTrue();
        assertThat(answer.path("checks")).hasSizeGreaterThanOrEqualTo(35);
        assertThat(answer.path("not_yet").asBoolean()).isFalse();
        assertThat(type("--workspace", "Orvelia", "--check", "R4.1").out()).contains("R4.1");
    }

    @Test
    void what_was_kept_is_listed_and_nothing_is_said_to_have_changed_where_nothing_was_kept() throws IOException {
        Told none = type("--workspace", "Orvelia", "--history");
        assertThat(none.code()).as(none.err()).isZero();
        assertThat(none.out()).contains("Nothing was kept yet.").doesNotContain("C2.1");
        Told told = type("--workspace", "Orvelia", "--history", "--recommendations", "--format", "json");
        assertThat(JSON.readTree(told.out()).path("kept").isArray()).isTrue();
        assertThat(JSON.readTree(told.out()).path("review").asBoolean()).isTrue();
    }

    @Test
    void what_is_called_wrongly_is_said_in_a_line() {
        Told none = type("--workspace", "Orvelia", "--check", "C9.1");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err())
                .contains("There is no check", "docs/appraisal.md")
                .doesNotContain("Exception");
        assertThat(type("--workspace", "Nowhere").code()).isEqualTo(1);
        assertThat(type().code()).isEqualTo(2);
        assertThat(type("--workspace", "Orvelia", "--format", "csv").code()).isEqualTo(2);
    }
}
