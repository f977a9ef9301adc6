package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.ledger.Zubara.accepted;
import static org.salus.ledger.Zubara.named;
import static org.salus.ledger.Zubara.note;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.salus.framework.Sentence;
import org.salus.ledger.Zubara.Note;

/** What was written where a workspace is kept is there, or it is damaged; only what came in a copy may be without its words. */
@ParameterizedClass
@EnumSource(Store.class)
class LostPayloadTest {
    private final Store store;

    @TempDir
    private Path folder;

    private Store.Place place;
    private Zubara zubara;
    private final Item<Note> note = note("for members");
    private final Item<Note> other = note("untouched");

    LostPayloadTest(Store store) {
        this.store = store;
    }

    @BeforeEach
    void found() {
        place = store.place(folder);
        zubara = new Zubara(place.open());
        zubara.put(zubara.cai, note);
        zubara.put(zubara.cai, other);
    }

    @AfterEach
    void close() {
        zubara.close();
    }

    private static Digest contentOf(Workspace workspace, AccountId reader, Item<Note> item) {
        return workspace
                .view(reader)
                .state()
                .versions(item.id())
                .getFirst()
                .change()
                .content();
    }

    private static void change(Workspaces where, String sql, byte[]... values) {
        where.database().write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    update.setBytes(i + 1, values[i]);
                }
                assertThat(update.executeUpdate()).isPositive();
                return true;
            }
        });
    }

    private static void lose(Workspaces where, Digest payload) {
        change(where, "DELETE FROM payload WHERE digest = ?", payload.bytes());
    }

    private Workspaces another() {
        return Workspaces.open(place.open(), Zubara.KINDS, new Zubara.Clock());
    }

    private void isDamaged(String key) {
        assertThat(zubara.workspace.verify().damages())
                .extracting(Sentence::key)
                .containsExactly(key);
        try (Workspaces opened = another()) {
            Workspace damaged = opened.get(zubara.workspace.id());
            assertThat(damaged.view(zubara.dee).find(other.id())).isPresent();
            assertThat(damaged.whyReadOnly().orElseThrow().key()).isEqualTo("ledger.read-only.damaged");
            Zubara.isDamaged(() -> damaged.append(zubara.ana, new Edit.Put(note("no"))));
            Zubara.isDamaged(() -> Copy.make(
                    damaged, zubara.ana, zubara.ana, Zubara.PASSPHRASE, Zubara.CHEAP, folder.resolve("no.salus")));
            assertThat(opened.damaged(zubara.ana, false)).containsExactly(damaged.id());
        }
    }

    @Tag("slow")
    @Test
    void what_is_lost_is_named_and_nothing_more_is_written() {
        Digest content = contentOf(zubara.workspace, zubara.ana, note);
        lose(zubara.workspaces, content);
        isDamaged("ledger.damage.lost");
        assertThat(zubara.workspace.verify().damages().getFirst().arguments()).containsExactly(content.toString());
        assertThat(zubara.workspace.verify().withheld()).isZero();
    }

    @Test
    void what_an_older_version_said_is_not_lost_without_a_word_either() {
        Digest before = contentOf(zubara.workspace, zubara.ana, note);
        zubara.say(zubara.ben, note, "something else");
        lose(zubara.workspaces, before);
        isDamaged("ledger.damage.lost");
    }

    @Test
    void what_no_entry_speaks_of_is_damage_as_well() {
        change(
                zubara.workspaces,
                "INSERT INTO payload (workspace, digest, body) SELECT id, ?, ? FROM workspace",
                Digest.over(new byte[] {1}).bytes(),
                new byte[64]);
        isDamaged("ledger.damage.stray");
    }

    @Test
    void the_newest_entry_is_the_last() {
        change(
                zubara.workspaces,
                "UPDATE workspace SET newest = ?",
                Digest.over(new byte[] {1}).bytes());
        isDamaged("ledger.damage.newest");
    }

    @Test
    void an_owner_whose_membership_is_lost_is_told_so() {
        Roll roll = new Roll(Map.of(zubara.ana, new Roll.Known(Optional.empty(), "", true)), true);
        Registry registry = new Registry() {
            @Override
            public Roll roll() {
                return roll;
            }

            @Override
            public Roll rollOf(AccountId account) {
                return roll;
            }
        };
        Item<Member> ana = Zubara.member(zubara.ana, new Member("Ana", Optional.empty(), "", Role.OWNER));
        lose(
                zubara.workspaces,
                zubara.workspace
                        .view(zubara.ana)
                        .state()
                        .versions(ana.id())
                        .getFirst()
                        .change()
                        .content());
        try (Workspaces server = Workspaces.open(place.open(), Zubara.KINDS, zubara.clock, registry)) {
            Workspace damaged = server.get(zubara.workspace.id());
            Zubara.isDamaged(() -> damaged.view(zubara.ana));
            assertThat(server.list(zubara.ana)).isEmpty();
            assertThat(server.damaged(zubara.ana, false)).containsExactly(damaged.id());
            assertThat(server.damaged(zubara.dee, false)).isEmpty();
        }
    }

    @Test
    void a_damaged_head_stops_no_other_workspace() {
        Workspace second = zubara.workspaces.found(
                new Charter("Orvelia", List.of("XZU"), "", "SSR", Optional.empty()),
                zubara.ana,
                "Ana",
                Optional.empty(),
                "");
        int more = 500;
        Zubara.put(
                second,
                zubara.ana,
                Stream.generate(() -> note("more than are fetched one by one"))
                        .limit(more)
                        .toArray(Item<?>[]::new));
        change(
                zubara.workspaces,
                "UPDATE workspace SET entries = 9223372036854775807 WHERE newest = ?",
                zubara.workspace.view(zubara.ana).heads().iterator().next().bytes());
        try (Workspaces opened = another()) {
            assertThat(opened.get(second.id()).view(zubara.ana).list(Note.KIND)).hasSize(more);
            assertThat(opened.get(second.id()).whyReadOnly()).isEmpty();
            opened.get(zubara.workspace.id()).view(zubara.ana);
            assertThat(opened.get(zubara.workspace.id()).whyReadOnly()).isPresent();
        }
    }

    @Tag("slow")
    @Test
    void what_was_erased_is_not_lost() {
        accepted(zubara.workspace.erase(zubara.ana, note.id(), "asked for"));
        zubara.isSound();
        try (Workspaces opened = another()) {
            assertThat(opened.get(zubara.workspace.id()).whyReadOnly()).isEmpty();
            Zubara.put(opened.get(zubara.workspace.id()), zubara.ana, note("more"));
        }
    }

    @Test
    void what_a_copy_came_without_is_withheld_and_what_was_written_since_is_not() throws IOException {
        Item<Note> closed = note("for Ben alone").meantFor(named(zubara.ben));
        zubara.put(zubara.ben, closed);
        Path copy = zubara.copyFor(zubara.cai, folder.resolve("copy.salus"));
        Store.Place elsewhere = store.place(Files.createDirectory(folder.resolve("elsewhere")));
        try (Workspaces there = Workspaces.open(elsewhere.open(), Zubara.KINDS, new Zubara.Clock())) {
            Workspace workspace;
            try (Copy opened = Copy.open(copy, Zubara.PASSPHRASE)) {
                workspace = ImportCopy.into(there, opened, zubara.cai, "Cai", "copy.salus");
            }
            Item<Note> since = note("since");
            Zubara.put(workspace, zubara.cai, since);
            Zubara.put(
                    workspace,
                    zubara.cai,
                    workspace.view(zubara.cai).get(Note.KIND, note.id()).saying(new Note("changed")));
            assertThat(workspace.verify().damages()).isEmpty();
            assertThat(workspace.verify().withheld()).isPositive();
            try (Workspaces again = Workspaces.open(elsewhere.open(), Zubara.KINDS, new Zubara.Clock())) {
                assertThat(again.get(workspace.id()).whyReadOnly()).isEmpty();
                assertThat(again.get(workspace.id()).view(zubara.cai).list(Note.KIND))
                        .hasSize(3);
            }
            lose(there, contentOf(workspace, zubara.cai, since));
            assertThat(workspace.verify().damages()).extracting(Sentence::key).containsExactly("ledger.damage.lost");
            try (Workspaces again = Workspaces.open(elsewhere.open(), Zubara.KINDS, new Zubara.Clock())) {
                again.get(workspace.id()).view(zubara.cai);
                assertThat(again.get(workspace.id()).whyReadOnly()).isPresent();
            }
        }
    }

    @Test
    void what_was_written_before_a_merge_is_still_missed_if_it_is_lost() {
        Digest content = contentOf(zubara.workspace, zubara.ana, note);
        zubara.put(zubara.ana, note("before"));
        Path copy = zubara.copyFor(zubara.ben, folder.resolve("copy.salus"));
        Zubara.in(copy, inside -> Zubara.put(inside, zubara.ben, note("inside")));
        assertThat(zubara.merge(zubara.ben, copy).waiting()).isEmpty();
        zubara.isSound();
        try (Workspaces opened = another()) {
            assertThat(opened.get(zubara.workspace.id()).view(zubara.ana).list(Note.KIND))
                    .hasSize(4);
            assertThat(opened.get(zubara.workspace.id()).whyReadOnly()).isEmpty();
        }
        lose(zubara.workspaces, content);
        isDamaged("ledger.damage.lost");
    }
}
