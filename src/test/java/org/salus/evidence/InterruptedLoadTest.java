package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.salus.evidence.HostileFiles.activity;
import static org.salus.evidence.HostileFiles.content;
import static org.salus.evidence.HostileFiles.file;
import static org.salus.evidence.HostileFiles.identifiers;
import static org.salus.evidence.HostileFiles.input;
import static org.salus.evidence.HostileFiles.leftOver;
import static org.salus.evidence.HostileFiles.load;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.framework.Failure;
import org.salus.framework.Wording;

/** Loads that are killed, run beside each other, repeated or denied their disk. */
class InterruptedLoadTest {
    @TempDir
    Path folder;

    @Test
    void the_same_bytes_again_change_nothing_under_whatever_name() {
        Path data = folder.resolve("data");
        try (Evidence evidence = Evidence.open(data)) {
            load(evidence, input(folder, "first.xml", file(activity("A-1"))));
            String id = evidence.snapshot().id();
            Map<String, Integer> bytes = content(data);
            LoadReport again = load(
                    evidence,
                    input(folder, "first.xml", file(activity("A-1"))),
                    input(folder, "other-name.xml", file(activity("A-1"))));
            assertThat(again.files())
                    .extracting(LoadReport.FileReport::outcome)
                    .containsOnly(LoadReport.Outcome.UNCHANGED);
            assertThat(evidence.snapshot().id()).isEqualTo(id);
            assertThat(content(data)).isEqualTo(bytes);
        }
    }

    @Test
    void parts_that_were_deleted_come_back_by_loading_again() throws IOException {
        Path data = folder.resolve("data");
        LoadInput one = input(folder, "one.xml", file(activity("A-1"), activity("A-2")));
        String id;
        ActivityRecord before;
        try (Evidence evidence = Evidence.open(data)) {
            load(evidence, one);
            id = evidence.snapshot().id();
            before = evidence.snapshot().activities().get("A-2");
        }
        DataFolder.remove(data.resolve("parts"));
        try (Evidence evidence = Evidence.open(data)) {
            load(evidence, one);
            assertThat(evidence.snapshot().id()).isEqualTo(id);
            assertThat(evidence.snapshot().activities().get("A-2")).isEqualTo(before);
        }
    }

