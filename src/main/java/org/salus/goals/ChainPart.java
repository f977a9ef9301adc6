package org.salus.goals;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/**
 * Which boxes of a chain are shown: all, or those around one; without what is folded away. Folding a box hides what leads to it and to nothing else that is
 * shown. Pure.
 *
 * @param shown the boxes
 * @param folded of each box that is folded and shown, how many boxes it hides
 */
public record ChainPart(Set<ItemId> shown, Map<ItemId, Integer> folded) {
    public ChainPart {
        shown = Set.copyOf(shown);
        folded = Map.copyOf(folded);
    }

    /** All of it. */
    public static ChainPart whole(Chain chain) {
        return of(chain, Optional.empty(), Set.of());
    }

    /**
     * A part.
     *
     * @param around only this box, what leads to it and what follows from it; all if it is not there
     * @param folds boxes that hide what leads to them
     */
    public static ChainPart of(Chain chain, Optional<ItemId> around, Set<ItemId> folds) {
        Set<ItemId> within = around.filter(box -> chain.box(box).isPresent())
                .map(box -> around(chain, box))
                .orElseGet(() -> chain.boxes().stream().map(Item::id).collect(Collectors.toUnmodifiableSet()));
        return within(chain, within, folds);
    }

    /** These boxes, without what is folded away. */
    static ChainPart within(Chain chain, Set<ItemId> boxes, Set<ItemId> folds) {
        Set<ItemId> known = folds.stream().filter(boxes::contains).collect(Collectors.toUnmodifiableSet());
        if (known.isEmpty()) {
            return new ChainPart(boxes, Map.of());
        }
        Map<ItemId, Set<ItemId>> behind = new LinkedHashMap<>();
        Set<ItemId> hidden = new HashSet<>();
        for (ItemId box : known) {
            Set<ItemId> before = new HashSet<>(chain.before(box));
            before.remove(box);
            before.retainAll(boxes);
            behind.put(box, before);
            hidden.addAll(before);
        }
        hidden.removeAll(seen(chain, boxes, known));
        Set<ItemId> shown = new HashSet<>(boxes);
        shown.removeAll(hidden);
        Map<ItemId, Integer> counts = new HashMap<>();
        behind.forEach((box, before) -> {
            if (shown.contains(box)) {
                counts.put(box, (int) before.stream().filter(hidden::contains).count());
            }
        });
        return new ChainPart(shown, counts);
    }

    private static Set<ItemId> around(Chain chain, ItemId box) {
        Set<ItemId> around = new HashSet<>(Set.of(box));
        around.addAll(chain.before(box));
        around.addAll(chain.after(box));
        around.removeIf(one -> chain.box(one).isEmpty());
        return around;
    }

    /** What is met going left from the ends without passing through a folded box. */
    private static Set<ItemId> seen(Chain chain, Set<ItemId> boxes, Set<ItemId> folds) {
        Set<ItemId> seen = new LinkedHashSet<>();
        Deque<ItemId> open = new ArrayDeque<>();
        for (ItemId box : boxes) {
            Collection<Item<Link>> onward = chain.from(box, LinkType.CONTRIBUTES);
            if (onward.stream().noneMatch(link -> boxes.contains(link.value().to()))) {
                open.push(box);
                seen.add(box);
            }
        }
        while (!open.isEmpty()) {
            ItemId box = open.pop();
            if (folds.contains(box)) {
                continue;
            }
            for (Item<Link> link : chain.to(box, LinkType.CONTRIBUTES)) {
                ItemId before = link.value().from();
                if (boxes.contains(before) && seen.add(before)) {
                    open.push(before);
                }
            }
        }
        return seen;
    }
}
