package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.salus.ledger.Zubara.accepted;
import static org.salus.ledger.Zubara.named;
import static org.salus.ledger.Zubara.note;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.salus.framework.Failure;
import org.salus.ledger.Merge.Doubt;
import org.salus.ledger.Zubara.Note;

/** A copy arrives where its workspace is not known, and becomes one there: as much as it holds, believed no more than it can prove. */
@ParameterizedClass
@EnumSource(Store.class)
class ImportTest {
    private final Store store;

    @TempDir
    Path folder;

    private Zubara zubara;
    private Workspaces elsewhere;

    ImportTest(Store store) {
        this.store = store;
    }

    @BeforeEach
    void open() throws IOException {
        zubara = new Zubara(store.place(folder).open());
        elsewhere = Workspaces.open(
                store.place(Files.createDirectory(folder.resolve("elsewhere"))).open(),
                Zubara.KINDS,
                new Zubara.Clock());
    }

    @AfterEach
    void close() {
        elsewhere.close();
        zubara.close();
    }

    private Workspace bring(Path copy, AccountId by) {
        return bring(elsewhere, copy, by);
    }

    private static Workspace bring(Workspaces where, Path copy, AccountId by) {
        try (Copy opened = Copy.open(copy, Zubara.PASSPHRASE)) {
            return ImportCopy.into(where, opened, by, "Somebody", "copy.salus");
        }
    }

    private Path copy(AccountId account) {
        return zubara.copyFor(account, folder.resolve("copy.salus"));
    }

    @Test
    void the_member_it_was_made_for_sees_what_is_in_it_and_what_was_withheld_stays_so() {
        Item<Note> open = note("for members");
        Item<Note> closed = note("for Ben alone").meantFor(named(zubara.ben));
        zubara.put(zubara.cai, open);
        zubara.put(zubara.ben, closed);
        zubara.put(zubara.ana, note("by another"));

        Workspace there = bring(copy(zubara.cai), zubara.cai);

        View view = there.view(zubara.cai);
        View home = zubara.workspace.view(zubara.cai);
        assertThat(view.ids()).isEqualTo(home.ids());
        view.ids().forEach(id -> assertThat(view.find(id)).isEqualTo(home.find(id)));
        assertThat(view.find(Note.KIND, closed.id())).isEmpty();
        Verification verified = there.verify();
        assertThat(verified.damages()).isEmpty();
        assertThat(verified.withheld()).isPositive();
        assertThat(elsewhere.get(there.id()).view(zubara.cai).ids()).isEqualTo(home.ids());
    }

    @Test
    void authors_it_cannot_prove_are_marked() {
        Item<Note> own = note("own");
        Item<Note> others = note("others'");
        zubara.put(zubara.cai, own);
        zubara.put(zubara.ben, others);
        Workspace there = bring(copy(zubara.cai), zubara.cai);

        List<History.Step> steps = there.history(zubara.cai).list(100, Optional.empty());
        assertThat(steps)
                .filteredOn(step -> step.by().author().equals(zubara.cai))
                .isNotEmpty();
        assertThat(steps)
                .allSatisfy(step ->
                        assertThat(step.isProven()).isEqualTo(step.by().author().equals(zubara.cai)));
    }

    @Test
    void a_workspace_that_is_known_is_merged_instead() {
        Path copy = copy(zubara.cai);
        bring(copy, zubara.cai);
        for (Workspaces known : List.of(elsewhere, zubara.workspaces)) {
            assertThatThrownBy(() -> bring(known, copy, zubara.cai)).isInstanceOfSatisfying(Failure.class, failure -> {
                assertThat(failure.sentence().key()).isEqualTo("ledger.failure.known-workspace");
                assertThat(failure.advice()).isPresent();
            });
        }
    }

    @Test
    void what_is_written_there_is_merged_at_home() {
        Item<Note> note = note("first");
        zubara.put(zubara.cai, note);
        Workspace there = bring(copy(zubara.cai), zubara.cai);
        Item<Note> read = there.view(zubara.cai).get(Note.KIND, note.id());
        Zubara.put(there, zubara.cai, read.saying(new Note("said elsewhere")));
        Path back = folder.resolve("back.salus");
        Copy.make(there, zubara.cai, zubara.cai, Zubara.PASSPHRASE, Zubara.CHEAP, back);

        Merge.Report report = zubara.merge(zubara.cai, back);

        assertThat(report.waiting()).isEmpty();
        assertThat(report.unproven()).isZero();
        assertThat(zubara.read(zubara.dee, note).value().text()).isEqualTo("said elsewhere");
        zubara.isSound();
    }

