package org.salus.goals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/**
 * What stands beside the boxes that are drawn, where it is drawn as boxes of its own: assumptions some of them rest on, risks that threaten them, and what has
 * to be true for a line between two of them. Each stands with the first of its boxes from the left. Pure.
 */
record ChainConditions(List<Condition> all) {
    /** None are drawn. */
    static final ChainConditions NONE = new ChainConditions(List.of());

    ChainConditions {
        all = List.copyOf(all);
    }

    /**
     * An assumption, a risk, or what a line says has to be true.
     *
     * @param element what is opened to read and edit it: the assumption, the risk or the link
     * @param home the box it stands before
     * @param of the boxes it belongs to
     */
    record Condition(Item<?> element, ItemId home, List<ItemId> of) {}

    /**
     * Those of a part.
     *
     * @param shown the boxes that are drawn
     * @param order of boxes, those at the top first
     */
    static ChainConditions of(Chain chain, Set<ItemId> shown, List<ItemId> order) {
        Map<ItemId, Item<?>> elements = new LinkedHashMap<>();
        Map<ItemId, List<ItemId>> boxes = new HashMap<>();
        for (Item<Link> item : chain.links()) {
            Link link = item.value();
            switch (link.type()) {
                case RESTS_ON ->
                    chain.assumption(link.to())
                            .filter(assumption -> shown.contains(link.from()))
                            .ifPresent(assumption -> put(elements, boxes, assumption, link.from()));
                case THREATENS ->
                    chain.risk(link.from())
                            .filter(risk -> shown.contains(link.to()))
                            .ifPresent(risk -> put(elements, boxes, risk, link.to()));
                case CONTRIBUTES, UNDERMINES -> {
                    if (!link.assumption().isBlank() && shown.contains(link.from()) && shown.contains(link.to())) {
                        put(elements, boxes, item, link.to());
                    }
                }
            }
        }
        Map<ItemId, Integer> places = new HashMap<>();
        order.forEach(box -> places.put(box, places.size()));
        List<Condition> all = new ArrayList<>();
        elements.forEach((id, element) -> {
            List<ItemId> of = boxes.getOrDefault(id, List.of());
            home(chain, element, of, places).ifPresent(box -> all.add(new Condition(element, box, of)));
        });
        return new ChainConditions(all);
    }

    private static void put(
            Map<ItemId, Item<?>> elements, Map<ItemId, List<ItemId>> boxes, Item<?> element, ItemId box) {
        elements.putIfAbsent(element.id(), element);
        boxes.computeIfAbsent(element.id(), first -> new ArrayList<>()).add(box);
    }

    /** The box furthest to the left, of several the one at the top; what a line says stands where the line begins. */
    private static Optional<ItemId> home(Chain chain, Item<?> element, List<ItemId> of, Map<ItemId, Integer> places) {
        if (element.value() instanceof Link link) {
            return Optional.of(link.from());
        }
        return of.stream()
                .flatMap(id -> chain.box(id).stream())
                .min(Comparator.comparing(
                                (Item<? extends Box> box) -> box.value().level())
                        .reversed()
                        .thenComparing(box -> places.getOrDefault(box.id(), Integer.MAX_VALUE)))
                .map(Item::id);
    }

    /** Those that stand before a box. */
    List<Condition> before(ItemId box) {
        return all.stream().filter(condition -> condition.home().equals(box)).toList();
    }
}
