package org.salus.goals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.salus.framework.ResultLevel;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/**
 * In which order the boxes of a chain stand below each other: what leads to the same box stands together, and within that as people arranged it. So a box
 * that is added appears beside its siblings, and nothing else moves. Pure.
 */
public final class ChainOrder {
    private final Chain chain;
    private final Map<ItemId, ItemId> parents = new HashMap<>();
    private final Map<ItemId, List<ItemId>> children = new HashMap<>();

    private ChainOrder(Chain chain) {
        this.chain = chain;
        for (Item<? extends Box> box : chain.boxes()) {
            chain.from(box.id(), LinkType.CONTRIBUTES).stream()
                    .map(link -> link.value().to())
                    .filter(to -> chain.box(to).isPresent())
                    .min(java.util.Comparator.comparingInt(chain::position))
                    .ifPresent(to -> {
                        parents.put(box.id(), to);
                        children.computeIfAbsent(to, parent -> new ArrayList<>())
                                .add(box.id());
                    });
        }
    }

    public static ChainOrder of(Chain chain) {
        return new ChainOrder(chain);
    }

    /** Every box once: goals in their order, each followed by all that leads to it. */
    List<ItemId> all() {
        Set<ItemId> met = new LinkedHashSet<>();
        List<ResultLevel> levels = new ArrayList<>(List.of(ResultLevel.values()));
        for (ResultLevel level : levels) {
            for (Item<? extends Box> box : chain.boxes(level)) {
                if (!parents.containsKey(box.id())) {
                    tell(box.id(), met);
                }
            }
        }
        // What is left leads to itself.
        chain.boxes().forEach(box -> tell(box.id(), met));
        return List.copyOf(met);
    }

    private void tell(ItemId start, Set<ItemId> met) {
        java.util.ArrayDeque<ItemId> open = new java.util.ArrayDeque<>();
        open.push(start);
        while (!open.isEmpty()) {
            ItemId box = open.pop();
            if (met.add(box)) {
                List<ItemId> before = new ArrayList<>(children.getOrDefault(box, List.of()));
                Collections.reverse(before);
                before.forEach(open::push);
            }
        }
    }

    /** The boxes of its level that lead to the same box first, in their order, with the box itself. */
    List<ItemId> siblings(Item<? extends Box> box) {
        Optional<ItemId> parent = Optional.ofNullable(parents.get(box.id()));
        return chain.boxes(box.value().level()).stream()
                .map(Item::id)
                .filter(other -> Optional.ofNullable(parents.get(other)).equals(parent))
                .toList();
    }

    /**
     * What has to be written to move a box among its siblings; nothing if it is the first or last already.
     *
     * @param isUp whether one further up
     */
    public List<Edit> moving(Item<? extends Box> box, boolean isUp) {
        List<ItemId> siblings = siblings(box);
        int other = siblings.indexOf(box.id()) + (isUp ? -1 : 1);
        if (other < 0 || other >= siblings.size()) {
            return List.of();
        }
        List<ItemId> level = new ArrayList<>(
                chain.boxes(box.value().level()).stream().map(Item::id).toList());
        level.remove(box.id());
        level.add(level.indexOf(siblings.get(other)) + (isUp ? 0 : 1), box.id());
        return BoxPlace.edits(chain, level, box.id());
    }

    /** The box to go on with when this one is gone: what it leads to, else a sibling, else itself. */
    public ItemId beside(Item<? extends Box> box) {
        return Optional.ofNullable(parents.get(box.id()))
                .or(() -> siblings(box).stream()
                        .filter(other -> !other.equals(box.id()))
                        .findFirst())
                .orElse(box.id());
    }

    /**
     * What has to be written to take a box out of a chain, in one step: the box, its links, its indicators and its place; and what it rests on or is
     * threatened by, where that belongs to no other box.
     */
    public List<Edit> removing(Item<? extends Box> box) {
        List<Edit> edits = new ArrayList<>();
        Set<ItemId> ends = new HashSet<>();
        for (Item<Link> link : chain.links()) {
            if (link.value().from().equals(box.id()) || link.value().to().equals(box.id())) {
                edits.add(new Edit.Remove(link));
                ends.add(
                        link.value().from().equals(box.id())
                                ? link.value().to()
                                : link.value().from());
            }
        }
        chain.indicators(box.id()).forEach(indicator -> edits.add(new Edit.Remove(indicator)));
        Stream.concat(chain.assumptions().stream(), chain.risks().stream())
                .filter(condition -> ends.contains(condition.id())
                        && chain.links().stream()
                                .noneMatch(link ->
                                        isBetween(link.value(), condition.id()) && !isBetween(link.value(), box.id())))
                .forEach(condition -> edits.add(new Edit.Remove(condition)));
        chain.place(box.id()).ifPresent(place -> edits.add(new Edit.Remove(place)));
        edits.add(new Edit.Remove(box));
        return edits;
    }

    /** What has to be written to take an assumption or a risk out of a chain, with its links, in one step; nothing if there is none of that id. */
    public List<Edit> removingCondition(ItemId condition) {
        List<Edit> edits = new ArrayList<>();
        Stream.<Item<?>>concat(chain.assumption(condition).stream(), chain.risk(condition).stream())
                .forEach(known -> {
                    chain.links().stream()
                            .filter(link -> isBetween(link.value(), condition))
                            .forEach(link -> edits.add(new Edit.Remove(link)));
                    edits.add(new Edit.Remove(known));
                });
        return edits;
    }

    /** A box that rests on an assumption, or that a risk threatens: where to go on when it is gone. */
    public Optional<ItemId> besideCondition(ItemId condition) {
        return Stream.concat(
                        chain.to(condition, LinkType.RESTS_ON).stream()
                                .map(link -> link.value().from()),
                        chain.from(condition, LinkType.THREATENS).stream()
                                .map(link -> link.value().to()))
                .findFirst();
    }

    private static boolean isBetween(Link link, ItemId end) {
        return link.from().equals(end) || link.to().equals(end);
    }
}
