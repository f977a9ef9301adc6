package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.ledger.Zubara.accepted;
import static org.salus.ledger.Zubara.named;
import static org.salus.ledger.Zubara.note;
import static org.salus.ledger.Zubara.refused;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.ledger.Merge.Doubt;
import org.salus.ledger.Zubara.Note;
import org.salus.ledger.Zubara.Remark;
import org.salus.ledger.Zubara.Source;
import org.salus.ledger.Zubara.Tie;

/** Nobody takes away from others what they wrote, neither here nor by a copy. */
class TakenAwayTest {
    @TempDir
    Path folder;

    private Zubara zubara;
    private Workspace workspace;
    private final Item<Note> note = note("written by two");
    private int copies;

    @BeforeEach
    void open() {
        zubara = new Zubara(Store.FILE.place(folder).open());
        workspace = zubara.workspace;
        zubara.put(zubara.ana, note);
    }

    @AfterEach
    void close() {
        zubara.close();
    }

    private Outcome narrowed(AccountId by, Sensitivity to) {
        return workspace.append(by, new Edit.Put(zubara.read(by, note).meantFor(to)));
    }

    @Test
    void to_hide_what_others_wrote_is_an_owners_act() {
        zubara.say(zubara.cai, note, "also by Cai, who now wrote the only version in force");
        for (Sensitivity narrower : List.of(named(zubara.cai), new Sensitivity.Organisation(Zubara.MINISTRY))) {
            assertThat(refused(narrowed(zubara.cai, narrower))).containsExactly("ledger.refusal.narrowing");
        }
        assertThat(refused(narrowed(zubara.ben, named(zubara.ben, zubara.ana))))
                .containsExactly("ledger.refusal.narrowing");

        accepted(narrowed(zubara.ana, named(zubara.ana, zubara.cai)));
        assertThat(workspace.view(zubara.dee).find(note.id())).isEmpty();
    }

    @Test
    void who_alone_wrote_something_says_for_whom_it_is_meant() {
        Item<Note> own = note("Cai's own");
        zubara.put(zubara.cai, own);
        zubara.say(zubara.cai, own, "still");
        accepted(workspace.append(
                zubara.cai, new Edit.Put(zubara.read(zubara.cai, own).meantFor(named(zubara.cai)))));
        assertThat(workspace.view(zubara.ana).find(own.id())).isEmpty();
    }

    @Test
    void nor_is_it_hidden_behind_something_hidden() {
        Item<Note> other = note("the other end");
        Item<Tie> tie = Item.fresh(Tie.KIND, new Tie(note.id(), other.id()));
        zubara.put(zubara.ana, other, tie);
        Item<Note> secret = note("Cai's own").meantFor(named(zubara.cai));
        Tie moved = new Tie(note.id(), secret.id());
        Item<Tie> known = workspace.view(zubara.cai).get(Tie.KIND, tie.id());
        assertThat(refused(workspace.append(
                        zubara.cai, List.of(new Edit.Put(secret), new Edit.Put(known.saying(moved))), Reason.EDIT)))
                .containsExactly("ledger.refusal.narrowing");

        zubara.put(zubara.cai, secret);
        assertThat(refused(workspace.append(zubara.cai, new Edit.Put(known.saying(moved)))))
                .containsExactly("ledger.refusal.narrowing");

        Item<Note> open = note("seen by all");
        zubara.put(zubara.cai, open);
        accepted(workspace.append(zubara.cai, new Edit.Put(known.saying(new Tie(note.id(), open.id())))));
    }

    private interface Writing {
        void into(Forger forger);
    }

    private List<Doubt> mergedBy(AccountId by, Writing writing) {
        Path copy = zubara.copyFor(by, folder.resolve(copies++ + ".salus"));
        try (Forger forger = new Forger(copy)) {
            writing.into(forger);
        }
        return List.copyOf(zubara.merge(by, copy).waiting().values());
    }

    private Set<Digest> basis(Item<?> item) {
        return workspace.view(zubara.ana).find(item.id()).orElseThrow().basis();
    }

