package org.salus.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.framework.Failure;
import org.salus.framework.Wording;
import org.salus.goals.Goal;
import org.salus.ledger.CheapCopy;
import org.salus.ledger.Copy;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Merge;
import org.salus.ledger.Outcome;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;

/** An edition from draft to in force, and what cannot be signed. */
class EditionTest {
    @TempDir
    Path folder;

    private Orvelia orvelia;

    @BeforeEach
    void found() throws IOException {
        orvelia = new Orvelia(folder);
    }

    @AfterEach
    void close() {
        orvelia.close();
    }

    @Test
    void an_edition_is_shared_approved_by_both_sides_agreed_and_in_force() {
        Item<Edition> edition = orvelia.step(orvelia.draw("First", Readership.MEMBERS), "shared");
        edition = orvelia.approve(edition, "donor");
        assertThat(orvelia.refused(orvelia.ana, Orvelia.stepped(edition, "agreed", "2026-03-03")))
                .contains("no office on the side of the partner");
        edition = orvelia.approve(edition, "partner");
        edition = orvelia.step(orvelia.step(edition, "agreed"), "in-force");
        edition = orvelia.step(orvelia.step(edition, "suspended"), "in-force");
        edition = orvelia.step(orvelia.step(edition, "reviewed"), "ended");
        assertThat(edition.value().state()).isEqualTo(EditionState.ENDED);
        assertThat(edition.value().approvals()).hasSize(2);
        assertThat(orvelia.refused(orvelia.ana, Orvelia.stepped(edition, "in-force", "2026-04-01")))
                .contains("cannot become in force");
    }

    @Test
    void a_draft_cannot_be_agreed_and_is_not_approved_before_it_is_shared() {
        Item<Edition> draft = orvelia.draw("First", Readership.MEMBERS);
        assertThat(orvelia.refused(orvelia.ana, Orvelia.stepped(draft, "agreed", "2026-03-03")))
                .contains("draft cannot become agreed");
        assertThat(orvelia.refused(
                        orvelia.ana,
                        Orvelia.approved(draft, "donor", draft.value().digest())))
                .contains("shared before it is approved");
    }

    @Test
    void what_was_approved_has_to_be_exactly_this_version() {
        Item<Edition> edition = orvelia.step(orvelia.draw("First", Readership.MEMBERS), "shared");
        String other = "0".repeat(64);
        assertThat(orvelia.refused(orvelia.ana, Orvelia.approved(edition, "donor", other)))
                .contains("It is another version", "000000000000");
        assertThatThrownBy(() -> new TypedStrategy(Map.of("side", "donor", "date", "2026-03-01")).approval(edition))
                .hasMessageContaining("digest");
        assertThatThrownBy(() -> Orvelia.approved(edition, "neither", other)).hasMessageContaining("donor, partner");
    }

    @Test
    void an_older_edition_is_not_signed_once_a_newer_one_was_shared() {
        Item<Edition> first = orvelia.step(orvelia.draw("First", Readership.MEMBERS), "shared");
        Item<Edition> second = orvelia.draw("Second", Readership.MEMBERS);
        Item<Edition> signed = orvelia.approve(first, "donor");
        orvelia.step(second, "shared");
        assertThat(orvelia.refused(
                        orvelia.ana,
                        Orvelia.approved(signed, "partner", signed.value().digest())))
                .contains("A newer edition", "Second");
    }

    @Test
    void an_approval_names_who_where_and_what_proves_it() {
        Item<Edition> edition = orvelia.step(orvelia.draw("First", Readership.MEMBERS), "shared");
        Approval bare = new Approval(
                Side.DONOR,
                "",
                "An office",
                org.salus.framework.PartialDate.ofYear(2026),
                "",
                "",
                edition.value().digest());
        assertThat(orvelia.refused(orvelia.ana, edition.saying(edition.value().with(bare))))
                .contains("needs who approved");
    }

