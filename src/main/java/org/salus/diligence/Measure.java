package org.salus.diligence;

import java.util.Optional;
import java.util.Set;
import org.salus.framework.PartialDate;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * What is done so that a risk does not come true.
 *
 * @param owner the office that does it, never a person
 * @param due when it has to be done
 * @param done when it was
 * @param evidence what shows that it was done; may be empty
 * @param first whether it has to be done before support begins
 */
public record Measure(
        ItemId caseFile,
        String text,
        String owner,
        Optional<PartialDate> due,
        Optional<PartialDate> done,
        String evidence,
        boolean first) {
    /** Whoever may not see the case does not see it. */
    public static final Kind<Measure> KIND = Kind.of("diligence-measure", Measure.class)
            .needing(measure -> Set.of(measure.caseFile()))
            .ruledBy(CaseRules::ofMeasure)
            .removedBy(CaseRules::ofMeasureRemoved);
}
