package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.salus.ledger.Zubara.accepted;
import static org.salus.ledger.Zubara.clashes;
import static org.salus.ledger.Zubara.note;
import static org.salus.ledger.Zubara.refused;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.salus.framework.Failure;
import org.salus.ledger.Zubara.Note;
import org.salus.ledger.Zubara.Tie;
import org.salus.ledger.Zubara.Verdict;

/** What people write is accepted, refused with reasons, or in conflict with what others wrote; and nothing is lost. */
@ParameterizedClass
@EnumSource(Store.class)
class AppendTest {
    private final Store store;

    @TempDir
    Path folder;

    private Zubara zubara;
    private Workspace workspace;

    AppendTest(Store store) {
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

    @Test
    void what_is_put_is_read_back_by_other_members() {
        Item<Note> note = note("Parliament has no defence committee");
        zubara.put(zubara.cai, note);

        Item<Note> read = zubara.read(zubara.dee, note);

        assertThat(read.value()).isEqualTo(note.value());
        assertThat(workspace.view(zubara.dee).list(Note.KIND)).containsExactly(read);
        assertThat(read.basis()).hasSize(1);
    }

    @Test
    void a_stale_edit_conflicts_and_tells_who_said_what_meanwhile() {
        Item<Note> note = note("none");
        zubara.put(zubara.cai, note);
        Item<Note> old = zubara.read(zubara.cai, note);
        Digest second = zubara.say(zubara.ben, note, "one since May");

        Outcome outcome = workspace.append(zubara.cai, new Edit.Put(old.saying(new Note("two"))));

        assertThat(clashes(outcome)).singleElement().satisfies(clash -> {
            assertThat(clash.item()).isEqualTo(note.id());
            assertThat(clash.yours().orElseThrow().value()).isEqualTo(new Note("two"));
            assertThat(clash.theirs()).singleElement().satisfies(told -> {
                assertThat(told.by().author()).isEqualTo(zubara.ben);
                assertThat(told.by().entry()).isEqualTo(second);
                assertThat(told.item().orElseThrow().value()).isEqualTo(new Note("one since May"));
            });
        });
        assertThat(zubara.read(zubara.cai, note).value().text()).isEqualTo("one since May");
    }

    @Test
    void to_edit_what_was_removed_meanwhile_conflicts_with_the_removal() {
        Item<Note> note = note("none");
        zubara.put(zubara.cai, note);
        Item<Note> old = zubara.read(zubara.cai, note);
        accepted(workspace.append(zubara.ben, new Edit.Remove(old)));

        List<Outcome.Clash> clashes = clashes(workspace.append(zubara.cai, new Edit.Put(old.saying(new Note("two")))));

        assertThat(clashes.getFirst().theirs())
                .singleElement()
                .satisfies(told -> assertThat(told.item()).isEmpty());
        assertThat(workspace.view(zubara.cai).find(note.id())).isEmpty();
    }

    @Test
    void what_was_taken_away_can_be_said_anew_under_the_same_id_and_what_stands_there_cannot() {
        Item<Note> note = note("said on 3 May");
        zubara.put(zubara.cai, note);
        assertThat(clashes(workspace.append(zubara.ben, new Edit.Put(note)))).hasSize(1);

        accepted(workspace.append(zubara.cai, new Edit.Remove(zubara.read(zubara.cai, note))));
        accepted(workspace.append(zubara.ben, new Edit.Put(note.saying(new Note("said on 3 May after all")))));

        assertThat(zubara.read(zubara.cai, note).value().text()).isEqualTo("said on 3 May after all");
        assertThat(workspace.view(zubara.cai).isInConflict(note.id())).isFalse();
        assertThat(workspace.history(zubara.cai).of(note.id(), 10, Optional.empty()))
                .hasSize(3);
    }

    @Test
    void several_edits_are_written_together_or_not_at_all() {
        Item<Note> good = note("good");
        Item<Note> bad = note(" ");

        assertThat(refused(workspace.append(zubara.cai, List.of(new Edit.Put(good), new Edit.Put(bad)), Reason.EDIT)))
                .containsExactly("ledger.refusal.nothing-to-do");
        assertThat(workspace.view(zubara.cai).list(Note.KIND)).isEmpty();
    }

    @Test
    void all_reasons_are_told_at_once() {
        Item<Tie> tie =
                Item.fresh(Tie.KIND, new Tie(ItemId.fresh(), ItemId.fresh())).meantFor(Zubara.named(zubara.dee));

        assertThat(refused(workspace.append(zubara.cai, new Edit.Put(tie))))
                .containsExactly("ledger.refusal.shut-out", "ledger.refusal.missing", "ledger.refusal.missing");
    }

    @Test
    void readers_do_not_write_and_contributors_do_not_write_verdicts() {
        assertThat(refused(workspace.append(zubara.dee, new Edit.Put(note("no")))))
                .containsExactly("ledger.refusal.role");
        Item<Verdict> verdict = Item.fresh(Verdict.KIND, new Verdict("partly"));
        assertThat(refused(workspace.append(zubara.cai, new Edit.Put(verdict)))).containsExactly("ledger.refusal.role");
        zubara.put(zubara.ben, verdict);
        assertThat(refused(workspace.append(
                        zubara.cai, new Edit.Remove(workspace.view(zubara.cai).get(Verdict.KIND, verdict.id())))))
                .containsExactly("ledger.refusal.role");
        assertThat(refused(workspace.append(zubara.stranger, new Edit.Put(note("no")))))
                .containsExactly("ledger.refusal.role");
    }

    @Test
    void a_tie_and_its_ends_may_come_together() {
        Item<Note> from = note("army");
        Item<Note> to = note("parliament");
        Item<Tie> tie = Item.fresh(Tie.KIND, new Tie(from.id(), to.id()));

        zubara.put(zubara.cai, tie, from, to);

        assertThat(workspace.view(zubara.cai).get(Tie.KIND, tie.id()).value()).isEqualTo(tie.value());
    }

    @Test
    void one_step_says_one_thing_of_each_item() {
        Item<Note> note = note("parliament");

        assertThat(refused(workspace.append(
                        zubara.cai,
                        List.of(new Edit.Put(note), new Edit.Put(note.saying(new Note("senate")))),
                        Reason.EDIT)))
                .containsExactly("ledger.refusal.twice");
    }

    @Test
    void the_last_owner_stays() {
        Item<Member> ana = workspace.view(zubara.ana).get(Member.KIND, new ItemId(zubara.ana.value()));
        Member reader = new Member("Ana", Optional.empty(), "", Role.READER);

        assertThat(refused(workspace.append(zubara.ana, new Edit.Remove(ana))))
                .containsExactly("ledger.refusal.last-owner");
        assertThat(refused(workspace.append(zubara.ana, new Edit.Put(ana.saying(reader)))))
                .containsExactly("ledger.refusal.last-owner");
        assertThat(refused(workspace.erase(zubara.ana, ana.id(), "asked to")))
                .containsExactly("ledger.refusal.last-owner");

        Item<Member> ben = workspace.view(zubara.ana).get(Member.KIND, new ItemId(zubara.ben.value()));
        zubara.put(zubara.ana, ben.saying(new Member("Ben", ben.value().organisation(), "", Role.OWNER)));
        accepted(workspace.append(zubara.ana, new Edit.Remove(ana)));
        assertThat(workspace.standing(zubara.ben).mayActAs(Role.OWNER)).isTrue();
        assertThat(workspace.standing(zubara.ana).isMember()).isFalse();
        assertThatThrownBy(() -> workspace.view(zubara.ana)).isInstanceOf(UnknownWorkspace.class);
    }

    @Test
    void the_charter_stays() {
        Item<?> charter = workspace.view(zubara.ana).find(workspace.charterId()).orElseThrow();
        assertThat(refused(workspace.append(zubara.ana, new Edit.Remove(charter))))
                .containsExactly("ledger.refusal.charter");
        assertThat(refused(workspace.erase(zubara.ana, charter.id(), "why not")))
                .containsExactly("ledger.refusal.missing");
    }

    @Test
    void history_tells_who_did_what_when_and_why() {
        Item<Note> note = note("first");
        zubara.put(zubara.cai, note);
        accepted(workspace.append(
                zubara.ben,
                List.of(new Edit.Put(zubara.read(zubara.ben, note).saying(new Note("second")))),
                Reason.of(Act.EDIT, "the law was passed")));

        List<History.Step> steps = workspace.history(zubara.dee).of(note.id());

        assertThat(steps).hasSize(2);
        History.Step newest = steps.getFirst();
        assertThat(newest.by().author()).isEqualTo(zubara.ben);
        assertThat(newest.why().orElseThrow().text()).isEqualTo("the law was passed");
        assertThat(newest.isProven()).isTrue();
        assertThat(newest.touched().getFirst().after().orElseThrow().value()).isEqualTo(new Note("second"));
        assertThat(newest.touched().getFirst().before())
                .containsExactly(steps.getLast().by().entry());
        assertThat(newest.by().at()).isAfter(steps.getLast().by().at());
        List<History.Step> all = workspace.history(zubara.dee).list(100, Optional.empty());
        assertThat(all).hasSize(6);
        assertThat(workspace
                        .history(zubara.dee)
                        .list(2, Optional.of(all.get(1).by().entry())))
                .isEqualTo(all.subList(2, 4));
    }

    @Test
    void the_state_as_of_any_entry_can_be_looked_at_and_compared() {
        Item<Note> note = note("0");
        List<Digest> entries = new ArrayList<>(List.of(zubara.put(zubara.cai, note)));
        for (int i = 1; i < 5; i++) {
            entries.add(zubara.say(zubara.cai, note, String.valueOf(i)));
        }
        for (int i = 0; i < 5; i++) {
            assertThat(workspace
                            .view(zubara.dee, Set.of(entries.get(i)))
                            .get(Note.KIND, note.id())
                            .value()
                            .text())
                    .isEqualTo(String.valueOf(i));
        }
        View now = workspace.view(zubara.dee);
        View then = workspace.view(zubara.dee, Set.of(entries.get(1)));
        assertThat(now.since(then)).singleElement().satisfies(difference -> {
            assertThat(difference.before().getFirst().item().orElseThrow().value())
                    .isEqualTo(new Note("1"));
            assertThat(difference.after().getFirst().item().orElseThrow().value())
                    .isEqualTo(new Note("4"));
        });
        assertThatThrownBy(() -> workspace.view(zubara.dee, Set.of(Digest.NONE)))
                .isInstanceOf(Failure.class);
    }

    @Test
    void a_state_can_be_named_and_found_again() {
        Item<Note> note = note("draft");
        zubara.put(zubara.cai, note);
        assertThat(refused(workspace.name(zubara.cai, "no"))).containsExactly("ledger.refusal.role");
        accepted(workspace.name(zubara.ben, "as agreed with the ministry, 3 May"));
        zubara.say(zubara.cai, note, "changed since");

        NamedVersion agreed =
                workspace.view(zubara.dee).list(NamedVersion.KIND).getFirst().value();

        assertThat(agreed.name()).isEqualTo("as agreed with the ministry, 3 May");
        assertThat(workspace
                        .view(zubara.dee, agreed.heads())
                        .get(Note.KIND, note.id())
                        .value()
                        .text())
                .isEqualTo("draft");
    }

    @Test
    void undo_is_an_entry_and_undoing_it_does_it_again() {
        Item<Note> note = note("before");
        Digest made = zubara.put(zubara.cai, note);
        Digest changed = zubara.say(zubara.cai, note, "after");

        Digest undone = accepted(workspace.undo(zubara.ben, changed));
        assertThat(zubara.read(zubara.cai, note).value().text()).isEqualTo("before");
        assertThat(workspace.view(zubara.dee).since(workspace.view(zubara.dee, Set.of(made))))
                .isEmpty();
        accepted(workspace.undo(zubara.cai, undone));
        assertThat(zubara.read(zubara.cai, note).value().text()).isEqualTo("after");
        assertThat(workspace.history(zubara.dee).of(note.id()).get(1).why()).contains(Reason.undoing(changed));
        zubara.say(zubara.ben, note, "even later");
        assertThat(clashes(workspace.undo(zubara.cai, changed))).hasSize(1);
    }

    @Test
    void what_was_made_by_mistake_is_removed_by_undo_and_comes_back_by_another() {
        Item<Note> note = note("oops");
        Digest made = zubara.put(zubara.cai, note);
        Digest undone = accepted(workspace.undo(zubara.cai, made));
        assertThat(workspace.view(zubara.cai).find(note.id())).isEmpty();
        accepted(workspace.undo(zubara.cai, undone));
        assertThat(zubara.read(zubara.cai, note).value()).isEqualTo(note.value());
    }

    @Test
    void the_founding_is_not_undone_and_neither_is_nothing() {
        Digest founding = workspace
                .history(zubara.ana)
                .list(100, Optional.empty())
                .getLast()
                .by()
                .entry();
        assertThat(refused(workspace.undo(zubara.ana, founding))).containsExactly("ledger.refusal.not-undone");
        assertThatThrownBy(() -> workspace.undo(zubara.ana, Digest.NONE)).isInstanceOf(Failure.class);
        assertThat(refused(workspace.append(zubara.ana, List.of(), Reason.EDIT)))
                .containsExactly("ledger.refusal.nothing-to-do");
    }

    /** Whatever people do: taken back from the newest to the oldest, nothing is left of it. */
    @Test
    void undo_inverts() {
        for (int seed = 0; seed < (store == Store.FILE ? 15 : 3); seed++) {
            Random chance = new Random(seed);
            List<Digest> done = new ArrayList<>();
            List<Set<Digest>> heads = new ArrayList<>();
            View start = workspace.view(zubara.cai);
            for (int step = 0; step < 12; step++) {
                heads.add(workspace.view(zubara.cai).heads());
                List<Edit> edits = new ArrayList<>();
                List<Item<Note>> known =
                        new ArrayList<>(workspace.view(zubara.cai).list(Note.KIND));
                Collections.shuffle(known, chance);
                known.stream()
                        .limit(chance.nextInt(3))
                        .forEach(item -> edits.add(
                                chance.nextInt(4) == 0
                                        ? new Edit.Remove(item)
                                        : new Edit.Put(item.saying(new Note("text " + chance.nextInt())))));
                if (edits.isEmpty() || chance.nextBoolean()) {
                    edits.add(new Edit.Put(note("new " + chance.nextInt())));
                }
                done.add(accepted(workspace.append(zubara.cai, edits, Reason.EDIT)));
            }
            for (int step = done.size() - 1; step >= 0; step--) {
                accepted(workspace.undo(zubara.ben, done.get(step)));
                assertThat(workspace.view(zubara.cai).since(workspace.view(zubara.cai, heads.get(step))))
                        .as("seed %d step %d", seed, step)
                        .isEmpty();
            }
            assertThat(workspace.view(zubara.cai).since(start)).isEmpty();
        }
        zubara.isSound();
    }

    @Test
    void a_clock_that_is_set_back_orders_nothing() {
        Item<Note> note = note("first");
        zubara.put(zubara.cai, note);
        zubara.clock.set(Instant.parse("1970-01-01T00:00:00Z"));
        zubara.say(zubara.cai, note, "second");

        assertThat(zubara.read(zubara.cai, note).value().text()).isEqualTo("second");
        assertThat(workspace
                        .history(zubara.cai)
                        .of(note.id())
                        .getFirst()
                        .touched()
                        .getFirst()
                        .after()
                        .orElseThrow()
                        .value())
                .isEqualTo(new Note("second"));
        zubara.isSound();
    }

    @Test
    void a_workspace_is_what_it_was_when_it_is_opened_again(@TempDir Path other) {
        Store.Place place = store.place(other);
        ItemId id;
        WorkspaceId name;
        AccountId cai;
        try (Zubara first = new Zubara(place.open())) {
            Item<Note> note = note("kept");
            first.put(first.cai, note);
            id = note.id();
            name = first.workspace.id();
            cai = first.cai;
        }
        try (Workspaces again = Workspaces.open(place.open(), Zubara.KINDS, new Zubara.Clock())) {
            assertThat(again.get(name).view(cai).get(Note.KIND, id).value()).isEqualTo(new Note("kept"));
            assertThat(again.list(cai)).hasSize(1);
            assertThat(again.list(AccountId.fresh())).isEmpty();
            assertThatThrownBy(() -> again.get(WorkspaceId.fresh())).isInstanceOf(UnknownWorkspace.class);
            assertThatThrownBy(() -> again.get("../etc")).isInstanceOf(UnknownWorkspace.class);
        }
    }

    @Test
    void a_region_has_several_countries_and_a_charter_says_something() {
        Workspaces workspaces = zubara.workspaces;
        Charter region = new Charter("The Lakes", List.of("BDI", "COD", "RWA"), "Great Lakes", "RSS", Optional.empty());
        Workspace lakes = workspaces.found(region, zubara.ana, "Ana", Optional.empty(), "");
        assertThat(lakes.view(zubara.ana).charter()).isEqualTo(region);
        assertThat(workspaces.list(zubara.ana)).hasSize(2);
        assertThat(workspaces.list(zubara.dee)).hasSize(1);
        assertThatThrownBy(() -> workspaces.found(
                        new Charter(" ", List.of("XZU"), "", "", Optional.empty()),
                        zubara.ana,
                        "Ana",
                        Optional.empty(),
                        ""))
                .isInstanceOf(Failure.class);
    }

    @Test
    void codes_and_sensitivities_survive_the_way_through_a_payload() {
        Item<Note> note = note("text \u200Fright to left\uFEFF")
                .meantFor(new Sensitivity.Named(new TreeSet<>(Set.of(zubara.cai, zubara.ben))));
        zubara.put(zubara.cai, note);
        Item<Note> read = zubara.read(zubara.ben, note);
        assertThat(read.value()).isEqualTo(note.value());
        assertThat(read.sensitivity()).isEqualTo(note.sensitivity());
    }
}
