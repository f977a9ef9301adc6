package org.salus.diligence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
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

/** A case in a terminal. */
class DiligenceCommandsTest {
    private static final String CASE = "Border unit: Radios";

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
        List<String> all = new ArrayList<>(List.of("diligence"));
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
        return told.out();
    }

    private static String unpacked(Path file) throws IOException {
        return Offices.unpacked(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    }

    @Test
    void a_case_is_begun_in_a_layer_answered_stepped_and_written_as_a_form() throws IOException {
        assertThat(done("begin", "Zubara", "unit=Border unit", "given=Radios", "regimes=us-leahy"))
                .contains(CASE + " has begun.");
        assertThat(done("cases", "Zubara")).contains(CASE, "private layer", "nothing is decided yet");
        done(
                "answer",
                "Zubara",
                CASE,
                "answer-security-force=yes",
                "answer-us-defence=yes",
                "answer-us-foreign-aid=no");
        Told early = type("step", "Zubara", CASE, "kind=suspended", "date=2026-03-01", "office=Desk", "because=so");
        assertThat(early.code()).isEqualTo(2);
        assertThat(early.err()).contains("Only a decision for support can be suspended");
        done("step", "Zubara", CASE, "kind=in-scope", "date=2026-03-01", "office=Desk", "because=so");
        done("fact", "Zubara", CASE, "text=A report", "topic=command", "learned=2026-03-01");
        done("measure", "Zubara", CASE, "text=A check", "owner=Desk", "due=2026-09-01");
        assertThat(done("show", "Zubara", CASE)).contains("in scope", "A report", "A check", "applies");
        assertThat(done("show", "Zubara", CASE, "--format", "json")).contains("\"state\":\"in-scope\"");
        assertThat(type("fact", "Zubara", CASE, "text=A report", "lerned=2026").code())
                .as("a name that means nothing")
                .isEqualTo(2);
        done("form", "Zubara", CASE, "us-leahy", folder.resolve("form.docx").toString());
        assertThat(unpacked(folder.resolve("form.docx"))).contains("A report", "us-leahy 2026-11");
        done("due", "Zubara");
    }

    @Test
    void regimes_are_told_with_what_their_forms_were_written_from() {
        StringWriter out = new StringWriter();
        int code = new CommandDoor("test", Salus.commands())
                .answer(new PrintWriter(out), new PrintWriter(new StringWriter()), "diligence", "regimes");
        assertThat(code).isZero();
        assertThat(out.toString()).contains("un-hrddp 2026-11", "uk-osja", "eu-hrddp", "us-leahy");
    }
}