    @Test
    void in_a_copy_it_waits_for_an_owner() {
        assertThat(mergedBy(
                        zubara.cai, forger -> forger.change(zubara.cai, note.meantFor(named(zubara.cai)), basis(note))))
                .containsExactly(Doubt.NARROWED);
        assertThat(workspace.view(zubara.dee).find(note.id())).isPresent();
        // Beside what is here, and in its place, come to the same.
        assertThat(mergedBy(
                        zubara.cai, forger -> forger.change(zubara.cai, note.meantFor(named(zubara.cai)), Set.of())))
                .contains(Doubt.NARROWED);
        assertThat(workspace.view(zubara.dee).find(note.id())).isPresent();

        Item<Note> own = note("Cai's own");
        zubara.put(zubara.cai, own);
        assertThat(mergedBy(
                        zubara.cai, forger -> forger.change(zubara.cai, own.meantFor(named(zubara.cai)), basis(own))))
                .doesNotContain(Doubt.LOWERED);
        assertThat(workspace.view(zubara.dee).find(own.id())).isEmpty();
    }

    @Test
    void somebodys_words_are_removed_by_them_or_by_an_owner_with_a_reason() {
        Item<Remark> remark =
                Item.fresh(Remark.KIND, new Remark(note.id(), zubara.cai, "What about the police?", false));
        zubara.put(zubara.cai, remark);
        for (AccountId other : List.of(zubara.dee, zubara.ben)) {
            Item<Remark> known = workspace.view(other).get(Remark.KIND, remark.id());
            assertThat(refused(workspace.append(other, new Edit.Remove(known))))
                    .containsExactly("ledger.refusal.others-words");
            assertThat(refused(workspace.append(other, new Edit.Put(known.meantFor(named(other))))))
                    .containsExactly("ledger.refusal.narrowing");
        }
        Item<Remark> known = workspace.view(zubara.ana).get(Remark.KIND, remark.id());
        assertThat(refused(workspace.append(zubara.ana, new Edit.Remove(known))))
                .containsExactly("ledger.refusal.reason");
        Digest removed = accepted(
                workspace.append(zubara.ana, List.of(new Edit.Remove(known)), Reason.of(Act.EDIT, "names somebody")));
        accepted(workspace.undo(zubara.ana, removed));
        accepted(workspace.append(
                zubara.cai, new Edit.Remove(workspace.view(zubara.cai).get(Remark.KIND, remark.id()))));
    }

    @Test
    void in_a_copy_that_waits_as_well_and_to_settle_something_does_not() {
        Remark said = new Remark(note.id(), zubara.cai, "What about the police?", false);
        Item<Remark> remark = Item.fresh(Remark.KIND, said);
        zubara.put(zubara.cai, remark);
        assertThat(mergedBy(zubara.ben, forger -> {
                    Salted payloads = new Salted();
                    forger.add(
                            forger.entry(
                                    zubara.cai, List.of(Forger.removing(remark, payloads, basis(remark))), Marks.NONE),
                            payloads);
                }))
                .containsExactly(Doubt.OTHERS_WORDS);
        assertThat(mergedBy(
                        zubara.ben,
                        forger -> forger.change(
                                zubara.cai,
                                remark.saying(new Remark(note.id(), zubara.cai, "All is well.", false)),
                                basis(remark))))
                .contains(Doubt.OTHERS_WORDS);
        assertThat(workspace.view(zubara.dee).get(Remark.KIND, remark.id()).value())
                .isEqualTo(said);

        Path copy = zubara.copyFor(zubara.ben, folder.resolve("settled.salus"));
        try (Forger forger = new Forger(copy)) {
            forger.change(
                    zubara.ben, remark.saying(new Remark(note.id(), zubara.cai, said.text(), true)), basis(remark));
        }
        assertThat(zubara.merge(zubara.ben, copy).waiting()).isEmpty();
        assertThat(workspace
                        .view(zubara.dee)
                        .get(Remark.KIND, remark.id())
                        .value()
                        .isSettled())
                .isTrue();
    }

