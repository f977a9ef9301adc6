package org.salus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every command the README shows is typed as it stands there, by somebody at home in an empty folder. The launcher has a test of its own. */
@Tag("slow")
class ReadmeTest {
    private static final Pattern ADDRESS = Pattern.compile("http://[a-z0-9.:\\[\\]]+/enter\\?key=[\\w-]{43}");

    @TempDir
    private Path home = Path.of("");

    /** The command lines of the README's blocks, without what a remark says behind them. */
    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        boolean shell = false;
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            shell = line.startsWith("```") ? line.equals("```sh") : shell;
            if (shell && line.startsWith("./salus")) {
                commands.add(line.replaceFirst("\\s+#.*", ""));
            }
        }
        return commands;
    }

    private ProcessBuilder typed(String command) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + home,
                "-Dsalus.home=" + Path.of("").toAbsolutePath(),
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                absoluteClassPath(),
                "org.salus.Salus"));
        words.addAll(List.of(command.split("\\s+")).subList(1, command.split("\\s+").length));
        ProcessBuilder builder = new ProcessBuilder(words).directory(home.toFile());
        builder.environment().remove("SALUS_DATA");
        return builder.redirectErrorStream(true);
    }

    private static String absoluteClassPath() {
        return String.join(
                System.getProperty("path.separator"),
                Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }

    @Test
    void the_two_commands_come_first() throws IOException {
        assertThat(commands()).startsWith("./salus demo", "./salus load my-activities.xml");
    }

    @TestFactory
    Stream<DynamicTest> commands_that_end_do_so_without_complaint() throws IOException {
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(Path.of("demo/aid-burundi.xml.gz")))) {
            Files.copy(packed, home.resolve("my-activities.xml"));
        }
        Files.writeString(home.resolve("my-list.csv"), "id,title,description,codes\n1,Police training,,15210\n");
        Files.writeString(home.resolve("cases.json"), "[{\"id\": \"1\", \"facts\": {\"partner\": \"police\"}}]");
        return commands().stream()
                .filter(command -> !isServing(command))
                .map(command -> DynamicTest.dynamicTest(command, () -> {
                    Process process = typed(command).start();
                    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    assertThat(process.waitFor()).as(said).isZero();
                    assertThat(said).isNotBlank();
                }));
    }

    private static boolean isServing(String command) {
        return command.matches("\\./salus (demo|serve)\\b.*");
    }

    @Test
    @Tag("slow")
    void the_demo_answers_where_it_says_it_does() throws Exception {
        Process process = typed("./salus demo --no-open").start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            StringBuilder said = new StringBuilder();
            URI address = null;
            Instant end = Instant.now().plus(Duration.ofMinutes(2));
            try (InputStream out = process.getInputStream()) {
                byte[] piece = new byte[4096];
                while (address == null && Instant.now().isBefore(end)) {
                    int got = out.read(piece);
                    assertThat(got).as(said.toString()).isPositive();
                    said.append(new String(piece, 0, got, StandardCharsets.UTF_8));
                    Matcher found = ADDRESS.matcher(said);
                    address = found.find() ? URI.create(found.group()) : null;
                }
                assertThat(address).as(said.toString()).isNotNull();
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(address.resolve("/countries/BDI"))
                                .header("Cookie", RunningSalus.entered(address))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains("Burundi");
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
