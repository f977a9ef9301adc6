package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.salus.ledger.Zubara.accepted;
import static org.salus.ledger.Zubara.named;
import static org.salus.ledger.Zubara.note;
import static org.salus.ledger.Zubara.refused;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.salus.framework.Failure;
import org.salus.ledger.Merge.Doubt;
import org.salus.ledger.Zubara.Note;
import org.salus.ledger.Zubara.Source;
import org.salus.ledger.Zubara.Tie;
import org.salus.ledger.Zubara.Verdict;

/** Copies come back: what their holder may do counts, what nobody can trust waits, and what cannot be is refused. */
@ParameterizedClass
@EnumSource(Store.class)
class MergeTest {
    private final Store store;

    @TempDir
    Path folder;

    private Zubara zubara;
    private Workspace workspace;
    private Item<Note> note;

    MergeTest(Store store) {
        this.store = store;
    }

    @BeforeEach
    void open() {
        zubara = new Zubara(store.place(folder).open());
        workspace = zubara.workspace;
        note = note("at home");
        zubara.put(zubara.cai, note);
    }

    @AfterEach
    void close() {
        zubara.isSound();
        zubara.close();
    }

    private Path copyFor(AccountId account) {
        return zubara.copyFor(account, folder.resolve(AccountId.fresh() + ".salus"));
    }

    private String text() {
        return zubara.read(zubara.cai, note).value().text();
    }

    private void edit(Path copy, AccountId author, String text) {
        Zubara.in(
                copy,
                inside -> Zubara.put(
                        inside,
                        author,
                        inside.view(author).get(Note.KIND, note.id()).saying(new Note(text))));
    }

    @Nested
    class Honest {
        @Tag("slow")
        @Test
        void work_comes_home_and_is_its_authors() {
            Path copy = copyFor(zubara.cai);
            edit(copy, zubara.cai, "on the way");

            Merge.Report report = zubara.merge(zubara.cai, copy);

            assertThat(report.fresh()).isEqualTo(1);
            assertThat(report.touched()).containsExactly(note.id());
            assertThat(report.waiting()).isEmpty();
            assertThat(report.unproven()).isZero();
            assertThat(text()).isEqualTo("on the way");
            assertThat(workspace.history(zubara.dee).of(note.id()).getFirst().isProven())
                    .isTrue();
            History.Step received =
                    workspace.history(zubara.ben).list(1, Optional.empty()).getFirst();
            assertThat(received.why().orElseThrow().act()).isEqualTo(Act.RECEIVE);
            assertThat(received.why().orElseThrow().text()).isEqualTo("copy.salus");
            assertThat(workspace.view(zubara.cai).heads()).hasSize(1);
        }

        @Test
        void merging_again_changes_nothing() {
            Path copy = copyFor(zubara.cai);
            edit(copy, zubara.cai, "on the way");
            zubara.merge(zubara.cai, copy);
            Set<Digest> heads = workspace.view(zubara.cai).heads();

            for (AccountId who : List.of(zubara.cai, zubara.ana, zubara.ben)) {
                assertThat(zubara.merge(who, copy).isEmpty()).isTrue();
            }
            assertThat(workspace.view(zubara.cai).heads()).isEqualTo(heads);
        }

        @Test
        void a_preview_says_what_would_be_and_does_nothing() {
            Path copy = copyFor(zubara.cai);
            edit(copy, zubara.cai, "on the way");
            try (Copy opened = Copy.open(copy, Zubara.PASSPHRASE)) {
                Merge.Report would = Merge.preview(workspace, opened, zubara.cai);
                assertThat(text()).isEqualTo("at home");
                assertThat(Merge.merge(workspace, opened, zubara.cai, "x")).isEqualTo(would);
            }
        }

        @Test
        void what_two_said_stands_side_by_side_until_somebody_puts_it_together() {
            Path copy = copyFor(zubara.cai);
            edit(copy, zubara.cai, "on the way");
            zubara.say(zubara.ben, note, "meanwhile at home");
            zubara.merge(zubara.cai, copy);

            View view = workspace.view(zubara.dee);
            assertThat(view.isInConflict(note.id())).isTrue();
            assertThat(view.conflicts().get(note.id()))
                    .extracting(told -> ((Note) told.item().orElseThrow().value()).text())
                    .containsExactlyInAnyOrder("on the way", "meanwhile at home");

            zubara.say(zubara.ben, note, "both");
            assertThat(workspace.view(zubara.dee).conflicts()).isEmpty();
            assertThat(text()).isEqualTo("both");
            Digest resolution =
                    workspace.history(zubara.dee).of(note.id()).getFirst().by().entry();
            assertThat(refused(workspace.undo(zubara.ben, resolution)))
                    .containsExactly("ledger.refusal.undo-of-resolution");
        }

