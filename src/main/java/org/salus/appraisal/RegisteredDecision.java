package org.salus.appraisal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.PartialDate;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * A decision on record: who took it, who was asked, who could have stopped it, and who pays for it year after year. Everybody in it is an office, never a person.
 *
 * @param title what was decided
 * @param day when, as exactly as it is known
 * @param decidedBy the office that took it
 * @param asked who was asked before
 * @param couldVeto who could have stopped it
 * @param payers who pays the recurrent cost
 * @param absent who was not asked or not in the room, as a source says; nobody is taken to have been absent because nothing is recorded
 * @param objectives it is about
 * @param supports it is about
 * @param document what proves it: minutes, a letter, an article of law
 */
public record RegisteredDecision(
        String title,
        Optional<PartialDate> day,
        String decidedBy,
        List<String> asked,
        List<String> couldVeto,
        List<String> payers,
        List<String> absent,
        List<OnObjective> objectives,
        List<OnSupport> supports,
        String document,
        String note) {
    /** Whoever may not see what it is about does not see it. */
    public static final Kind<RegisteredDecision> KIND = Kind.of("registered-decision", RegisteredDecision.class)
            .needing(RegisteredDecision::needs)
            .ruledBy(PoliticsRules::ofDecision);

    public RegisteredDecision {
        asked = List.copyOf(asked);
        couldVeto = List.copyOf(couldVeto);
        payers = List.copyOf(payers);
        absent = List.copyOf(absent);
        objectives = List.copyOf(objectives);
        supports = List.copyOf(supports);
    }

    /** Whether it says who decided and who could have stopped it. */
    boolean isKnownWhoDecides() {
        return !decidedBy.isBlank() && !couldVeto.isEmpty();
    }

    Set<ItemId> needs() {
        Set<ItemId> needs = new LinkedHashSet<>();
        objectives.forEach(one -> needs.add(one.objective()));
        supports.forEach(one -> needs.add(one.support()));
        return needs;
    }
}
