package org.salus.goals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;

/** An outcome or objective whose words speak of what is handed over, not of what changes. A question of words: people who meant it otherwise say so. */
final class OutputPosingAsOutcome implements HoleRule {
    @Override
    public String code() {
        return "output-as-outcome";
    }

    @Override
    public List<Hole> holes(ChainInquiry inquiry) {
        List<Hole> holes = new ArrayList<>();
        for (Item<? extends Box> box : inquiry.chain().boxes()) {
            boolean isSaidToChange = box.value() instanceof Objective
                    || (box.value() instanceof Result result && result.kind() == ResultKind.OUTCOME);
            if (!isSaidToChange) {
                continue;
            }
            Optional<String> word = inquiry.outputWords().find(box.value().title());
            if (word.isPresent()) {
                holes.add(found(
                        inquiry,
                        box,
                        Sentence.of(
                                "goals.hole.output-as-outcome.word", box.value().title(), word.get())));
            } else if (box.value() instanceof Result result && OnlyTrainsOrEquips.isTrainingOrEquipment(result)) {
                holes.add(found(
                        inquiry,
                        box,
                        Sentence.of(
                                "goals.hole.output-as-outcome.means",
                                box.value().title())));
            }
        }
        return holes;
    }

    private Hole found(ChainInquiry inquiry, Item<? extends Box> box, Sentence says) {
        return inquiry.hole(
                this, "", box.id(), says, List.of(), Optional.empty(), new Hole.Fix.Fill(box.id(), "title"));
    }
}
