package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many of anything fit into the memory that {@code salus load} has: whole processes. How long they take is told, and judged by the bench. */
@Tag("slow")
class ManyOfAnythingTest {
    @TempDir
    Path folder;

    /** What there is many of. */
    @SuppressWarnings("ImmutableEnumChecker")
    enum Many {
        ACTIVITIES(
                1_000_000,
                "",
                i -> "<iati-activity><iati-identifier>A-" + i + "</iati-identifier></iati-activity>\n",
                ""),
        TRANSACTIONS(
                300_000,
                "<iati-activity default-currency=\"USD\"><iati-identifier>A-1</iati-identifier>",
                i -> "<transaction ref=\"" + i
                        + "\"><transaction-type code=\"3\"/><transaction-date iso-date=\"2012-05-06\"/><value value-date=\"2012-05-06\">"
                        + i
                        + "</value><provider-org ref=\"X-1\"><narrative>Provider</narrative></provider-org></transaction>\n",
                "</iati-activity>"),
        DUPLICATES(200_000, "", i -> "<iati-activity><iati-identifier>A-1</iati-identifier></iati-activity>\n", ""),
        VOCABULARIES(
                50_000,
                "<iati-activity><iati-identifier>A-1</iati-identifier>",
                i -> "<sector vocabulary=\"v" + i + "\" code=\"" + i + "\" percentage=\"100\"/>\n",
                "</iati-activity>"),
        NAMES(
                9_000,
                "<iati-activity><iati-identifier>A-1</iati-identifier>",
                i -> "<e" + i + "/>\n",
                "</iati-activity>"),
        ISSUES(
                300_000,
                "",
                i -> "<iati-activity hierarchy=\"" + i + "\"><iati-identifier>A " + i
                        + "</iati-identifier><recipient-country code=\"Q" + i + "\"/></iati-activity>\n",
                "");

        private final int times;
        private final String before;
        private final IntFunction<String> piece;
        private final String after;

        Many(int times, String before, IntFunction<String> piece, String after) {
            this.times = times;
            this.before = before;
            this.piece = piece;
            this.after = after;
        }

        Path write(Path folder) throws IOException {
            Path file = folder.resolve(name() + ".xml");
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write("<iati-activities version=\"2.03\">" + before);
                for (int i = 0; i < times; i++) {
                    out.write(piece.apply(i));
                }
                out.write(after + "</iati-activities>");
            }
            return file;
        }
    }

    @ParameterizedTest
    @EnumSource(Many.class)
    void many_of_anything_are_read_to_the_end(Many many, TestReporter reporter) throws Exception {
        Duration took = load(many.write(folder));
        reporter.publishEntry(many.name(), took.toMillis() + " ms");
    }

    private Duration load(Path file) throws Exception {
        Path data = Files.createTempDirectory(folder, "data");
        long start = System.nanoTime();
        Process child = InterruptedLoadTest.salus(data, file, "-Xmx400m");
        int code = child.waitFor();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        try (Stream<String> said = Files.lines(Path.of(data + ".log"))) {
            assertThat(code).as(said.toList().toString()).isZero();
        }
        return took;
    }
}
