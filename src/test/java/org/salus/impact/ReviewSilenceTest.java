package org.salus.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.evidence.Evidence;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.goals.Assumption;
import org.salus.goals.AssumptionState;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.portfolio.Supports;
import org.salus.workspace.WorkPlace;

/** A review tells its reader the same with and without what this reader may not see; and whoever may see it is told. */
class ReviewSilenceTest {
    private static final ReviewPeriod YEARS = new ReviewPeriod(LocalDate.of(2000, 1, 1), LocalDate.of(2029, 12, 31));
    private static final Optional<PartialDate> MARCH = Optional.of(PartialDate.of("2025-03"));

    @TempDir
    private Path folder;

    private final AccountId ana = new AccountId(UUID.randomUUID());
    private final AccountId ben = new AccountId(UUID.randomUUID());
    private Database database;
    private Evidence evidence;
    private Workspace workspace;
    private Item<Objective> pay;
    private Item<ContributionClaim> claim;

    @BeforeEach
    void theyShareAWorkspace() {
        database = new WorkPlace(folder).open();
        evidence = Evidence.open(folder);
        workspace = Workspaces.open(database, Salus.faces().kinds(), InstantSource.system())
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        Item<ResultsChain> plan = put(Item.fresh(ResultsChain.KIND, ResultsChain.of("a plan")), "");
        pay = put(Item.fresh(Objective.KIND, Objective.of(plan.id(), "Pay reaches every post")), "");
        claim = put(
                Item.fresh(ContributionClaim.KIND, ContributionClaim.of(pay.id(), "The law led to it", "A law")),
                "the council asked");
        put(evidence(TestResult.PASSED, "Gazette"), "");
        put(
                new Item<>(
                        new ItemId(ben.value()),
                        Member.KIND,
                        Sensitivity.forMembers(),
                        List.of(),
                        new Member("Ben", Optional.empty(), "", Role.READER),
                        Set.of()),
                "");
    }

    @AfterEach
    void end() {
        evidence.close();
        database.close();
    }

    private Item<ClaimEvidence> evidence(TestResult result, String source) {
        return Item.fresh(
                ClaimEvidence.KIND,
                new ClaimEvidence(
                        claim.id(), Optional.empty(), "what was found", TestKind.HOOP, result, source, MARCH, ""));
    }

    private <T extends Record> Item<T> put(Item<T> item, String why) {
        assertThat(workspace.append(ana, List.of(new Edit.Put(item)), Reason.of(Act.EDIT, why)))
                .isInstanceOf(Outcome.Accepted.class);
        return item;
    }

    private PeriodReview review(AccountId reader) {
        return PeriodReviews.own().of(workspace, reader, YEARS, evidence.snapshot(), Supports.shipped(), Salus.faces());
    }

    private String told(AccountId reader) {
        return new ReviewDocument(review(reader), Wording.english())
                .document(YEARS.until())
                .blocks()
                .toString();
    }

    @Test
    void what_is_kept_for_somebody_else_changes_no_part_of_it() {
        List<ReviewPart> before = review(ben).parts();
        Sensitivity forAna = new Sensitivity.Named(new TreeSet<>(Set.of(ana)));
        put(evidence(TestResult.FAILED, "canary-source").meantFor(forAna), "canary-why");
        Item<AlternativeExplanation> rival = put(
                Item.fresh(AlternativeExplanation.KIND, new AlternativeExplanation(claim.id(), "canary-rival", ""))
                        .meantFor(forAna),
                "");
        put(
                Item.fresh(ContributionClaim.KIND, ContributionClaim.of(pay.id(), "canary-claim", "canary-contributor"))
                        .meantFor(forAna),
                "");
        put(
                Item.fresh(
                                HarvestedOutcome.KIND,
                                new HarvestedOutcome(
                                        "canary-who",
                                        "canary-change",
                                        MARCH,
                                        "",
                                        "",
                                        "",
                                        Optional.of(pay.id()),
                                        "",
                                        Substantiation.NOT_ASKED,
                                        "",
                                        Optional.empty(),
                                        ""))
                        .meantFor(forAna),
                "");
        assertThat(review(ben).parts()).isEqualTo(before);
        assertThat(told(ben)).contains("By the evidence plausible").doesNotContain("canary", "By the evidence contra");
        assertThat(told(ana))
                .contains("canary-who", "canary-change", "canary-why", "By the evidence contradicted")
                .contains(rival.value().title());
    }

    @Test
    void what_is_about_something_that_may_not_be_seen_is_not_seen_either() {
        put(
                pay.meantFor(new Sensitivity.Named(new TreeSet<>(Set.of(ana))))
                        .basedOn(workspace
                                .view(ana)
                                .get(Objective.KIND, pay.id())
                                .basis()),
                "kept");
        assertThat(ClaimBook.of(workspace.view(ben)).claims()).isEmpty();
        assertThat(told(ben)).contains("No claim of contribution is dated").doesNotContain("The law led to it");
    }

    @Test
    void an_assumption_is_learned_of_once_somebody_says_how_the_field_speaks_of_it() {
        Item<Assumption> banks = put(
                Item.fresh(
                        Assumption.KIND,
                        new Assumption(pay.value().chain(), "There are banks", AssumptionState.UNTESTED, "")),
                "");
        assertThat(told(ben))
                .contains("How the field speaks of an assumption was not written down")
                .doesNotContain("There are banks");
        put(
                banks.saying(new Assumption(
                                pay.value().chain(),
                                "There are banks",
                                AssumptionState.CONTRADICTED,
                                "The nearest is two days away"))
                        .basedOn(workspace
                                .view(ana)
                                .get(Assumption.KIND, banks.id())
                                .basis()),
                "");
        assertThat(told(ben)).contains("There are banks", "The nearest is two days away");
    }

    @Test
    void a_claim_outlives_the_objective_it_was_about() {
        assertThat(workspace.append(ana, new Edit.Remove(workspace.view(ana).get(Objective.KIND, pay.id()))))
                .isInstanceOf(Outcome.Accepted.class);
        ClaimEntry entry = ClaimBook.of(workspace.view(ana)).find("The law led to it");
        assertThat(entry.about()).isEmpty();
        assertThat(entry.reading().strength()).isEqualTo(ClaimStrength.PLAUSIBLE);
        put(
                entry.item()
                        .saying(entry.claim()
                                .judged(ClaimStrength.PLAUSIBLE, "Evaluation", Optional.empty(), "It was seen")),
                "");
        assertThat(told(ana)).contains("Evaluation judges it plausible");
        assertThat(workspace.append(
                        ana,
                        new Edit.Put(Item.fresh(
                                ContributionClaim.KIND,
                                ContributionClaim.of(pay.id(), "A new one about what is gone", "A law")))))
                .isInstanceOf(Outcome.Refused.class);
    }
}
