package org.salus.goals;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.salus.framework.ResultLevel;
import org.salus.framework.Sentence;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;

/**
 * Where somebody put a box among those of its level. An item of its own for each box, so that it says nothing of boxes its reader may not see, and that two
 * who move different boxes apart from each other are not in each other's way.
 *
 * @param rank the lower, the further up; boxes without a place come after those that have one, in the order they were made
 */
public record BoxPlace(ItemId chain, ItemId box, BigDecimal rank) {
    public static final Kind<BoxPlace> KIND = Kind.of("results-place", BoxPlace.class)
            .needing(place -> Set.of(place.chain(), place.box()))
            .placedAt(place -> id(place.box()))
            .ruledInStep((edited, view, step) -> edited.value().refusals(edited.id(), view, step))
            .forAllMembers();

    private static final BigDecimal APART = BigDecimal.valueOf(1000);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int LONGEST = 60;

    /** Then all boxes of a level are numbered anew. */
    private static final int LONG = 40;

    private List<Sentence> refusals(ItemId id, View view, Kind.Step step) {
        List<Sentence> refusals = new ArrayList<>();
        if (rank.precision() + Math.abs(rank.scale()) > LONGEST) {
            refusals.add(Sentence.of("goals.refusal.long-rank"));
        }
        // One that needed another alternative would be hidden with that, and keep the place of this box.
        boolean isElsewhere = Stream.<Record>concat(
                        view.find(box).stream().map(item -> item.value()),
                        step.edits().stream()
                                .filter(edit -> edit instanceof Edit.Put
                                        && edit.item().id().equals(box))
                                .map(edit -> edit.item().value()))
                .anyMatch(value -> value instanceof Box known && !known.chain().equals(chain));
        if (isElsewhere || !id.equals(id(box))) {
            refusals.add(Sentence.of("goals.refusal.other-place-of-box"));
        }
        return refusals;
    }

    /** The one item that can say so: made twice, also apart from each other, it is the same. */
    static ItemId id(ItemId box) {
        return new ItemId(UUID.nameUUIDFromBytes(("place\n" + box).getBytes(StandardCharsets.UTF_8)));
    }

    /** Boxes in their order, level by level. */
    static Map<ItemId, Item<? extends Box>> inOrder(
            Map<ItemId, Item<? extends Box>> boxes, Map<ItemId, Item<BoxPlace>> places) {
        if (places.isEmpty()) {
            return boxes;
        }
        Map<ResultLevel, List<Item<? extends Box>>> levels = new LinkedHashMap<>();
        boxes.values()
                .forEach(box -> levels.computeIfAbsent(box.value().level(), level -> new ArrayList<>())
                        .add(box));
        Comparator<Item<? extends Box>> byPlace = Comparator.comparing(
                        (Item<? extends Box> box) -> !places.containsKey(box.id()))
                .thenComparing(box -> {
                    Item<BoxPlace> place = places.get(box.id());
                    return place == null ? BigDecimal.ZERO : place.value().rank();
                });
        Map<ItemId, Item<? extends Box>> ordered = new LinkedHashMap<>();
        levels.values().forEach(level -> {
            level.sort(byPlace);
            level.forEach(box -> ordered.put(box.id(), box));
        });
        return ordered;
    }

    /**
     * What has to be written so that the boxes of a level stand in this order: one place where there is room between two known ones, else that of each whose
     * rank is another.
     *
     * @param moved the box that was moved
     */
    static List<Edit> edits(Chain chain, List<ItemId> order, ItemId moved) {
        Map<ItemId, BigDecimal> ranks = new HashMap<>();
        order.forEach(box ->
                chain.place(box).ifPresent(place -> ranks.put(box, place.value().rank())));
        int at = order.indexOf(moved);
        BigDecimal before = at == 0 ? BigDecimal.ZERO : ranks.get(order.get(at - 1));
        BigDecimal after = at + 1 == order.size() ? null : ranks.get(order.get(at + 1));
        boolean isLast = at + 1 == order.size();
        if (before != null && (isLast || after != null)) {
            BigDecimal between =
                    after == null ? before.add(APART) : before.add(after).divide(TWO);
            boolean fits = between.compareTo(before) > 0
                    && (after == null || between.compareTo(after) < 0)
                    && between.precision() + Math.abs(between.scale()) < LONG;
            if (fits) {
                return List.of(put(chain, moved, between));
            }
        }
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            BigDecimal rank = APART.multiply(BigDecimal.valueOf(i + 1L));
            BigDecimal known = ranks.get(order.get(i));
            if (known == null || known.compareTo(rank) != 0) {
                edits.add(put(chain, order.get(i), rank));
            }
        }
        return edits;
    }

    private static Edit put(Chain chain, ItemId box, BigDecimal rank) {
        BoxPlace said = new BoxPlace(chain.id(), box, rank);
        return new Edit.Put(chain.place(box).map(place -> place.saying(said)).orElseGet(() -> {
            Item<BoxPlace> fresh = Item.fresh(KIND, said);
            return new Item<>(id(box), KIND, fresh.sensitivity(), List.of(), said, Set.of());
        }));
    }
}
