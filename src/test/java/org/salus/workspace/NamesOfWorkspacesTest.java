package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Workspaces;
import org.salus.people.People;
import org.salus.people.SessionLimits;

/** How a workspace is named in a terminal: by its name, or by as many of its first words as tell it from all others. */
class NamesOfWorkspacesTest {
    @TempDir
    private Path folder;

    private record Told(int code, String out, String err) {}

    @BeforeEach
    void threeWorkspaces() {
        try (Database database = new WorkPlace(folder).open()) {
            AccountId me = People.open(database, InstantSource.system(), SessionLimits.ALONE)
                    .alone()
                    .account();
            Workspaces workspaces = Workspaces.open(database, Salus.faces().kinds(), InstantSource.system());
            for (String name : List.of("Orvelia, an invented country", "Zubara", "Zubara north", "Zubara south")) {
                workspaces.found(
                        new Charter(name, List.of("XZU"), "", "SSR", Optional.empty()), me, "Me", Optional.empty(), "");
            }
        }
    }

    private Told items(String workspace) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandDoor("test", Salus.commands())
                .answer(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        "workspace",
                        "items",
                        workspace,
                        "--data",
                        folder.toString());
        return new Told(code, out.toString(), err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Orvelia", "orvelia", "ORVELIA, an", "Orvelia, an invented country", "zubara north"})
    void the_first_words_of_a_name_are_enough_where_only_one_begins_so(String words) {
        assertThat(items(words).code()).isZero();
    }

    @Test
    void a_whole_name_goes_before_what_begins_with_it() {
        assertThat(items("zubara").out()).contains("Zubara").doesNotContain("north", "south");
    }

    @Test
    void what_several_begin_with_is_refused_and_they_are_named() {
        try (Database database = new WorkPlace(folder).open()) {
            AccountId me = People.open(database, InstantSource.system(), SessionLimits.ALONE)
                    .alone()
                    .account();
            Workspaces.open(database, Salus.faces().kinds(), InstantSource.system())
                    .found(
                            new Charter("Orvelia at home", List.of("XOV"), "", "SSR", Optional.empty()),
                            me,
                            "Me",
                            Optional.empty(),
                            "");
        }
        Told told = items("Orvelia");
        assertThat(told.code()).isNotZero();
        assertThat(told.err()).contains("Orvelia, an invented country (", "Orvelia at home (", "Say more of the name");
        assertThat(items("Orvelia at").code()).isZero();
        // Words are whole.
        assertThat(items("Orv").err()).contains("There is no workspace Orv");
        assertThat(items("Zubara n").err()).contains("There is no workspace Zubara n");
    }
}
