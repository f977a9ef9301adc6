package org.salus.evidence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.SourceVersion;
import org.salus.frame.cli.CommandDoor;

/** What may stand behind {@code salus load}: paths, folders, globs, standard input, addresses. */
class LoadInputsTest {
    @TempDir
    Path folder;

    private HttpServer server;
    private ExecutorService threads;
    private String address;

    @BeforeEach
    void serve() throws IOException {
        threads = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/good/activities.xml", exchange -> {
            byte[] bytes = activities("HTTP-1").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(bytes);
            }
        });
        server.createContext("/moved.xml", exchange -> {
            exchange.getResponseHeaders().add("Location", "/good/activities.xml");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/circle", exchange -> {
            exchange.getResponseHeaders().add("Location", "/circle");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/local", exchange -> {
            exchange.getResponseHeaders().add("Location", "file:///etc/passwd");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                while (true) {
                    body.write(new byte[65_536]);
                }
            }
        });
        server.createContext("/silent", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('<');
            exchange.getResponseBody().flush();
        });
        server.start();
        address = "http://localhost:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static String activities(String identifier) {
        return "<iati-activities version=\"2.03\"><iati-activity><iati-identifier>" + identifier
                + "</iati-identifier></iati-activity></iati-activities>";
    }

    private int salus(StringWriter err, String... words) {
        List<String> all =
                new ArrayList<>(List.of("load", "--data", folder.resolve("data").toString()));
        all.addAll(List.of(words));
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return new CommandDoor("test", List.of(new CommandDoor.Named("load", LoadCommand::new)))
                .answer(nowhere, new PrintWriter(err), all.toArray(String[]::new));
    }

    private List<String> loaded() {
        List<String> found = new ArrayList<>();
        try (Evidence evidence = Evidence.open(folder.resolve("data"))) {
            evidence.snapshot().activities().each(activity -> found.add(activity.identifier()));
        }
        found.sort(String::compareTo);
        return found;
    }

    @Test
    void an_address_is_loaded_also_where_it_moved_to() {
        StringWriter err = new StringWriter();
        assertThat(salus(err, address + "/moved.xml")).as(err.toString()).isZero();
        assertThat(loaded()).containsExactly("HTTP-1");
    }

    @Tag("slow")
    @Test
    void a_quoted_glob_finds_files_in_folders_it_does_not_name() throws IOException {
        for (String name : List.of("top.xml", "a/one.xml", "b/two.xml", "b/deep/three.xml", "b/note.txt")) {
            Path file = folder.resolve("in").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, activities(name));
        }
        Path in = folder.resolve("in");
        assertThat(salus(new StringWriter(), in + "/*/*.xml")).isZero();
        assertThat(loaded()).containsExactly("a/one.xml", "b/two.xml");
        assertThat(salus(new StringWriter(), in + "/**/*.xml")).isZero();
        assertThat(loaded()).containsExactly("a/one.xml", "b/deep/three.xml", "b/two.xml", "top.xml");
        StringWriter err = new StringWriter();
        assertThat(salus(err, in + "/[*/x.xml")).isEqualTo(2);
        assertThat(salus(err, in + "/*/no-*.xml")).isEqualTo(1);
        assertThat(err.toString()).contains("No file matches");
    }

    @Test
    void an_address_that_gives_nothing_keeps_no_other_input_out() throws IOException {
        Path good = Files.writeString(folder.resolve("good.xml"), activities("A-1"));
        StringWriter err = new StringWriter();
        int code = salus(
                err,
                address + "/nothing-here",
                address + "/circle",
                address + "/local",
                "http://localhost:1/closed",
                folder.resolve("no-*.xml").toString(),
                good.toString());
        assertThat(code).isEqualTo(1);
        assertThat(loaded()).containsExactly("A-1");
        assertThat(err.toString()).contains("404", "/circle", "/local", "localhost:1", "no-*.xml");
    }

    @Test
    void what_is_no_address_is_wrong_use() {
        for (String word : List.of("http://not an address/", "ftp://localhost/a.xml", "file:///etc/hostname")) {
            StringWriter err = new StringWriter();
            assertThat(salus(err, word)).isEqualTo(2);
            assertThat(err.toString()).contains("http:// or https://");
        }
    }

    @Test
    void a_password_in_an_address_is_neither_told_nor_kept() {
        StringWriter err = new StringWriter();
        String with = address.replace("http://", "HTTP://jane:secret@");
        assertThat(salus(err, with + "/good/activities.xml", with + "/nothing-here"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("/nothing-here").doesNotContain("secret");
        try (Evidence evidence = Evidence.open(folder.resolve("data"))) {
            assertThat(evidence.snapshot().versions().getFirst().origin())
                    .endsWith("/good/activities.xml")
                    .doesNotContain("secret", "jane");
        }
    }

    @Test
    void why_an_address_gives_nothing_is_said_in_words() {
        StringWriter err = new StringWriter();
        salus(err, "http://localhost:1/closed");
        assertThat(err.toString()).contains("Nothing answers at the address").doesNotContain("null");
    }

    @Tag("slow")
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_body_without_end_and_a_server_that_falls_silent_are_given_up() {
        try (Inputs inputs = new Inputs(5 << 20, Duration.ofSeconds(3))) {
            assertThat(inputs.of(List.of(address + "/endless", address + "/silent"), InputStream.nullInputStream()))
                    .isEmpty();
            assertThat(inputs.failed()).hasSize(2);
        }
    }

    @Test
    void standard_input_and_a_named_source() {
        try (Inputs inputs = new Inputs()) {
            List<LoadInput> found = inputs.of(
                    List.of("-"), new ByteArrayInputStream(activities("STDIN-1").getBytes(StandardCharsets.UTF_8)));
            assertThat(salus(
                            new StringWriter(),
                            "--source",
                            "my source",
                            found.getFirst().path().toString()))
                    .isZero();
        }
        try (Evidence evidence = Evidence.open(folder.resolve("data"))) {
            assertThat(evidence.snapshot().versions())
                    .extracting(SourceVersion::source)
                    .containsExactly("my source");
        }
    }

    @Test
    void folders_with_links_circles_and_odd_names_are_walked_once() throws IOException {
        Path inputs = Files.createDirectories(folder.resolve("in/deeper"));
        Files.writeString(inputs.resolve("a 'b\nc é安.xml"), activities("A-1"));
        Path outside = Files.writeString(folder.resolve("outside.xml"), activities("A-2"));
        Files.createSymbolicLink(inputs.resolve("link.xml"), outside);
        Files.createSymbolicLink(inputs.resolve("circle"), folder.resolve("in"));
        Files.createSymbolicLink(inputs.resolve("dangling.xml"), folder.resolve("nowhere"));
        Files.writeString(inputs.resolve(".hidden.xml"), activities("HIDDEN"));
        assertThat(salus(new StringWriter(), folder.resolve("in").toString())).isZero();
        assertThat(loaded()).containsExactly("A-1", "A-2");
    }

    @Test
    void a_name_cannot_command_the_terminal() throws IOException {
        Files.writeString(folder.resolve("a\u001b[31m\u202exml.xml"), activities("A-1"));
        StringWriter err = new StringWriter();
        assertThat(salus(
                        err,
                        folder.resolve("a\u001b[31m\u202exml.xml").toString(),
                        folder.resolve("b\u001b]0;x\u0007.xml").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("b\u241b]0;x\u2407.xml").doesNotContain("\u001b", "\u0007", "\u202e");
        assertThat(loaded()).containsExactly("A-1");
    }

    @Test
    void a_glob_finds_what_it_matches() throws IOException {
        Files.writeString(folder.resolve("one.xml"), activities("A-1"));
        Files.writeString(folder.resolve("two.xml"), activities("A-2"));
        Files.writeString(folder.resolve("three.txt"), "x");
        assertThat(salus(new StringWriter(), folder + "/*.xml")).isZero();
        assertThat(loaded()).containsExactly("A-1", "A-2");
    }

    @Test
    void a_data_folder_that_is_a_file_is_told_in_one_line() throws IOException {
        Path taken = Files.writeString(folder.resolve("data"), "x");
        StringWriter err = new StringWriter();
        assertThat(salus(err, taken.toString())).isEqualTo(1);
        assertThat(err.toString()).contains(taken.toString()).doesNotContain("\tat ");
    }

    @Test
    void a_name_that_is_empty_loads_nothing_and_is_told_of() {
        StringWriter err = new StringWriter();
        assertThat(salus(err, "")).isEqualTo(2);
        assertThat(err.toString()).contains("empty").contains("write a point");
        assertThat(loaded()).isEmpty();
    }

    @Test
    void an_archive_of_which_nothing_can_be_read_is_no_source() throws IOException {
        Path archive = folder.resolve("nothing.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("../outside.xml"));
            zip.write(activities("OUTSIDE").getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("notes.txt"));
            zip.write("a note".getBytes(StandardCharsets.UTF_8));
        }
        StringWriter err = new StringWriter();
        assertThat(salus(err, archive.toString())).isEqualTo(1);
        assertThat(loaded()).isEmpty();
        try (Evidence evidence = Evidence.open(folder.resolve("data"))) {
            assertThat(evidence.snapshot().versions()).isEmpty();
        }
    }

    @Test
    void issues_are_written_as_csv_with_their_headings_and_every_row() throws IOException {
        Path file = folder.resolve("doubtful.xml");
        Files.writeString(file, activities("DOUBT-1").replace("</iati-identifier>", "</iati-identifier><budget/>"));
        assertThat(salus(new StringWriter(), file.toString())).isZero();
        StringWriter out = new StringWriter();
        assertThat(issues(new PrintWriter(out))).isZero();
        assertThat(out.toString().lines().toList())
                .hasSizeGreaterThan(1)
                .first()
                .isEqualTo("severity,kind,file,line,activity,issue,done");
    }

    @Test
    void an_answer_that_cannot_be_written_is_no_success() throws IOException {
        Path file = folder.resolve("sound.xml");
        Files.writeString(file, activities("SOUND-1"));
        assertThat(salus(new StringWriter(), file.toString())).isZero();
        PrintWriter full = new PrintWriter(
                new OutputStream() {
                    @Override
                    public void write(int sign) throws IOException {
                        throw new IOException("No space left on device");
                    }
                },
                false,
                StandardCharsets.UTF_8);
        assertThat(issues(full)).isEqualTo(1);
    }

    private int issues(PrintWriter out) {
        return new CommandDoor("test", List.of(new CommandDoor.Named("issues", IssuesCommand::new)))
                .answer(
                        out,
                        new PrintWriter(new StringWriter()),
                        "issues",
                        "--format",
                        "csv",
                        "--data",
                        folder.resolve("data").toString());
    }
}
