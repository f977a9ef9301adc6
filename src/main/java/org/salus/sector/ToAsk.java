package org.salus.sector;

import java.util.List;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;

/**
 * A question that nobody has answered yet. It says something about our record and nothing about those it names.
 *
 * @param rule which rule would know more with an answer
 * @param name lasting name
 * @param asks the question in words
 * @param about the actors concerned, the one whose oversight it is about first
 * @param ties the ties that would hold the answer, where they are on the map already
 */
public record ToAsk(String rule, String name, Sentence asks, List<ItemId> about, List<ItemId> ties) {
    public ToAsk {
        about = List.copyOf(about);
        ties = List.copyOf(ties);
    }
}