        @Test
        void versions_of_different_sensitivity_are_seen_by_those_who_may_read_both() {
            Path copy = copyFor(zubara.cai);
            edit(copy, zubara.cai, "on the way");
            zubara.put(
                    zubara.ana,
                    zubara.read(zubara.ana, note).saying(new Note("for two")).meantFor(named(zubara.ana, zubara.cai)));
            assertThat(zubara.merge(zubara.cai, copy).waiting()).isEmpty();

            assertThat(workspace.view(zubara.cai).conflicts()).containsOnlyKeys(note.id());
            assertThat(workspace.view(zubara.dee).find(note.id())).isEmpty();
            assertThat(workspace.view(zubara.dee).conflicts()).isEmpty();
            assertThat(refused(workspace.append(
                            zubara.cai,
                            new Edit.Put(zubara.read(zubara.cai, note).meantFor(Sensitivity.forMembers())))))
                    .containsExactly("ledger.refusal.lowering");
            accepted(workspace.append(zubara.cai, new Edit.Remove(zubara.read(zubara.cai, note))));
            assertThat(workspace.history(zubara.dee).of(note.id())).isEmpty();
            assertThat(workspace.history(zubara.ana).of(note.id()).getFirst().touched())
                    .hasSize(1);
        }

        @Test
        void a_colleagues_copy_may_be_brought_and_its_authors_are_marked() {
            Path copy = copyFor(zubara.cai);
            edit(copy, zubara.cai, "on the way");

            Merge.Report report = zubara.merge(zubara.ben, copy);

            assertThat(report.unproven()).isEqualTo(1);
            assertThat(report.waiting()).isEmpty();
            assertThat(text()).isEqualTo("on the way");
            History.Step step = workspace.history(zubara.dee).of(note.id()).getFirst();
            assertThat(step.by().author()).isEqualTo(zubara.cai);
            assertThat(step.isProven()).isFalse();
        }

        @Test
        void copies_exchange_work_until_both_say_the_same_and_then_are_quiet() {
            Path one = copyFor(zubara.cai);
            Path other = copyFor(zubara.ben);
            edit(one, zubara.cai, "cai says");
            edit(other, zubara.ben, "ben says");
            Zubara.in(one, inside -> Zubara.merge(inside, zubara.cai, other));
            Zubara.in(other, inside -> Zubara.merge(inside, zubara.ben, one));
            Zubara.in(
                    one,
                    inside -> assertThat(Zubara.merge(inside, zubara.cai, other).isEmpty())
                            .isTrue());
            zubara.merge(zubara.cai, one);
            zubara.merge(zubara.ben, other);
            List<String> everywhere = new ArrayList<>();
            for (Path copy : List.of(one, other)) {
                Zubara.in(
                        copy,
                        inside -> everywhere.add(String.valueOf(
                                inside.view(zubara.ben).conflicts().get(note.id()))));
            }
            assertThat(everywhere)
                    .containsOnly(String.valueOf(
                            workspace.view(zubara.ben).conflicts().get(note.id())));
            assertThat(workspace.history(zubara.ben).waiting()).isEmpty();
        }

        @Test
        void who_only_reads_does_not_merge() {
            Path copy = copyFor(zubara.dee);
            assertThatThrownBy(() -> zubara.merge(zubara.dee, copy)).isInstanceOf(Failure.class);
            assertThatThrownBy(() -> zubara.merge(zubara.stranger, copy)).isInstanceOf(Failure.class);
        }

        @Test
        void what_changes_between_the_look_and_the_merge_changes_the_judgement() {
            Path copy = copyFor(zubara.cai);
            edit(copy, zubara.cai, "on the way");
            try (Copy opened = Copy.open(copy, Zubara.PASSPHRASE)) {
                assertThat(Merge.preview(workspace, opened, zubara.cai).waiting())
                        .isEmpty();
                zubara.put(zubara.ana, zubara.read(zubara.ana, note).meantFor(named(zubara.ana)));
                assertThat(Merge.merge(workspace, opened, zubara.cai, "x").waiting())
                        .containsValue(Doubt.WITHHELD);
            }
        }

        @Test
        void a_payload_that_comes_later_is_judged_when_it_comes() {
            Path forBen = copyFor(zubara.ben);
            Path forCai = copyFor(zubara.cai);
            Item<Note> secret = note("for the ministry").meantFor(new Sensitivity.Organisation(Zubara.MINISTRY));
            Zubara.in(forCai, inside -> Zubara.put(inside, zubara.cai, secret));
            // Ben's copy gets the entry by way of a copy for Ben, which does not hold what it says.
            Path caisForBen = folder.resolve("caisForBen.salus");
            Path work = folder.resolve("work.salus");
            Zubara.in(forCai, inside -> {
                // A contributor makes copies for nobody else.
                assertThatThrownBy(
                                () -> Copy.make(inside, zubara.cai, zubara.ben, Zubara.PASSPHRASE, Zubara.CHEAP, work))
                        .isInstanceOf(Failure.class);
                Copy.make(inside, zubara.ben, zubara.ben, Zubara.PASSPHRASE, Zubara.CHEAP, caisForBen);
            });
            Zubara.in(
                    forBen,
                    inside -> assertThat(
                                    Zubara.merge(inside, zubara.ben, caisForBen).waiting())
                            .containsValue(Doubt.NOT_CONTAINED));
            zubara.merge(zubara.ben, forBen);
            assertThat(workspace.view(zubara.ana).find(secret.id())).isEmpty();
            assertThat(workspace.history(zubara.ana).waiting()).isEmpty();

            zubara.merge(zubara.cai, forCai);
            assertThat(workspace.view(zubara.ana).find(secret.id())).isPresent();
            assertThat(workspace.view(zubara.ben).find(secret.id())).isEmpty();
        }
    }

    @Nested
    class Untrusted {
        private Path copy = folder;

