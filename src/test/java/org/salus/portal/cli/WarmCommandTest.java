package org.salus.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;

@Tag("slow")
class WarmCommandTest {
    private static long leftBehind() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("salus-warm"))
                    .count();
        }
    }

    @Test
    void the_training_does_everything_says_nothing_and_leaves_nothing() throws Exception {
        StringWriter spoken = new StringWriter();
        PrintWriter writer = new PrintWriter(spoken);
        long before = leftBehind();
        assertThat(new CommandDoor("1", Salus.commands()).answer(writer, writer, "warm"))
                .isZero();
        assertThat(spoken.toString()).isEmpty();
        assertThat(leftBehind()).isEqualTo(before);
    }

    @Test
    void a_training_that_fails_is_not_taken_for_one() throws Exception {
        assertThat(new WarmCommand(words -> words[0].equals("brief") ? 1 : 0, Salus::pages).call())
                .isEqualTo(1);
    }
}
