package org.salus.goals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Gap;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;

/** An indicator whose target is dated before its baseline: nothing can be reached before it began. Only what is sure of coarse dates is told. */
final class TargetBeforeBaseline implements HoleRule {
    @Override
    public String code() {
        return "target-first";
    }

    @Override
    public List<Hole> holes(ChainInquiry inquiry) {
        List<Hole> holes = new ArrayList<>();
        for (Item<Indicator> item : inquiry.indicators()) {
            Indicator indicator = item.value();
            Optional<PartialDate> begins = indicator.baseline().on();
            Optional<PartialDate> ends = indicator.target().on();
            if (begins.isPresent() && ends.isPresent() && ends.get().isSurelyBefore(begins.get())) {
                holes.add(inquiry.hole(
                        this,
                        item.id().toString(),
                        indicator.of(),
                        Sentence.of("goals.hole.target-first", indicator.title(), ends.get(), begins.get()),
                        List.of(item.id()),
                        Optional.of(Gap.LOGIC),
                        new Hole.Fix.Fill(item.id(), "target")));
            }
        }
        return holes;
    }
}