    @Tag("slow")
    @Test
    void a_part_that_is_damaged_is_named_and_made_anew_by_loading_the_same_bytes_again() throws IOException {
        Path data = folder.resolve("data");
        String[] many = IntStream.range(0, 3_000)
                .mapToObj(number -> activity("A-" + number))
                .toArray(String[]::new);
        LoadInput one = input(folder, "one.xml", file(many));
        ActivityRecord before;
        try (Evidence evidence = Evidence.open(data)) {
            load(evidence, one);
            before = evidence.snapshot().activities().get("A-2000");
        }
        Path part;
        try (Stream<Path> parts = Files.list(data.resolve("parts"))) {
            part = parts.filter(file -> file.toString().endsWith(".duckdb"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] whole = Files.readAllBytes(part);
        for (int length : List.of(0, 100, 5_000, whole.length / 2, whole.length - 1)) {
            Files.write(part, Arrays.copyOf(whole, length));
            try (Evidence evidence = Evidence.open(data)) {
                load(evidence, one);
                assertThat(Files.size(part)).as("cut at %s", length).isGreaterThan(length);
                assertThat(evidence.snapshot().activities().get("A-2000")).isEqualTo(before);
            }
        }
        Path counts = part.resolveSibling(String.valueOf(part.getFileName()).replace(".duckdb", ".json"));
        String told = Files.readString(counts);
        for (String damaged : List.of("{", "{}", "null", "")) {
            Files.writeString(counts, damaged);
            try (Evidence evidence = Evidence.open(data)) {
                load(evidence, one);
                assertThat(counts).as(damaged).hasContent(told);
            }
        }
        Files.write(part, Arrays.copyOf(whole, 100));
        try (Evidence evidence = Evidence.open(data)) {
            assertThatThrownBy(evidence::snapshot)
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("What was read from one.xml cannot be opened");
        }
    }

    @Test
    void a_whole_part_is_not_made_anew() throws IOException {
        Path data = folder.resolve("data");
        LoadInput twice = input(folder, "twice.xml", file(activity("A-1"), activity("A-1"), activity("A-2")));
        try (Evidence evidence = Evidence.open(data)) {
            load(evidence, twice);
            Map<String, FileTime> made = partsWithTimes(data);
            load(evidence, twice);
            assertThat(partsWithTimes(data)).isEqualTo(made);
        }
    }

    private static Map<String, FileTime> partsWithTimes(Path data) throws IOException {
        Map<String, FileTime> found = new HashMap<>();
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(data.resolve("parts"))) {
            for (Path part : parts) {
                found.put(String.valueOf(part.getFileName()), Files.getLastModifiedTime(part));
            }
        }
        return found;
    }

    @Test
    void garbage_where_the_snapshot_in_force_is_named_is_told_with_the_way_back() throws IOException {
        Path data = folder.resolve("data");
        LoadInput one = input(folder, "one.xml", file(activity("A-1")));
        String id;
        try (Evidence evidence = Evidence.open(data)) {
            load(evidence, one);
            id = evidence.snapshot().id();
        }
        Path current = data.toRealPath().resolve("current");
        for (byte[] garbage : List.of(
                "garbage".getBytes(StandardCharsets.UTF_8),
                "../../etc/hosts".getBytes(StandardCharsets.UTF_8),
                "0123456789ab".getBytes(StandardCharsets.UTF_8),
                new byte[] {0, (byte) 0xff, 3},
                new byte[0])) {
            Files.write(current, garbage);
            try (Evidence evidence = Evidence.open(data)) {
                for (ThrowingCallable step : List.<ThrowingCallable>of(evidence::snapshot, () -> load(evidence, one))) {
                    assertThatThrownBy(step).isInstanceOfSatisfying(Failure.class, failure -> {
                        assertThat(failure).hasMessageContaining(current + " should name");
                        assertThat(Wording.english().say(failure.advice().orElseThrow()))
                                .contains("Write " + id + " into", "Or delete " + current);
                    });
                }
            }
        }
        // Both ways lead back.
        Files.writeString(current, id + "\n");
        try (Evidence evidence = Evidence.open(data)) {
            assertThat(identifiers(evidence)).containsExactly("A-1");
        }
        Files.delete(current);
        try (Evidence evidence = Evidence.open(data)) {
            load(evidence, one);
            assertThat(evidence.snapshot().id()).isEqualTo(id);
        }
    }

    @Test
    void a_damaged_list_of_parts_is_named_with_the_way_back() throws IOException {
        Path data = folder.resolve("data");
        try (Evidence evidence = Evidence.open(data)) {
            load(evidence, input(folder, "one.xml", file(activity("A-1"))));
            String first = evidence.snapshot().id();
            load(evidence, input(folder, "two.xml", file(activity("B-1"))));
            String second = evidence.snapshot().id();
            for (String damaged : List.of("{\"id\":", "{}", "null", "")) {
                Files.writeString(data.resolve("snapshots").resolve(second + ".json"), damaged);
                assertThatThrownBy(evidence::snapshot).isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure).hasMessageContaining(second + ".json is damaged");
                    assertThat(Wording.english().say(failure.advice().orElseThrow()))
                            .contains("Write " + first + " into");
                });
            }
        }
    }

    @Test
    void a_data_folder_that_is_a_file_is_a_failure_in_words() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "x");
        assertThatThrownBy(() -> Evidence.open(taken))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("taken");
        assertThatThrownBy(() -> Evidence.open(taken.resolve("below"))).isInstanceOf(Failure.class);
    }

    @Tag("slow")
    @Test
    void threads_of_one_process_lose_nothing_of_each_other() throws Exception {
        Path data = folder.resolve("data");
        int loads = 16;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<LoadReport>> running = IntStream.range(0, loads)
                    .mapToObj(i -> threads.submit(() -> {
                        try (Evidence own = Evidence.open(data)) {
                            return load(
                                    own, input(folder, "file-" + (char) ('a' + i) + ".xml", file(activity("A-" + i))));
                        }
                    }))
                    .toList();
            for (Future<LoadReport> one : running) {
                assertThat(one.get().hasFailures()).isFalse();
            }
        }
        try (Evidence evidence = Evidence.open(data)) {
            assertThat(identifiers(evidence)).hasSize(loads);
        }
        assertThat(leftOver(data)).isEmpty();
    }

    @Test
    @Tag("slow")
    void processes_lose_nothing_of_each_other_and_an_open_snapshot_stays_as_it_is() throws Exception {
        Path data = folder.resolve("data");
        try (Evidence reader = Evidence.open(data)) {
            load(reader, input(folder, "first.xml", file(activity("FIRST"))));
            Snapshot before = reader.snapshot();
            List<Process> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                running.add(salus(
                        data,
                        input(folder, "file-" + (char) ('a' + i) + ".xml", file(activity("A-" + i)))
                                .path()));
            }
            for (Process one : running) {
                assertThat(one.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(one.exitValue()).isZero();
            }
            assertThat(before.activities().count()).isEqualTo(1);
            assertThat(before.activities().get("FIRST")).isNotNull();
            assertThat(identifiers(reader)).containsExactly("A-0", "A-1", "A-2", "A-3", "FIRST");
        }
        assertThat(leftOver(data)).isEmpty();
    }

    /** At any moment: while copying, reading, writing, moving or listing. */
    @Test
    @Tag("slow")
    void a_load_that_is_killed_leaves_the_previous_state_and_the_next_one_works() throws Exception {
        Path data = folder.resolve("data");
        String[] many =
                IntStream.range(0, 4_000).mapToObj(i -> activity("B-" + i)).toArray(String[]::new);
        try (Evidence evidence = Evidence.open(data)) {
            load(evidence, input(folder, "first.xml", file(activity("A-1"))));
        }
        Random random = new Random(7);
        int killed = 0;
        for (int round = 0; round < 20; round++) {
            many[0] = activity("B-0", "<description>" + round + "</description>");
            Path next = input(folder, "next.xml", file(many)).path();
            String before;
            try (Evidence evidence = Evidence.open(data)) {
                before = evidence.snapshot().id();
            }
            Process child = salus(data, next);
            if (!child.waitFor(random.nextInt(200, 3_000), TimeUnit.MILLISECONDS)) {
                child.destroyForcibly().waitFor();
                killed++;
            }
            try (Evidence evidence = Evidence.open(data)) {
                Snapshot now = evidence.snapshot();
                assertThat(now.activities().get("A-1")).isNotNull();
                assertThat(now.activities().count()).isIn(1, 4_001);
                if (now.id().equals(before)) {
                    load(evidence, new LoadInput("next.xml", "", next));
                }
                assertThat(evidence.snapshot().activities().count()).isEqualTo(4_001);
                load(evidence, input(folder, "first.xml", file(activity("A-1"))));
            }
            assertThat(leftOver(data)).isEmpty();
        }
        assertThat(killed).isPositive();
    }

    @Tag("slow")
    @Test
    void a_full_disk_ends_the_load_in_words_and_keeps_what_was_there() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()) == 0,
                "A small disk can be mounted by the administrator only.");
        try {
            Path data = disk.resolve("data");
            String[] many = IntStream.range(0, 60_000)
                    .mapToObj(i -> activity("B-" + Integer.toHexString(i * 31_337)))
                    .toArray(String[]::new);
            try (Evidence evidence = Evidence.open(data)) {
                load(evidence, input(folder, "first.xml", file(activity("A-1"))));
                assertThatThrownBy(() -> load(evidence, input(folder, "large.xml", file(many))))
                        .isInstanceOf(Failure.class)
                        .hasMessageContaining("No space is left")
                        .hasMessageContaining(data.toString());
                // Packed, it fits as it is, but its facts do not.
                assertThatThrownBy(() -> load(
                                evidence,
                                input(
                                        folder,
                                        "large.xml.gz",
                                        HostileFiles.gzip(HostileFiles.encoded(file(many), "UTF-8")))))
                        .isInstanceOf(Failure.class)
                        .hasMessageContaining("No space is left");
                assertThat(identifiers(evidence)).containsExactly("A-1");
                assertThat(leftOver(data)).isEmpty();
                load(evidence, input(folder, "small.xml", file(activity("A-2"))));
                assertThat(identifiers(evidence)).containsExactly("A-1", "A-2");
            }
        } finally {
            run("umount", disk.toString());
        }
    }

    @Test
    void a_file_nobody_may_read_is_refused_and_the_others_are_kept() {
        LoadInput locked = input(folder, "locked.xml", file(activity("A-1")));
        assumeTrue(locked.path().toFile().setReadable(false), "This disk knows no permissions.");
        assumeTrue(!Files.isReadable(locked.path()), "The administrator may read everything.");
        try (Evidence evidence = Evidence.open(folder.resolve("data"))) {
            LoadReport report = load(evidence, locked, input(folder, "open.xml", file(activity("A-2"))));
            assertThat(report.hasFailures()).isTrue();
            assertThat(identifiers(evidence)).containsExactly("A-2");
        }
    }

    /** A whole process of the program. */
    static Process salus(Path data, Path file) throws IOException {
        return salus(data, file, "-Xmx300m");
    }

    static Process salus(Path data, Path file, String memory) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        memory,
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "org.salus.Salus",
                        "load",
                        file.toString(),
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(data + ".log"))
                .start();
    }

    private static int run(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