        /** A copy made for Cai, with what was put into it by somebody who knows the passphrase. */
        private Merge.Report mergedBy(AccountId who, java.util.function.Consumer<Forger> forging) {
            copy = copyFor(zubara.cai);
            try (Forger forger = new Forger(copy)) {
                forging.accept(forger);
            }
            return zubara.merge(who, copy);
        }

        private Set<Digest> basis() {
            return zubara.read(zubara.cai, note).basis();
        }

        @Test
        void a_forged_author_is_marked() {
            mergedBy(
                    zubara.cai,
                    forger -> forger.change(zubara.ana, note.saying(new Note("ana never said so")), basis()));

            History.Step step = workspace.history(zubara.dee).of(note.id()).getFirst();
            assertThat(step.by().author()).isEqualTo(zubara.ana);
            assertThat(step.isProven()).isFalse();
        }

        @Test
        void nobody_becomes_an_owner_by_a_file_whoever_merges_it_and_whoever_it_names() {
            for (AccountId author : List.of(zubara.cai, zubara.ana)) {
                Member owner = new Member("Cai", Optional.of(Zubara.MINISTRY), "", Role.OWNER);
                Item<Member> member = workspace.view(zubara.ana).get(Member.KIND, new ItemId(zubara.cai.value()));
                Merge.Report byCai =
                        mergedBy(zubara.cai, forger -> forger.change(author, member.saying(owner), member.basis()));
                assertThat(byCai.waiting()).containsValue(Doubt.ROLE);
                Merge.Report byAna =
                        mergedBy(zubara.ana, forger -> forger.change(author, member.saying(owner), member.basis()));
                assertThat(byAna.waiting()).containsValue(Doubt.UNPROVEN);
                assertThat(workspace.standing(zubara.cai).role()).contains(Role.CONTRIBUTOR);
                assertThat(refused(workspace.decide(zubara.ben, byCai.waiting().keySet(), Set.of(), "sure")))
                        .containsExactly("ledger.refusal.role");
                assertThat(refused(workspace.decide(zubara.cai, byCai.waiting().keySet(), Set.of(), "sure")))
                        .containsExactly("ledger.refusal.role");
                accepted(workspace.decide(zubara.ben, Set.of(), byCai.waiting().keySet(), "no"));
            }
            assertThat(workspace.standing(zubara.cai).role()).contains(Role.CONTRIBUTOR);
        }

        @Test
        void a_stranger_does_not_become_a_member_by_way_of_a_payload_that_comes_later() {
            Salted payloads = new Salted();
            Member owner = new Member("Eve", Optional.empty(), "", Role.OWNER);
            Item<Member> eve = Zubara.member(zubara.stranger, owner);
            Merge.Report first = mergedBy(
                    zubara.cai,
                    forger -> forger.add(List.of(
                            forger.entry(zubara.cai, List.of(Forger.saying(eve, payloads, Set.of())), Marks.NONE))));
            assertThat(first.waiting()).containsValue(Doubt.NOT_CONTAINED);
            try (Forger forger = new Forger(copy)) {
                forger.add(payloads);
            }
            assertThat(zubara.merge(zubara.cai, copy).waiting()).containsValue(Doubt.ROLE);
            assertThat(workspace.standing(zubara.stranger).isMember()).isFalse();
        }

        @Test
        void what_a_rule_refuses_here_waits_though_the_copy_says_it_was_done() {
            Merge.Report report =
                    mergedBy(zubara.cai, forger -> forger.change(zubara.cai, note.saying(new Note(" ")), basis()));
            assertThat(report.waiting().values()).containsExactly(Doubt.RULE);
            assertThat(zubara.read(zubara.ana, note).value().text()).isNotBlank();
        }

        @Test
        void nothing_is_lowered() {
            zubara.put(zubara.cai, zubara.read(zubara.cai, note).meantFor(named(zubara.cai, zubara.ana)));
            for (AccountId who : List.of(zubara.cai, zubara.ana)) {
                Merge.Report report = mergedBy(who, forger -> {
                    Digest step = forger.change(
                            who, note.saying(new Note("still")).meantFor(named(zubara.cai, zubara.ana)), basis());
                    forger.change(who, note.meantFor(Sensitivity.forMembers()), Set.of(step));
                });
                assertThat(report.waiting().values()).containsExactly(Doubt.LOWERED);
                assertThat(workspace.view(zubara.dee).find(note.id())).isEmpty();
                Set<Digest> waiting = report.waiting().keySet();
                assertThat(refused(workspace.decide(zubara.ben, waiting, Set.of(), "let them see")))
                        .containsExactly("ledger.refusal.nothing-waits");
                assertThat(workspace.history(zubara.ben).waiting()).isEmpty();
            }
        }

        @Test
        void what_is_withheld_is_neither_removed_nor_changed() {
            Item<Note> secret = note("secret").meantFor(named(zubara.ana, zubara.ben));
            Digest made = zubara.put(zubara.ben, secret);
            Salted payloads = new Salted();
            for (Map.Entry<AccountId, Doubt> merger : Map.of(
                            zubara.cai, Doubt.WITHHELD, zubara.ana, Doubt.NOT_CONTAINED)
                    .entrySet()) {
                Merge.Report removed = mergedBy(
                        merger.getKey(),
                        forger -> forger.add(
                                forger.entry(
                                        zubara.ana,
                                        List.of(Forger.removing(secret, payloads, Set.of(made))),
                                        Marks.NONE),
                                payloads));
                assertThat(removed.waiting().values()).containsExactly(merger.getValue());
                Merge.Report changed = mergedBy(
                        merger.getKey(),
                        forger -> forger.change(zubara.ana, secret.saying(new Note("forged")), Set.of(made)));
                assertThat(changed.waiting().values()).containsExactly(merger.getValue());
            }
            assertThat(zubara.read(zubara.ben, secret).value()).isEqualTo(new Note("secret"));
            assertThat(workspace.view(zubara.ben).conflicts()).isEmpty();
        }

