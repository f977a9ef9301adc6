package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.salus.ledger.Zubara.accepted;
import static org.salus.ledger.Zubara.named;
import static org.salus.ledger.Zubara.note;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.salus.framework.Failure;
import org.salus.ledger.Zubara.Note;
import org.salus.ledger.Zubara.Source;
import org.salus.ledger.Zubara.Tie;

/** A workspace travels in one file: it opens alone, says nothing without its passphrase, and holds no more than its reader may know. */
@ParameterizedClass
@EnumSource(Store.class)
class CopyTest {
    private static final String CANARY = "canary-b51e";
    private static final Instant NOON = Instant.parse("2026-05-03T12:00:00Z");

    private final Store store;

    @TempDir
    Path folder;

    private Zubara zubara;
    private Workspace workspace;

    CopyTest(Store store) {
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

    /** What is in a copy for who knows its passphrase and looks at the bytes. */
    private static String everythingIn(Path copy) {
        StringBuilder all = new StringBuilder();
        try (Copy opened = Copy.open(copy, Zubara.PASSPHRASE)) {
            opened.brought()
                    .payloads()
                    .values()
                    .forEach(payload -> all.append(new String(payload, StandardCharsets.UTF_8)));
        }
        return all.toString();
    }

    @Test
    void it_opens_alone_and_says_the_same_as_at_home() throws IOException {
        Item<Note> note = note("Parliament has no defence committee");
        Item<Note> army = note("The army");
        Item<Tie> tie = Item.fresh(Tie.KIND, new Tie(note.id(), army.id()));
        zubara.put(zubara.cai, note, army, tie);
        zubara.say(zubara.ben, note, "It has one");
        Path copy = zubara.copyFor(zubara.cai, folder.resolve("copy.salus"));
        Path moved = folder.resolve("elsewhere");
        Files.createDirectories(moved);
        Path alone = Files.move(copy, moved.resolve("à propos?#%20.salus"));

        Zubara.in(alone, inside -> {
            View here = inside.view(zubara.cai);
            View home = workspace.view(zubara.cai);
            assertThat(here.ids()).isEqualTo(home.ids());
            assertThat(here.heads()).isEqualTo(home.heads());
            here.ids().forEach(id -> assertThat(here.find(id)).isEqualTo(home.find(id)));
            assertThat(inside.history(zubara.cai).list(100, Optional.empty()))
                    .isEqualTo(workspace.history(zubara.cai).list(100, Optional.empty()));
            assertThat(inside.verify().damages()).isEmpty();
            assertThat(inside.verify().entries()).isEqualTo(workspace.verify().entries());
        });
        try (var files = Files.list(moved)) {
            assertThat(files).containsExactly(alone);
        }
    }

    @Test
    void no_name_and_no_word_stands_in_the_clear() throws IOException {
        zubara.put(zubara.cai, note(CANARY + " Zubara"));
        Path copy = zubara.copyFor(zubara.cai, folder.resolve("copy.salus"));
        Zubara.in(copy, inside -> Zubara.put(inside, zubara.cai, note(CANARY + " again")));

        String bytes = new String(Files.readAllBytes(copy), StandardCharsets.ISO_8859_1);
        assertThat(List.of(CANARY, "Zubara", "Cai's office", "Ministry", "contributor", "members"))
                .noneMatch(bytes::contains);
        assertThat(everythingIn(copy)).contains(CANARY + " again", "Ministry");
    }

    @Test
    void it_does_not_open_under_another_passphrase() {
        Path copy = zubara.copyFor(zubara.cai, folder.resolve("copy.salus"));
        assertThatThrownBy(() -> Copy.open(copy, "correct horse batterY".toCharArray()))
                .isInstanceOf(WrongPassphrase.class);
        assertThatThrownBy(() ->
                        Copy.make(workspace, zubara.cai, zubara.cai, "short".toCharArray(), folder.resolve("x.salus")))
                .isInstanceOf(Failure.class);
        assertThat(folder.resolve("x.salus")).doesNotExist();
    }

    @Test
    void the_same_letters_open_it_however_the_keyboard_composes_them() {
        Path copy = folder.resolve("copy.salus");
        Copy.make(workspace, zubara.cai, zubara.cai, "la sécurité d'abord".toCharArray(), Zubara.CHEAP, copy);
        try (Copy opened = Copy.open(copy, "la se\u0301curite\u0301 d'abord".toCharArray())) {
            assertThat(opened.about().madeFor()).isEqualTo(zubara.cai);
        }
    }

    @Test
    void it_holds_only_what_its_reader_may_read_in_every_version() {
        Item<Note> raised = note("open " + CANARY);
        zubara.put(zubara.cai, raised);
        zubara.put(zubara.cai, zubara.read(zubara.cai, raised).meantFor(named(zubara.cai, zubara.ana)));
        Item<Note> two = note("for two " + CANARY).meantFor(named(zubara.cai));
        Item<Tie> tie = Item.fresh(Tie.KIND, new Tie(raised.id(), two.id()));
        accepted(workspace.append(
                zubara.cai,
                List.of(new Edit.Put(two), new Edit.Put(tie), new Edit.Put(note("harmless"))),
                Reason.of(Act.EDIT, CANARY + " told me")));
        Item<Note> erased = note("erased");
        zubara.put(zubara.cai, erased);
        accepted(workspace.erase(zubara.ana, erased.id(), CANARY + " asked"));

        Path forDee = zubara.copyFor(zubara.dee, folder.resolve("dee.salus"));
        String all = everythingIn(forDee);
        assertThat(all)
                .contains("harmless")
                .doesNotContain(CANARY)
                .doesNotContain(tie.value().from().toString());
        Zubara.in(forDee, inside -> {
            assertThat(inside.verify().damages()).isEmpty();
            assertThat(inside.verify().withheld()).isPositive();
            assertThat(inside.view(zubara.dee).isSomethingWithheld()).isTrue();
            assertThat(inside.view(zubara.dee).find(raised.id())).isEmpty();
        });
        assertThat(everythingIn(zubara.copyFor(zubara.cai, folder.resolve("cai.salus"))))
                .contains("for two " + CANARY, CANARY + " told me")
                .doesNotContain(CANARY + " asked");
        assertThat(everythingIn(zubara.copyFor(zubara.ana, folder.resolve("ana.salus"))))
                .contains("open " + CANARY, CANARY + " asked")
                .doesNotContain("for two");
    }

    @Test
    void protected_sources_stay_at_home_with_all_that_speaks_of_them() {
        Item<Source> interview = Item.fresh(Source.KIND, new Source("not yet protected " + CANARY, false));
        zubara.put(zubara.cai, interview);
        Item<Note> note = note("There is no committee")
                .citing(List.of(Citation.of(interview.id(), "minute 3 " + CANARY, Confidence.LOW)));
        Item<Tie> about = Item.fresh(Tie.KIND, new Tie(interview.id(), note.id()));
        zubara.put(zubara.cai, note, about);
        zubara.put(
                zubara.cai,
                workspace
                        .view(zubara.cai)
                        .get(Source.KIND, interview.id())
                        .saying(new Source("protected " + CANARY, true)));
        assertThat(zubara.read(zubara.cai, note).citations()).hasSize(1);

        Path copy = zubara.copyFor(zubara.cai, folder.resolve("copy.salus"));
        assertThat(everythingIn(copy))
                .contains("There is no committee")
                .doesNotContain(CANARY, interview.id().toString());
        Zubara.in(copy, inside -> {
            View view = inside.view(zubara.cai);
            assertThat(view.get(Note.KIND, note.id()).citations()).isEmpty();
            Zubara.put(inside, zubara.cai, view.get(Note.KIND, note.id()).saying(new Note("There is one")));
            assertThat(inside.verify().damages()).isEmpty();
        });
        assertThat(zubara.merge(zubara.cai, copy).waiting()).isEmpty();
        assertThat(zubara.read(zubara.cai, note).value().text()).isEqualTo("There is one");
        assertThat(zubara.read(zubara.cai, note).citations()).hasSize(1);
        zubara.isSound();
    }

    @Test
    void the_same_content_and_time_are_the_same_bytes() throws IOException {
        zubara.put(zubara.cai, note("a"), note("b"), note("c"));
        zubara.clock.set(NOON);
        Path first = zubara.copyFor(zubara.cai, folder.resolve("first.salus"));
        zubara.clock.set(NOON);
        Path second = zubara.copyFor(zubara.cai, folder.resolve("second.salus"));
        assertThat(first).hasSameBinaryContentAs(second);
        zubara.clock.set(NOON.plusSeconds(1));
        Path third = zubara.copyFor(zubara.cai, folder.resolve("third.salus"));
        assertThat(Files.readAllBytes(first)).isNotEqualTo(Files.readAllBytes(third));
    }

    @Test
    void a_private_layer_beside_it_leaves_no_trace() {
        Item<Note> note = note("shared");
        zubara.put(zubara.cai, note);
        zubara.clock.set(NOON);
        Path without = zubara.copyFor(zubara.cai, folder.resolve("without.salus"));
        Workspace layer = zubara.workspaces.found(
                new Charter("Stances " + CANARY, List.of("XZU"), "", "SSR", Optional.of(workspace.id())),
                zubara.cai,
                "Cai",
                Optional.of(Zubara.MINISTRY),
                "Ministry");
        Zubara.put(layer, zubara.cai, note("about " + note.id() + ": a red line"));
        zubara.clock.set(NOON);
        Path with = zubara.copyFor(zubara.cai, folder.resolve("with.salus"));

        assertThat(with).hasSameBinaryContentAs(without);
        assertThat(workspace.view(zubara.ana).isSomethingWithheld()).isFalse();
    }

    @Test
    void it_says_for_whom_when_and_from_which_entry_it_was_made() {
        Set<Digest> heads = workspace.view(zubara.ana).heads();
        zubara.clock.set(NOON);
        Path file = folder.resolve("copy.salus");
        Copy.About told = Copy.make(workspace, zubara.ben, zubara.dee, Zubara.PASSPHRASE, Zubara.CHEAP, file);
        try (Copy copy = Copy.open(file, Zubara.PASSPHRASE)) {
            assertThat(copy.about()).isEqualTo(told);
            assertThat(told.madeFor()).isEqualTo(zubara.dee);
            assertThat(told.madeAt()).isEqualTo(NOON.plusMillis(1));
            assertThat(told.madeFrom()).isEqualTo(heads);
            assertThat(told.workspace()).isEqualTo(workspace.id());
        }
        assertThat(Copy.isCopy(file)).isTrue();
        assertThat(Copy.isCopy(folder)).isFalse();
    }

    @Test
    void a_copy_for_somebody_else_holds_no_more_than_whoever_makes_it_may_read() {
        zubara.put(zubara.cai, note("for two").meantFor(named(zubara.cai, zubara.ana)));
        zubara.put(zubara.cai, note("for one " + CANARY).meantFor(named(zubara.cai)));
        zubara.put(zubara.ana, note("for the maker " + CANARY).meantFor(named(zubara.ana)));
        Path copy = folder.resolve("made-by-ana.salus");
        Copy.make(workspace, zubara.ana, zubara.cai, Zubara.PASSPHRASE, Zubara.CHEAP, copy);
        assertThat(everythingIn(copy)).contains("for two").doesNotContain(CANARY);
    }

    @Test
    void copies_are_made_for_members_by_themselves_or_by_editors() {
        for (AccountId[] pair : List.of(
                new AccountId[] {zubara.cai, zubara.dee},
                new AccountId[] {zubara.stranger, zubara.stranger},
                new AccountId[] {zubara.ana, zubara.stranger})) {
            Path file = folder.resolve("no.salus");
            assertThatThrownBy(() -> Copy.make(workspace, pair[0], pair[1], Zubara.PASSPHRASE, Zubara.CHEAP, file))
                    .isInstanceOf(Failure.class);
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void nothing_is_overwritten_and_nobody_else_may_read_the_file() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> zubara.copyFor(zubara.cai, file)).isInstanceOf(Failure.class);
        assertThat(file).hasContent("mine");
        Path copy = zubara.copyFor(zubara.cai, folder.resolve("copy.salus"));
        if (Files.getFileStore(copy).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                    .isEqualTo("rw-------");
        }
        assertThatThrownBy(() -> zubara.copyFor(zubara.cai, folder.resolve("no/such/folder.salus")))
                .isInstanceOf(Failure.class);
    }

    @Test
    void what_is_no_copy_or_was_tampered_with_is_named() throws IOException {
        Path copy = zubara.copyFor(zubara.cai, folder.resolve("copy.salus"));
        assertThatThrownBy(() -> Copy.open(folder.resolve("missing.salus"), Zubara.PASSPHRASE))
                .isInstanceOf(Failure.class);
        Path text = Files.writeString(folder.resolve("text.salus"), "x".repeat(5000));
        assertThatThrownBy(() -> Copy.open(text, Zubara.PASSPHRASE)).isInstanceOf(Failure.class);
        Path backup = folder.resolve("backup.db");
        Backup.make(zubara.workspaces.database(), backup);
        assertThatThrownBy(() -> Copy.open(backup, Zubara.PASSPHRASE)).isInstanceOf(Failure.class);
        Path cut = folder.resolve("cut.salus");
        byte[] bytes = Files.readAllBytes(copy);
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> zubara.merge(zubara.cai, cut)).isInstanceOf(Failure.class);

        changed(copy, "UPDATE note SET value = x'7b7d' WHERE name = 'copy'");
        assertThatThrownBy(() -> Copy.open(copy, Zubara.PASSPHRASE)).isInstanceOf(Failure.class);
        Path greedy = zubara.copyFor(zubara.cai, folder.resolve("greedy.salus"));
        changed(greedy, "UPDATE note SET value = x'7fffffff7fffffff7fffffff' WHERE name = 'cost'");
        assertThatThrownBy(() -> Copy.open(greedy, Zubara.PASSPHRASE)).isInstanceOf(Failure.class);
        Path odd = zubara.copyFor(zubara.cai, folder.resolve("odd.salus"));
        changed(odd, "CREATE VIEW entry2 AS SELECT * FROM entry");
        assertThatThrownBy(() -> Copy.open(odd, Zubara.PASSPHRASE))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.sentence().key()).isEqualTo("ledger.failure.foreign"));
    }

    @Test
    void what_a_newer_program_made_is_not_opened() {
        Path copy = zubara.copyFor(zubara.cai, folder.resolve("newer.salus"));
        changed(copy, "UPDATE salus_schema SET version = 99 WHERE room = 'ledger'");
        assertThatThrownBy(() -> Copy.open(copy, Zubara.PASSPHRASE))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.sentence().key()).isEqualTo("ledger.failure.newer-database"));
    }

    @Test
    void a_changed_payload_is_left_out_and_a_changed_entry_is_named() {
        Item<Note> note = note("x");
        Digest made = zubara.put(zubara.cai, note);
        Path copy = zubara.copyFor(zubara.cai, folder.resolve("copy.salus"));
        changed(copy, "UPDATE payload SET body = x'00112233'");
        Zubara.in(copy, inside -> {
            assertThat(inside.verify().isSound()).isFalse();
            assertThat(inside.whyReadOnly()).isPresent();
        });
        assertThat(zubara.merge(zubara.cai, copy).isEmpty()).isTrue();

        Path other = zubara.copyFor(zubara.cai, folder.resolve("other.salus"));
        changed(other, "UPDATE entry SET written = x'0100' WHERE id = x'" + made + "'");
        assertThatThrownBy(() -> zubara.merge(zubara.cai, other)).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.sentence().key()).isEqualTo("ledger.damage.entry");
            assertThat(failure.sentence().arguments()).containsExactly(made.toString());
        });
    }

    private static void changed(Path copy, String how) {
        try (Database raw = Database.file(copy)) {
            raw.write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute(how);
                }
            });
        }
    }
}
