package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.Visitor;
import org.salus.frame.cli.CommandDoor;
import org.salus.framework.Failure;
import org.salus.ledger.Copy;
import org.salus.portal.cli.ServePages;

/** A workspace is taken along in one file, opened alone by {@code salus serve FILE}, worked on, and merged at home; or imported where nobody knows it. */
@Tag("slow")
class TakenAlongTest {
    private static final String WORDS = "several words are best";
    private static final String CANARY = "canary-77ab";

    @TempDir
    Path folder;

    private record Said(int code, String out, String err) {}

    private static Said run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandDoor("1", Salus.commands()).answer(new PrintWriter(out), new PrintWriter(err), words);
        return new Said(code, out.toString(), err.toString());
    }

    private String data(String name) {
        return folder.resolve(name).toString();
    }

    private String passphrase() throws Exception {
        return Files.writeString(folder.resolve("words"), WORDS + "\n").toString();
    }

    private void put(String data, String title) throws Exception {
        put(data, "law", title, "");
    }

    private void put(String data, String type, String title, String note) throws Exception {
        Path item = Files.writeString(folder.resolve("item.json"), """
                {"kind": "source", "value": {"key": "", "type": "%s", "title": "%s", "author": "", "date": null,
                 "reference": "", "link": "", "consulted": null, "reliability": "F", "credibility": "6", "note": "%s"}}
                """.formatted(type, title, note));
        Said said = run("workspace", "put", "Our strategy", item.toString(), "--data", data);
        assertThat(said.code()).as(said.err()).isZero();
    }

    @Test
    void an_item_whose_file_says_something_twice_is_refused() throws Exception {
        assertThat(run("workspace", "create", "Our strategy", "--country", "BDI", "--data", data("home"))
                        .code())
                .isZero();
        Path item = Files.writeString(folder.resolve("twice.json"), "{\"kind\": \"source\", \"kind\": \"actor\"}");
        Said said = run("workspace", "put", "Our strategy", item.toString(), "--data", data("home"));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("twice.json has the same key twice");
    }

    private Path exported() throws Exception {
        assertThat(run("workspace", "create", "Our strategy", "--country", "BDI", "--data", data("home"))
                        .code())
                .isZero();
        put(data("home"), "Law on the police " + CANARY);
        Path file = folder.resolve("mission.salus");
        Said made = run(
                "workspace",
                "export",
                "Our strategy",
                file.toString(),
                "--passphrase-file",
                passphrase(),
                "--data",
                data("home"));
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).contains("salus serve ");
        return file;
    }

    @Test
    void it_is_served_alone_and_what_is_written_there_is_merged_at_home() throws Exception {
        Path file = exported();
        Copy copy = Copy.open(file, WORDS.toCharArray());
        String workspace = "/workspaces/" + copy.about().workspace();
        try (ServePages.Running server =
                        Salus.pages().start(folder.resolve("road"), copy, InetAddress.getLoopbackAddress(), 0);
                Visitor visitor = new Visitor(server.address())) {
            URI link = server.link();
            assertThat(visitor.get(workspace).statusCode()).isEqualTo(303);
            visitor.get(link.getPath() + "?" + link.getQuery());
            assertThat(visitor.get("/workspaces").body())
                    .contains("Our strategy")
                    .doesNotContain("method=\"post\" action=\"/workspaces\"");
            assertThat(visitor.get(workspace).body()).contains("copy that travels");
            assertThat(visitor.get("/api/v1/me").body())
                    .as("whoever opens a copy administers nothing")
                    .contains(
                            "\"administrator\":false",
                            "\"role\":\"owner\"",
                            copy.about().workspace().toString());
            assertThat(visitor.get("/account").body())
                    .contains("You work in a copy of Our strategy, as the member it was made for: Owner")
                    .doesNotContain("href=\"/administration\"");
            for (String part : List.of("/administration", "/administration/audit", "/api/v1/administration/accounts")) {
                assertThat(visitor.get(part).statusCode()).as(part).isEqualTo(403);
            }
            assertThat(visitor.get(workspace + "/sources").body()).contains(CANARY);
            assertThat(visitor.post(workspace + "/sources", "title", "Decree seen on the road", "type", "law")
                            .statusCode())
                    .isEqualTo(303);
            assertThat(visitor.post("/workspaces", "name", "Second", "countries", "RWA")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(visitor.get(workspace + "/history").body()).contains("Decree seen on the road");
        }
        try (var beside = Files.list(folder)) {
            assertThat(beside.map(path -> path.getFileName().toString())
                            .filter(name -> name.startsWith("mission.salus")))
                    .containsExactly("mission.salus");
        }
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain("Decree seen", CANARY, "Our strategy");
        assertThat(folder.resolve("road/salus.db")).doesNotExist();

        Said merged = run(
                "workspace",
                "merge",
                "Our strategy",
                file.toString(),
                "--passphrase-file",
                passphrase(),
                "--format",
                "json",
                "--data",
                data("home"));
        assertThat(merged.code()).as(merged.err()).isZero();
        assertThat(merged.out()).contains("\"new_steps\":1", "\"unproven\":0", "\"waiting\":{}");
        assertThat(run("workspace", "items", "Our strategy", "--data", data("home"))
                        .out())
                .contains("Decree seen on the road");
    }

    @Test
    void from_a_medium_that_only_reads_it_is_served_and_does_not_speak_of_changes() throws Exception {
        Path file = exported();
        Path stick = Files.createDirectories(folder.resolve("stick"));
        assumeTrue(
                mounted("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", stick.toString()),
                "no file system can be mounted here: that needs an administrator");
        try {
            Path there = Files.copy(file, stick.resolve("mission.salus"));
            assertThat(mounted("mount", "-o", "remount,ro", stick.toString())).isTrue();
            Copy copy = Copy.open(there, WORDS.toCharArray());
            String workspace = "/workspaces/" + copy.about().workspace();
            try (ServePages.Running server =
                            Salus.pages().start(folder.resolve("road"), copy, InetAddress.getLoopbackAddress(), 0);
                    Visitor visitor = new Visitor(server.address())) {
                URI link = server.link();
                visitor.get(link.getPath() + "?" + link.getQuery());
                assertThat(visitor.get(workspace).body())
                        .contains("Nothing you do here is kept.", "copy that travels")
                        .doesNotContain("is written into its file");
                assertThat(visitor.get(workspace + "/sources").body()).contains(CANARY);
            }
        } finally {
            assertThat(mounted("umount", "-l", stick.toString())).isTrue();
        }
    }

    private static boolean mounted(String... command) throws Exception {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    @Test
    void a_travel_edition_says_what_it_is_and_leaves_at_home_what_people_noted() throws Exception {
        exported();
        put(data("home"), "interview", "What was said " + CANARY, "");
        put(data("home"), "document", "Letter of the minister", "came by way of " + CANARY);
        Path file = folder.resolve("journey.salus");
        Said made = run(
                "workspace",
                "export",
                "Our strategy",
                file.toString(),
                "--travel",
                "--passphrase-file",
                passphrase(),
                "--data",
                data("home"));
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).contains("travel edition");

        Copy copy = Copy.open(file, WORDS.toCharArray());
        String workspace = "/workspaces/" + copy.about().workspace();
        try (ServePages.Running server =
                        Salus.pages().start(folder.resolve("road"), copy, InetAddress.getLoopbackAddress(), 0);
                Visitor visitor = new Visitor(server.address())) {
            URI link = server.link();
            visitor.get(link.getPath() + "?" + link.getQuery());
            assertThat(visitor.get(workspace).body()).contains("This is a travel edition");
            assertThat(visitor.get(workspace + "/sources").body())
                    .contains("Law on the police")
                    .doesNotContain("What was said", "Letter of the minister");
            assertThat(visitor.post(workspace + "/sources", "title", "Decree seen on the road", "type", "law")
                            .statusCode())
                    .isEqualTo(303);
        }

        Said merged = run(
                "workspace",
                "merge",
                "Our strategy",
                file.toString(),
                "--passphrase-file",
                passphrase(),
                "--format",
                "json",
                "--data",
                data("home"));
        assertThat(merged.code()).as(merged.err()).isZero();
        assertThat(merged.out())
                .contains("\"travel_edition\":true", "\"new_steps\":1", "\"unproven\":0", "\"waiting\":{}");
        assertThat(run("workspace", "items", "Our strategy", "--data", data("home"))
                        .out())
                .contains("Decree seen on the road", "What was said", "Letter of the minister", "Law on the police");
    }

    @Test
    void it_is_imported_where_nobody_knows_it_and_merged_where_somebody_does() throws Exception {
        Path file = exported();
        Said imported =
                run("workspace", "import", file.toString(), "--passphrase-file", passphrase(), "--data", data("new"));
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.out()).contains("You are the member");
        put(data("new"), "Written in the other folder");
        Said again =
                run("workspace", "import", file.toString(), "--passphrase-file", passphrase(), "--data", data("new"));
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("here already", "salus workspace merge");

        Path back = folder.resolve("back.salus");
        run(
                "workspace",
                "export",
                "Our strategy",
                back.toString(),
                "--passphrase-file",
                passphrase(),
                "--data",
                data("new"));
        assertThat(run(
                                "workspace",
                                "merge",
                                "Our strategy",
                                back.toString(),
                                "--passphrase-file",
                                passphrase(),
                                "--data",
                                data("home"))
                        .code())
                .isZero();
        assertThat(run("workspace", "items", "Our strategy", "--data", data("home"))
                        .out())
                .contains("Written in the other folder");
    }

    @Test
    void somebody_who_works_already_takes_the_members_place() throws Exception {
        Path file = exported();
        assertThat(run("workspace", "create", "Another", "--country", "RWA", "--data", data("mine"))
                        .code())
                .isZero();
        Said imported =
                run("workspace", "import", file.toString(), "--passphrase-file", passphrase(), "--data", data("mine"));
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.out()).contains("in the place of");
        put(data("mine"), "Written by somebody else");
    }

    @Test
    void what_is_no_copy_is_refused_before_anybody_is_asked_for_words() throws Exception {
        exported();
        for (Path wrong : List.of(
                folder.resolve("nothing.salus"),
                folder.resolve("home/salus.db"),
                Files.writeString(folder.resolve("text.salus"), "no database"))) {
            Said said = run("serve", wrong.toString(), "--data", data("road"));
            assertThat(said.code()).as(wrong.toString()).isNotZero();
            assertThat(said.err()).contains(wrong.getFileName().toString()).doesNotContain("passphrase");
        }
        Said wrong = run(
                "serve",
                folder.resolve("mission.salus").toString(),
                "--passphrase-file",
                Files.writeString(folder.resolve("other-words"), "these are not the words")
                        .toString(),
                "--data",
                data("road"));
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("does not open under this passphrase");
    }

    @Test
    void only_this_machine_is_served() throws Exception {
        Path file = exported();
        try (Copy copy = Copy.open(file, WORDS.toCharArray())) {
            assertThatThrownBy(() ->
                            Salus.pages().start(folder.resolve("road"), copy, InetAddress.getByName("192.0.2.1"), 0))
                    .isInstanceOf(Failure.class);
        }
    }
}