        @Test
        void a_source_that_the_copy_did_not_contain_is_not_taken_away() {
            Item<Source> interview = Item.fresh(Source.KIND, new Source("interview", true));
            zubara.put(zubara.ben, interview);
            Citation cited = Citation.of(interview.id(), "minute 3", Confidence.LOW);
            zubara.put(zubara.ben, zubara.read(zubara.ben, note).citing(List.of(cited)));

            Merge.Report report =
                    mergedBy(zubara.cai, forger -> forger.change(zubara.cai, note.saying(new Note("bare")), basis()));
            assertThat(report.waiting().values()).containsExactly(Doubt.NOT_CONTAINED);
            assertThat(zubara.read(zubara.ben, note).citations()).containsExactly(cited);

            // Who works with the program keeps what stands there unseen.
            Path honest = copyFor(zubara.cai);
            edit(honest, zubara.cai, "with its source");
            assertThat(zubara.merge(zubara.cai, honest).waiting()).isEmpty();
            assertThat(zubara.read(zubara.ben, note).citations()).containsExactly(cited);
        }

        @Test
        void nothing_is_cited_that_nobody_can_look_at() {
            Merge.Report report = mergedBy(zubara.cai, forger -> {
                Salted payloads = new Salted();
                Change change = Forger.saying(note.saying(new Note("x")), payloads, basis());
                forger.add(
                        forger.entry(
                                zubara.cai,
                                List.of(new Change(
                                        change.item(),
                                        change.content(),
                                        List.of(Digest.over(new byte[] {1})),
                                        change.replaces())),
                                Marks.NONE),
                        payloads);
            });
            assertThat(report.waiting().values()).containsExactly(Doubt.NOT_CONTAINED);
            assertThat(text()).isEqualTo("at home");
        }

        @Test
        void what_was_erased_by_a_file_waits_for_an_owner() {
            Merge.Report report = mergedBy(zubara.ana, forger -> {
                Set<Digest> all = new java.util.TreeSet<>();
                forger.entries().forEach(entry -> entry.payloads().forEach(all::add));
                forger.add(forger.entry(zubara.ana, List.of(), Marks.erasing(all)), new Salted());
            });
            assertThat(report.waiting().values()).containsExactly(Doubt.UNPROVEN);
            assertThat(text()).isEqualTo("at home");
            assertThat(workspace.verify().erased()).isZero();
            // Of everybody's membership, of which nothing would be left.
            assertThat(refused(workspace.decide(zubara.ana, report.waiting().keySet(), Set.of(), "clean up")))
                    .containsExactly("ledger.refusal.last-owner");
        }

        @Test
        void entries_of_ours_do_not_wait_because_a_file_says_so() {
            Digest mine = zubara.say(zubara.ben, note, "ben at home");
            Merge.Report report = mergedBy(zubara.ana, forger -> {
                forger.add(
                        forger.entry(
                                zubara.ana, List.of(), Marks.receiving(Set.of(mine), Set.of(mine), Set.of(), Set.of())),
                        new Salted());
                forger.add(forger.entry(zubara.ana, List.of(), Marks.deciding(Set.of(), Set.of(mine))), new Salted());
                forger.change(zubara.cai, note("something real"), Set.of());
            });
            assertThat(report.waiting()).isEmpty();
            assertThat(text()).isEqualTo("ben at home");
            assertThat(workspace.history(zubara.ana).of(note.id()).getFirst().isProven())
                    .isTrue();
            assertThat(workspace.history(zubara.ana).waiting()).isEmpty();
        }

        @Test
        void who_says_something_and_judges_others_in_one_breath_waits() {
            Digest mine = zubara.say(zubara.ben, note, "ben at home");
            Merge.Report report = mergedBy(zubara.ana, forger -> {
                Salted payloads = new Salted();
                forger.add(
                        forger.entry(
                                zubara.ana,
                                List.of(Forger.saying(note("x"), payloads, Set.of())),
                                Marks.deciding(Set.of(), Set.of(mine))),
                        payloads);
            });
            assertThat(report.waiting().values()).containsExactly(Doubt.FOREIGN_MARKS);
            assertThat(text()).isEqualTo("ben at home");
            assertThat(refused(workspace.decide(zubara.ana, report.waiting().keySet(), Set.of(), "x")))
                    .containsExactly("ledger.refusal.nothing-waits");
        }

