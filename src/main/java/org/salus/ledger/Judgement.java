package org.salus.ledger;

import java.util.Map;
import java.util.Set;

/** Whether a proposal can be written, and as what. */
sealed interface Judgement {
    /**
     * It can.
     *
     * @param contents what each item says from now on
     * @param replaced the versions each takes the place of
     */
    record Yes(Map<ItemId, byte[]> contents, Map<ItemId, Set<Digest>> replaced, Marks marks) implements Judgement {}

    /** It cannot. */
    record No(Outcome outcome) implements Judgement {}
}
