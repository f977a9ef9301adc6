package org.salus.goals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.ObjectiveDemand;
import org.salus.ledger.ItemId;

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