        @Test
        void a_decision_made_elsewhere_admits_nothing_here() {
            Item<Verdict> verdict = Item.fresh(Verdict.KIND, new Verdict("bad"));
            Merge.Report first = mergedBy(zubara.cai, forger -> forger.change(zubara.ben, verdict, Set.of()));
            Set<Digest> waiting = first.waiting().keySet();
            assertThat(first.waiting().values()).containsExactly(Doubt.ROLE);
            Merge.Report second = mergedBy(zubara.cai, forger -> {
                forger.add(forger.entry(zubara.ben, List.of(), Marks.deciding(waiting, Set.of())), new Salted());
                forger.change(zubara.cai, note("something real"), Set.of());
            });
            assertThat(second.waiting()).isEmpty();
            assertThat(workspace.view(zubara.ben).list(Verdict.KIND)).isEmpty();
            assertThat(workspace.history(zubara.ben).waiting()).hasSize(1);
            accepted(workspace.decide(zubara.ben, waiting, Set.of(), "I did say so"));
            assertThat(workspace.view(zubara.ben).list(Verdict.KIND)).hasSize(1);
        }

        @Test
        void what_builds_on_something_that_waits_waits_as_well_also_later() {
            Item<Verdict> verdict = Item.fresh(Verdict.KIND, new Verdict("bad"));
            copy = copyFor(zubara.cai);
            Digest first;
            try (Forger forger = new Forger(copy)) {
                first = forger.change(zubara.cai, verdict, Set.of());
                forger.change(zubara.cai, verdict.saying(new Verdict("worse")), Set.of(first));
            }
            Merge.Report report = zubara.merge(zubara.cai, copy);
            assertThat(report.waiting()).containsEntry(first, Doubt.ROLE).containsValue(Doubt.BUILDS_ON_WAITING);
            accepted(workspace.decide(zubara.ben, Set.of(), report.waiting().keySet(), "no"));
            try (Forger forger = new Forger(copy)) {
                forger.change(zubara.cai, verdict.saying(new Verdict("again")), Set.of(first));
            }
            assertThat(zubara.merge(zubara.ben, copy).waiting().values()).containsExactly(Doubt.BUILDS_ON_WAITING);
            assertThat(workspace.view(zubara.ben).list(Verdict.KIND)).isEmpty();
            assertThat(workspace.history(zubara.ben).list(100, Optional.empty()))
                    .filteredOn(History.Step::isRefused)
                    .hasSize(2);
            assertThat(workspace.history(zubara.cai).list(100, Optional.empty()))
                    .noneMatch(step -> step.isRefused() || step.isWaiting());
        }

        @Test
        void an_entry_waits_as_a_whole_and_only_editors_know() {
            Item<Note> harmless = note("harmless");
            Item<Verdict> verdict = Item.fresh(Verdict.KIND, new Verdict("bad"));
            Merge.Report report = mergedBy(zubara.cai, forger -> {
                Salted payloads = new Salted();
                forger.add(
                        forger.entry(
                                zubara.cai,
                                List.of(
                                        Forger.saying(harmless, payloads, Set.of()),
                                        Forger.saying(verdict, payloads, Set.of())),
                                Marks.NONE),
                        payloads);
            });
            assertThat(report.waiting()).hasSize(1);
            assertThat(workspace.view(zubara.ana).find(harmless.id())).isEmpty();
            assertThat(workspace.history(zubara.ben).waiting())
                    .singleElement()
                    .satisfies(step -> assertThat(step.touched()).hasSize(2));
            assertThat(workspace.history(zubara.dee).waiting()).isEmpty();
            assertThat(workspace.history(zubara.dee).list(100, Optional.empty()).toString())
                    .doesNotContain("harmless");
            accepted(workspace.decide(zubara.ben, report.waiting().keySet(), Set.of(), ""));
            assertThat(workspace.view(zubara.dee).find(harmless.id())).isPresent();
            assertThat(refused(workspace.decide(zubara.ben, report.waiting().keySet(), Set.of(), "")))
                    .containsExactly("ledger.refusal.nothing-waits");
        }

        @Test
        void what_shuts_out_whoever_brings_it_waits_for_who_may_read_it() {
            Item<Note> secret = note("for ben and ana").meantFor(named(zubara.ben, zubara.ana));
            Merge.Report report = mergedBy(zubara.cai, forger -> forger.change(zubara.ben, secret, Set.of()));
            assertThat(report.waiting().values()).containsExactly(Doubt.SHUT_OUT);
            accepted(workspace.decide(zubara.ben, report.waiting().keySet(), Set.of(), ""));
            assertThat(zubara.read(zubara.ana, secret).value()).isEqualTo(secret.value());
        }

