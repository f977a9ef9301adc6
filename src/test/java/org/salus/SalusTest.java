package org.salus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SalusTest {
    /** The whole program in a process of its own; every class it loads is named on standard output. */
    private static String loadedBy(String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout",
                "-cp",
                System.getProperty("java.class.path"),
                "org.salus.Salus");
        builder.command().addAll(java.util.List.of(words));
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(output.lines()
                        .filter(line -> !line.contains("[class,load]"))
                        .toList()
                        .toString())
                .isZero();
        return output;
    }

    @Test
    void making_every_command_loads_neither_spring_nor_the_database() throws Exception {
        assertThat(loadedBy("--help"))
                .contains("org.salus.frame.cli.CommandDoor", "Usage: salus")
                .as("also what the launcher and not the program does")
                .contains("\n  bench ", "\n  test  ", "./salus test --help")
                .doesNotContain(" org.springframework.", " org.duckdb.", " org.apache.lucene.", " org.graalvm.");
    }
}
