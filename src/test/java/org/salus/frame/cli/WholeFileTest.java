package org.salus.frame.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.framework.Failure;

class WholeFileTest {
    private static final byte[] NEW = "the new report".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private boolean isMounted;

    @AfterEach
    void takeAway() throws Exception {
        if (isMounted) {
            run("umount", folder.resolve("small").toString());
        }
    }

    private static boolean run(String... command) throws Exception {
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

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void on_a_full_disk_the_old_file_stays_and_no_part_of_the_new_one_does() throws Exception {
        Path small = Files.createDirectories(folder.resolve("small"));
        isMounted = run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small.toString());
        assumeTrue(isMounted, "no file system can be mounted here: that needs an administrator");
        Path report = small.resolve("report.docx");
        Files.writeString(report, "last month's report");

        assertThatThrownBy(() -> Terminal.put(report, new byte[200_000]))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.advice().orElseThrow().key())
                                .isEqualTo("frame.cli.file-not-written.kept"));

        assertThat(report).hasContent("last month's report");
        assertThat(names(small)).containsExactly("report.docx");
    }

    @Test
    void a_file_that_is_there_keeps_its_permissions_and_a_link_leads_where_it_led() throws Exception {
        Path report = Files.writeString(folder.resolve("report.txt"), "old");
        Files.setPosixFilePermissions(report, PosixFilePermissions.fromString("rw-rw-r--"));
        Path link = Files.createSymbolicLink(folder.resolve("latest"), report);

        Terminal.put(link, NEW);

        assertThat(report).hasBinaryContent(NEW);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report)))
                .isEqualTo("rw-rw-r--");
        assertThat(link).isSymbolicLink();
        assertThat(names(folder)).containsExactly("latest", "report.txt");
    }

    @Test
    void a_device_is_written_to_and_not_replaced() {
        Path nowhere = Path.of("/dev/null");
        assumeTrue(Files.exists(nowhere), "this system has no such device");

        Terminal.put(nowhere, NEW);

        assertThat(Files.isRegularFile(nowhere)).isFalse();
        assertThat(nowhere).exists();
    }

    @Test
    void a_folder_that_is_not_there_is_said_and_not_made() {
        Path lost = folder.resolve("nowhere").resolve("report.txt");

        assertThatThrownBy(() -> Terminal.put(lost, NEW))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.advice().orElseThrow().key())
                                .isEqualTo("frame.cli.file-not-written.advice"));

        assertThat(lost.getParent()).doesNotExist();
    }
}