        @Test
        void nonsense_waits_and_can_only_be_refused_or_left() {
            for (String payload : List.of(
                    "",
                    "{",
                    "[]",
                    "{\"kind\":\"note\"}",
                    "{\"kind\":\"note\",\"edition\":1,\"sensitivity\":{\"level\":\"named\"},\"needs\":[],\"removed\":false,\"value\":{\"text\":\"x\"}}",
                    "{\"kind\":\"note\",\"edition\":1,\"sensitivity\":{\"level\":\"members\"},\"needs\":[],\"removed\":false,\"value\":{}}",
                    "{\"kind\":\"note\",\"edition\":1,\"sensitivity\":{\"level\":\"members\"},\"needs\":[],\"removed\":false,\"value\":null}",
                    "{\"kind\":\"note\",\"edition\":2,\"sensitivity\":{\"level\":\"members\"},\"needs\":[],\"removed\":false,\"value\":{\"text\":\"x\"}}",
                    "{\"kind\":\"vote\",\"edition\":1,\"sensitivity\":{\"level\":\"members\"},\"needs\":[],\"removed\":false,\"value\":{\"text\":\"x\"}}",
                    "{\"kind\":\"tie\",\"edition\":1,\"sensitivity\":{\"level\":\"members\"},\"needs\":[],\"removed\":false,\"value\":{\"from\":\""
                            + note.id() + "\",\"to\":\"" + note.id() + "\"}}",
                    "{\"kind\":\"note\",\"edition\":1,\"sensitivity\":{\"level\":\"members\"},\"needs\":[],\"removed\":false,\"value\":{\"text\":"
                            + "[".repeat(5000))) {
                ItemId id = ItemId.fresh();
                Merge.Report report = mergedBy(zubara.ana, forger -> {
                    Salted payloads = new Salted();
                    Digest content = payloads.add(payload.getBytes(StandardCharsets.UTF_8));
                    forger.add(
                            forger.entry(
                                    zubara.ana, List.of(new Change(id, content, List.of(), List.of())), Marks.NONE),
                            payloads);
                });
                assertThat(report.waiting().values()).as(payload).containsExactly(Doubt.NOT_UNDERSTOOD);
                assertThat(refused(workspace.decide(zubara.ana, report.waiting().keySet(), Set.of(), "x")))
                        .containsExactly("ledger.refusal.nothing-waits");
                assertThat(workspace.view(zubara.ana).find(id)).isEmpty();
            }
        }

        @Test
        void what_nobody_could_type_in_here_waits_until_an_editor_lets_it_count() {
            Item<Note> odd = note("a bell \u0007 rings");
            Item<Note> plain = note("a tab \t and a line \n");
            Merge.Report report = mergedBy(zubara.cai, forger -> {
                Digest first = forger.change(zubara.cai, odd, Set.of());
                forger.change(zubara.cai, odd.saying(new Note("a bell \u0007 rings twice")), Set.of(first));
                forger.change(zubara.cai, plain, Set.of());
            });
            assertThat(report.waiting().values()).containsExactlyInAnyOrder(Doubt.ODD, Doubt.BUILDS_ON_WAITING);
            assertThat(workspace.view(zubara.cai).find(odd.id())).isEmpty();
            assertThat(workspace.view(zubara.cai).find(plain.id())).isPresent();
            assertThat(workspace.decide(zubara.ana, report.waiting().keySet(), Set.of(), "seen"))
                    .isInstanceOf(Outcome.Accepted.class);
            Item<Note> admitted = workspace.view(zubara.cai).get(Note.KIND, odd.id());
            assertThat(admitted.value().text()).isEqualTo("a bell \u0007 rings twice");
            assertThat(mergedBy(
                                    zubara.cai,
                                    forger -> forger.change(
                                            zubara.cai,
                                            Item.fresh(Note.KIND, new Note("a bell \u0007 rings twice"))
                                                    .called(odd.id()),
                                            admitted.basis()))
                            .waiting())
                    .as("what stands here already may be said again")
                    .isEmpty();
        }

        @Test
        void a_charter_with_a_country_nobody_knows_waits() {
            ItemId id = new ItemId(workspace.id().value());
            Item<Charter> known = workspace.view(zubara.ana).get(Charter.KIND, id);
            for (String code : List.of("BDI", "QQQ", "nowhere")) {
                Charter charter = new Charter("Zubara", List.of("XZU", code), "", "SSR", Optional.empty());
                Merge.Report report = mergedBy(
                        zubara.ana,
                        forger -> forger.change(
                                zubara.ana,
                                known.saying(charter),
                                workspace.view(zubara.ana).get(Charter.KIND, id).basis()));
                if (code.equals("BDI")) {
                    assertThat(report.waiting()).isEmpty();
                } else {
                    assertThat(report.waiting().values()).as(code).containsExactly(Doubt.ODD);
                }
            }
            assertThat(workspace.view(zubara.ana).charter().countries()).containsExactly("XZU", "BDI");
        }

        @Test
        void an_item_does_not_become_something_else() {
            Item<Verdict> other = Item.fresh(Verdict.KIND, new Verdict("x")).called(note.id());
            assertThat(mergedBy(zubara.ana, forger -> forger.change(zubara.ana, other, basis()))
                            .waiting())
                    .containsValue(Doubt.NOT_UNDERSTOOD);
            Item<Note> ana = note("I am ana").called(new ItemId(zubara.ana.value()));
            assertThat(mergedBy(zubara.cai, forger -> forger.change(zubara.cai, ana, Set.of()))
                            .waiting())
                    .containsValue(Doubt.NOT_UNDERSTOOD);
            assertThat(workspace.standing(zubara.ana).mayActAs(Role.OWNER)).isTrue();
        }

        @Test
        void payloads_nobody_speaks_of_are_left_outside() {
            mergedBy(zubara.cai, forger -> {
                Salted stray = new Salted();
                stray.add("stray".getBytes(StandardCharsets.UTF_8));
                forger.add(stray);
                forger.change(zubara.cai, note("x"), Set.of());
            });
            zubara.isSound();
        }

