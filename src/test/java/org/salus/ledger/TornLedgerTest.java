package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.salus.ledger.Zubara.accepted;
import static org.salus.ledger.Zubara.note;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Zubara.Note;

/** What a damaged entry said of who may read what is gone; on a server nobody then reads what it may have shut them out of. */
@ParameterizedClass
@EnumSource(Store.class)
class TornLedgerTest {
    private final Store store;

    @TempDir
    private Path folder;

    private Store.Place place;

    /** Where an entry with one parent and one change names its author, and its item. */
    private static final int IN_THE_AUTHOR = 1 + 16 + 4 + 32;

    private static final int IN_THE_ITEM = IN_THE_AUTHOR + 16 + 8 + 1 + 4;

    private Zubara zubara;
    private WorkspaceId id;
    private final Item<Note> note = note("for members");

    TornLedgerTest(Store store) {
        this.store = store;
    }

    @BeforeEach
    void found() {
        place = store.place(folder);
        zubara = new Zubara(place.open());
        id = zubara.workspace.id();
        zubara.put(zubara.ana, note);
    }

    @AfterEach
    void close() {
        zubara.close();
    }

    /** A server where all of them have accounts. */
    private Registry server() {
        Map<AccountId, Roll.Known> accounts = new HashMap<>();
        for (AccountId account : List.of(zubara.ana, zubara.ben, zubara.cai, zubara.dee)) {
            accounts.put(account, new Roll.Known(Optional.empty(), "", true));
        }
        Roll roll = new Roll(accounts, true);
        return new Registry() {
            @Override
            public Roll roll() {
                return roll;
            }

            @Override
            public Roll rollOf(AccountId account) {
                return roll;
            }
        };
    }

    private Workspaces opened(Registry registry) {
        return Workspaces.open(place.open(), Zubara.KINDS, new Zubara.Clock(), registry);
    }

    private Digest raised() {
        Item<Note> known = zubara.read(zubara.ana, note);
        return zubara.put(zubara.ana, known.saying(new Note("secret by now")).meantFor(Zubara.named(zubara.ana)));
    }

    /** Turns over one bit in what was written of an entry, there where it names the item it touched. */
    private void damage(Digest entry) {
        damage(entry, IN_THE_ITEM);
    }

    private void damage(Digest entry, int place) {
        damage(entry, written -> written[place] ^= 1);
    }

    /** Puts another digest where it names what it said. */
    private void point(Digest entry, byte[] content) {
        damage(entry, written -> System.arraycopy(content, 0, written, IN_THE_ITEM + 16, content.length));
    }

