package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Salus;
import org.salus.Visitor;
import org.salus.frame.cli.CommandDoor;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Workspace;

/** A file in which one entry is not what it was, asked by every door. */
@Tag("slow")
class DamagedDoorTest {
    /** Where an entry with one parent names its author; and the first item it touches. */
    private static final int AUTHOR = 1 + 16 + 4 + 32;

    private static final int ITEM = AUTHOR + 16 + 8 + 1 + 4;

    @TempDir
    private Path folder;

    private RunningTeam team;
    private String workspace = "";
    private Item<Source> source = Item.fresh(Source.KIND, Source.of(SourceType.DOCUMENT, "A white paper"));

    @BeforeEach
    void aWorkspace() throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId ana = team.administrator("ana", "Ana");
        Workspace founded = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        workspace = founded.id().toString();
        assertThat(founded.append(ana, new Edit.Put(source))).isInstanceOf(Outcome.Accepted.class);
        source = founded.view(ana).get(Source.KIND, source.id());
    }

    @AfterEach
    void close() {
        team.close();
    }

    private Visitor damaged(int place) throws Exception {
        team.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                PreparedStatement ask = connection.prepareStatement("SELECT written FROM entry WHERE place = 1");
                PreparedStatement update =
                        connection.prepareStatement("UPDATE entry SET written = ? WHERE place = 1")) {
            byte[] written;
            try (ResultSet row = ask.executeQuery()) {
                row.next();
                written = row.getBytes(1);
            }
            written[place] ^= 1;
            update.setBytes(1, written);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        return team.signedIn("ana");
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            return files.filter(path -> path.toString().endsWith(".db"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String entry() {
        return source.basis().iterator().next().brief();
    }

    @Test
    void what_can_be_trusted_is_read_and_every_door_says_why_nothing_is_written() throws Exception {
        String words = "the first is " + entry() + ".";
        try (Visitor ana = damaged(AUTHOR)) {
            assertThat(ana.get("/workspaces/" + workspace).body())
                    .contains(words)
                    .contains("whoever keeps this machine repairs it from a backup")
                    .contains("salus workspace verify");
            assertThat(ana.get("/workspaces/" + workspace + "/items/" + source.id())
                            .body())
                    .contains("A white paper");
            HttpResponse<String> page = ana.post(
                    "/workspaces/" + workspace + "/items/" + source.id() + "/comments", "text", "what I wanted to say");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains(words).contains("what I wanted to say");
            HttpResponse<String> undo = ana.submit(
                    "POST",
                    "/api/v1/workspaces/" + workspace + "/undo",
                    "application/json",
                    "{\"entry\":\"" + source.basis().iterator().next() + "\"}");
            assertThat(undo.statusCode()).as(undo.body()).isEqualTo(503);
            assertThat(undo.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
            assertThat(undo.body()).contains(entry());
        }
    }

    @Test
    void where_it_cannot_be_settled_who_may_read_what_nobody_does_and_is_told_so() throws Exception {
        try (Visitor ana = damaged(ITEM)) {
            HttpResponse<String> page = ana.get("/workspaces/" + workspace);
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body())
                    .contains(entry())
                    .contains("repairs it from a backup")
                    .doesNotContain("A white paper");
            assertThat(ana.get("/workspaces").body()).contains("id=\"damaged\"").contains(workspace);
        }
    }

    @Test
    void the_terminal_says_once_that_a_list_lacks_what_is_damaged() throws Exception {
        team.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE payload SET body = x'00112233' WHERE instr(body, CAST('A white paper' AS BLOB)) > 0")) {
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandDoor("1", Salus.commands())
                .answer(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        "workspace",
                        "items",
                        workspace,
                        "--data",
                        folder.resolve("data").toString(),
                        "--account",
                        "ana");
        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .contains("not as written")
                .containsOnlyOnce("repairs it from a backup")
                .doesNotContain("not meant for you");
        assertThat(out.toString()).doesNotContain("A white paper");
    }
}
