package org.salus.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
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

/** The agenda in a terminal. */
class AgendaCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    @BeforeEach
    void aWorkspace() {
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
    }

    private record Told(int code, String out, String err) {}

    private Told type(String... words) {
        return run("agenda", words);
    }

    private Told run(String command, String... words) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(words));
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
        assertThat(told.out()).doesNotContain("[agenda");
        return told.out();
    }

    @Test
    void what_is_noted_is_due_and_told_as_text_and_for_programs() {
        assertThat(done("due", "Zubara")).contains("Nothing is due");
        assertThat(done(
                        "note",
                        "Zubara",
                        "actions",
                        "title=Sends the draft",
                        "office=Ministry of Justice",
                        "made=2020-01-01",
                        "due=2020-02-01"))
                .contains("Sends the draft is noted.");
        done("note", "Zubara", "requests", "title=Figures", "asked-of=Treasury", "until=2999");
        done("note", "Zubara", "focal-points", "office=Secretariat", "matter=minutes", "name=A. Person");
        assertThat(done("due", "Zubara")).containsSubsequence("overdue", "Sends the draft", "Figures");
        assertThat(done("due", "Zubara", "--overdue"))
                .contains("Sends the draft")
                .doesNotContain("Figures");
        assertThat(done("due", "Zubara", "--from", "2998", "--kind", "request")).contains("Figures", "Treasury");
        assertThat(done("due", "Zubara", "--from", "2900", "--until", "2901")).contains("Next is “Figures”");
        JsonNode due = JSON.readTree(done("due", "Zubara", "--kind", "action", "--format", "json"));
        assertThat(due.path("due").path(0).path("overdue").asBoolean()).isTrue();
        assertThat(due.path("due").path(0).path("name").asString()).startsWith("action:");
        assertThat(done("list", "Zubara", "focal-points")).contains("Secretariat", "A. Person");
        assertThat(type("name", "Zubara", "secretariat", "nmae=").err())
                .as("a word that is mistyped takes no name out")
                .contains("nmae");
        done("name", "Zubara", "secretariat", "name=");
        assertThat(done("list", "Zubara", "focal-points"))
                .contains("Secretariat")
                .doesNotContain("A. Person");
        assertThat(JSON.readTree(done("list", "Zubara", "actions", "--format", "json"))
                        .path("actions")
                        .path(0)
                        .path("state")
                        .asString())
                .isEqualTo("open");
    }

    @Test
    void a_meeting_is_prepared_held_and_told_with_what_came_of_it() throws IOException {
        done(
                "note",
                "Zubara",
                "meetings",
                "title=Committee",
                "day=2026-03-01",
                "place=Prime Minister's Office",
                "offices=Ministry of Justice; Embassy",
                "points=D: Extend the pilot · Embassy; Any other business");
        Path minutes = folder.resolve("minutes.txt");
        Files.writeString(minutes, "D: The pilot is extended\nA: Embassy · pays · until 2026-05-01\n");
        assertThat(done("minutes", "Zubara", "committee", minutes.toString()))
                .contains("The pilot is extended", "Nothing was written");
        assertThat(done("meeting", "Zubara", "Committee")).contains("Extend the pilot", "to be decided");
        assertThat(done("minutes", "Zubara", "Committee", minutes.toString(), "--write"))
                .isNotBlank();
        done("note", "Zubara", "meetings", "title=Next", "day=2026-06-01");
        assertThat(done("meeting", "Zubara", "Next"))
                .contains("Decisions of the last meeting", "The pilot is extended", "pays", "overdue");
        JsonNode next = JSON.readTree(done("meeting", "Zubara", "Next", "--format", "json"));
        assertThat(next.path("before").path("actions").path(0).path("title").asString())
                .isEqualTo("pays");
        assertThat(next.path("before").path("state").asString()).isEqualTo("held");
        Path file = folder.resolve("due.csv");
        done("due", "Zubara", "--out", file.toString());
        assertThat(Files.readString(file)).contains("pays", "Embassy", "overdue");
    }

    private static String day(int days) {
        return LocalDate.now(Clock.systemUTC()).plusDays(days).toString();
    }

    private void diligence(String... words) {
        Told told = run("diligence", words);
        assertThat(told.code()).as("%s %s", List.of(words), told.err()).isZero();
    }

    @Test
    void reviews_and_ends_of_due_diligence_are_due_however_far_they_are_and_say_where_they_are_kept() {
        String unit = "Border unit: Radios";
        diligence("begin", "Zubara", "unit=Border unit", "given=Radios", "regimes=us-leahy");
        diligence(
                "answer",
                "Zubara",
                unit,
                "answer-security-force=yes",
                "answer-us-defence=yes",
                "answer-us-foreign-aid=no");
        diligence("step", "Zubara", unit, "kind=in-scope", "date=" + day(-9), "office=Desk", "because=so");
        diligence("fact", "Zubara", unit, "text=A report", "topic=command", "learned=" + day(-9));
        diligence("measure", "Zubara", unit, "text=A check", "owner=Embassy", "due=" + day(290));
        diligence(
                "step", "Zubara", unit, "kind=assessed", "level=high", "date=" + day(-8), "office=Desk", "because=so");
        diligence(
                "step",
                "Zubara",
                unit,
                "kind=decided",
                "decision=go-with-mitigation",
                "date=" + day(-7),
                "from=" + day(-6),
                "review-by=" + day(280),
                "until=" + day(300),
                "office=Desk",
                "because=so");
        assertThat(run("diligence", "due", "Zubara").out())
                .as("on the board of cases it is not near yet")
                .doesNotContain(day(280));
        assertThat(done("due", "Zubara"))
                .containsSubsequence(
                        day(280),
                        "due diligence: review",
                        unit,
                        day(290),
                        "A check",
                        "Embassy",
                        day(300),
                        "end of the decision")
                .contains("private layer");
        assertThat(done("due", "Zubara", "--kind", "case-review")).doesNotContain("A check");
    }

    @Test
    void what_means_nothing_is_refused_with_what_there_is() throws IOException {
        assertThat(type("note", "Zubara", "actions", "titel=x")).satisfies(told -> {
            assertThat(told.code()).isEqualTo(2);
            assertThat(told.err()).contains("titel", "office", "due").doesNotContain("Exception");
        });
        assertThat(type("note", "Zubara", "actions", "title=x", "office=y", "made=2026-02", "due=2026-01")
                        .err())
                .contains("January 2026", "before");
        assertThat(type("note", "Zubara", "rumours", "title=x").err()).contains("rumours", "focal-points");
        assertThat(type("list", "Zubara", "rumours").code()).isNotZero();
        assertThat(type("due", "Zubara", "--from", "soon").err()).contains("soon");
        assertThat(type("due", "Zubara", "--from", "2027", "--until", "2026").err())
                .contains("ends before");
        assertThat(type("meeting", "Zubara", "Nothing").err()).contains("Nothing");
        assertThat(type("due", "Nowhere").code()).isNotZero();
        done("note", "Zubara", "meetings", "title=Committee", "day=2026-03-01");
        Path wrong = folder.resolve("wrong.txt");
        Files.writeString(wrong, "A: nobody\n");
        assertThat(type("minutes", "Zubara", "Committee", wrong.toString())).satisfies(told -> {
            assertThat(told.code()).isEqualTo(1);
            assertThat(told.out()).contains("Wrong:", "one line");
        });
        assertThat(type("minutes", "Zubara", "Committee", wrong.toString(), "--write")
                        .err())
                .contains("Line 1");
        done("note", "Zubara", "meetings", "title=Committee", "day=2026-04-01");
        assertThat(type("meeting", "Zubara", "Committee").err()).contains("More than one");
    }
}
