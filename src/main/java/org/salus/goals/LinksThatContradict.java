package org.salus.goals;

import java.util.List;
import java.util.Optional;
import org.salus.framework.Sentence;

/** One box is said to contribute to another and to undermine it. Both may be true; then the chain says under what conditions. */
final class LinksThatContradict implements HoleRule {
    @Override
    public String code() {
        return "contradiction";
    }

    @Override
    public List<Hole> holes(ChainInquiry inquiry) {
        Chain chain = inquiry.chain();
        return chain.links().stream()
                .filter(link -> link.value().type() == LinkType.UNDERMINES
                        && chain.from(link.value().from(), LinkType.CONTRIBUTES).stream()
                                .anyMatch(other ->
                                        other.value().to().equals(link.value().to())))
                .map(link -> inquiry.hole(
                        this,
                        link.value().to().toString(),
                        link.value().from(),
                        Sentence.of(
                                "goals.hole.contradiction",
                                chain.title(link.value().from()),
                                chain.title(link.value().to())),
                        List.of(link.value().to()),
                        Optional.empty(),
                        new Hole.Fix.Look(link.id())))
                .toList();
    }
}
