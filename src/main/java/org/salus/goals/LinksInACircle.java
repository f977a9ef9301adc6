package org.salus.goals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;

/** Boxes that contribute to each other in a circle: none of them comes first. New links are refused; merged copies may bring a circle nevertheless. */
final class LinksInACircle implements HoleRule {
    @Override
    public String code() {
        return "circle";
    }

    @Override
    public List<Hole> holes(ChainInquiry inquiry) {
        Chain chain = inquiry.chain();
        return chain.circles().stream()
                .map(circle -> inquiry.hole(
                        this,
                        "",
                        circle.stream().min(ItemId::compareTo).orElseThrow(),
                        Sentence.of(
                                "goals.hole.circle",
                                circle.stream().map(chain::title).collect(Collectors.joining(Hole.BETWEEN_TITLES))),
                        circle,
                        Optional.empty(),
                        new Hole.Fix.Look(circle.getFirst())))
                .toList();
    }
}
