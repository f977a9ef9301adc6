package org.salus.goals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.framework.ObjectiveDemand;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.workspace.Answer;

/**
 * What rules find in a chain.
 *
 * @param edition of the rules
 * @param objectives how many there are
 * @param met of each thing an objective needs, how many objectives have it
 * @param holes in the order of the rules, within a rule from left to right
 */
public record HolesAnswer(String edition, int objectives, Map<ObjectiveDemand, Integer> met, List<Hole> holes) {
    public HolesAnswer {
        met = Map.copyOf(met);
        holes = List.copyOf(holes);
    }

    /** The hole of that name. */
    public Optional<Hole> hole(String name) {
        return holes.stream().filter(hole -> hole.name().equals(name)).findFirst();
    }

    /**
     * The names of holes that somebody has answered as they are now. The one place that tells which holes are answered, for whatever room asks.
     *
     * @param view of the reader, in which the answers are
     * @param chain in which these holes were found
     */
    public Set<String> answered(View view, Chain chain) {
        Map<String, List<Item<Answer>>> replies = view.list(Answer.KIND).stream()
                .collect(Collectors.groupingBy(answer -> answer.value().finding()));
        return holes.stream()
                .filter(hole -> replies.getOrDefault(hole.name(), List.of()).stream()
                        .anyMatch(reply -> hole.whyOpen(reply, chain, view).isEmpty()))
                .map(Hole::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The holes of a box. */
    public List<Hole> at(ItemId box) {
        return holes.stream().filter(hole -> hole.box().equals(box)).toList();
    }

    /** Holes and questions nobody has answered; notes are never open. */
    public List<Hole> open(Set<String> answered) {
        return holes.stream()
                .filter(hole -> hole.weight() != Hole.Weight.NOTE && !answered.contains(hole.name()))
                .toList();
    }
}
