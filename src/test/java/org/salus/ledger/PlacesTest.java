package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.ledger.Zubara.accepted;
import static org.salus.ledger.Zubara.clashes;
import static org.salus.ledger.Zubara.note;
import static org.salus.ledger.Zubara.refused;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.salus.ledger.Zubara.Note;

/** Nobody takes the place that belongs to something else, and so keeps others out of it. */
@ParameterizedClass
@EnumSource(Store.class)
class PlacesTest {
    private record Verdict(String about, String says) {
        static final Kind<Verdict> KIND = Kind.of("one-place", Verdict.class)
                .placedAt(said -> place(said.about()))
                .forAllMembers();

        Item<Verdict> fresh() {
            return Item.fresh(KIND, this).called(place(about));
        }
    }

    private static final Kinds KINDS = Kinds.of(List.of(Verdict.KIND, Note.KIND));

    /** As it was before such ids were places: whoever wrote a note chose any. */
    private static final Kind<Note> NOTE_ANYWHERE = Note.KIND.placedAt(every -> place("army"));

    private final Store store;

    @TempDir
    private Path folder;

    private Store.Place place;
    private Zubara zubara;
    private Workspaces workspaces;
    private Workspace workspace;

    PlacesTest(Store store) {
        this.store = store;
    }

    private static ItemId place(String about) {
        return new ItemId(UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8)));
    }

    @BeforeEach
    void found() {
        place = store.place(folder);
        zubara = new Zubara(place.open());
        workspaces = Workspaces.open(place.open(), KINDS, zubara.clock);
        workspace = workspaces.get(zubara.workspace.id());
    }

    @AfterEach
    void close() {
        workspaces.close();
        zubara.close();
    }

    private Item<Note> hidden(ItemId id) {
        return note("mine").called(id).meantFor(Zubara.named(zubara.cai));
    }

    @Test
    void nothing_else_begins_there() {
        assertThat(refused(workspace.append(zubara.cai, new Edit.Put(hidden(place("army"))))))
                .containsExactly("ledger.refusal.place");
        assertThat(refused(workspace.append(
                        zubara.cai,
                        new Edit.Put(new Verdict("army", "large").fresh().called(place("police"))))))
                .containsExactly("ledger.refusal.place");
        Zubara.put(workspace, zubara.ben, new Verdict("army", "large").fresh());
        Zubara.put(workspace, zubara.cai, note("by chance").called(new ItemId(UUID.randomUUID())));
        Zubara.put(workspace, zubara.cai, note("by words").called(ItemId.ofWords("army")));
    }

    @Test
    void an_account_is_kept_out_by_nobody() {
        Map<AccountId, Roll.Known> accounts = new HashMap<>();
        for (AccountId account : List.of(zubara.ana, zubara.ben, zubara.cai, zubara.dee, zubara.stranger)) {
            accounts.put(account, new Roll.Known(Optional.empty(), "", true));
        }
        Roll roll = new Roll(accounts, true);
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
        ItemId stranger = new ItemId(zubara.stranger.value());
        try (Workspaces server = Workspaces.open(place.open(), KINDS, zubara.clock, registry)) {
            Workspace there = server.get(workspace.id());
            // What was done before is there already.
            Zubara.put(workspace, zubara.cai, hidden(stranger));
            Item<Member> member = Zubara.member(zubara.stranger, new Member("Eve", Optional.empty(), "", Role.READER));
            assertThat(clashes(there.append(zubara.ana, new Edit.Put(member)))).hasSize(1);
            accepted(there.erase(zubara.ana, stranger, "in the way"));
            assertThat(refused(there.append(zubara.cai, new Edit.Put(hidden(stranger)))))
                    .containsExactly("ledger.refusal.place");
            Zubara.put(there, zubara.ana, member);
            assertThat(there.standing(zubara.stranger).role()).contains(Role.READER);
        }
    }

    @Test
    void what_was_there_before_is_read_and_an_owner_takes_it_away_unseen() {
        Item<Note> kept = hidden(ItemId.fresh());
        Zubara.put(workspace, zubara.cai, kept);
        try (Workspaces before = Workspaces.open(place.open(), Kinds.of(List.of(NOTE_ANYWHERE)), zubara.clock)) {
            Zubara.put(
                    before.get(workspace.id()),
                    zubara.cai,
                    Item.fresh(NOTE_ANYWHERE, new Note("mine"))
                            .called(place("army"))
                            .meantFor(Zubara.named(zubara.cai)));
        }
        Item<Note> known = workspace.view(zubara.cai).get(Note.KIND, place("army"));
        Zubara.put(workspace, zubara.cai, known.saying(new Note("still mine")));
        Edit said = new Edit.Put(new Verdict("army", "large").fresh());
        assertThat(clashes(workspace.append(zubara.ben, said)).getFirst().theirs())
                .isEmpty();
        assertThat(refused(workspace.erase(zubara.ben, place("army"), "in the way")))
                .containsExactly("ledger.refusal.role");
        assertThat(refused(workspace.erase(zubara.ana, kept.id(), "in the way")))
                .containsExactly("ledger.refusal.missing");
        accepted(workspace.erase(zubara.ana, place("army"), "in the way"));
        accepted(workspace.append(zubara.ben, said));
        assertThat(workspace.view(zubara.cai).get(Verdict.KIND, place("army")).value())
                .isEqualTo(new Verdict("army", "large"));
        zubara.isSound();
    }

    /** Its id can be computed: an owner would learn by it whether something hidden is there, and destroy it. */
    @Test
    void what_a_program_of_before_named_by_words_is_not_taken_away_unseen() {
        try (Workspaces before = Workspaces.open(place.open(), Kinds.of(List.of(NOTE_ANYWHERE)), zubara.clock)) {
            Zubara.put(
                    before.get(workspace.id()),
                    zubara.cai,
                    Item.fresh(NOTE_ANYWHERE, new Note("mine"))
                            .called(place("army"))
                            .meantFor(Zubara.named(zubara.cai)));
        }
        Kind<Note> once = Note.KIND.onceNamedByWords();
        try (Workspaces now = Workspaces.open(place.open(), Kinds.of(List.of(Verdict.KIND, once)), zubara.clock)) {
            Workspace there = now.get(workspace.id());
            for (String name : List.of("army", "police")) {
                assertThat(refused(there.erase(zubara.ana, place(name), "curious")))
                        .as("the same, whether something is there or not")
                        .containsExactly("ledger.refusal.missing");
            }
            Item<Note> begun =
                    Item.fresh(once, new Note("mine")).called(place("police")).meantFor(Zubara.named(zubara.cai));
            assertThat(refused(there.append(zubara.cai, new Edit.Put(begun)))).containsExactly("ledger.refusal.place");
            accepted(there.append(
                    zubara.cai, new Edit.Remove(there.view(zubara.cai).get(once, place("army")))));
            assertThat(refused(there.erase(zubara.ana, place("army"), "curious")))
                    .containsExactly("ledger.refusal.missing");
        }
    }

    @Test
    void what_was_removed_there_is_taken_away_as_well() {
        try (Workspaces before = Workspaces.open(place.open(), Kinds.of(List.of(NOTE_ANYWHERE)), zubara.clock)) {
            Workspace then = before.get(workspace.id());
            Zubara.put(
                    then,
                    zubara.cai,
                    Item.fresh(NOTE_ANYWHERE, new Note("mine"))
                            .called(place("army"))
                            .meantFor(Zubara.named(zubara.cai)));
            accepted(then.append(
                    zubara.cai, new Edit.Remove(then.view(zubara.cai).get(NOTE_ANYWHERE, place("army")))));
        }
        accepted(workspace.erase(zubara.ana, place("army"), "in the way"));
        Zubara.put(workspace, zubara.ben, new Verdict("army", "large").fresh());
    }

    @Test
    void what_a_copy_brings_there_waits_whoever_comes_first() {
        Path copy = folder.resolve("copy.salus");
        Copy.make(workspace, zubara.cai, zubara.cai, Zubara.PASSPHRASE, Zubara.CHEAP, copy);
        try (Forger forger = new Forger(copy)) {
            forger.change(zubara.cai, hidden(place("army")), Set.of());
            forger.change(zubara.cai, hidden(place("police")), Set.of());
        }
        Zubara.put(workspace, zubara.ben, new Verdict("police", "small").fresh());
        Merge.Report report = Zubara.merge(workspace, zubara.cai, copy);
        assertThat(report.waiting().values()).contains(Merge.Doubt.ODD).hasSize(2);
        Zubara.put(workspace, zubara.ben, new Verdict("army", "large").fresh());
        assertThat(workspace.view(zubara.dee).list(Verdict.KIND)).hasSize(2);
        zubara.isSound();
    }
}
