package org.salus.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.goals.Objective;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * A change in what an actor does, observed first and traced back afterwards: who changed what, when and where, why it matters, and what contributed (outcome harvesting, Wilson-Grau
 * 2015).
 *
 * @param who the office, institution or group that acts otherwise; never a person
 * @param change what it does otherwise
 * @param when, as exactly as it is known
 * @param place where
 * @param significance why it matters
 * @param contribution what is said to have contributed, and how
 * @param towards the objective it belongs to, where it belongs to one
 * @param source as written; further sources are cited as everywhere
 * @param substantiation whether somebody who knows and was not part of it agrees
 * @param substantiatedBy the office that was asked; never a person
 * @param substantiatedOn when it answered
 */
public record HarvestedOutcome(
        String who,
        String change,
        Optional<PartialDate> when,
        String place,
        String significance,
        String contribution,
        Optional<ItemId> towards,
        String source,
        Substantiation substantiation,
        String substantiatedBy,
        Optional<PartialDate> substantiatedOn,
        String note) {
    /** Whoever may not see the objective does not see it. */
    public static final Kind<HarvestedOutcome> KIND = Kind.of("harvested-outcome", HarvestedOutcome.class)
            .needing(outcome -> outcome.towards().map(Set::of).orElse(Set.of()))
            .ruledInStep((edited, view, step) -> {
                HarvestedOutcome outcome = edited.value();
                List<Sentence> refusals = new ArrayList<>(outcome.refusals());
                boolean leadsNowhere = outcome.towards()
                        .filter(id -> InStep.find(id, view, step)
                                .filter(Objective.class::isInstance)
                                .isEmpty())
                        .isPresent();
                // The objective may have been removed since.
                boolean isAsBefore = view.find(edited.kind(), edited.id())
                        .filter(before -> before.value().towards().equals(outcome.towards()))
                        .isPresent();
                if (leadsNowhere && !isAsBefore) {
                    refusals.add(Sentence.of("impact.outcome.refusal.towards"));
                }
                return refusals;
            });

    private List<Sentence> refusals() {
        List<Sentence> refusals = new ArrayList<>();
        if (who.isBlank()) {
            refusals.add(Sentence.of("impact.outcome.refusal.no-who"));
        }
        if (change.isBlank()) {
            refusals.add(Sentence.of("impact.outcome.refusal.no-change"));
        }
        if (substantiation != Substantiation.NOT_ASKED && substantiatedBy.isBlank()) {
            refusals.add(Sentence.of("impact.outcome.refusal.no-office"));
        }
        return refusals;
    }

    /** Who changed what, in a line. */
    String title() {
        return who + ": " + change.lines().findFirst().orElse("");
    }
}