        private void isRefused(String key, java.util.function.Consumer<Forger> forging) {
            Set<Digest> heads = workspace.view(zubara.ana).heads();
            assertThatThrownBy(() -> mergedBy(zubara.ana, forging))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.sentence().key()).isEqualTo(key));
            assertThat(workspace.view(zubara.ana).heads()).isEqualTo(heads);
        }

        /** The digest of what an item says, which every copy holds. */
        private static Digest said(Forger forger, ItemId item) {
            return forger.entries().stream()
                    .flatMap(entry -> entry.change(item).stream())
                    .map(Change::content)
                    .reduce((first, last) -> last)
                    .orElseThrow();
        }

        @Test
        void nobody_gets_at_hidden_words_by_naming_them_as_the_reason_of_a_step() {
            Item<Note> secret = note("for Ana alone").meantFor(named(zubara.ana));
            zubara.put(zubara.ana, secret);
            Merge.Report report = mergedBy(zubara.ana, forger -> {
                Salted payloads = new Salted();
                forger.add(
                        Entry.of(
                                forger.workspace(),
                                forger.heads(),
                                zubara.cai,
                                Instant.parse("2026-04-02T00:00:00Z"),
                                Optional.of(said(forger, secret.id())),
                                List.of(Forger.saying(note("innocent"), payloads, Set.of())),
                                Marks.NONE),
                        payloads);
            });
            assertThat(report.waiting().values()).containsExactly(Doubt.NOT_CONTAINED);
        }

        @Test
        void nobody_has_others_words_erased_by_saying_them_again_under_another_name() {
            Merge.Report report = mergedBy(
                    zubara.ana,
                    forger -> forger.add(List.of(forger.entry(
                            zubara.cai,
                            List.of(new Change(ItemId.fresh(), said(forger, note.id()), List.of(), List.of())),
                            Marks.NONE))));
            assertThat(report.waiting().values()).containsExactly(Doubt.NOT_UNDERSTOOD);
        }

        /** As those were that were written before payloads said to what they belong. */
        @Test
        void words_that_do_not_say_where_they_belong_are_said_in_one_place_only() {
            Salted payloads = new Salted();
            Digest loose = payloads.add(new Contents(Zubara.KINDS).write(note("loose")));
            mergedBy(
                    zubara.cai,
                    forger -> forger.add(
                            forger.entry(
                                    zubara.cai,
                                    List.of(new Change(ItemId.fresh(), loose, List.of(), List.of())),
                                    Marks.NONE),
                            payloads));
            isRefused(
                    "ledger.damage.shared",
                    forger -> forger.add(List.of(forger.entry(
                            zubara.cai,
                            List.of(new Change(ItemId.fresh(), loose, List.of(), List.of())),
                            Marks.NONE))));
        }

        @Test
        void a_graph_that_cannot_be_is_refused_whole() {
            isRefused(
                    "ledger.damage.parent",
                    forger -> forger.add(
                            forger.entry(Set.of(Digest.over(new byte[] {7})), zubara.cai, List.of(), Marks.NONE),
                            new Salted()));
            isRefused(
                    "ledger.damage.parent",
                    forger -> forger.add(forger.entry(List.of(), zubara.cai, List.of(), Marks.NONE), new Salted()));
            isRefused(
                    "ledger.damage.replaced",
                    forger ->
                            forger.change(zubara.cai, note.saying(new Note("x")), Set.of(Digest.over(new byte[] {7}))));
            // Replaces what it does not follow.
            isRefused("ledger.damage.replaced", forger -> {
                Set<Digest> fork = forger.heads();
                Item<Note> other = note("x");
                Digest first = forger.change(zubara.cai, other, Set.of());
                Salted payloads = new Salted();
                forger.add(
                        forger.entry(
                                fork, zubara.cai, List.of(Forger.saying(other, payloads, Set.of(first))), Marks.NONE),
                        payloads);
            });
            // Replaces by an entry that never touched the item.
            isRefused("ledger.damage.replaced", forger -> forger.change(zubara.cai, note("x"), basis()));
            isRefused(
                    "ledger.damage.marks",
                    forger -> forger.add(
                            forger.entry(
                                    zubara.cai, List.of(), Marks.deciding(Set.of(), Set.of(Digest.over(new byte[] {7
                                    })))),
                            new Salted()));
            isRefused("ledger.damage.entry", forger -> {
                Salted payloads = new Salted();
                Change twice = Forger.saying(note("x"), payloads, Set.of());
                forger.add(forger.entry(zubara.cai, List.of(twice, twice), Marks.NONE), payloads);
            });
        }

        @Test
        void entries_of_a_newer_form_are_named() {
            copy = copyFor(zubara.cai);
            try (Forger forger = new Forger(copy);
                    Database raw = Database.travelling(copy)) {
                byte[] written = forger.entry(zubara.cai, List.of(), Marks.NONE).written(workspace.id());
                written[0] = Entry.FORM + 1;
                Digest id = Digest.over(written);
                raw.write(connection -> {
                    try (var insert = connection.prepareStatement("INSERT INTO entry VALUES (?, 999, ?, ?)")) {
                        insert.setString(1, workspace.id().toString());
                        insert.setBytes(2, id.bytes());
                        insert.setBytes(3, written);
                        return insert.executeUpdate();
                    }
                });
                assertThatThrownBy(() -> zubara.merge(zubara.cai, copy))
                        .isInstanceOfSatisfying(Failure.class, failure -> {
                            assertThat(failure.sentence().key()).isEqualTo("ledger.damage.newer");
                            assertThat(failure.sentence().arguments()).containsExactly(id.toString());
                        });
            }
        }

        @Test
        void a_copy_of_another_workspace_is_refused() {
            Workspace other = zubara.workspaces.found(
                    new Charter("Other", List.of("XOT"), "", "SSR", Optional.empty()),
                    zubara.ana,
                    "Ana",
                    Optional.empty(),
                    "");
            Path foreign = folder.resolve("foreign.salus");
            Copy.make(other, zubara.ana, zubara.ana, Zubara.PASSPHRASE, Zubara.CHEAP, foreign);
            assertThatThrownBy(() -> zubara.merge(zubara.ana, foreign))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure ->
                                    assertThat(failure.sentence().key()).isEqualTo("ledger.failure.other-workspace"));
        }

        @Test
        @Tag("slow")
        void a_chain_of_any_length_is_seen_without_falling() {
            int length = 20_000;
            List<ItemId> chain = IntStream.rangeClosed(0, length)
                    .mapToObj(i -> ItemId.fresh())
                    .toList();
            mergedBy(zubara.cai, forger -> {
                Salted payloads = new Salted();
                List<Change> changes = new ArrayList<>();
                for (int i = 0; i < length; i++) {
                    changes.add(Forger.saying(
                            Item.fresh(Tie.KIND, new Tie(chain.get(i + 1), note.id()))
                                    .called(chain.get(i)),
                            payloads,
                            Set.of()));
                }
                changes.add(Forger.saying(note("the end").called(chain.getLast()), payloads, Set.of()));
                forger.add(forger.entry(zubara.cai, changes, Marks.NONE), payloads);
            });
            assertThat(workspace.view(zubara.dee).find(chain.getFirst())).isPresent();
        }

        @Test
        @Tag("slow")
        void a_tangled_graph_is_refused() {
            isRefused("ledger.failure.tangled", forger -> {
                Set<Digest> root = forger.heads();
                List<Entry> all = new ArrayList<>();
                for (int i = 0; i < 3000; i++) {
                    all.add(forger.entry(root, zubara.cai, List.of(), Marks.NONE));
                }
                List<Digest> many = all.stream().map(Entry::id).toList();
                for (int i = 0; i < 3000; i++) {
                    all.add(forger.entry(many.subList(i % 1000, 2000 + i % 1000), zubara.cai, List.of(), Marks.NONE));
                }
                forger.add(all);
            });
        }

        @Test
        @Tag("slow")
        void a_hundred_thousand_entries_are_merged() {
            Merge.Report report = mergedBy(zubara.cai, forger -> {
                Salted payloads = new Salted();
                List<Entry> all = new ArrayList<>();
                Set<Digest> heads = forger.heads();
                Set<Digest> version = basis();
                for (int i = 0; i < 100_000; i++) {
                    Entry entry = forger.entry(
                            heads,
                            zubara.cai,
                            List.of(Forger.saying(note.saying(new Note("text " + i)), payloads, version)),
                            Marks.NONE);
                    heads = Set.of(entry.id());
                    version = heads;
                    all.add(entry);
                }
                forger.add(all);
                forger.add(payloads);
            });
            assertThat(report.waiting()).isEmpty();
            assertThat(text()).isEqualTo("text 99999");
        }
    }

    @Nested
    class Owners {
        @Test
        void two_owners_who_remove_each_other_leave_one() {
            Item<Member> ben = workspace.view(zubara.ana).get(Member.KIND, new ItemId(zubara.ben.value()));
            zubara.put(zubara.ana, ben.saying(new Member("Ben", ben.value().organisation(), "", Role.OWNER)));
            Path copy = copyFor(zubara.ben);
            Zubara.in(
                    copy,
                    inside -> accepted(inside.append(
                            zubara.ben,
                            new Edit.Remove(
                                    inside.view(zubara.ben).get(Member.KIND, new ItemId(zubara.ana.value()))))));
            accepted(workspace.append(
                    zubara.ana,
                    new Edit.Remove(workspace.view(zubara.ana).get(Member.KIND, new ItemId(zubara.ben.value())))));

            Merge.Report report = zubara.merge(zubara.ana, copy);
            assertThat(refused(workspace.decide(zubara.ana, report.waiting().keySet(), Set.of(), "as he wants")))
                    .containsExactly("ledger.refusal.last-owner");
            assertThat(workspace.standing(zubara.ana).mayActAs(Role.OWNER)).isTrue();
        }

        @Test
        void where_copies_disagree_about_a_member_the_lesser_holds() {
            Item<Member> cai = workspace.view(zubara.ana).get(Member.KIND, new ItemId(zubara.cai.value()));
            Path copy = copyFor(zubara.ana);
            Zubara.in(
                    copy,
                    inside -> Zubara.put(
                            inside,
                            zubara.ana,
                            cai.saying(new Member("Cai", Optional.of(Zubara.COALITION), "Coalition", Role.EDITOR))));
            zubara.put(
                    zubara.ana, cai.saying(new Member("Cai", Optional.of(Zubara.MINISTRY), "Ministry", Role.READER)));
            Merge.Report report = zubara.merge(zubara.ana, copy);
            accepted(workspace.decide(zubara.ana, report.waiting().keySet(), Set.of(), "both are true"));

            Standing standing = workspace.standing(zubara.cai);
            assertThat(standing.role()).contains(Role.READER);
            assertThat(standing.organisation()).isEmpty();
        }
    }
}
