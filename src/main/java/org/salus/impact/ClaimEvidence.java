package org.salus.impact;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;

/**
 * A piece of evidence that a claim, or another explanation of the same change, is tested by. What is found speaks for the explanation, what is not found although it was looked for
 * speaks against it; how much is a matter of the test.
 *
 * @param alternative the other explanation that is tested; empty where it is the claim itself
 * @param text what would be found if the explanation holds, and what was
 * @param test what finding it, or not, can say
 * @param result what came of looking
 * @param source as written; further sources are cited as everywhere. What has none counts as a straw in the wind at most
 * @param when it is from, as exactly as it is known
 */
public record ClaimEvidence(
        ItemId claim,
        Optional<ItemId> alternative,
        String text,
        TestKind test,
        TestResult result,
        String source,
        Optional<PartialDate> when,
        String note) {
    /** Whoever may not see the claim or the explanation does not see it. */
    public static final Kind<ClaimEvidence> KIND = Kind.of("claim-evidence", ClaimEvidence.class)
            .needing(ClaimEvidence::needs)
            .ruledInStep(ClaimEvidence::refusals);

    private Set<ItemId> needs() {
        Set<ItemId> needs = new LinkedHashSet<>(Set.of(claim));
        alternative.ifPresent(needs::add);
        return needs;
    }

    private static List<Sentence> refusals(Item<ClaimEvidence> edited, View view, Kind.Step step) {
        ClaimEvidence evidence = edited.value();
        List<Sentence> refusals = new ArrayList<>();
        if (evidence.text().isBlank()) {
            refusals.add(Sentence.of("impact.evidence.refusal.no-text"));
        }
        boolean isOfAnotherClaim = evidence.alternative()
                .filter(id -> InStep.find(id, view, step)
                        .filter(rival -> rival instanceof AlternativeExplanation other
                                && other.claim().equals(evidence.claim()))
                        .isEmpty())
                .isPresent();
        if (isOfAnotherClaim) {
            refusals.add(Sentence.of("impact.evidence.refusal.alternative"));
        }
        return refusals;
    }
}