    @Test
    void somebody_else_takes_the_members_place_there_and_at_home_that_waits_for_an_owner() {
        Item<Note> note = note("first");
        Item<Note> named = note("for Cai alone").meantFor(named(zubara.cai));
        zubara.put(zubara.cai, note);
        zubara.put(zubara.cai, named);
        AccountId eva = AccountId.fresh();
        Workspace there = bring(copy(zubara.cai), eva);
        assertThat(there.standing(eva).role()).contains(Role.CONTRIBUTOR);
        assertThat(there.standing(eva).organisation()).contains(Zubara.MINISTRY);
        assertThat(there.view(eva).find(Note.KIND, named.id())).isEmpty();
        Item<Note> read = there.view(eva).get(Note.KIND, note.id());
        Zubara.put(there, eva, read.saying(new Note("said by Eva")));
        Path back = folder.resolve("back.salus");
        Copy.make(there, eva, eva, Zubara.PASSPHRASE, Zubara.CHEAP, back);

        Merge.Report report = zubara.merge(zubara.cai, back);

        assertThat(report.waiting().values()).containsExactly(Doubt.ROLE);
        assertThat(zubara.workspace.standing(eva).isMember()).isFalse();
        assertThat(zubara.read(zubara.dee, note).value().text()).isEqualTo("said by Eva");
        assertThat(report.unproven()).isPositive();
    }

    @Test
    void what_waits_in_it_goes_on_to_wait_and_what_was_erased_does_not_come_back() {
        Item<Note> note = note("first");
        Item<Note> secret = note("to be erased");
        zubara.put(zubara.cai, note, secret);
        Path early = zubara.copyFor(zubara.ben, folder.resolve("early.salus"));
        Zubara.in(
                early,
                inside -> Zubara.put(inside, zubara.ben, Item.fresh(Zubara.Verdict.KIND, new Zubara.Verdict("v"))));
        zubara.merge(zubara.cai, early);
        accepted(zubara.workspace.erase(zubara.ana, secret.id(), "asked for"));
        assertThat(zubara.workspace.history(zubara.ana).waiting()).hasSize(1);

        Workspace there = bring(copy(zubara.ana), zubara.ana);

        assertThat(there.view(zubara.ana).list(Zubara.Verdict.KIND)).isEmpty();
        assertThat(there.history(zubara.ana).waiting()).hasSize(1);
        assertThat(there.verify().damages()).isEmpty();
        assertThat(there.verify().erased()).isEqualTo(zubara.workspace.verify().erased());
    }

    @Test
    void a_forged_history_is_refused_and_leaves_nothing_behind() {
        Path copy = copy(zubara.cai);
        try (Forger forger = new Forger(copy)) {
            Salted payloads = new Salted();
            forger.add(
                    forger.entry(
                            List.of(),
                            zubara.ana,
                            List.of(Forger.saying(note("a second beginning"), payloads, List.of())),
                            Marks.NONE),
                    payloads);
        }
        assertThatThrownBy(() -> bring(copy, zubara.cai)).isInstanceOf(Failure.class);
        assertThat(elsewhere.ids()).isEmpty();
    }

    @Test
    void who_was_no_member_any_more_in_it_brings_nothing() {
        Path copy = copy(zubara.cai);
        try (Forger forger = new Forger(copy)) {
            Salted payloads = new Salted();
            Digest membership = forger.entries().stream()
                    .filter(entry ->
                            entry.change(new ItemId(zubara.cai.value())).isPresent())
                    .findFirst()
                    .orElseThrow()
                    .id();
            Item<Member> member = zubara.workspace.view(zubara.cai).get(Member.KIND, new ItemId(zubara.cai.value()));
            forger.add(
                    forger.entry(
                            zubara.ana, List.of(Forger.removing(member, payloads, List.of(membership))), Marks.NONE),
                    payloads);
        }
        assertThatThrownBy(() -> bring(copy, AccountId.fresh()))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.sentence().key()).isEqualTo("ledger.failure.not-a-members"));
        assertThat(elsewhere.ids()).isEmpty();
    }

    @Test
    void a_copy_takes_in_no_second_workspace() {
        Path copy = copy(zubara.cai);
        try (Copy opened = Copy.open(copy, Zubara.PASSPHRASE)) {
            Workspaces inside = opened.workspaces(Zubara.KINDS, new Zubara.Clock());
            assertThat(inside.isCopy()).isTrue();
            assertThatThrownBy(() -> inside.found(
                            new Charter("Second", List.of("XZU"), "", "", Optional.empty()),
                            zubara.cai,
                            "Cai",
                            Optional.empty(),
                            ""))
                    .isInstanceOf(Failure.class);
            assertThatThrownBy(() -> bring(inside, copy, zubara.cai)).isInstanceOf(Failure.class);
            assertThat(inside.ids()).hasSize(1);
        }
    }
}
