package org.salus.goals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/** A goal of which everything whose means are said trains or equips. What does not say by what it works is not counted, and makes no finding. */
final class OnlyTrainsOrEquips implements HoleRule {
    private static final Set<Means> ALONE = Set.of(Means.TRAIN, Means.EQUIP);

    @Override
    public String code() {
        return "train-and-equip";
    }

    @Override
    public List<Hole> holes(ChainInquiry inquiry) {
        Chain chain = inquiry.chain();
        List<Hole> holes = new ArrayList<>();
        for (Item<Goal> goal : chain.list(Goal.KIND)) {
            List<ItemId> said = new ArrayList<>();
            boolean others = false;
            for (ItemId box : chain.before(goal.id())) {
                Optional<Means> means = chain.box(box).flatMap(item -> means(item.value()));
                if (means.isPresent()) {
                    said.add(box);
                    others |= !ALONE.contains(means.get());
                }
            }
            if (!said.isEmpty() && !others) {
                holes.add(inquiry.hole(
                        this,
                        "",
                        goal.id(),
                        Sentence.of("goals.hole.train-and-equip", goal.value().title(), said.size()),
                        said,
                        Optional.empty(),
                        new Hole.Fix.AddBefore(goal.id(), "objective")));
            }
        }
        return holes;
    }

    private static Optional<Means> means(Box box) {
        return switch (box) {
            case Result result -> result.means();
            case Support support -> support.means();
            case Goal goal -> Optional.empty();
            case Objective objective -> Optional.empty();
        };
    }

    /** Whether its authors say that it works by training or equipment. */
    static boolean isTrainingOrEquipment(Result result) {
        return result.means().filter(ALONE::contains).isPresent();
    }
}
