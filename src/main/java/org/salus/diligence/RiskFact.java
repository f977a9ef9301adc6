package org.salus.diligence;

import java.util.Optional;
import java.util.Set;
import org.salus.framework.PartialDate;
import org.salus.framework.Recorded;
import org.salus.ledger.Confidence;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * Something that bears on the risk of a case, or that was looked for and not found. It is said once and serves every regime.
 *
 * @param topic the code of what it is about; {@code other} for anything else
 * @param recorded whether it is so, or is recorded as absent, by that source
 * @param source as written; further sources are cited as everywhere
 * @param when it happened or holds, as exactly as it is known
 * @param learned the day on which whoever keeps the case learned of it
 */
public record RiskFact(
        ItemId caseFile,
        String topic,
        Recorded recorded,
        String text,
        String source,
        Optional<PartialDate> when,
        PartialDate learned,
        Confidence confidence) {
    /** Whoever may not see the case does not see it. */
    public static final Kind<RiskFact> KIND = Kind.of("diligence-fact", RiskFact.class)
            .needing(fact -> Set.of(fact.caseFile()))
            .ruledBy(CaseRules::ofFact)
            .removedBy(CaseRules::ofFactRemoved);
}
