package org.salus.goals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Gap;
import org.salus.framework.ResultLevel;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;

/** Our own support that serves no objective is driven by the instrument, not by a goal. Of others' support it is only said that no objective is linked yet. */
final class SupportWithoutObjective implements HoleRule {
    @Override
    public String code() {
        return "no-objective";
    }

    @Override
    public List<Hole> holes(ChainInquiry inquiry) {
        Chain chain = inquiry.chain();
        List<Hole> holes = new ArrayList<>();
        for (Item<Support> support : chain.list(Support.KIND)) {
            boolean serves = chain.isAny(ResultLevel.OBJECTIVE, chain.after(support.id()));
            if (serves) {
                continue;
            }
            Hole.Fix fix = new Hole.Fix.LinkOnwards(support.id());
            String title = support.value().title();
            holes.add(
                    support.value().isOurs()
                            ? inquiry.hole(
                                    this,
                                    "",
                                    support.id(),
                                    Sentence.of("goals.hole.no-objective.ours", title),
                                    List.of(),
                                    Optional.of(Gap.LOGIC),
                                    fix)
                            : inquiry.note(
                                    this,
                                    "",
                                    support.id(),
                                    Sentence.of(
                                            "goals.hole.no-objective.others",
                                            support.value().donor(),
                                            title),
                                    fix));
        }
        return holes;
    }
}
