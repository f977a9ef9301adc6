package org.salus.goals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Gap;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Item;

/** An indicator that is to rise to a target below its baseline, or to fall to one above: its direction or one of its numbers is wrong. */
final class TargetOnTheOtherSide implements HoleRule {
    @Override
    public String code() {
        return "other-way";
    }

    @Override
    public List<Hole> holes(ChainInquiry inquiry) {
        List<Hole> holes = new ArrayList<>();
        for (Item<Indicator> item : inquiry.indicators()) {
            Indicator indicator = item.value();
            Direction said = indicator.direction();
            Optional<Direction> leads = indicator.leads();
            if ((said == Direction.UP || said == Direction.DOWN) && leads.isPresent() && leads.get() != said) {
                holes.add(inquiry.hole(
                        this,
                        item.id().toString(),
                        indicator.of(),
                        Sentence.of(
                                "goals.hole.other-way." + said.code(),
                                indicator.title(),
                                Wording.figure(indicator.baseline().value().orElseThrow()),
                                Wording.figure(indicator.target().value().orElseThrow())),
                        List.of(item.id()),
                        Optional.of(Gap.LOGIC),
                        new Hole.Fix.Fill(item.id(), "direction")));
            }
        }
        return holes;
    }
}
