package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.ledger.Zubara.accepted;
import static org.salus.ledger.Zubara.note;
import static org.salus.ledger.Zubara.refused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.salus.ledger.Zubara.Note;
import org.salus.ledger.Zubara.Remark;
import org.salus.ledger.Zubara.Source;
import org.salus.ledger.Zubara.Tie;

/** What is erased is gone: from memory, from the database's files, from what is made of it afterwards, and it does not come back. */
@ParameterizedClass
@EnumSource(Store.class)
class ErasureTest {
    private static final String CANARY = "canary-" + Long.toHexString(System.nanoTime());

    private final Store store;

    @TempDir
    Path folder;

    private Zubara zubara;
    private Workspace workspace;

    ErasureTest(Store store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        zubara = new Zubara(store.place(folder).open());
        workspace = zubara.workspace;
    }

    @AfterEach
    void close() {
        zubara.close();
    }

    /** The files in which the canary stands. A server's write-ahead log is not looked at: no erasure reaches it, and the documents say so. */
    private List<Path> filesWithCanary() {
        Path place = store == Store.FILE ? folder : Store.Server.folder();
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("pg_wal"))
                    .filter(file -> holdsCanary(file))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean holdsCanary(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(CANARY);
        } catch (IOException gone) {
            return false;
        }
    }

    /** An item that says the canary in several versions, in what was said about them, and where a source is cited. */
    private Item<Note> spoken() {
        Item<Source> source = Item.fresh(Source.KIND, new Source("Law 3", false));
        zubara.put(zubara.cai, source);
        Item<Note> note =
                note("first " + CANARY).citing(List.of(Citation.of(source.id(), "page " + CANARY, Confidence.HIGH)));
        zubara.put(zubara.cai, note);
        accepted(workspace.append(
                zubara.cai,
                List.of(new Edit.Put(
                        zubara.read(zubara.cai, note).saying(new Note("second " + CANARY + "x".repeat(9000))))),
                Reason.of(Act.EDIT, "because of " + CANARY)));
        // So much that it does not lie in one page.
        for (int i = 0; i < 60; i++) {
            zubara.put(zubara.ben, note("filler " + i + "y".repeat(700)));
        }
        return note;
    }

    @Test
    void the_canary_is_in_no_file_any_more() {
        Item<Note> note = spoken();
        assertThat(filesWithCanary()).isNotEmpty();
        Path older = zubara.copyFor(zubara.cai, folder.resolve("older.salus"));
        Path olderBackup = folder.resolve("older-backup.db");
        Backup.make(zubara.workspaces.database(), olderBackup);
        assertThat(holdsCanary(olderBackup)).isTrue();

        accepted(workspace.erase(zubara.ana, note.id(), "asked by the person"));

        Path backup = folder.resolve("backup.db");
        Backup.make(zubara.workspaces.database(), backup);
        Path copy = zubara.copyFor(zubara.cai, folder.resolve("copy.salus"));
        // Earlier backups are not reached; of them people are told.
        assertThat(filesWithCanary()).isSubsetOf(List.of(olderBackup));
        try (Copy opened = Copy.open(copy, Zubara.PASSPHRASE)) {
            opened.brought()
                    .payloads()
                    .values()
                    .forEach(payload -> assertThat(new String(payload, StandardCharsets.UTF_8))
                            .doesNotContain(CANARY));
        }
        try (Copy opened = Copy.open(older, Zubara.PASSPHRASE)) {
            assertThat(opened.brought().payloads().values())
                    .anySatisfy(payload -> assertThat(new String(payload, StandardCharsets.UTF_8))
                            .contains(CANARY));
        }
        zubara.isSound();
        assertThat(workspace.verify().erased()).isEqualTo(4);
    }

    @Test
    void what_cannot_be_seen_without_it_goes_with_it_whoever_may_read_that() {
        Item<Note> note = note("an office");
        Item<Note> other = note("another");
        Item<Note> third = note("a third");
        zubara.put(zubara.cai, note, other, third);
        Item<Source> source = Item.fresh(Source.KIND, new Source("a source", false));
        zubara.put(zubara.ben, source);
        Item<Remark> remark = Item.fresh(Remark.KIND, new Remark(note.id(), zubara.dee, "remark " + CANARY, false));
        Item<Remark> hidden = Item.fresh(Remark.KIND, new Remark(note.id(), zubara.cai, "hidden " + CANARY, false))
                .meantFor(Zubara.named(zubara.cai))
                .citing(List.of(Citation.of(source.id(), "place " + CANARY, Confidence.LOW)));
        Item<Remark> answer = Item.fresh(Remark.KIND, new Remark(hidden.id(), zubara.cai, "answer " + CANARY, false));
        Item<Tie> tie = Item.fresh(Tie.KIND, new Tie(note.id(), other.id()));
        Item<Tie> moved = Item.fresh(Tie.KIND, new Tie(note.id(), other.id()));
        zubara.put(zubara.dee, remark);
        zubara.put(
                zubara.dee,
                workspace
                        .view(zubara.dee)
                        .get(Remark.KIND, remark.id())
                        .saying(new Remark(note.id(), zubara.dee, "later " + CANARY, true)));
        zubara.put(zubara.cai, hidden);
        zubara.put(zubara.cai, answer);
        accepted(workspace.append(
                zubara.cai, List.of(new Edit.Put(tie)), Reason.of(Act.EDIT, "tied because of " + CANARY)));
        zubara.put(zubara.cai, moved);
        zubara.put(
                zubara.cai,
                workspace.view(zubara.cai).get(Tie.KIND, moved.id()).saying(new Tie(third.id(), other.id())));
        assertThat(filesWithCanary()).isNotEmpty();

        accepted(workspace.erase(zubara.ana, note.id(), "asked by the office"));

        Backup.make(zubara.workspaces.database(), folder.resolve("backup.db"));
        Path copy = zubara.copyFor(zubara.cai, folder.resolve("copy.salus"));
        assertThat(filesWithCanary()).isEmpty();
        try (Copy opened = Copy.open(copy, Zubara.PASSPHRASE)) {
            assertThat(opened.brought().payloads().values())
                    .noneMatch(payload -> new String(payload, StandardCharsets.UTF_8).contains(CANARY));
        }
        View view = workspace.view(zubara.cai);
        assertThat(view.find(moved.id())).isPresent();
        assertThat(view.find(other.id())).isPresent();
        assertThat(view.find(source.id())).isPresent();
        assertThat(view.isSomethingWithheld()).isFalse();
        zubara.isSound();
        // The office, two versions of one remark, one with a place, an answer, two ties and a reason.
        assertThat(workspace.verify().erased()).isEqualTo(9);
    }

    @Test
    void words_about_a_source_go_with_it() {
        Item<Source> source = Item.fresh(Source.KIND, new Source("a source", false));
        zubara.put(zubara.cai, source);
        Item<Note> note =
                note("an office").citing(List.of(Citation.of(source.id(), "page " + CANARY, Confidence.HIGH)));
        zubara.put(zubara.cai, note);

        accepted(workspace.erase(zubara.ana, source.id(), "asked by its author"));

        assertThat(filesWithCanary()).isEmpty();
        assertThat(zubara.read(zubara.cai, note).citations()).isEmpty();
        zubara.say(zubara.ben, note, "an office, still");
        zubara.isSound();
    }

    @Tag("slow")
    @Test
    void who_still_reads_what_was_there_before_is_waited_for() throws Exception {
        Item<Note> note = spoken();
        CountDownLatch reads = new CountDownLatch(1);
        CountDownLatch erased = new CountDownLatch(1);
        try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
            Future<Boolean> reading =
                    reader.submit(() -> zubara.workspaces.database().read(connection -> {
                        try (Statement statement = connection.createStatement();
                                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM entry")) {
                            boolean some = rows.next() && rows.getLong(1) > 0;
                            reads.countDown();
                            return some && !erased.await(1, TimeUnit.SECONDS);
                        } catch (InterruptedException stopped) {
                            throw new IllegalStateException(stopped);
                        }
                    }));
            reads.await();
            accepted(workspace.erase(zubara.ana, note.id(), "asked by the person"));
            erased.countDown();
            // A file's log is emptied with the next step, once the reader has gone; a server's erasure has waited.
            if (store == Store.FILE) {
                reading.get();
                zubara.put(zubara.ben, note("the next step"));
            } else {
                assertThat(reading.get()).as("the reader was waited for").isTrue();
            }
        }
        assertThat(filesWithCanary()).isEmpty();
    }

    @Test
    void it_is_recorded_who_erased_and_why() {
        Item<Note> note = spoken();
        accepted(workspace.erase(zubara.ana, note.id(), "asked by the person"));

        History.Step step =
                workspace.history(zubara.ana).list(1, Optional.empty()).getFirst();
        assertThat(step.by().author()).isEqualTo(zubara.ana);
        assertThat(step.why().orElseThrow()).isEqualTo(Reason.of(Act.ERASE, "asked by the person"));
        assertThat(step.erased()).isEqualTo(4);
        assertThat(workspace.view(zubara.cai).find(note.id())).isEmpty();
        assertThat(workspace.view(zubara.cai).isSomethingWithheld()).isFalse();
        assertThat(workspace.history(zubara.cai).of(note.id())).isEmpty();
    }

    @Test
    void only_owners_erase_and_only_with_a_reason() {
        Item<Note> note = spoken();
        assertThat(refused(workspace.erase(zubara.ben, note.id(), "please"))).containsExactly("ledger.refusal.role");
        assertThat(refused(workspace.erase(zubara.ana, note.id(), " "))).containsExactly("ledger.refusal.reason");
        assertThat(refused(workspace.erase(zubara.ana, ItemId.fresh(), "x"))).containsExactly("ledger.refusal.missing");
        accepted(workspace.erase(zubara.ana, note.id(), "x"));
        assertThat(refused(workspace.erase(zubara.ana, note.id(), "again"))).containsExactly("ledger.refusal.missing");
    }

    @Test
    void one_version_can_be_erased_and_the_item_goes_on() {
        Item<Note> note = note("telephone " + CANARY);
        Digest first = zubara.put(zubara.cai, note);
        Digest second = zubara.say(zubara.cai, note, "no telephone");
        accepted(workspace.erase(zubara.ana, note.id(), first, "a telephone number"));

        assertThat(filesWithCanary()).isEmpty();
        assertThat(zubara.read(zubara.cai, note).value().text()).isEqualTo("no telephone");
        assertThat(workspace.view(zubara.cai, Set.of(first)).find(note.id())).isEmpty();
        assertThat(refused(workspace.undo(zubara.cai, second))).containsExactly("ledger.refusal.not-undone");
        zubara.isSound();
    }

    @Test
    void an_erased_item_can_be_said_anew() {
        Item<Note> note = note("old " + CANARY);
        zubara.put(zubara.cai, note);
        Item<Note> stale = zubara.read(zubara.cai, note);
        accepted(workspace.erase(zubara.ana, note.id(), "asked"));
        assertThat(Zubara.clashes(workspace.append(zubara.cai, new Edit.Put(stale.saying(new Note("stale"))))))
                .singleElement()
                .satisfies(clash -> assertThat(clash.theirs()).isEmpty());

        zubara.put(zubara.cai, note.saying(new Note("new")));
        assertThat(zubara.read(zubara.dee, note).value().text()).isEqualTo("new");
        assertThat(workspace.view(zubara.dee).isInConflict(note.id())).isFalse();
    }

    @Test
    void an_older_copy_does_not_bring_it_back() {
        Item<Note> note = spoken();
        Path older = zubara.copyFor(zubara.cai, folder.resolve("older.salus"));
        List<String> made = new ArrayList<>();
        Zubara.in(older, inside -> {
            View view = inside.view(zubara.cai);
            Zubara.put(inside, zubara.cai, view.get(Note.KIND, note.id()).saying(new Note("third " + CANARY)));
            Zubara.put(inside, zubara.cai, note("made on the way"));
            made.add("made on the way");
        });
        accepted(workspace.erase(zubara.ana, note.id(), "asked by the person"));

        zubara.merge(zubara.cai, older);

        assertThat(workspace.view(zubara.cai).list(Note.KIND))
                .extracting(item -> item.value().text())
                .containsAll(made);
        // What was said after the copy was made, in the copy, has not been erased yet: it is seen, and can be.
        assertThat(zubara.read(zubara.ana, note).value().text()).isEqualTo("third " + CANARY);
        accepted(workspace.erase(zubara.ana, note.id(), "asked by the person"));
        assertThat(workspace.view(zubara.ana).find(note.id())).isEmpty();
        assertThat(filesWithCanary()).isEmpty();
        assertThat(zubara.merge(zubara.cai, older).isEmpty()).isTrue();
        assertThat(workspace.view(zubara.ana).find(note.id())).isEmpty();
        assertThat(filesWithCanary()).isEmpty();
        zubara.isSound();
    }

    @Test
    void a_copy_obeys_an_erasure_made_at_home() {
        Item<Note> note = spoken();
        Path older = zubara.copyFor(zubara.cai, folder.resolve("older.salus"));
        accepted(workspace.erase(zubara.ana, note.id(), "asked by the person"));
        Path newer = zubara.copyFor(zubara.cai, folder.resolve("newer.salus"));

        Zubara.in(older, inside -> {
            assertThat(inside.view(zubara.cai).find(note.id())).isPresent();
            Zubara.merge(inside, zubara.cai, newer);
            assertThat(inside.view(zubara.cai).find(note.id())).isEmpty();
            assertThat(inside.verify().damages()).isEmpty();
        });
        try (Copy opened = Copy.open(older, Zubara.PASSPHRASE)) {
            opened.brought()
                    .payloads()
                    .values()
                    .forEach(payload -> assertThat(new String(payload, StandardCharsets.UTF_8))
                            .doesNotContain(CANARY));
        }
    }

    @Tag("slow")
    @Test
    void an_erasure_in_a_copy_waits_for_an_owner_at_home() {
        Item<Note> note = spoken();
        Path copy = zubara.copyFor(zubara.ana, folder.resolve("copy.salus"));
        Zubara.in(copy, inside -> accepted(inside.erase(zubara.ana, note.id(), "on the way")));

        Merge.Report report = zubara.merge(zubara.ana, copy);

        assertThat(report.waiting().values()).containsExactly(Merge.Doubt.UNPROVEN);
        assertThat(zubara.read(zubara.cai, note).value().text()).startsWith("second");
        assertThat(workspace.history(zubara.cai).waiting()).isEmpty();
        Set<Digest> waiting = report.waiting().keySet();
        assertThat(refused(workspace.decide(zubara.ben, waiting, Set.of(), "fine")))
                .containsExactly("ledger.refusal.role");
        assertThat(refused(workspace.decide(zubara.ana, waiting, Set.of(), "")))
                .containsExactly("ledger.refusal.reason");
        accepted(workspace.decide(zubara.ana, waiting, Set.of(), "it was me"));

        assertThat(workspace.view(zubara.cai).find(note.id())).isEmpty();
        assertThat(filesWithCanary()).isEmpty();
        zubara.isSound();
    }
}
