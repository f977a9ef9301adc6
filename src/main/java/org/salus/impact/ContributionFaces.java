package org.salus.impact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.framework.Sentence;
import org.salus.goals.Objective;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.workspace.Contribution;
import org.salus.workspace.Face;
import org.salus.workspace.Field;

/**
 * What contribution analysis, harvested outcomes and the review of a period add to every workspace: kinds of items, how people edit them, places in the rail, and what is told beside
 * goals, objectives and results.
 */
public final class ContributionFaces {
    /** Behind the plan: what became of it. */
    private static final int CLAIMS_PLACE = 66;

    private static final int REVIEW_PLACE = 68;

    private static final Face<ContributionClaim> CLAIM = Face.of(
                    ContributionClaim.KIND,
                    Sentence.of("impact.kind.claim"),
                    (item, view) -> item.value().title(),
                    List.of(
                            Field.line("title", said("claim")).hinted(said("claim.hint")),
                            Field.line("contributor", said("contributor")).hinted(said("contributor.hint")),
                            Field.paragraph("mechanism", said("mechanism")).hinted(said("mechanism.hint")),
                            Field.day("changed", said("changed")),
                            Field.choice("judged", said("judged"), Field.options(ClaimStrength.class), true),
                            Field.line("judgedBy", said("judgedBy")).hinted(said("office.hint")),
                            Field.day("judgedOn", said("judgedOn")),
                            Field.paragraph("judgedBecause", said("judgedBecause")),
                            Field.paragraph("note", said("note"))))
            .telling(Field.item("about", said("about"), Objective.KIND))
            .on(item -> Optional.of(page(item.id())));

    private static final Face<AlternativeExplanation> RIVAL = Face.of(
                    AlternativeExplanation.KIND,
                    Sentence.of("impact.kind.rival"),
                    (item, view) -> item.value().title(),
                    List.of(
                            Field.line("title", said("rival")).hinted(said("rival.hint")),
                            Field.paragraph("note", said("note"))))
            .on(item -> Optional.of(page(item.value().claim())));

    private static final Face<ClaimEvidence> EVIDENCE = Face.of(
                    ClaimEvidence.KIND,
                    Sentence.of("impact.kind.evidence"),
                    (item, view) -> item.value().text().lines().findFirst().orElse(""),
                    List.of(
                            Field.paragraph("text", said("evidence")).hinted(said("evidence.hint")),
                            Field.choice("test", said("test"), TestKind.class),
                            Field.choice("result", said("result"), TestResult.class),
                            Field.line("source", said("source")).hinted(said("source.hint")),
                            Field.day("when", said("when")),
                            Field.paragraph("note", said("note"))))
            .telling(Field.item("alternative", said("of"), AlternativeExplanation.KIND))
            .on(item -> Optional.of(page(item.value().claim())));

    private static final Face<HarvestedOutcome> OUTCOME = Face.of(
                    HarvestedOutcome.KIND,
                    Sentence.of("impact.kind.outcome"),
                    (item, view) -> item.value().title(),
                    List.of(
                            Field.line("who", said("who")).hinted(said("who.hint")),
                            Field.paragraph("change", said("change")).hinted(said("change.hint")),
                            Field.day("when", said("when")),
                            Field.line("place", said("place")),
                            Field.paragraph("significance", said("significance")),
                            Field.paragraph("contribution", said("contribution"))
                                    .hinted(said("contribution.hint")),
                            Field.item("towards", said("towards"), Objective.KIND),
                            Field.line("source", said("source")),
                            Field.choice("substantiation", said("substantiation"), Substantiation.class),
                            Field.line("substantiatedBy", said("substantiatedBy"))
                                    .hinted(said("office.hint")),
                            Field.day("substantiatedOn", said("substantiatedOn")),
                            Field.paragraph("note", said("note"))))
            .on(item -> Optional.of("outcomes"));

    private ContributionFaces() {}

    private static Sentence said(String field) {
        return Sentence.of("impact.field." + field);
    }

    private static String page(ItemId claim) {
        return "contribution/claims/" + claim;
    }

    /** What this adds. */
    public static Contribution contribution() {
        return new Contribution(
                List.of(ContributionClaim.KIND, AlternativeExplanation.KIND, ClaimEvidence.KIND, HarvestedOutcome.KIND),
                List.of(CLAIM, RIVAL, EVIDENCE, OUTCOME),
                List.of(
                        new Contribution.Place(
                                Contribution.Stretch.PROOF,
                                CLAIMS_PLACE,
                                Sentence.of("impact.place.claims"),
                                Sentence.of("impact.claims.title"),
                                "contribution"),
                        new Contribution.Place(
                                Contribution.Stretch.PROOF,
                                REVIEW_PLACE,
                                Sentence.of("impact.place.review"),
                                Sentence.of("impact.place.review.asks"),
                                "review")),
                List.of(),
                List.of((view, layers, item, day) -> beside(view, item)));
    }

    /** What was claimed and seen to become of a change that is planned. */
    private static List<Contribution.Beside> beside(View view, ItemId id) {
        boolean isClaimed = view.list(ContributionClaim.KIND).stream()
                .anyMatch(item -> item.value().about().equals(id));
        List<Item<HarvestedOutcome>> outcomes = view.list(HarvestedOutcome.KIND).stream()
                .filter(item -> item.value().towards().equals(Optional.of(id)))
                .toList();
        if (!isClaimed && outcomes.isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        ClaimBook.of(view).claims().stream()
                                .filter(entry -> entry.claim().about().equals(id))
                                .map(entry -> new Contribution.Beside(
                                        entry.says(),
                                        view.workspace(),
                                        page(entry.item().id()))),
                        outcomes.stream()
                                .map(item -> new Contribution.Beside(
                                        Sentence.of(
                                                "impact.outcome.beside",
                                                item.value().title()),
                                        view.workspace(),
                                        "outcomes")))
                .toList();
    }
}
