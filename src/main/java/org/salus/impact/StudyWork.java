package org.salus.impact;

import org.salus.framework.Failure;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;

/** Whoever works studies out: at once for somebody alone, in turn where many ask. */
public interface StudyWork {
    /**
     * What a study comes to; waited for.
     *
     * @param view of whoever asks, who has to see the rows
     * @param study its item
     * @param asked the study as it is asked now, which may differ from how the item says it
     * @throws Failure that says in which of the settings it lies why its rows do not answer, or that nothing is worked out now
     */
    ImpactAnswer answer(View view, ItemId study, ImpactStudy asked);
}