    private void damage(Digest entry, Consumer<byte[]> how) {
        zubara.workspaces.database().write(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT written FROM entry WHERE id = ?");
                    PreparedStatement update =
                            connection.prepareStatement("UPDATE entry SET written = ? WHERE id = ?")) {
                select.setBytes(1, entry.bytes());
                byte[] written;
                try (var found = select.executeQuery()) {
                    found.next();
                    written = found.getBytes(1);
                }
                how.accept(written);
                update.setBytes(1, written);
                update.setBytes(2, entry.bytes());
                return update.executeUpdate();
            }
        });
    }

    private static void isTold(ThrowingCallable asking) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.sentence().key()).isEqualTo("ledger.failure.torn");
            assertThat(failure.advice()).isPresent();
        });
    }

    private void isOpenToNobody() {
        try (Workspaces server = opened(server())) {
            Workspace damaged = server.get(id);
            for (AccountId account : List.of(zubara.ana, zubara.ben, zubara.cai, zubara.dee, zubara.stranger)) {
                isTold(() -> damaged.view(account));
                isTold(() -> damaged.history(account));
                isTold(() -> damaged.standing(account));
                isTold(() -> damaged.view(account, Set.of()));
                isTold(() -> Copy.make(
                        damaged, account, account, Zubara.PASSPHRASE, Zubara.CHEAP, folder.resolve("no.salus")));
                assertThat(server.list(account)).isEmpty();
                assertThat(server.damaged(account, true)).containsExactly(id);
                assertThat(server.damaged(account, false))
                        .isEqualTo(account.equals(zubara.ana) ? List.of(id) : List.of());
                Zubara.isDamaged(() -> damaged.append(account, new Edit.Put(note("no"))));
            }
            // Whoever keeps the server finds out what it is.
            assertThat(damaged.verify().damages()).isNotEmpty();
        }
    }

    @Test
    void what_a_damaged_entry_withheld_is_not_shown_again() {
        Digest raising = raised();
        try (Workspaces server = opened(server())) {
            assertThat(server.get(id).view(zubara.dee).find(note.id())).isEmpty();
            assertThat(server.list(zubara.dee)).hasSize(1);
        }
        damage(raising);
        isOpenToNobody();
    }

    @Test
    void whom_a_damaged_entry_removed_or_lowered_is_no_owner_again() {
        Digest raising = raised();
        Item<Member> ben = zubara.workspace.view(zubara.ana).get(Member.KIND, new ItemId(zubara.ben.value()));
        Digest lowering =
                zubara.put(zubara.ana, ben.saying(new Member("Ben", ben.value().organisation(), "", Role.READER)));
        damage(lowering);
        assertThat(raising).isNotEqualTo(lowering);
        isOpenToNobody();
    }

    @Test
    void what_another_step_said_settles_nothing() {
        byte[] before = contentOf(note);
        Digest raising = raised();
        byte[] secret = contentOf(note);
        point(raising, before);
        isOpenToNobody();
        point(raising, secret);
        try (Workspaces server = opened(server())) {
            assertThat(server.get(id).view(zubara.dee).find(note.id())).isEmpty();
        }
    }

    @Test
    void two_damaged_steps_about_one_item_settle_nothing() {
        Item<Note> known = zubara.read(zubara.ana, note);
        Digest first = zubara.put(zubara.ana, known.saying(new Note("for members, too")));
        byte[] open = contentOf(note);
        Digest raising = raised();
        byte[] secret = contentOf(note);
        point(first, secret);
        point(raising, open);
        isOpenToNobody();
    }

    @Test
    void what_is_erased_does_not_settle_which_item_a_step_touched() {
        Digest raising = raised();
        accepted(zubara.workspace.erase(zubara.ana, note.id(), raising, "asked for"));
        damage(raising);
        isOpenToNobody();
    }

    @Test
    void a_missing_entry_is_as_bad() {
        raised();
        zubara.workspaces.database().write(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM entry WHERE place = (SELECT max(place) FROM entry)")) {
                return delete.executeUpdate();
            }
        });
        isOpenToNobody();
    }

    @Test
    void where_it_can_be_told_what_a_damaged_entry_touched_all_is_read_as_it_said_and_nothing_is_written() {
        Item<Note> other = note("untouched");
        zubara.put(zubara.cai, other);
        Digest raising = raised();
        Item<Member> ben = zubara.workspace.view(zubara.ana).get(Member.KIND, new ItemId(zubara.ben.value()));
        Digest lowering =
                zubara.put(zubara.ana, ben.saying(new Member("Ben", ben.value().organisation(), "", Role.READER)));
        damage(raising, IN_THE_AUTHOR);
        damage(lowering, IN_THE_AUTHOR);
        try (Workspaces server = opened(server())) {
            Workspace damaged = server.get(id);
            assertThat(damaged.view(zubara.ana)
                            .get(Note.KIND, note.id())
                            .value()
                            .text())
                    .isEqualTo("secret by now");
            for (AccountId account : List.of(zubara.ben, zubara.cai, zubara.dee)) {
                assertThat(damaged.view(account).find(note.id())).isEmpty();
                assertThat(damaged.view(account).find(other.id())).isPresent();
                assertThat(server.list(account)).hasSize(1);
                assertThat(server.damaged(account, false)).isEmpty();
            }
            assertThat(damaged.standing(zubara.ben).role()).contains(Role.READER);
            assertThat(server.damaged(zubara.ana, false)).containsExactly(id);
            assertThat(damaged.history(zubara.ana).of(note.id()).getFirst().isProven())
                    .isFalse();
            Sentence told = damaged.whyReadOnly().orElseThrow();
            assertThat(told.arguments()).containsExactly(2, raising.brief());
            for (AccountId account : List.of(zubara.ana, zubara.cai)) {
                Zubara.isDamaged(() -> damaged.append(account, new Edit.Put(note("no"))));
                Zubara.isDamaged(() -> damaged.undo(account, raising));
                Zubara.isDamaged(() -> damaged.erase(account, other.id(), "no"));
                Zubara.isDamaged(() -> damaged.name(account, "no"));
                Zubara.isDamaged(() -> Copy.make(
                        damaged, account, account, Zubara.PASSPHRASE, Zubara.CHEAP, folder.resolve("no.salus")));
            }
            assertThat(damaged.verify().damages().toString()).contains(raising.toString(), lowering.toString());
        }
    }

    /** Wherever a bit falls over, nobody reads what was for fewer, and nobody is more than was said. */
    @Tag("slow")
    @Test
    void wherever_a_bit_falls_over_it_is_read_as_it_was_said_or_not_at_all() {
        Digest raising = raised();
        Item<Member> ben = zubara.workspace.view(zubara.ana).get(Member.KIND, new ItemId(zubara.ben.value()));
        Digest lowering =
                zubara.put(zubara.ana, ben.saying(new Member("Ben", ben.value().organisation(), "", Role.READER)));
        int open = 0;
        int closed = 0;
        for (Digest entry : List.of(raising, lowering)) {
            for (int at = 0; at < IN_THE_ITEM + 16 + 32 + 4 + 4 + 32 + 1; at += 3) {
                damage(entry, at);
                try (Workspaces server = opened(server())) {
                    Workspace damaged = server.get(id);
                    assertThat(damaged.view(zubara.dee).find(note.id()))
                            .as("bit at %s", at)
                            .isEmpty();
                    assertThat(damaged.standing(zubara.ben).mayActAs(Role.EDITOR))
                            .as("bit at %s", at)
                            .isFalse();
                    open++;
                } catch (Failure told) {
                    assertThat(told.sentence().key()).isEqualTo("ledger.failure.torn");
                    closed++;
                }
                damage(entry, at);
            }
        }
        assertThat(List.of(open, closed)).allMatch(count -> count > 30);
    }

    @Test
    void a_server_that_runs_sees_damage_with_the_next_entries() {
        try (Workspaces server = opened(server())) {
            Workspace running = server.get(id);
            assertThat(running.view(zubara.dee).find(note.id())).isPresent();
            damage(raised());
            isTold(() -> running.view(zubara.dee));
            isTold(() -> running.history(zubara.dee).list(10, Optional.empty()));
        }
    }

    @Test
    void who_works_alone_reads_on_and_writes_nothing() {
        damage(raised());
        try (Workspaces alone = opened(Registry.ofNobody())) {
            assertThat(alone.list(zubara.ana)).hasSize(1);
            assertThat(alone.get(id).view(zubara.ana).list(Note.KIND)).hasSize(1);
            assertThat(alone.get(id).history(zubara.ana).of(note.id())).isNotEmpty();
            assertThat(alone.get(id).whyReadOnly().orElseThrow().key()).isEqualTo("ledger.read-only.damaged");
        }
    }

    @Test
    void a_damaged_payload_closes_its_item_and_no_more() {
        Item<Note> other = note("untouched");
        accepted(zubara.workspace.append(zubara.ana, new Edit.Put(other)));
        try (Workspaces server = opened(server())) {
            zubara.workspaces.database().write(connection -> {
                try (PreparedStatement update = connection.prepareStatement(
                        "UPDATE payload SET body = ? WHERE digest = (SELECT digest FROM payload WHERE digest = ?)")) {
                    update.setBytes(1, new byte[64]);
                    update.setBytes(2, contentOf(note));
                    return update.executeUpdate();
                }
            });
            assertThat(server.get(id).view(zubara.dee).find(note.id())).isEmpty();
            assertThat(server.get(id).view(zubara.dee).find(other.id())).isPresent();
        }
    }

    private byte[] contentOf(Item<Note> item) {
        return zubara.workspace
                .view(zubara.ana)
                .state()
                .versions(item.id())
                .getFirst()
                .change()
                .content()
                .bytes();
    }
}
