package org.salus.sector;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salus.framework.DateSpan;
import org.salus.framework.Recorded;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/** What is part of what, at which times. */
final class Belonging {
    private final Map<ItemId, List<Item<Tie>>> upward = new HashMap<>();

    Belonging(List<Item<Tie>> ties) {
        ties.stream().filter(tie -> tie.value().type() == TieType.PART_OF).forEach(this::add);
    }

    void add(Item<Tie> tie) {
        upward.computeIfAbsent(tie.value().from(), from -> new ArrayList<>()).add(tie);
    }

    /** Whether something would be part of itself, through others, at one time. */
    boolean wouldClose(Item<Tie> edited) {
        for (DateSpan when : times(edited.value())) {
            if (reaches(edited.value().to(), edited.value().from(), when, edited.id())) {
                return true;
            }
        }
        return false;
    }

    private boolean reaches(ItemId from, ItemId to, DateSpan when, ItemId except) {
        Deque<ItemId> open = new ArrayDeque<>(List.of(from));
        Set<ItemId> seen = new HashSet<>();
        while (!open.isEmpty()) {
            ItemId at = open.pop();
            if (at.equals(to)) {
                return true;
            }
            if (seen.add(at)) {
                upward.getOrDefault(at, List.of()).stream()
                        .filter(tie -> !tie.id().equals(except))
                        .filter(tie -> times(tie.value()).stream().anyMatch(when::mayMeet))
                        .forEach(tie -> open.push(tie.value().to()));
            }
        }
        return false;
    }

    private static List<DateSpan> times(Tie tie) {
        if (!tie.isSaid()) {
            return List.of(DateSpan.OPEN);
        }
        List<DateSpan> times = new ArrayList<>();
        for (Basis basis : Basis.values()) {
            tie.on(basis).stream()
                    .filter(statement -> statement.recorded() == Recorded.RECORDED)
                    .map(Statement::when)
                    .forEach(times::add);
        }
        return times;
    }
}
