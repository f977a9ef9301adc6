package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.salus.ledger.Zubara.accepted;
import static org.salus.ledger.Zubara.note;
import static org.salus.ledger.Zubara.refused;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.framework.Failure;
import org.salus.ledger.Zubara.Note;

/** What can happen to a file: full and failing disks, media that cannot be written, other programs' files, damage. Nothing is lost quietly. */
class FileFaultTest {
    @TempDir
    Path folder;

    private static void failsWith(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.sentence().key()).isEqualTo(key);
            assertThat(failure.advice()).isPresent();
        });
    }

    /** A file system of its own, if this machine lets us make one. */
    private record Mounted(Path place) implements AutoCloseable {
        static Mounted of(Path place, String options) throws Exception {
            Files.createDirectories(place);
            assumeTrue(
                    run("mount", "-t", "tmpfs", "-o", options, "tmpfs", place.toString()),
                    "no file system can be mounted here: that needs an administrator");
            return new Mounted(place);
        }

        void remount(String options) throws Exception {
            assertThat(run("mount", "-o", "remount," + options, place.toString()))
                    .isTrue();
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

        /** Takes it away while files of it are open, as when somebody pulls a stick. */
        void vanish() throws Exception {
            assertThat(run("umount", "-l", place.toString())).isTrue();
        }

        @Override
        public void close() throws Exception {
            run("umount", place.toString());
        }
    }

    @Test
    void a_full_disk_is_said_and_what_was_acknowledged_is_there() throws Exception {
        try (Mounted small = Mounted.of(folder.resolve("small"), "size=1m")) {
            int written = 0;
            Path file = small.place().resolve("salus.db");
            WorkspaceId id;
            AccountId reader;
            try (Zubara zubara = new Zubara(Database.file(file))) {
                id = zubara.workspace.id();
                reader = zubara.dee;
                Throwable failed = null;
                while (failed == null && written < 10_000) {
                    try {
                        zubara.put(zubara.cai, note("note " + written + "x".repeat(5000)));
                        written++;
                    } catch (Failure full) {
                        failed = full;
                    }
                }
                assertThat(failed)
                        .isInstanceOfSatisfying(
                                Failure.class,
                                full -> assertThat(full.sentence().key()).isEqualTo("ledger.failure.full"));
                assertThat(written).isPositive();
                assertThat(zubara.workspace.view(reader).list(Note.KIND)).hasSize(written);
                zubara.isSound();
                small.remount("size=4m");
                zubara.put(zubara.cai, note("room again"));
                assertThat(zubara.workspace.view(reader).list(Note.KIND)).hasSize(written + 1);
                zubara.isSound();
            }
            try (Workspaces again = Workspaces.open(Database.file(file), Zubara.KINDS, new Zubara.Clock())) {
                assertThat(again.get(id).view(reader).list(Note.KIND)).hasSize(written + 1);
            }
        }
    }

    @Test
    void a_copy_or_a_backup_that_does_not_fit_leaves_nothing_behind() throws Exception {
        try (Mounted small = Mounted.of(folder.resolve("small"), "size=200k");
                Zubara zubara = new Zubara(Database.file(folder.resolve("salus.db")))) {
            zubara.put(zubara.cai, note("x".repeat(500_000)));
            failsWith(
                    "ledger.failure.full",
                    () -> zubara.copyFor(zubara.cai, small.place().resolve("copy.salus")));
            failsWith(
                    "ledger.failure.full",
                    () -> Backup.make(
                            zubara.workspaces.database(), small.place().resolve("backup.db")));
            try (Stream<Path> left = Files.list(small.place())) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void a_read_only_medium_is_read_and_says_so() throws Exception {
        try (Mounted medium = Mounted.of(folder.resolve("medium"), "size=8m")) {
            Path file = medium.place().resolve("salus.db");
            Path copy = medium.place().resolve("copy.salus");
            Path fresh = medium.place().resolve("new.db");
            WorkspaceId id;
            AccountId cai;
            try (Zubara zubara = new Zubara(Database.file(file))) {
                zubara.put(zubara.cai, note("written before"));
                zubara.copyFor(zubara.cai, copy);
                id = zubara.workspace.id();
                cai = zubara.cai;
            }
            medium.remount("ro");
            try (Workspaces read = Workspaces.open(Database.file(file), Zubara.KINDS, new Zubara.Clock())) {
                readsOnly(read, id, cai);
            }
            try (Copy opened = Copy.open(copy, Zubara.PASSPHRASE)) {
                assertThat(opened.place()).isEqualTo(Database.Manner.READ_ONLY);
                readsOnly(opened.workspaces(Zubara.KINDS, new Zubara.Clock()), id, cai);
            }
            assertThatThrownBy(() -> Database.file(fresh)).isInstanceOf(Failure.class);
            medium.remount("rw");
        }
    }

    private static void readsOnly(Workspaces read, WorkspaceId id, AccountId cai) {
        assertThat(read.database().manner()).isEqualTo(Database.Manner.READ_ONLY);
        Workspace workspace = read.get(id);
        assertThat(workspace.view(cai).list(Note.KIND)).hasSize(1);
        assertThat(workspace.whyReadOnly().orElseThrow().key()).isEqualTo("ledger.read-only.medium");
        assertThat(refused(workspace.append(cai, new Edit.Put(note("no"))))).containsExactly("ledger.read-only.medium");
        assertThat(workspace.verify().damages()).isEmpty();
    }

    @Test
    void work_that_lies_beside_a_file_is_not_overlooked() throws Exception {
        try (Mounted medium = Mounted.of(folder.resolve("medium"), "size=8m")) {
            Path file = medium.place().resolve("salus.db");
            Path killed = folder.resolve("killed");
            Files.createDirectories(killed);
            try (Zubara zubara = new Zubara(Database.file(killed.resolve("salus.db")))) {
                zubara.put(zubara.cai, note("only in the log"));
                // As a killed program leaves it.
                Files.copy(killed.resolve("salus.db"), file);
                Files.copy(killed.resolve("salus.db-wal"), medium.place().resolve("salus.db-wal"));
            }
            medium.remount("ro");
            failsWith("ledger.failure.unfinished", () -> Database.file(file));
            medium.remount("rw");
            try (Workspaces opened = Workspaces.open(Database.file(file), Zubara.KINDS, new Zubara.Clock())) {
                assertThat(opened.get(opened.ids().getFirst()).verify().entries())
                        .isEqualTo(5);
            }
        }
    }

    @Test
    void a_file_without_permission_is_read_or_refused() throws Exception {
        Path file = folder.resolve("salus.db");
        WorkspaceId id;
        AccountId cai;
        try (Zubara zubara = new Zubara(Database.file(file))) {
            zubara.put(zubara.cai, note("x"));
            id = zubara.workspace.id();
            cai = zubara.cai;
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        // Whom permissions do not bind, such as an administrator, writes on; all others read.
        boolean mayWrite = Files.isWritable(file);
        try (Workspaces opened = Workspaces.open(Database.file(file), Zubara.KINDS, new Zubara.Clock())) {
            assertThat(opened.get(id).view(cai).list(Note.KIND)).hasSize(1);
            assertThat(opened.get(id).whyReadOnly().isEmpty()).isEqualTo(mayWrite);
        }
    }

    @Test
    void a_deleted_file_is_noticed_before_anything_is_written_into_nothing() throws IOException {
        Path file = folder.resolve("salus.db");
        try (Zubara zubara = new Zubara(Database.file(file))) {
            Item<Note> note = note("x");
            zubara.put(zubara.cai, note);
            Path aside = Files.move(file, folder.resolve("aside.db"));
            failsWith("ledger.failure.vanished", () -> zubara.put(zubara.cai, note("into nothing")));
            failsWith("ledger.failure.vanished", () -> zubara.read(zubara.cai, note));
            Files.copy(aside, file);
            failsWith("ledger.failure.vanished", () -> zubara.put(zubara.cai, note("into another one")));
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
            zubara.put(zubara.cai, note("it is back"));
            zubara.isSound();
        }
    }

    @Test
    void a_disk_that_vanishes_is_noticed_before_anything_is_said_to_be_kept() throws Exception {
        try (Mounted stick = Mounted.of(folder.resolve("stick"), "size=8m")) {
            try (Zubara zubara = new Zubara(Database.file(stick.place().resolve("salus.db")))) {
                zubara.put(zubara.cai, note("kept"));
                stick.vanish();
                failsWith("ledger.failure.vanished", () -> zubara.put(zubara.cai, note("into nothing")));
                failsWith("ledger.failure.vanished", () -> zubara.workspace.view(zubara.cai));
            }
            assertThat(stick.place().resolve("salus.db")).doesNotExist();
        }
    }

    @Test
    void other_programs_files_are_refused_and_not_touched() throws Exception {
        Path theirs = folder.resolve("theirs.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + theirs);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE workspace (id TEXT)");
        }
        Path text = Files.writeString(folder.resolve("notes.txt"), "my notes");
        Path letters = Files.writeString(folder.resolve("long.txt"), "my notes ".repeat(1000));
        for (Path foreign : new Path[] {theirs, text, letters}) {
            byte[] before = Files.readAllBytes(foreign);
            failsWith("ledger.failure.foreign", () -> Database.file(foreign));
            assertThat(Files.readAllBytes(foreign)).isEqualTo(before);
        }
        failsWith("ledger.failure.denied", () -> Database.file(folder.resolve("no/such/folder/salus.db")));
        assertThatThrownBy(() -> Database.file(folder)).isInstanceOf(Failure.class);
    }

    @Test
    void an_empty_file_is_a_new_one_and_nobody_else_may_read_it() throws IOException {
        Path file = Files.createFile(folder.resolve("salus.db"));
        try (Zubara zubara = new Zubara(Database.file(file))) {
            zubara.isSound();
        }
        Path made = folder.resolve("made.db");
        Database.file(made).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rw-------");
    }

    /** Wherever a bit falls over: it is named, or it did no harm; never is anything else shown than what was said. */
    @Test
    void damaged_pages_are_named_or_harmless() throws Exception {
        Path file = folder.resolve("salus.db");
        WorkspaceId id;
        AccountId dee;
        Item<Note> note = note("what was said " + "x".repeat(3000));
        try (Zubara zubara = new Zubara(Database.file(file))) {
            id = zubara.workspace.id();
            dee = zubara.dee;
            zubara.put(zubara.cai, note);
            for (int i = 0; i < 20; i++) {
                zubara.put(zubara.cai, note("filler " + i));
            }
        }
        byte[] whole = Files.readAllBytes(file);
        int named = 0;
        for (int seed = 0; seed < 60; seed++) {
            Random chance = new Random(seed);
            Path damaged = folder.resolve("damaged" + seed + ".db");
            Files.write(damaged, whole);
            try (RandomAccessFile out = new RandomAccessFile(damaged.toFile(), "rw")) {
                if (seed % 10 == 0) {
                    out.setLength(chance.nextInt(whole.length));
                } else {
                    byte[] rubbish = new byte[1 + chance.nextInt(200)];
                    chance.nextBytes(rubbish);
                    out.seek(chance.nextInt(whole.length - rubbish.length));
                    out.write(rubbish);
                }
            }
            try (Workspaces opened = Workspaces.open(Database.file(damaged), Zubara.KINDS, new Zubara.Clock())) {
                Workspace workspace = opened.get(id);
                boolean isSound = workspace.verify().isSound();
                Optional<Item<Note>> shown = workspace.view(dee).find(Note.KIND, note.id());
                shown.ifPresent(item -> assertThat(item.value()).isEqualTo(note.value()));
                if (isSound) {
                    assertThat(shown).isPresent();
                } else {
                    named++;
                }
            } catch (Failure told) {
                named++;
            }
        }
        assertThat(named).isGreaterThan(10);
    }

    /** Under each payload stands its workspace and its digest, in the table and in its index: whoever looks for it passes by if either is another. */
    @Test
    void a_payload_that_can_no_longer_be_found_is_not_taken_for_one_that_was_withheld() throws Exception {
        Path file = folder.resolve("salus.db");
        WorkspaceId id = withOneNote(file);
        byte[] whole = Files.readAllBytes(file);
        List<byte[]> names = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT CAST(workspace AS BLOB) || digest FROM payload")) {
            while (rows.next()) {
                names.add(rows.getBytes(1));
            }
        }
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < whole.length; at++) {
            for (byte[] name : names) {
                if (at + name.length <= whole.length
                        && Arrays.equals(whole, at, at + name.length, name, 0, name.length)) {
                    places.add(at);
                }
            }
        }
        assertThat(places).hasSize(2 * names.size());
        for (int place : places) {
            Path damaged = folder.resolve("damaged" + place + ".db");
            byte[] other = whole.clone();
            other[place]++;
            Files.write(damaged, other);
            assertThat(isNamed(damaged, id)).as("damage at %s", place).isTrue();
        }
    }

    @Test
    void an_entry_of_which_nothing_is_left_is_named() throws Exception {
        Path file = folder.resolve("salus.db");
        WorkspaceId id = withOneNote(file);
        for (String column : List.of("written", "id")) {
            Path damaged = Files.copy(file, folder.resolve(column + ".db"));
            String emptied = " UPDATE entry SET " + column + " = NULL WHERE place = 2";
            sqlite(
                    damaged,
                    "PRAGMA writable_schema = ON",
                    "UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '')");
            sqlite(damaged, emptied);
            assertThat(isNamed(damaged, id)).as(column).isTrue();
        }
    }

    private static WorkspaceId withOneNote(Path file) throws Exception {
        try (Zubara zubara = new Zubara(Database.file(file))) {
            zubara.put(zubara.cai, note("what was said"));
            return zubara.workspace.id();
        }
    }

    private static void sqlite(Path file, String... commands) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    /** Whether a damage is told, by whoever opens the file or by whoever holds it against its digests. */
    private static boolean isNamed(Path file, WorkspaceId id) {
        try (Workspaces opened = Workspaces.open(Database.file(file), Zubara.KINDS, new Zubara.Clock())) {
            return !opened.get(id).verify().isSound();
        } catch (Failure told) {
            return true;
        }
    }

    @Test
    void a_network_drive_is_used_alone_and_without_a_log_beside_the_file() throws IOException {
        Path file = folder.resolve("salus.db");
        Database.file(file).close();
        try (Zubara zubara = new Zubara(Database.travelling(file))) {
            assertThat(zubara.workspaces.database().manner()).isEqualTo(Database.Manner.ALONE);
            Item<Note> note = note("x");
            zubara.put(zubara.cai, note);
            accepted(zubara.workspace.erase(zubara.ana, note.id(), "asked for"));
            zubara.isSound();
            assertThat(folder.resolve("salus.db-wal")).doesNotExist();
            // The file alone is all there is, at any moment.
            Path copy = Files.copy(file, folder.resolve("copied.db"));
            try (Workspaces copied = Workspaces.open(Database.file(copy), Zubara.KINDS, new Zubara.Clock())) {
                assertThat(copied.get(zubara.workspace.id()).verify().damages()).isEmpty();
            }
        }
    }
}
