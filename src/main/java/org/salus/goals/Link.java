package org.salus.goals;

import java.util.Set;
import org.salus.framework.Directness;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * What one element of a chain does to another. A hypothesis, like the chain.
 *
 * @param from the left end: support, result, objective, goal, or a risk
 * @param to the right end, or the assumption it rests on
 * @param assumption what has to be true for this link, in a sentence
 * @param strength how well it is supported by its sources
 */
public record Link(
        ItemId chain,
        ItemId from,
        LinkType type,
        ItemId to,
        Directness directness,
        String assumption,
        Strength strength) {
    public static final Kind<Link> KIND = Kind.of("results-link", Link.class)
            .needing(link -> Set.copyOf(java.util.List.of(link.chain(), link.from(), link.to()).stream()
                    .distinct()
                    .toList()))
            .onceNamedByWords()
            .ruledBy(LinkRules::refusals);

    /** That it contributes; nothing else is said. */
    public static Link of(ItemId chain, ItemId from, ItemId to) {
        return new Link(chain, from, LinkType.CONTRIBUTES, to, Directness.DIRECT, "", Strength.UNKNOWN);
    }
}
