package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.ledger.Zubara.note;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.salus.ledger.Zubara.Note;

/**
 * Programs that write are killed at any moment, while they start, write or wait for the disk, alone or beside each other. Whatever they said was kept is
 * there, every entry and payload is what it was, and the next program opens it as if nothing had happened.
 */
class KillTest {
    private static final int THREADS = 4;
    private static final int MOST_WAITED_FOR = 30;
    private static final int LONGEST_MILLIS = 100;

    /** A fresh store now and then: what is verified after each kill should not grow without end. */
    private static final int KILLS_PER_STORE = 50;

    @TempDir
    Path folder;

    private final Random random = new Random(11);
    private int acknowledged;

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(Store.class)
    void a_few_kills_lose_nothing(Store store) throws Exception {
        kills(store, 4);
        assertThat(acknowledged).isPositive();
    }

    @Test
    @Tag("slow")
    void five_hundred_kills_lose_nothing_in_a_file() throws Exception {
        for (int kills = 0; kills < 500; kills += KILLS_PER_STORE) {
            kills(Store.FILE, KILLS_PER_STORE);
        }
        assertThat(acknowledged).isGreaterThan(500);
    }

    @Test
    @Tag("slow")
    void fifty_kills_of_its_clients_lose_nothing_on_a_server() throws Exception {
        kills(Store.SERVER, KILLS_PER_STORE);
        assertThat(acknowledged).isGreaterThan(50);
    }

    @Test
    @Tag("slow")
    void a_copy_in_which_somebody_writes_stays_whole_when_that_program_is_killed() throws Exception {
        Path copy;
        WorkspaceId id;
        AccountId author;
        try (Zubara zubara = new Zubara(Store.FILE.place(folder).open())) {
            zubara.put(zubara.cai, note("taken along"));
            copy = zubara.copyFor(zubara.cai, folder.resolve("copy.salus"));
            id = zubara.workspace.id();
            author = zubara.cai;
        }
        Set<String> said = new HashSet<>();
        for (int kill = 0; kill < 8; kill++) {
            said.addAll(killed(List.of(writers("COPY", copy.toString(), id, author))));
            Zubara.in(copy, inside -> holds(inside, author, said));
        }
        assertThat(said).isNotEmpty();
        try (var beside = Files.list(folder)) {
            assertThat(beside.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("copy.salus-")))
                    .allMatch(name -> name.equals("copy.salus-journal"));
        }
    }

    private void kills(Store store, int kills) throws Exception {
        Store.Place place = store.place(Files.createDirectory(folder.resolve("store" + acknowledged + "-" + kills)));
        WorkspaceId id;
        AccountId author;
        try (Zubara zubara = new Zubara(place.open())) {
            id = zubara.workspace.id();
            author = zubara.cai;
        }
        Set<String> said = new HashSet<>();
        int done = 0;
        while (done < kills) {
            List<Writers> together = new ArrayList<>();
            int programs = Math.min(1 + random.nextInt(3), kills - done);
            for (int i = 0; i < programs; i++) {
                together.add(writers(store.name(), place.address(), id, author));
            }
            said.addAll(killed(together));
            done += programs;
            opened(place, workspaces -> {
                Workspace workspace = workspaces.get(id);
                holds(workspace, author, said);
                assertThat(workspace.whyReadOnly()).isEmpty();
                Zubara.put(workspace, author, note("after the kill"));
            });
        }
        acknowledged += said.size();
    }

    private static void opened(Store.Place place, Consumer<Workspaces> use) {
        try (Workspaces workspaces = Workspaces.open(place.open(), Zubara.KINDS, new Zubara.Clock())) {
            use.accept(workspaces);
        }
    }

    private static void holds(Workspace workspace, AccountId author, Set<String> said) {
        Verification verified = workspace.verify();
        assertThat(verified.damages()).isEmpty();
        assertThat(verified.withheld()).isZero();
        Set<String> there = workspace.view(author).list(Note.KIND).stream()
                .map(item -> item.id().toString())
                .collect(Collectors.toSet());
        assertThat(said).allMatch(there::contains);
    }

    /** A running program and where it says what was kept. */
    private record Writers(Process process, Path said) {
        /** What it said was kept; the last line may have been cut off. */
        List<String> kept() throws IOException {
            String all = Files.readString(said, StandardCharsets.UTF_8);
            return all.substring(0, all.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> line.startsWith(WritersToKill.KEPT))
                    .map(line -> line.substring(WritersToKill.KEPT.length()))
                    .toList();
        }
    }

    private Writers writers(String store, String address, WorkspaceId workspace, AccountId author) throws IOException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        WritersToKill.class.getName(),
                        store,
                        address,
                        workspace.toString(),
                        author.toString(),
                        Integer.toString(THREADS))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(said.toFile())
                .start();
        return new Writers(process, said);
    }

    /** Kills each at a moment of its own, some before they have begun to write. */
    private Set<String> killed(List<Writers> together) throws Exception {
        Set<String> said = new HashSet<>();
        for (Writers writers : together) {
            int awaited = random.nextInt(5) == 0 ? 0 : random.nextInt(1, MOST_WAITED_FOR);
            while (writers.process().isAlive() && writers.kept().size() < awaited) {
                Thread.sleep(2);
            }
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
            assertThat(writers.process().isAlive()).as("it ended by itself").isTrue();
            writers.process().destroyForcibly().waitFor();
            said.addAll(writers.kept());
            Files.delete(writers.said());
        }
        return said;
    }
}