    @Test
    void nobody_approved_an_edition_before_it_was_shared_and_what_is_approved_later_makes_nothing_agreed_today() {
        Item<Edition> edition = orvelia.step(orvelia.draw("First", Readership.MEMBERS), "shared");
        assertThat(orvelia.refused(orvelia.ana, dated(edition, "donor", "2020-01-01")))
                .contains("An approval of 1 January 2020 lies before the edition was shared, 2 March 2026");
        orvelia.put(orvelia.ana, dated(edition, "donor", "2029-11-28"));
        orvelia.put(orvelia.ana, dated(orvelia.edition(edition.id()), "partner", "2026-03"));
        Item<Edition> early = orvelia.edition(edition.id());
        assertThat(orvelia.refused(orvelia.ana, Orvelia.stepped(early, "agreed", "2026-03-03")))
                .contains("no office on the side of the donor")
                .doesNotContain("the partner");
        orvelia.put(orvelia.ana, Orvelia.stepped(early, "agreed", "2029-11-28"));
    }

    private static Item<Edition> dated(Item<Edition> edition, String side, String date) {
        Approval approval = new Approval(
                side.equals("donor") ? Side.DONOR : Side.PARTNER,
                "The Minister",
                "An office",
                org.salus.framework.PartialDate.of(date),
                "Tamm",
                "Minutes 12",
                edition.value().digest());
        return edition.saying(edition.value().with(approval));
    }