    @Test
    void what_stays_at_home_is_let_out_by_an_owner_with_a_reason() {
        Item<Source> interview = Item.fresh(Source.KIND, new Source("What the colonel said", true));
        zubara.put(zubara.cai, interview);
        Item<Source> let = workspace
                .view(zubara.cai)
                .get(Source.KIND, interview.id())
                .saying(new Source("What the colonel said", false));
        assertThat(refused(workspace.append(zubara.cai, new Edit.Put(let))))
                .containsExactly("ledger.refusal.releasing");
        assertThat(refused(workspace.append(zubara.ana, new Edit.Put(let)))).containsExactly("ledger.refusal.reason");
        accepted(workspace.append(zubara.ana, List.of(new Edit.Put(let)), Reason.of(Act.EDIT, "was a public hearing")));
    }

    @Test
    void texts_hold_only_what_can_be_shown() {
        Item<Note> good = note("tab\t, lines\r\n and a lone \n");
        zubara.put(zubara.cai, good);
        for (String bad : List.of("\u0000", "\u0001", "\u001f", "\u007f", "\u0085", "\uffff")) {
            Outcome outcome = workspace.append(
                    zubara.cai, new Edit.Put(zubara.read(zubara.cai, good).saying(new Note("a" + bad + "b"))));
            assertThat(refused(outcome)).containsExactly("ledger.refusal.unshowable");
            assertThat(((Outcome.Refused) outcome).reasons().getFirst().arguments())
                    .containsExactly("text", "U+%04X".formatted((int) bad.charAt(0)));
            assertThat(refused(workspace.append(
                            zubara.cai,
                            new Edit.Put(zubara.read(zubara.cai, good)
                                    .citing(List.of(Citation.of(good.id(), bad, Confidence.HIGH)))))))
                    .containsExactly("ledger.refusal.unshowable");
            assertThat(refused(workspace.append(
                            zubara.cai,
                            List.of(new Edit.Put(zubara.read(zubara.cai, good))),
                            Reason.of(Act.EDIT, bad))))
                    .containsExactly("ledger.refusal.unshowable-reason");
        }
    }

    @Test
    void a_text_is_seen_and_reads_in_its_own_order() {
        for (String nothing : List.of("\u200b", " \u2060\n", "\u3164", "\u00a0")) {
            assertThat(refused(workspace.append(zubara.cai, new Edit.Put(note(nothing)))))
                    .containsExactly("ledger.refusal.unshowable");
            assertThat(Reason.of(Act.EDIT, nothing).text()).isEmpty();
            assertThat(PlainText.shown(nothing)).isEmpty();
        }
        assertThat(refused(workspace.append(zubara.cai, new Edit.Put(note("a\u202eb")))))
                .containsExactly("ledger.refusal.unshowable");
        assertThat(Reason.of(Act.EDIT, "gpj\u202e.txt").text()).isEqualTo("gpj.txt");
        // Persian and Arabic need the joiners and marks.
        zubara.put(zubara.cai, note("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645\u200f"));
    }

    @Test
    void the_name_of_a_workspace_is_one_line() {
        Item<Charter> charter = workspace
                .view(zubara.ana)
                .get(Charter.KIND, new ItemId(workspace.id().value()));
        for (String name : List.of("Ours\r\nTheirs", "a\tb", "a\u2028b")) {
            assertThat(refused(workspace.append(
                            zubara.ana,
                            new Edit.Put(charter.saying(
                                    new Charter(name, List.of("XZU"), "", "SSR", java.util.Optional.empty()))))))
                    .containsExactly("ledger.refusal.name-of-lines");
        }
    }

    @Test
    void what_a_file_brings_can_stand_in_an_item() {
        assertThat(PlainText.shown("a\u000bb\tc\n")).isEqualTo("a b\tc");
        assertThat(PlainText.shown(" as it is ")).isEqualTo(" as it is ");
        assertThat(PlainText.shown(Map.of("name", "a\u0000", "note", "\u0001"))).isEqualTo(Map.of("name", "a"));
    }
}
