package org.salus.ledger;

import java.util.List;
import java.util.Optional;
import org.salus.framework.Sentence;

/** Whether a proposal can be written, and as what. */
sealed interface Judgement {
    /**
     * It can.
     *
     * @param received entries of a copy, to be taken in before, as they are
     * @param why the reason, if one is given; it becomes a payload with the entry, to which it belongs
     * @param payloads what is spoken of and not kept yet
     */
    record Yes(List<Entry> received, List<Change> changes, Marks marks, Optional<Reason> why, Salted payloads)
            implements Judgement {}

    /** It cannot. */
    record No(Outcome outcome) implements Judgement {
        static No because(Sentence reason) {
            return new No(Outcome.Refused.because(reason));
        }
    }
}
