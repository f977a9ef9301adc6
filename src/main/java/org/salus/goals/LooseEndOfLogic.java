package org.salus.goals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Gap;
import org.salus.framework.ResultLevel;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/** A goal to which no objective leads, an objective that leads to no goal, a result that leads to no objective; and links of which an end is gone. */
final class LooseEndOfLogic implements HoleRule {
    @Override
    public String code() {
        return "loose-end";
    }

    @Override
    public List<Hole> holes(ChainInquiry inquiry) {
        Chain chain = inquiry.chain();
        List<Hole> holes = new ArrayList<>();
        for (Item<? extends Box> box : chain.boxes()) {
            switch (box.value().level()) {
                case GOAL -> {
                    if (!chain.isAny(ResultLevel.OBJECTIVE, chain.before(box.id()))) {
                        holes.add(found(inquiry, box, "goal", new Hole.Fix.AddBefore(box.id(), "objective")));
                    }
                }
                case OBJECTIVE -> {
                    if (!chain.isAny(ResultLevel.GOAL, chain.after(box.id()))) {
                        holes.add(found(inquiry, box, "objective", new Hole.Fix.LinkOnwards(box.id())));
                    }
                }
                case RESULT -> {
                    if (!chain.isAny(ResultLevel.OBJECTIVE, chain.after(box.id()))) {
                        holes.add(found(inquiry, box, "result", new Hole.Fix.LinkOnwards(box.id())));
                    }
                }
                case ACTIVITY -> {
                    // Support has a rule of its own, as others' is not judged.
                }
            }
        }
        for (Item<Link> link : chain.links()) {
            if (!chain.holds(link.value().from()) || !chain.holds(link.value().to())) {
                ItemId end = chain.holds(link.value().from())
                        ? link.value().from()
                        : link.value().to();
                holes.add(inquiry.note(
                        this,
                        link.id().toString(),
                        end,
                        Sentence.of("goals.hole.loose-end.link", chain.title(end)),
                        new Hole.Fix.Look(link.id())));
            }
        }
        return holes;
    }

    private Hole found(ChainInquiry inquiry, Item<? extends Box> box, String what, Hole.Fix fix) {
        return inquiry.hole(
                this,
                "",
                box.id(),
                Sentence.of("goals.hole.loose-end." + what, box.value().title()),
                List.of(),
                Optional.of(Gap.LOGIC),
                fix);
    }
}
