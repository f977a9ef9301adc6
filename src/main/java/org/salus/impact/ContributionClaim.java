package org.salus.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.goals.Goal;
import org.salus.goals.Objective;
import org.salus.goals.Result;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;

/**
 * What somebody claims to have contributed to a change that is planned for: a claim that can be tested, and how it stands in the judgement of an office. How it stands by the evidence is
 * computed, in {@link ClaimReading}.
 *
 * @param about the goal, objective or result
 * @param title the claim, as one sentence
 * @param contributor what is claimed to have contributed: support, a law, an office; never a person
 * @param mechanism how it is said to have led there, step by step
 * @param changed when the change happened, as exactly as it is known
 * @param judged how an office judges it
 * @param judgedBy that office; never a person
 * @param judgedOn when it did
 * @param judgedBecause its reasons
 */
public record ContributionClaim(
        ItemId about,
        String title,
        String contributor,
        String mechanism,
        Optional<PartialDate> changed,
        Optional<ClaimStrength> judged,
        String judgedBy,
        Optional<PartialDate> judgedOn,
        String judgedBecause,
        String note) {
    /** Whoever may not see what it is about does not see it. */
    public static final Kind<ContributionClaim> KIND = Kind.of("contribution-claim", ContributionClaim.class)
            .needing(claim -> Set.of(claim.about()))
            .ruledInStep(ContributionClaim::refusals);

    /** A claim that nobody has judged yet. */
    public static ContributionClaim of(ItemId about, String title, String contributor) {
        return new ContributionClaim(
                about, title, contributor, "", Optional.empty(), Optional.empty(), "", Optional.empty(), "", "");
    }

    /** The same, judged by an office. */
    ContributionClaim judged(ClaimStrength strength, String office, Optional<PartialDate> day, String because) {
        return new ContributionClaim(
                about, title, contributor, mechanism, changed, Optional.of(strength), office, day, because, note);
    }

    private static List<Sentence> refusals(Item<ContributionClaim> edited, View view, Kind.Step step) {
        ContributionClaim claim = edited.value();
        List<Sentence> refusals = new ArrayList<>();
        if (claim.title().isBlank()) {
            refusals.add(Sentence.of("impact.claim.refusal.no-title"));
        }
        if (claim.contributor().isBlank()) {
            refusals.add(Sentence.of("impact.claim.refusal.no-contributor"));
        }
        boolean isAboutAChange = InStep.find(claim.about(), view, step)
                .filter(box -> box instanceof Goal || box instanceof Objective || box instanceof Result)
                .isPresent();
        // What it is about may have been removed since; its evidence is judged all the same.
        boolean isAsBefore = view.find(KIND, edited.id())
                .filter(before -> before.value().about().equals(claim.about()))
                .isPresent();
        if (!isAboutAChange && !isAsBefore) {
            refusals.add(Sentence.of("impact.claim.refusal.about"));
        }
        if (claim.judged().isPresent()
                && (claim.judgedBy().isBlank() || claim.judgedBecause().isBlank())) {
            refusals.add(Sentence.of("impact.claim.refusal.judged"));
        }
        return refusals;
    }
}
