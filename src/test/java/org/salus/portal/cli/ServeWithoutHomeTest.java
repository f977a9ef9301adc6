package org.salus.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;
import org.salus.framework.Failure;

/** Where nothing can be kept nothing is served, and it is said what to do. */
class ServeWithoutHomeTest {
    @TempDir
    Path folder;

    /** A folder that nobody can make, not even an administrator: a file stands in its place. */
    private Path nowhere() throws Exception {
        return Files.writeString(folder.resolve("file"), "x").resolve(".salus");
    }

    @Test
    void a_folder_that_cannot_be_made_is_told_in_a_sentence() throws Exception {
        StringWriter spoken = new StringWriter();
        StringWriter wrong = new StringWriter();
        int code = new CommandDoor("1", Salus.commands())
                .answer(
                        new PrintWriter(spoken),
                        new PrintWriter(wrong),
                        "serve",
                        "--port",
                        "0",
                        "--data",
                        nowhere().toString());
        assertThat(code).isNotZero();
        assertThat(spoken.toString()).isEmpty();
        assertThat(wrong.toString())
                .contains("cannot be made or written", "--data DIR")
                .doesNotContain("\tat ");
        assertThat(wrong.toString().lines().count()).isLessThan(5);
    }

    @Test
    void what_cannot_be_opened_in_it_is_told_as_plainly() throws Exception {
        Files.createDirectories(folder.resolve("data/salus.db"));
        assertThatThrownBy(() -> Salus.pages().start(folder.resolve("data"), InetAddress.getLoopbackAddress(), 0))
                .isInstanceOf(Failure.class);
    }
}
