package org.salus.goals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.ResultLevel;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/**
 * A chain read backwards, as a tree: each goal, below it what contributes to it, and so on to support. What contributes to several is told in full once and
 * named again elsewhere. What leads to no goal comes last. Every box is there at least once.
 */
public final class ChainTree {
    private ChainTree() {}

    /**
     * A line of the tree.
     *
     * @param depth 0 for a goal and for what leads to none
     * @param isAgain whether it stands in full further up
     */
    public record Row(int depth, Item<? extends Box> box, boolean isAgain) {}

    /** The lines, from top to bottom. */
    public static List<Row> of(Chain chain) {
        List<Row> rows = new ArrayList<>();
        Set<ItemId> told = new HashSet<>();
        for (Item<? extends Box> goal : chain.boxes(ResultLevel.GOAL)) {
            if (chain.from(goal.id(), LinkType.CONTRIBUTES).isEmpty()) {
                tell(chain, goal, 0, rows, told);
            }
        }
        for (ResultLevel level : ResultLevel.values()) {
            for (Item<? extends Box> box : chain.boxes(level)) {
                if (!told.contains(box.id())) {
                    tell(chain, box, 0, rows, told);
                }
            }
        }
        return rows;
    }

    /** The rows below which a row stands, the outermost first: what a reader of a later page has to know of the pages before. */
    public static List<Row> above(List<Row> rows, int place) {
        List<Row> above = new ArrayList<>();
        int depth = place < rows.size() ? rows.get(place).depth() : 0;
        for (int before = place - 1; before >= 0 && depth > 0; before--) {
            if (rows.get(before).depth() < depth) {
                above.addFirst(rows.get(before));
                depth = rows.get(before).depth();
            }
        }
        return above;
    }

    /** Where a box is told in full; of an indicator, an assumption, a risk or a link, where the box is told that it stands at. */
    public static Optional<Integer> place(Chain chain, List<Row> rows, ItemId element) {
        for (int place = 0; place < rows.size(); place++) {
            Row row = rows.get(place);
            if (!row.isAgain() && isAt(chain, row.box().id(), element)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    private static boolean isAt(Chain chain, ItemId box, ItemId element) {
        return box.equals(element)
                || chain.indicators(box).stream()
                        .anyMatch(indicator -> indicator.id().equals(element))
                || Arrays.stream(LinkType.values())
                        .flatMap(type -> chain.from(box, type).stream())
                        .anyMatch(link -> link.id().equals(element)
                                || (link.value().type() == LinkType.RESTS_ON
                                        && link.value().to().equals(element)));
    }

    /** As deep as the chain is long: a box is told in full once, so a circle ends. */
    private static void tell(Chain chain, Item<? extends Box> box, int depth, List<Row> rows, Set<ItemId> told) {
        record Waiting(Item<? extends Box> box, int depth) {}
        java.util.ArrayDeque<Waiting> open = new java.util.ArrayDeque<>();
        open.push(new Waiting(box, depth));
        while (!open.isEmpty()) {
            Waiting next = open.pop();
            boolean isAgain = !told.add(next.box().id());
            rows.add(new Row(next.depth(), next.box(), isAgain));
            if (isAgain) {
                continue;
            }
            List<Item<? extends Box>> before = new ArrayList<>();
            for (Item<Link> link : chain.to(next.box().id(), LinkType.CONTRIBUTES)) {
                chain.box(link.value().from()).ifPresent(before::add);
            }
            before.sort(java.util.Comparator.comparing(
                            (Item<? extends Box> one) -> one.value().level())
                    .thenComparingInt(one -> chain.position(one.id()))
                    .reversed());
            before.forEach(one -> open.push(new Waiting(one, next.depth() + 1)));
        }
    }
}
