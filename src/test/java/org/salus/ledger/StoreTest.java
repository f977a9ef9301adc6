package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.salus.ledger.Zubara.accepted;
import static org.salus.ledger.Zubara.note;
import static org.salus.ledger.Zubara.refused;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.salus.framework.Failure;
import org.salus.ledger.Zubara.Note;

/** Many use one store at once, and it is exchanged, damaged or refuses under their hands: nothing acknowledged is lost and nobody is told something false. */
@ParameterizedClass
@EnumSource(Store.class)
class StoreTest {
    private final Store store;

    @TempDir
    Path folder;

    private Store.Place place;
    private Zubara zubara;
    private Workspace workspace;

    StoreTest(Store store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        place = store.place(folder);
        zubara = new Zubara(place.open());
        workspace = zubara.workspace;
    }

    @AfterEach
    void close() {
        zubara.close();
    }

    /** Another program on the same store. */
    private Workspaces another() {
        return Workspaces.open(place.open(), Zubara.KINDS, zubara.clock);
    }

    private interface Sql {
        void run(Connection connection) throws SQLException;
    }

    private void behindTheBack(Sql sql) {
        try (Database raw = place.open()) {
            raw.write(connection -> {
                sql.run(connection);
                return true;
            });
        }
    }

    private void behindTheBack(String sql) {
        behindTheBack(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }

    @Test
    void two_programs_see_what_each_other_wrote() {
        try (Workspaces other = another()) {
            Workspace there = other.get(workspace.id());
            Item<Note> note = note("from here");
            zubara.put(zubara.cai, note);
            assertThat(there.view(zubara.dee).get(Note.KIND, note.id()).value()).isEqualTo(note.value());
            Zubara.put(
                    there,
                    zubara.ben,
                    there.view(zubara.ben).get(Note.KIND, note.id()).saying(new Note("from there")));
            assertThat(zubara.read(zubara.dee, note).value().text()).isEqualTo("from there");
            accepted(workspace.erase(zubara.ana, note.id(), "asked for"));
            assertThat(there.view(zubara.ana).find(note.id())).isEmpty();
            assertThat(there.verify().damages()).isEmpty();
        }
    }

    @Test
    void two_programs_and_many_threads_write_at_once() throws Exception {
        try (Workspaces other = another();
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Workspace> both = List.of(workspace, other.get(workspace.id()));
            List<Callable<List<Digest>>> work = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                Workspace mine = both.get(writer % 2);
                work.add(() -> {
                    List<Digest> done = new ArrayList<>();
                    for (int i = 0; i < 10; i++) {
                        done.add(accepted(mine.append(zubara.cai, new Edit.Put(note("note")))));
                    }
                    return done;
                });
            }
            Set<Digest> acknowledged = new HashSet<>();
            for (Future<List<Digest>> done : threads.invokeAll(work)) {
                acknowledged.addAll(done.get());
            }
            assertThat(acknowledged).hasSize(80);
            for (Workspace one : both) {
                assertThat(one.view(zubara.cai).list(Note.KIND)).hasSize(80);
                assertThat(one.history(zubara.cai).list(1000, Optional.empty()))
                        .extracting(step -> step.by().entry())
                        .containsAll(acknowledged);
            }
        }
        zubara.isSound();
    }

