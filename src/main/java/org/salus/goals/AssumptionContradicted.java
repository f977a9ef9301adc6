package org.salus.goals;

import java.util.List;
import java.util.Optional;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;

/**
 * The chain rests on something that is not so, by a source or by a reason that somebody wrote. Where neither is there, nothing is recorded against it but a mark:
 * that makes no finding, and it is asked what speaks against it.
 */
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
                        .map(link -> found(inquiry, assumption, link.value())))
                .toList();
    }

    private Hole found(ChainInquiry inquiry, Item<Assumption> assumption, Link link) {
        boolean hasSource = !assumption.citations().isEmpty();
        boolean hasReason = !assumption.value().because().isBlank();
        String part = assumption.id().toString();
        String box = inquiry.chain().title(link.from());
        String title = assumption.value().title();
        if (!hasSource && !hasReason) {
            return inquiry.question(
                    this,
                    part,
                    link.from(),
                    Sentence.of("goals.hole.assumption-contradicted.unsaid", box, title),
                    List.of(assumption.id()),
                    new Hole.Fix.Fill(assumption.id(), "because"));
        }
        return inquiry.hole(
                this,
                part,
                link.from(),
                Sentence.of("goals.hole.assumption-contradicted" + (hasSource ? "" : ".unsourced"), box, title),
                List.of(assumption.id()),
                Optional.empty(),
                new Hole.Fix.Look(assumption.id()));
    }
}