    @Test
    void what_was_written_down_stays() {
        Item<Edition> edition =
                orvelia.approve(orvelia.step(orvelia.draw("First", Readership.MEMBERS), "shared"), "donor");
        Edition said = edition.value();
        Edition without = new Edition(
                said.title(),
                said.readership(),
                said.language(),
                said.heads(),
                said.snapshot(),
                said.digest(),
                said.reviewBy(),
                said.steps(),
                java.util.List.of(),
                said.note());
        assertThat(orvelia.refused(orvelia.ana, edition.saying(without))).contains("stay as they are");
        Edition otherwise = new Edition(
                said.title(),
                said.readership(),
                said.language(),
                said.heads(),
                said.snapshot(),
                "1".repeat(64),
                said.reviewBy(),
                said.steps(),
                said.approvals(),
                said.note());
        assertThat(orvelia.refused(orvelia.ana, edition.saying(otherwise))).contains("does not change");
        assertThat(orvelia.workspace.append(orvelia.ana, new Edit.Remove(edition)))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void an_edition_goes_forward_in_time() {
        Item<Edition> edition = orvelia.step(orvelia.draw("First", Readership.MEMBERS), "shared");
        assertThat(orvelia.refused(orvelia.ana, Orvelia.stepped(edition, "ended", "2026-02-01")))
                .contains("before the one it follows");
    }

    @Test
    void a_working_paper_is_no_edition_and_the_full_edition_is_not_for_everybody() {
        Strategy own = orvelia.now(orvelia.ana, Readership.OWN);
        assertThat(orvelia.refused(orvelia.ana, new TypedStrategy(Map.of("title", "Mine")).draft(own)))
                .contains("nobody else could make it again");
        Item<Edition> full = new TypedStrategy(Map.of("title", "Full"))
                .draft(orvelia.now(orvelia.ana, Readership.MEMBERS))
                .meantFor(Sensitivity.forEverybody());
        assertThat(orvelia.refused(orvelia.ana, full)).contains("only the public edition");
    }

    @Test
    void what_is_restricted_later_is_not_shown_again_and_nothing_is_signed_on_it() {
        Item<Edition> edition = orvelia.step(orvelia.draw("First", Readership.MEMBERS), "shared");
        orvelia.strategies.requireSame(orvelia.workspace, orvelia.ben, edition.value());
        Item<Goal> goal = orvelia.workspace.view(orvelia.ana).list(Goal.KIND).getFirst();
        orvelia.put(
                orvelia.ana,
                goal.meantFor(new Sensitivity.Named(new java.util.TreeSet<>(java.util.List.of(orvelia.ana)))));
        Strategy again = orvelia.strategies.of(orvelia.workspace, orvelia.ana, edition.value());
        assertThat(String.join("\n", again.plain().lines()))
                .doesNotContain(goal.value().title());
        assertThatThrownBy(() -> orvelia.strategies.requireSame(orvelia.workspace, orvelia.ana, edition.value()))
                .hasMessageContaining("Nothing is signed on it");
    }

    @Test
    void an_edition_is_composed_from_its_own_data_also_after_others_were_loaded() throws IOException {
        Item<Edition> edition = orvelia.draw("First", Readership.MEMBERS);
        orvelia.evidence
                .loads()
                .load(
                        java.util.List.of(new LoadInput(
                                "ucdp-ged-19.1-country-year-deaths.csv",
                                "",
                                Path.of("demo/ucdp-ged-19.1-country-year-deaths.csv"))),
                        null,
                        Progress.SILENT);
        assertThat(orvelia.now(orvelia.ana, Readership.MEMBERS).snapshot())
                .isNotEqualTo(edition.value().snapshot());
        orvelia.strategies.requireSame(orvelia.workspace, orvelia.ben, edition.value());
    }

    @Test
    void the_foot_of_an_edition_says_which_step_which_readers_which_digest_and_when_it_is_reviewed() {
        Item<Edition> edition = orvelia.draw("First", Readership.EVERYBODY);
        Strategy strategy = orvelia.strategies.of(orvelia.workspace, orvelia.ana, edition.value());
        assertThat(strategy.document(edition.value().reviewBy()).binding().footer())
                .contains(
                        strategy.entry().substring(0, 12),
                        "public edition",
                        strategy.digest().substring(0, 12),
                        "review by January 2028");
        assertThat(strategy.document(Optional.empty()).binding().footer()).doesNotContain("review");
    }

    @Test
    void versions_that_a_copy_brought_are_put_together_and_no_approval_is_lost() throws Exception {
        Item<Edition> shared = orvelia.step(orvelia.draw("First", Readership.MEMBERS), "shared");
        String digest = shared.value().digest();
        assertThatThrownBy(() ->
                        new TypedStrategy(Map.of("version", "1")).together(shared, orvelia.workspace.view(orvelia.ana)))
                .as("there is one version")
                .isInstanceOf(Failure.class);
        char[] passphrase = "a passphrase for tests".toCharArray();
        Path file = folder.resolve("travelling.salus");
        CheapCopy.make(orvelia.workspace, orvelia.ana, passphrase, file);
        Digest there;
        try (Copy copy = Copy.open(file, passphrase)) {
            Workspace travelling = copy.workspaces(Salus.faces().kinds(), InstantSource.fixed(Orvelia.NOW))
                    .get(orvelia.workspace.id().toString());
            there = ((Outcome.Accepted) travelling.append(
                            orvelia.ana,
                            new Edit.Put(Orvelia.approved(
                                    travelling.view(orvelia.ana).get(Edition.KIND, shared.id()), "donor", digest))))
                    .entry();
            orvelia.approve(shared, "partner");
            Merge.merge(orvelia.workspace, copy, orvelia.ana, "from the meeting");
            if (!orvelia.workspace.view(orvelia.ana).isInConflict(shared.id())) {
                assertThat(orvelia.workspace.decide(orvelia.ana, List.of(there), List.of(), "both were given"))
                        .isInstanceOf(Outcome.Accepted.class);
            }
        }
        View view = orvelia.workspace.view(orvelia.ana);
        Item<Edition> several = orvelia.edition(shared.id());
        assertThat(EditionVersions.of(shared.id(), view).all()).hasSize(2);
        assertThat(new StrategyTables(Wording.english())
                        .versions(EditionVersions.of(shared.id(), view))
                        .rows())
                .hasSize(2);
        assertThat(StrategyAnswers.edition(several, Optional.empty(), view)).containsKey("versions");
        assertThatThrownBy(() -> new TypedStrategy(Map.of()).together(several, view))
                .as("which one is said")
                .hasMessageContaining(there.toString());
        orvelia.put(orvelia.ana, new TypedStrategy(Map.of("version", there.toString())).together(several, view));
        assertThat(orvelia.workspace.view(orvelia.ana).isInConflict(shared.id()))
                .isFalse();
        Item<Edition> together = orvelia.edition(shared.id());
        assertThat(together.value().approvals())
                .extracting(Approval::side)
                .containsExactlyInAnyOrder(Side.DONOR, Side.PARTNER);
        assertThat(orvelia.step(together, "agreed").value().state()).isEqualTo(EditionState.AGREED);
    }
}
