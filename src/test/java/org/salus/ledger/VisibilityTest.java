package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.salus.ledger.Zubara.accepted;
import static org.salus.ledger.Zubara.clashes;
import static org.salus.ledger.Zubara.named;
import static org.salus.ledger.Zubara.note;
import static org.salus.ledger.Zubara.refused;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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

/** Each sees what is meant for them, now and in what was before; that something is withheld is told, never what or how much. */
@ParameterizedClass
@EnumSource(Store.class)
class VisibilityTest {
    /** Stands in everything that is withheld; must not be met by whom it is withheld from. */
    private static final String CANARY = "canary-7f3a";

    private final Store store;

    @TempDir
    Path folder;

    private Zubara zubara;
    private Workspace workspace;

    VisibilityTest(Store store) {
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

    /** Everything a reader can be told, in one text. */
    private String allToldTo(AccountId reader) {
        View view = workspace.view(reader);
        StringBuilder told = new StringBuilder();
        view.ids().forEach(id -> told.append(view.find(id)));
        told.append(view.conflicts());
        List<History.Step> steps = workspace.history(reader).list(1000, Optional.empty());
        told.append(steps).append(workspace.history(reader).waiting());
        for (History.Step step : steps) {
            View then = workspace.view(reader, Set.of(step.by().entry()));
            then.ids().forEach(id -> told.append(then.find(id)));
            told.append(view.since(then)).append(then.conflicts());
        }
        return told.toString();
    }

    private boolean sees(AccountId reader, Item<?> item) {
        return workspace.view(reader).find(item.id()).isPresent();
    }

    @Test
    void each_sensitivity_has_its_readers() {
        Item<Note> members = note("for members");
        Item<Note> ministry = note(CANARY).meantFor(new Sensitivity.Organisation(Zubara.MINISTRY));
        Item<Note> two = note(CANARY).meantFor(named(zubara.ana, zubara.cai));
        zubara.put(zubara.cai, members, ministry, two);

        for (AccountId reader : List.of(zubara.ana, zubara.cai)) {
            assertThat(List.of(sees(reader, members), sees(reader, ministry), sees(reader, two)))
                    .containsOnly(true);
            assertThat(workspace.view(reader).isSomethingWithheld()).isFalse();
        }
        for (AccountId reader : List.of(zubara.ben, zubara.dee)) {
            assertThat(sees(reader, members)).isTrue();
            assertThat(sees(reader, ministry) || sees(reader, two)).isFalse();
            assertThat(workspace.view(reader).isSomethingWithheld()).isTrue();
            assertThat(allToldTo(reader))
                    .doesNotContain(CANARY, ministry.id().toString(), two.id().toString());
        }
        assertThatThrownBy(() -> workspace.view(zubara.stranger)).isInstanceOf(UnknownWorkspace.class);
    }

    @Test
    void an_owner_who_is_not_on_the_list_does_not_see_it_either() {
        Item<Note> secret = note(CANARY).meantFor(named(zubara.cai));
        zubara.put(zubara.cai, secret);
        assertThat(allToldTo(zubara.ana)).doesNotContain(CANARY, secret.id().toString());
        assertThat(refused(workspace.erase(zubara.ana, secret.id(), "because")))
                .containsExactly("ledger.refusal.missing");
    }

    @Test
    void a_visitor_sees_what_is_public_and_nobodys_reasons() {
        Item<Note> open = note("for everybody").meantFor(Sensitivity.forEverybody());
        accepted(workspace.append(zubara.ana, List.of(new Edit.Put(open)), Reason.of(Act.EDIT, "reason " + CANARY)));
        assertThatThrownBy(() -> workspace.view(zubara.stranger)).isInstanceOf(UnknownWorkspace.class);

        Item<Charter> charter = workspace.view(zubara.ana).get(Charter.KIND, workspace.charterId());
        assertThat(refused(workspace.append(zubara.ben, new Edit.Put(charter.meantFor(Sensitivity.forEverybody())))))
                .containsExactly("ledger.refusal.lowering");
        accepted(workspace.append(
                zubara.ana,
                List.of(new Edit.Put(charter.meantFor(Sensitivity.forEverybody()))),
                Reason.of(Act.EDIT, "published")));

        View view = workspace.view(zubara.stranger);
        assertThat(view.ids()).containsExactlyInAnyOrder(workspace.charterId(), open.id());
        assertThat(workspace.history(zubara.stranger).list(100, Optional.empty()))
                .allSatisfy(step -> assertThat(step.why()).isEmpty())
                .hasSize(2);
        assertThat(allToldTo(zubara.stranger)).doesNotContain(CANARY, "Ministry", "Cai");
        assertThat(refused(workspace.append(
                        zubara.stranger, new Edit.Put(note("no").meantFor(Sensitivity.forEverybody())))))
                .containsExactly("ledger.refusal.role");
    }

    @Test
    void raising_holds_for_all_versions_and_lowering_for_none_of_the_old() {
        Item<Note> note = note("the name is " + CANARY);
        zubara.put(zubara.cai, note);
        zubara.say(zubara.cai, note, "still " + CANARY);
        assertThat(allToldTo(zubara.dee)).contains(CANARY);
        zubara.put(zubara.cai, zubara.read(zubara.cai, note).meantFor(named(zubara.ana, zubara.cai)));

        assertThat(allToldTo(zubara.dee)).doesNotContain(CANARY, note.id().toString());
        assertThat(allToldTo(zubara.ana)).contains(CANARY);

        Item<Note> clean =
                zubara.read(zubara.cai, note).saying(new Note("no name")).meantFor(Sensitivity.forMembers());
        assertThat(refused(workspace.append(zubara.cai, new Edit.Put(clean))))
                .containsExactly("ledger.refusal.lowering");
        assertThat(refused(workspace.append(zubara.ana, new Edit.Put(clean)))).containsExactly("ledger.refusal.reason");
        accepted(workspace.append(zubara.ana, List.of(new Edit.Put(clean)), Reason.of(Act.EDIT, "name is out")));
        // The version of before the raising was meant for members, the one after it never was.
        assertThat(zubara.read(zubara.dee, note).value().text()).isEqualTo("no name");
        assertThat(workspace.history(zubara.dee).of(note.id())).hasSize(3);
    }

    @Test
    void who_cannot_see_a_version_does_not_get_it_by_undoing() {
        Item<Note> note = note("open");
        zubara.put(zubara.cai, note);
        Digest raised = zubara.put(
                zubara.cai,
                zubara.read(zubara.cai, note).saying(new Note(CANARY)).meantFor(named(zubara.cai)));

        for (AccountId other : List.of(zubara.ana, zubara.ben)) {
            Outcome outcome = workspace.undo(other, raised);
            assertThat(outcome.toString()).doesNotContain(CANARY, note.id().toString());
            assertThat(refused(outcome)).containsExactly("ledger.refusal.not-undone");
        }
        assertThat(refused(workspace.undo(zubara.cai, raised))).containsExactly("ledger.refusal.lowering");
    }

    @Test
    void a_step_that_touches_something_withheld_is_told_without_it_and_without_its_reason() {
        Item<Note> open = note("open");
        Item<Note> secret = note("secret " + CANARY).meantFor(named(zubara.cai));
        Digest both = accepted(workspace.append(
                zubara.cai,
                List.of(new Edit.Put(open), new Edit.Put(secret)),
                Reason.of(Act.EDIT, CANARY + " told me")));

        History.Step step = workspace.history(zubara.dee).of(open.id()).getFirst();
        assertThat(step.by().entry()).isEqualTo(both);
        assertThat(step.why()).isEmpty();
        assertThat(step.touched()).hasSize(1);
        assertThat(workspace.history(zubara.dee).of(secret.id())).isEmpty();
        assertThat(allToldTo(zubara.dee)).doesNotContain(CANARY, secret.id().toString());
        assertThat(workspace.history(zubara.cai).of(secret.id()).getFirst().why())
                .isPresent();
    }

    @Test
    void what_needs_something_withheld_is_withheld_as_well() {
        Item<Note> army = note("army");
        Item<Note> unit = note(CANARY).meantFor(named(zubara.cai));
        zubara.put(zubara.cai, army, unit);
        Item<Tie> tie = Item.fresh(Tie.KIND, new Tie(army.id(), unit.id()));
        Item<Tie> aboutTie = Item.fresh(Tie.KIND, new Tie(tie.id(), army.id()));
        zubara.put(zubara.cai, tie, aboutTie);

        assertThat(sees(zubara.cai, aboutTie)).isTrue();
        assertThat(sees(zubara.dee, tie) || sees(zubara.dee, aboutTie)).isFalse();
        assertThat(allToldTo(zubara.dee))
                .doesNotContain(
                        tie.id().toString(), aboutTie.id().toString(), unit.id().toString());
        assertThat(refused(workspace.append(
                        zubara.ben, new Edit.Put(Item.fresh(Tie.KIND, new Tie(army.id(), unit.id()))))))
                .containsExactly("ledger.refusal.missing");
        // The same words as for what has never been there.
        assertThat(((Outcome.Refused) workspace.append(
                                zubara.ben, new Edit.Put(Item.fresh(Tie.KIND, new Tie(army.id(), ItemId.fresh())))))
                        .reasons()
                        .getFirst()
                        .key())
                .isEqualTo("ledger.refusal.missing");
    }

    @Test
    void items_that_need_each_other_in_a_circle_are_seen_or_hidden_together() {
        Item<Note> end = note("end");
        zubara.put(zubara.cai, end);
        ItemId one = ItemId.fresh();
        ItemId two = ItemId.fresh();
        Item<Tie> first = Item.fresh(Tie.KIND, new Tie(two, end.id())).called(one);
        Item<Tie> second = Item.fresh(Tie.KIND, new Tie(one, end.id())).called(two);
        zubara.put(zubara.cai, first, second);
        assertThat(sees(zubara.dee, first) && sees(zubara.dee, second)).isTrue();

        zubara.put(zubara.cai, zubara.read(zubara.cai, end).meantFor(named(zubara.cai)));
        assertThat(sees(zubara.dee, first) || sees(zubara.dee, second)).isFalse();
        assertThat(sees(zubara.cai, first) && sees(zubara.cai, second)).isTrue();
    }

    @Test
    void a_hidden_source_is_not_told_and_is_kept_by_who_edits_without_seeing_it() {
        Item<Source> law = Item.fresh(Source.KIND, new Source("Law 3", false));
        Item<Source> witness =
                Item.fresh(Source.KIND, new Source("witness " + CANARY, true)).meantFor(named(zubara.cai));
        zubara.put(zubara.cai, law, witness);
        Citation byLaw = Citation.of(law.id(), "article 4", Confidence.HIGH);
        Citation byWitness = Citation.of(witness.id(), "where " + CANARY + " says so", Confidence.LOW);
        Item<Note> note = note("first").citing(List.of(byLaw, byWitness));
        zubara.put(zubara.cai, note);

        assertThat(zubara.read(zubara.dee, note).citations()).containsExactly(byLaw);
        assertThat(allToldTo(zubara.dee)).doesNotContain(CANARY, witness.id().toString());

        zubara.say(zubara.ben, note, "second");
        assertThat(zubara.read(zubara.cai, note).citations()).containsExactly(byLaw, byWitness);
        zubara.put(zubara.ben, zubara.read(zubara.ben, note).citing(List.of()));
        assertThat(zubara.read(zubara.cai, note).citations()).containsExactly(byWitness);
        assertThat(zubara.read(zubara.ben, note).citations()).isEmpty();
        assertThat(refused(workspace.append(
                        zubara.ben, new Edit.Put(zubara.read(zubara.ben, note).citing(List.of(byWitness))))))
                .containsExactly("ledger.refusal.missing");
        assertThat(allToldTo(zubara.dee)).doesNotContain(CANARY, witness.id().toString());

        zubara.put(zubara.cai, zubara.read(zubara.cai, note).citing(List.of()));
        assertThat(zubara.read(zubara.cai, note).citations()).isEmpty();
        zubara.isSound();
    }

    @Test
    void a_step_that_changed_only_a_hidden_source_is_told_to_those_who_see_the_source() {
        Item<Source> witness = Item.fresh(Source.KIND, new Source(CANARY, true)).meantFor(named(zubara.cai));
        zubara.put(zubara.cai, witness);
        Item<Note> note = note("first");
        zubara.put(zubara.cai, note);
        Citation hidden = Citation.of(witness.id(), CANARY, Confidence.LOW);
        accepted(workspace.append(
                zubara.cai,
                List.of(new Edit.Put(zubara.read(zubara.cai, note).citing(List.of(hidden)))),
                Reason.of(Act.EDIT, "as " + CANARY + " says")));
        zubara.put(zubara.cai, zubara.read(zubara.cai, note).citing(List.of()));
        zubara.say(zubara.ben, note, "second");

        assertThat(workspace.history(zubara.cai).of(note.id())).hasSize(4);
        assertThat(workspace.history(zubara.dee).of(note.id())).hasSize(2);
        assertThat(allToldTo(zubara.dee)).doesNotContain(CANARY, witness.id().toString());
    }

    @Test
    void of_a_step_that_cited_on_many_items_those_are_told_whose_source_is_seen() {
        Item<Source> witness = Item.fresh(Source.KIND, new Source(CANARY, true)).meantFor(named(zubara.cai));
        Item<Source> law = Item.fresh(Source.KIND, new Source("Law 3", false));
        zubara.put(zubara.cai, witness, law);
        List<Item<Note>> notes =
                IntStream.range(0, 120).mapToObj(n -> note("note " + n)).toList();
        zubara.put(zubara.cai, notes.toArray(Item<?>[]::new));
        Citation hidden = Citation.of(witness.id(), CANARY, Confidence.LOW);
        Citation open = Citation.of(law.id(), "article 4", Confidence.HIGH);
        List<Item<Note>> cited = notes.stream()
                .map(note -> zubara.read(zubara.cai, note)
                        .citing(note.id().equals(notes.get(7).id()) ? List.of(hidden, open) : List.of(hidden)))
                .toList();
        zubara.put(zubara.cai, cited.toArray(Item<?>[]::new));

        assertThat(workspace
                        .history(zubara.cai)
                        .list(1, Optional.empty())
                        .getFirst()
                        .touched())
                .hasSize(120);
        assertThat(workspace
                        .history(zubara.dee)
                        .list(1, Optional.empty())
                        .getFirst()
                        .touched())
                .extracting(History.Touched::item)
                .containsExactly(notes.get(7).id());
    }

    @Test
    void taking_back_what_a_colleague_cannot_see_all_of_keeps_the_hidden_source() {
        Item<Source> witness = Item.fresh(Source.KIND, new Source(CANARY, true)).meantFor(named(zubara.cai));
        zubara.put(zubara.cai, witness);
        Citation hidden = Citation.of(witness.id(), CANARY, Confidence.LOW);
        Item<Note> note = note("first").citing(List.of(hidden));
        zubara.put(zubara.cai, note);
        Digest second = zubara.say(zubara.ben, note, "second");

        Digest undone = accepted(workspace.undo(zubara.ben, second));
        assertThat(zubara.read(zubara.cai, note).citations()).containsExactly(hidden);
        zubara.say(zubara.cai, note, "third");
        Outcome outcome = workspace.undo(zubara.ben, undone);
        assertThat(clashes(outcome)).hasSize(1);
        assertThat(outcome.toString()).doesNotContain(CANARY, witness.id().toString());
    }

    @Test
    void an_edit_of_what_is_withheld_meanwhile_conflicts_and_tells_nothing() {
        Item<Note> note = note("open");
        zubara.put(zubara.cai, note);
        Item<Note> old = zubara.read(zubara.ben, note);
        zubara.put(
                zubara.cai,
                zubara.read(zubara.cai, note).saying(new Note(CANARY)).meantFor(named(zubara.cai)));

        Outcome outcome = workspace.append(zubara.ben, new Edit.Put(old.saying(new Note("mine"))));

        assertThat(outcome.toString()).doesNotContain(CANARY);
        assertThat(clashes(outcome))
                .singleElement()
                .satisfies(clash -> assertThat(clash.theirs()).isEmpty());
        Outcome removal = workspace.append(zubara.ben, new Edit.Remove(old));
        assertThat(clashes(removal))
                .singleElement()
                .satisfies(clash -> assertThat(clash.theirs()).isEmpty());
    }

    @Test
    void what_was_removed_is_known_to_those_alone_for_whom_it_was_meant() {
        Item<Note> secret = note(CANARY).meantFor(named(zubara.cai, zubara.ana));
        Digest made = zubara.put(zubara.cai, secret);
        accepted(workspace.append(zubara.ana, new Edit.Remove(zubara.read(zubara.ana, secret))));

        assertThat(sees(zubara.cai, secret)).isFalse();
        assertThat(workspace.history(zubara.cai).of(secret.id())).hasSize(2);
        assertThat(workspace.history(zubara.ben).of(secret.id())).isEmpty();
        assertThat(allToldTo(zubara.ben)).doesNotContain(CANARY, secret.id().toString());
        assertThat(workspace.view(zubara.ben, Set.of(made)).find(secret.id())).isEmpty();
        assertThat(workspace.view(zubara.cai, Set.of(made)).find(secret.id())).isPresent();
    }

    @Test
    void what_was_erased_is_told_to_owners_and_its_reason_to_nobody_else() {
        Item<Note> secret = note("secret").meantFor(named(zubara.ana, zubara.cai));
        zubara.put(zubara.cai, secret);
        accepted(workspace.erase(zubara.ana, secret.id(), CANARY + " asked for it"));

        assertThat(allToldTo(zubara.ana)).contains(CANARY);
        for (AccountId other : List.of(zubara.ben, zubara.cai, zubara.dee)) {
            assertThat(allToldTo(other)).doesNotContain(CANARY, secret.id().toString());
            assertThat(workspace
                            .history(other)
                            .list(1, Optional.empty())
                            .getFirst()
                            .erased())
                    .isZero();
        }
    }

    @Test
    void a_member_who_left_sees_nothing_and_one_who_changes_sides_sees_the_other_side() {
        Item<Note> ministry = note(CANARY).meantFor(new Sensitivity.Organisation(Zubara.MINISTRY));
        zubara.put(zubara.cai, ministry);
        Item<Member> dee = workspace.view(zubara.ana).get(Member.KIND, new ItemId(zubara.dee.value()));
        zubara.put(zubara.ana, dee.saying(new Member("Dee", Optional.of(Zubara.MINISTRY), "Ministry", Role.READER)));
        assertThat(allToldTo(zubara.dee)).contains(CANARY);

        accepted(workspace.append(
                zubara.ana, new Edit.Remove(workspace.view(zubara.ana).get(Member.KIND, dee.id()))));
        assertThatThrownBy(() -> workspace.view(zubara.dee)).isInstanceOf(UnknownWorkspace.class);
        assertThatThrownBy(() -> workspace.history(zubara.dee)).isInstanceOf(Failure.class);
    }

    @Test
    void lists_and_organisations_can_be_narrowed_by_anybody_who_stays_in() {
        Item<Note> note = note("x").meantFor(new Sensitivity.Organisation(Zubara.MINISTRY));
        zubara.put(zubara.cai, note);
        zubara.put(zubara.cai, zubara.read(zubara.cai, note).meantFor(named(zubara.ana, zubara.cai)));
        zubara.put(zubara.cai, zubara.read(zubara.cai, note).meantFor(named(zubara.cai)));
        assertThat(refused(workspace.append(
                        zubara.cai,
                        new Edit.Put(zubara.read(zubara.cai, note).meantFor(named(zubara.cai, zubara.ben))))))
                .containsExactly("ledger.refusal.lowering");
        assertThat(refused(workspace.append(
                        zubara.cai, new Edit.Put(zubara.read(zubara.cai, note).meantFor(named(zubara.ben))))))
                .containsExactly("ledger.refusal.shut-out", "ledger.refusal.lowering");
    }

    @Test
    void strictness_is_a_partial_order_and_together_is_its_meeting_point() {
        Map<AccountId, OrganisationId> known =
                Map.of(zubara.ana, Zubara.MINISTRY, zubara.cai, Zubara.MINISTRY, zubara.ben, Zubara.COALITION);
        List<Sensitivity> all = List.of(
                Sensitivity.forEverybody(),
                Sensitivity.forMembers(),
                new Sensitivity.Organisation(Zubara.MINISTRY),
                named(zubara.ana, zubara.cai, zubara.ben),
                named(zubara.ana, zubara.cai),
                named(zubara.cai));
        for (Sensitivity one : all) {
            for (Sensitivity other : all) {
                Sensitivity both =
                        Sensitivity.together(List.of(one, other), account -> Optional.ofNullable(known.get(account)));
                for (AccountId reader : List.of(zubara.ana, zubara.ben, zubara.cai, zubara.dee)) {
                    Standing standing =
                            new Standing(reader, Optional.ofNullable(known.get(reader)), Optional.of(Role.READER));
                    assertThat(standing.mayRead(both))
                            .as("%s and %s for %s", one, other, reader)
                            .isEqualTo(standing.mayRead(one) && standing.mayRead(other));
                    if (one.isAtLeastAsStrictAs(other, account -> Optional.ofNullable(known.get(account)))) {
                        assertThat(!standing.mayRead(one) || standing.mayRead(other))
                                .isTrue();
                    }
                }
            }
        }
    }
}