    @Test
    void of_those_who_edit_the_same_version_at_once_one_wins_and_the_others_are_told() throws Exception {
        Item<Note> note = note("start");
        zubara.put(zubara.cai, note);
        Item<Note> seen = zubara.read(zubara.cai, note);
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            List<Callable<Outcome>> work = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                Item<Note> mine = seen.saying(new Note("mine " + i));
                work.add(() -> workspace.append(zubara.cai, new Edit.Put(mine)));
            }
            int won = 0;
            for (Future<Outcome> outcome : threads.invokeAll(work)) {
                if (outcome.get() instanceof Outcome.Accepted) {
                    won++;
                } else {
                    assertThat(Zubara.clashes(outcome.get())).hasSize(1);
                }
            }
            assertThat(won).isEqualTo(1);
        }
        assertThat(workspace.view(zubara.cai).conflicts()).isEmpty();
    }

    @Test
    @Tag("slow")
    void two_hundred_readers_and_twenty_writers_lose_nothing() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ConcurrentLinkedQueue<Throwable> wrong = new ConcurrentLinkedQueue<>();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
                ExecutorService writers = Executors.newFixedThreadPool(20)) {
            for (int reader = 0; reader < 200; reader++) {
                AccountId who =
                        List.of(zubara.ana, zubara.ben, zubara.cai, zubara.dee).get(reader % 4);
                readers.execute(() -> {
                    try {
                        int before = 0;
                        while (!over.get()) {
                            int now = workspace.view(who).list(Note.KIND).size();
                            assertThat(now).isGreaterThanOrEqualTo(before);
                            before = now;
                            Thread.sleep(20);
                        }
                    } catch (Throwable failed) {
                        wrong.add(failed);
                    }
                });
            }
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int writer = 0; writer < 20; writer++) {
                work.add(() -> {
                    for (int i = 0; i < 5; i++) {
                        Item<Note> mine = note("note");
                        zubara.put(zubara.ben, mine);
                        // Who wrote something sees it at once.
                        assertThat(workspace.view(zubara.ben).find(mine.id())).isPresent();
                    }
                    return true;
                });
            }
            for (Future<Boolean> done : writers.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
            over.set(true);
        }
        assertThat(wrong).isEmpty();
        assertThat(workspace.view(zubara.dee).list(Note.KIND)).hasSize(100);
        zubara.isSound();
    }

    @Test
    void whoever_proposes_something_impossible_does_not_spoil_it_for_the_others() throws Exception {
        Kind<Note> broken = Kind.of("note", Note.class).ruledBy((note, view) -> {
            throw new IllegalStateException("a rule with a fault");
        });
        Item<Note> poison =
                new Item<>(ItemId.fresh(), broken, Sensitivity.forMembers(), List.of(), new Note("poison"), Set.of());
        together(
                () -> {
                    assertThatThrownBy(() -> workspace.append(zubara.cai, new Edit.Put(poison)))
                            .isInstanceOf(IllegalStateException.class);
                    return true;
                },
                () -> workspace.append(zubara.cai, new Edit.Put(note("good"))) instanceof Outcome.Accepted);
        assertThat(workspace.view(zubara.cai).list(Note.KIND)).hasSize(5);
        zubara.isSound();
    }

    /** Runs two kinds of work while the store is held by somebody else, so that they wait for it together; each five times. */
    private void together(Callable<Boolean> one, Callable<Boolean> other) throws Exception {
        try (Workspaces holder = another();
                ExecutorService threads = Executors.newFixedThreadPool(11)) {
            CountDownLatch held = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            Future<Boolean> holding = threads.submit(() -> holder.database().write(connection -> {
                new EntryTable(workspace.id())
                        .headHeld(connection, holder.database().isServer());
                try (Statement statement = connection.createStatement()) {
                    statement.execute("UPDATE workspace SET entries = entries");
                }
                held.countDown();
                try {
                    return release.await(60, TimeUnit.SECONDS);
                } catch (InterruptedException stopped) {
                    return false;
                }
            }));
            assertThat(held.await(60, TimeUnit.SECONDS)).isTrue();
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                all.add(threads.submit(one));
                all.add(threads.submit(other));
            }
            // Enough for them to queue up; if one is late it is written in the next transaction, which is no harm.
            Thread.sleep(300);
            release.countDown();
            assertThat(holding.get()).isTrue();
            for (Future<Boolean> done : all) {
                assertThat(done.get()).isTrue();
            }
        }
    }

    @Test
    void when_writing_fails_all_who_wait_are_told_and_nothing_is_half_written() throws Exception {
        Item<Note> before = note("before");
        zubara.put(zubara.cai, before);
        long entries = workspace.verify().entries();
        // The place of the next entry is taken: a real violation of the table's own key, in the middle of writing.
        behindTheBack(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO entry VALUES (?, ?, ?, ?)")) {
                insert.setString(1, workspace.id().toString());
                insert.setLong(2, entries);
                insert.setBytes(3, new byte[32]);
                insert.setBytes(4, new byte[3]);
                insert.executeUpdate();
            }
        });
        Callable<Boolean> fails = () -> {
            assertThatThrownBy(() -> workspace.append(zubara.cai, new Edit.Put(note("lost"))))
                    .isInstanceOf(Failure.class);
            return true;
        };
        together(fails, fails);
        assertThat(workspace.view(zubara.cai).list(Note.KIND)).hasSize(1);

        behindTheBack("DELETE FROM entry WHERE place = " + entries);
        assertThat(zubara.read(zubara.cai, before).value()).isEqualTo(before.value());
        zubara.put(zubara.cai, note("after"));
        assertThat(workspace.view(zubara.cai).list(Note.KIND)).hasSize(2);
        zubara.isSound();
        assertThat(workspace.verify().entries()).isEqualTo(entries + 1);
    }

    @Test
    void a_backup_is_made_while_people_write_and_is_of_one_moment() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Path backup = folder.resolve("backup.db");
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Integer> writing = threads.submit(() -> {
                int written = 0;
                while (!over.get() || written < 10) {
                    zubara.put(zubara.cai, note("note " + written++));
                }
                return written;
            });
            Thread.sleep(100);
            Backup.make(zubara.workspaces.database(), backup);
            over.set(true);
            assertThat(writing.get()).isPositive();
        }
        zubara.isSound();
        assertThatThrownBy(() -> Backup.make(zubara.workspaces.database(), backup))
                .isInstanceOf(Failure.class);
        try (Workspaces restored = Workspaces.open(Database.file(backup), Zubara.KINDS, zubara.clock)) {
            assertThat(restored.get(workspace.id()).verify().damages()).isEmpty();
        }
    }

    @Test
    void what_is_restored_is_seen_by_all_who_have_it_open() {
        Item<Note> note = note("in the backup");
        zubara.put(zubara.cai, note);
        Path older = folder.resolve("older.db");
        Backup.make(zubara.workspaces.database(), older);
        zubara.say(zubara.cai, note, "after the backup");
        Path newer = folder.resolve("newer.db");
        Backup.make(zubara.workspaces.database(), newer);
        try (Workspaces other = another()) {
            Workspace there = other.get(workspace.id());
            assertThat(there.view(zubara.cai).get(Note.KIND, note.id()).value().text())
                    .isEqualTo("after the backup");

            Backup.restore(older, zubara.workspaces.database());
            for (Workspace one : List.of(workspace, there)) {
                assertThat(one.view(zubara.cai)
                                .get(Note.KIND, note.id())
                                .value()
                                .text())
                        .isEqualTo("in the backup");
            }
            // History goes another way from here, and is then replaced by the newer backup, which is as long.
            zubara.say(zubara.ben, note, "another way");
            assertThat(there.view(zubara.cai).get(Note.KIND, note.id()).value().text())
                    .isEqualTo("another way");
            Backup.restore(newer, zubara.workspaces.database());
            for (Workspace one : List.of(workspace, there)) {
                assertThat(one.view(zubara.cai)
                                .get(Note.KIND, note.id())
                                .value()
                                .text())
                        .isEqualTo("after the backup");
                accepted(one.append(zubara.cai, new Edit.Put(note("goes on"))));
            }
        }
        zubara.isSound();
    }

    @Test
    void a_backup_is_restored_while_people_write() throws Exception {
        zubara.put(zubara.cai, note("in the backup"));
        Path backup = folder.resolve("backup.db");
        Backup.make(zubara.workspaces.database(), backup);
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> writing = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                writing.add(threads.submit(() -> {
                    while (!over.get()) {
                        accepted(workspace.append(zubara.cai, new Edit.Put(note("x"))));
                    }
                    return true;
                }));
            }
            for (int i = 0; i < 5; i++) {
                Thread.sleep(30);
                Backup.restore(backup, zubara.workspaces.database());
            }
            over.set(true);
            for (Future<Boolean> done : writing) {
                assertThat(done.get()).isTrue();
            }
        }
        zubara.isSound();
        assertThat(workspace.view(zubara.cai).list(Note.KIND))
                .extracting(item -> item.value().text())
                .contains("in the backup");
    }

    @Test
    void only_a_backup_of_the_same_tables_is_restored() {
        Path copy = zubara.copyFor(zubara.cai, folder.resolve("copy.salus"));
        assertThatThrownBy(() -> Backup.restore(copy, zubara.workspaces.database()))
                .isInstanceOf(Failure.class);
        assertThatThrownBy(() -> Backup.restore(folder.resolve("none"), zubara.workspaces.database()))
                .isInstanceOf(Failure.class);
        Path other = folder.resolve("other.db");
        try (Database newer = Database.file(other)) {
            newer.bring(Workspaces.SCHEMA);
            newer.bring(new Schema("people", List.of("CREATE TABLE account (id VARCHAR(36));\n")));
        }
        assertThatThrownBy(() -> Backup.restore(other, zubara.workspaces.database()))
                .isInstanceOf(Failure.class);
        zubara.isSound();
    }

    @Test
    void a_tampered_entry_is_named_and_nothing_more_is_written() {
        Item<Note> note = note("x");
        Digest made = zubara.put(zubara.cai, note);
        Digest next = zubara.say(zubara.cai, note, "y");
        behindTheBack(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE entry SET written = ? WHERE id = ?")) {
                update.setBytes(1, new byte[] {1, 2, 3});
                update.setBytes(2, made.bytes());
                update.executeUpdate();
            }
        });
        assertThat(workspace.verify().damages().toString()).contains(made.toString());
        try (Workspaces opened = another()) {
            Workspace damaged = opened.get(workspace.id());
            assertThat(damaged.whyReadOnly().orElseThrow().arguments()).contains(made.brief());
            assertThat(damaged.view(zubara.cai).list(Note.KIND)).hasSize(1);
            Zubara.isDamaged(() -> damaged.append(zubara.cai, new Edit.Put(note("no"))));
            Zubara.isDamaged(() -> damaged.undo(zubara.cai, next));
            assertThat(damaged.verify().damages().toString()).contains(made.toString());
        }
    }

    @Test
    void a_missing_entry_is_noticed() {
        Digest made = zubara.put(zubara.cai, note("x"));
        zubara.put(zubara.cai, note("y"));
        behindTheBack("DELETE FROM entry WHERE place = 4");
        assertThat(workspace.verify().damages()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(workspace.verify().damages().getFirst().key()).isEqualTo("ledger.damage.missing");
        try (Workspaces opened = another()) {
            assertThat(opened.get(workspace.id()).whyReadOnly()).isPresent();
            assertThat(made).isNotNull();
        }
    }

    @Test
    void a_tampered_payload_is_named_and_nothing_more_is_written() {
        Item<Note> note = note("x");
        zubara.put(zubara.cai, note);
        behindTheBack(connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE payload SET body = ?")) {
                update.setBytes(
                        1,
                        "{\"kind\":\"note\"} and much more than thirty-two bytes"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                update.executeUpdate();
            }
        });
        assertThat(workspace.verify().isSound()).isFalse();
        try (Workspaces opened = another()) {
            Workspace damaged = opened.get(workspace.id());
            assertThat(damaged.whyReadOnly()).isPresent();
            assertThatThrownBy(() -> damaged.view(zubara.cai)).isInstanceOf(UnknownWorkspace.class);
            Zubara.isDamaged(() -> damaged.append(zubara.cai, new Edit.Put(note("no"))));
        }
    }

    @Test
    void tables_of_a_newer_program_are_left_alone() {
        behindTheBack("UPDATE salus_schema SET version = 99 WHERE room = 'ledger'");
        assertThatThrownBy(this::another)
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.sentence().key()).isEqualTo("ledger.failure.newer-database"));
    }

    @Test
    void tables_are_brought_up_step_by_step_and_once() {
        Schema first = new Schema("people", List.of("CREATE TABLE account (id VARCHAR(36));\n"));
        Schema second = new Schema(
                "people",
                List.of(
                        "CREATE TABLE account (id VARCHAR(36));\n",
                        "ALTER TABLE account ADD COLUMN picture ${bytes};\nCREATE INDEX account_id ON account (id);\n"));
        try (Database database = place.open()) {
            database.bring(first);
            database.bring(second);
            database.bring(second);
            assertThatThrownBy(() -> database.bring(first)).isInstanceOf(Failure.class);
            assertThat(database.read(database::tables)).contains("account", "entry", "payload");
        }
    }

    @Test
    void what_could_not_be_read_back_is_not_written() {
        for (String text : List.of("x".repeat(10_000_000), "y".repeat(1_999_990))) {
            assertThat(refused(workspace.append(zubara.cai, new Edit.Put(note(text)))))
                    .containsExactly("ledger.refusal.unwritable");
        }
        assertThat(refused(workspace.append(
                        zubara.cai, List.of(new Edit.Put(note("fine"))), Reason.of(Act.EDIT, "z".repeat(3_000_000)))))
                .containsExactly("ledger.refusal.long-reason");
        for (String text : List.of("\uD800 alone", "alone \uDC00", "\uDC00\uD800")) {
            Item<Note> lone = note(text);
            if (workspace.append(zubara.cai, new Edit.Put(lone)) instanceof Outcome.Accepted) {
                assertThat(zubara.read(zubara.dee, lone).value()).isEqualTo(lone.value());
            }
        }
        Item<Note> odd = note("\u200F\u2066 {0} ' \" <b> \uD83D\uDE00 é e\u0301 " + "z".repeat(100_000));
        zubara.put(zubara.cai, odd);
        assertThat(zubara.read(zubara.dee, odd).value()).isEqualTo(odd.value());
        zubara.isSound();
    }
}
