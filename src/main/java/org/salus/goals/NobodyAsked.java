package org.salus.goals;

import java.util.ArrayList;
import java.util.List;
import org.salus.framework.Pillar;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;

/**
 * What is asked of every plan: for whom, what it moves, who may be left out or made less safe, who would feel threatened by a stronger force, why this, here
 * and now, in which institution, and on what an expected effect rests.
 */
final class NobodyAsked implements HoleRule {
    @Override
    public String code() {
        return "not-asked";
    }

    @Override
    public List<Hole> holes(ChainInquiry inquiry) {
        List<Hole> holes = new ArrayList<>();
        for (Item<Goal> item : inquiry.chain().list(Goal.KIND)) {
            Goal goal = item.value();
            ask(inquiry, holes, item, "forWhom", goal.forWhom().isBlank());
            ask(inquiry, holes, item, "aims", goal.aims().isEmpty());
            ask(inquiry, holes, item, "leftOut", goal.leftOut().isBlank());
            ask(
                    inquiry,
                    holes,
                    item,
                    "effects",
                    goal.effects().stream()
                            .anyMatch(effect -> effect.assumption().isBlank()));
        }
        for (Item<Objective> item : inquiry.chain().list(Objective.KIND)) {
            Objective objective = item.value();
            ask(
                    inquiry,
                    holes,
                    item,
                    "institution",
                    objective.institution().isEmpty()
                            && objective.institutionName().isBlank());
            ask(
                    inquiry,
                    holes,
                    item,
                    "characteristic",
                    objective.characteristic().isEmpty());
            ask(inquiry, holes, item, "why", objective.why().isBlank());
            ask(
                    inquiry,
                    holes,
                    item,
                    "threatened",
                    objective.threatened().isBlank()
                            && inquiry.pillars(objective).contains(Pillar.PROVIDERS));
            ask(
                    inquiry,
                    holes,
                    item,
                    "takenFrom",
                    !objective.takenFrom().isBlank()
                            && objective
                                    .takenFrom()
                                    .strip()
                                    .equals(objective.title().strip()));
        }
        return holes;
    }

    private void ask(ChainInquiry inquiry, List<Hole> holes, Item<? extends Box> box, String field, boolean isOpen) {
        if (isOpen) {
            holes.add(inquiry.question(
                    this,
                    field,
                    box.id(),
                    Sentence.of("goals.hole.not-asked." + field, box.value().title()),
                    new Hole.Fix.Fill(box.id(), field.equals("takenFrom") ? "title" : field)));
        }
    }
}
