package org.salus.goals;

import java.util.List;
import java.util.Optional;
import org.salus.framework.Sentence;

/** The chain rests on something that, by what is recorded, is not so. */
final class AssumptionContradicted implements HoleRule {
    @Override
    public String code() {
        return "assumption-contradicted";
    }

    @Override
    public List<Hole> holes(ChainInquiry inquiry) {
        Chain chain = inquiry.chain();
        return chain.assumptions().stream()
                .filter(assumption -> assumption.value().state() == AssumptionState.CONTRADICTED)
                .flatMap(assumption -> chain.to(assumption.id(), LinkType.RESTS_ON).stream()
                        .map(link -> inquiry.hole(
                                this,
                                assumption.id().toString(),
                                link.value().from(),
                                Sentence.of(
                                        "goals.hole.assumption-contradicted",
                                        chain.title(link.value().from()),
                                        assumption.value().title()),
                                List.of(assumption.id()),
                                Optional.empty(),
                                new Hole.Fix.Look(assumption.id()))))
                .toList();
    }
}
