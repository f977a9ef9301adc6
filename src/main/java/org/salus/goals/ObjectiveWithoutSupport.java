package org.salus.goals;

import java.util.List;
import java.util.Optional;
import org.salus.framework.Gap;
import org.salus.framework.ResultLevel;
import org.salus.framework.Sentence;

/** An objective that nobody supports yet, by what is recorded here: a gap to be filled, or support that is not linked. */
final class ObjectiveWithoutSupport implements HoleRule {
    @Override
    public String code() {
        return "no-support";
    }

    @Override
    public List<Hole> holes(ChainInquiry inquiry) {
        Chain chain = inquiry.chain();
        return chain.list(Objective.KIND).stream()
                .filter(objective -> !chain.isAny(ResultLevel.ACTIVITY, chain.before(objective.id())))
                .map(objective -> inquiry.hole(
                        this,
                        "",
                        objective.id(),
                        Sentence.of("goals.hole.no-support", objective.value().title()),
                        List.of(),
                        Optional.of(Gap.SUPPORT),
                        new Hole.Fix.AddBefore(objective.id(), "support")))
                .toList();
    }
}
