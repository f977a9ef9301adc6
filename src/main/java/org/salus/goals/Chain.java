package org.salus.goals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.salus.framework.ResultLevel;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;

/** One alternative as a reader sees it: its boxes, what they rest on, and the links between them. Bears links to what is not there. Immutable. */
public final class Chain {
    /** What stands in a chain: boxes from left to right, then what belongs to them. */
    private static final List<Kind<? extends Record>> KINDS = List.of(
            Support.KIND,
            Result.KIND,
            Objective.KIND,
            Goal.KIND,
            Assumption.KIND,
            Risk.KIND,
            Indicator.KIND,
            Link.KIND,
            BoxPlace.KIND);

    private final ItemId id;
    private final Map<ItemId, Item<? extends Box>> boxes;
    private final Map<ItemId, Item<Assumption>> assumptions;
    private final Map<ItemId, Item<Risk>> risks;
    private final List<Item<Indicator>> indicators;
    private final List<Item<Link>> links;
    private final Map<ItemId, Item<BoxPlace>> places;
    private final Map<ItemId, Integer> positions = new HashMap<>();
    private final Map<ItemId, List<Item<Link>>> leaving = new HashMap<>();
    private final Map<ItemId, List<Item<Link>>> arriving = new HashMap<>();
    private final Map<ItemId, List<Item<Indicator>>> measuring = new HashMap<>();

    /** Many rules ask the same of the same box. */
    private final Map<ItemId, Set<ItemId>> before = new ConcurrentHashMap<>();

    private final Map<ItemId, Set<ItemId>> after = new ConcurrentHashMap<>();

    private Chain(
            ItemId id,
            Map<ItemId, Item<? extends Box>> boxes,
            Map<ItemId, Item<Assumption>> assumptions,
            Map<ItemId, Item<Risk>> risks,
            List<Item<Indicator>> indicators,
            List<Item<Link>> links,
            Map<ItemId, Item<BoxPlace>> places) {
        this.id = id;
        this.boxes = BoxPlace.inOrder(boxes, places);
        this.places = places;
        this.boxes.keySet().forEach(box -> positions.put(box, positions.size()));
        this.assumptions = assumptions;
        this.risks = risks;
        this.indicators = List.copyOf(indicators);
        this.links = List.copyOf(links);
        for (Item<Link> link : this.links) {
            leaving.computeIfAbsent(link.value().from(), box -> new ArrayList<>())
                    .add(link);
            arriving.computeIfAbsent(link.value().to(), box -> new ArrayList<>())
                    .add(link);
        }
        this.indicators.forEach(indicator -> measuring
                .computeIfAbsent(indicator.value().of(), box -> new ArrayList<>())
                .add(indicator));
        measuring.replaceAll((box, own) -> List.copyOf(own));
    }

    /** What a view shows of an alternative; nothing if there is none of that id. */
    public static Chain of(View view, ItemId id) {
        List<Item<?>> items = new ArrayList<>();
        KINDS.forEach(kind -> items.addAll(view.list(kind)));
        return of(id, items);
    }

    /** Those of these items that belong to an alternative. Within a kind they keep their order. */
    static Chain of(ItemId id, List<Item<?>> items) {
        Map<ItemId, Item<? extends Box>> boxes = new LinkedHashMap<>();
        Map<ItemId, Item<Assumption>> assumptions = new LinkedHashMap<>();
        Map<ItemId, Item<Risk>> risks = new LinkedHashMap<>();
        List<Item<Indicator>> indicators = new ArrayList<>();
        List<Item<Link>> links = new ArrayList<>();
        Map<ItemId, Item<BoxPlace>> places = new LinkedHashMap<>();
        Map<Kind<?>, List<Item<?>>> byKind = new HashMap<>();
        items.forEach(item ->
                byKind.computeIfAbsent(item.kind(), kind -> new ArrayList<>()).add(item));
        for (Kind<? extends Record> kind : KINDS) {
            for (Item<?> item : byKind.getOrDefault(kind, List.of())) {
                switch (item.value()) {
                    case Box box when box.chain().equals(id) -> boxes.put(item.id(), asBox(item));
                    case Assumption of
                    when of.chain().equals(id) -> assumptions.put(item.id(), asOf(Assumption.KIND, item));
                    case Risk of when of.chain().equals(id) -> risks.put(item.id(), asOf(Risk.KIND, item));
                    case Indicator of when of.chain().equals(id) -> indicators.add(asOf(Indicator.KIND, item));
                    case Link of when of.chain().equals(id) -> links.add(asOf(Link.KIND, item));
                    case BoxPlace of when of.chain().equals(id) -> places.put(of.box(), asOf(BoxPlace.KIND, item));
                    default -> {
                        // Of another alternative.
                    }
                }
            }
        }
        return new Chain(id, boxes, assumptions, risks, indicators, links, places);
    }

    @SuppressWarnings("unchecked") // of a record that is a box, as was just seen
    private static Item<? extends Box> asBox(Item<?> item) {
        return (Item<? extends Box>) item;
    }

    public ItemId id() {
        return id;
    }

    /** Every box, from left to right, on one level in the order people gave them, then in the order they were made. */
    public Collection<Item<? extends Box>> boxes() {
        return Collections.unmodifiableCollection(boxes.values());
    }

    /** Where a box stands among all boxes, from 0. */
    int position(ItemId box) {
        return positions.getOrDefault(box, positions.size());
    }

    /** The place somebody gave a box among those of its level. */
    Optional<Item<BoxPlace>> place(ItemId box) {
        return Optional.ofNullable(places.get(box));
    }

    /** The boxes of a level, in their order. */
    public List<Item<? extends Box>> boxes(ResultLevel level) {
        return boxes.values().stream()
                .<Item<? extends Box>>map(box -> box)
                .filter(box -> box.value().level() == level)
                .toList();
    }

    /** The boxes of a kind. */
    public <T extends Record> List<Item<T>> list(Kind<T> kind) {
        List<Item<T>> found = new ArrayList<>();
        for (Item<? extends Box> box : boxes.values()) {
            if (box.kind().equals(kind)) {
                found.add(asOf(kind, box));
            }
        }
        return found;
    }

    @SuppressWarnings("unchecked") // its kind says what its value is
    private static <T extends Record> Item<T> asOf(Kind<T> kind, Item<?> item) {
        if (!item.kind().equals(kind)) {
            throw new IllegalArgumentException(item.kind().name());
        }
        return (Item<T>) item;
    }

    public Optional<Item<? extends Box>> box(ItemId box) {
        return Optional.ofNullable(boxes.get(box));
    }

    public Optional<Item<Assumption>> assumption(ItemId item) {
        return Optional.ofNullable(assumptions.get(item));
    }

    public Optional<Item<Risk>> risk(ItemId item) {
        return Optional.ofNullable(risks.get(item));
    }

    public List<Item<Assumption>> assumptions() {
        return List.copyOf(assumptions.values());
    }

    public List<Item<Risk>> risks() {
        return List.copyOf(risks.values());
    }

    public List<Item<Indicator>> indicators() {
        return indicators;
    }

    /** The indicators of a box. */
    public List<Item<Indicator>> indicators(ItemId box) {
        return measuring.getOrDefault(box, List.of());
    }

    /** All links, also those one end of which is not there. */
    public List<Item<Link>> links() {
        return links;
    }

    /** Links of a type that begin there and end at something that is there. */
    public List<Item<Link>> from(ItemId box, LinkType type) {
        List<Item<Link>> found = new ArrayList<>();
        for (Item<Link> link : leaving.getOrDefault(box, List.of())) {
            if (link.value().type() == type && holds(link.value().to())) {
                found.add(link);
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** Links of a type that end there and begin at something that is there. */
    public List<Item<Link>> to(ItemId box, LinkType type) {
        List<Item<Link>> found = new ArrayList<>();
        for (Item<Link> link : arriving.getOrDefault(box, List.of())) {
            if (link.value().type() == type && holds(link.value().from())) {
                found.add(link);
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** Whether a box, an assumption or a risk of that id is here. */
    boolean holds(ItemId element) {
        return boxes.containsKey(element) || assumptions.containsKey(element) || risks.containsKey(element);
    }

    /** What is called or said of an element in a line; three dots where it is not here. */
    public String title(ItemId element) {
        return box(element)
                .map(box -> box.value().title())
                .or(() -> assumption(element).map(item -> item.value().title()))
                .or(() -> risk(element).map(item -> item.value().title()))
                .orElse("…");
    }

    /** Every box that contributes to this one, near or far, in the order they are met going left; not the box itself unless it is in a circle. */
    public Set<ItemId> before(ItemId box) {
        return reach(box, true);
    }

    /** Every box this one contributes to, near or far. */
    public Set<ItemId> after(ItemId box) {
        return reach(box, false);
    }

    /** Whether a box of that level is among these. */
    boolean isAny(ResultLevel level, Set<ItemId> among) {
        for (ItemId id : among) {
            Item<? extends Box> box = boxes.get(id);
            if (box != null && box.value().level() == level) {
                return true;
            }
        }
        return false;
    }

    private Set<ItemId> reach(ItemId start, boolean leftwards) {
        return (leftwards ? before : after)
                .computeIfAbsent(start, box -> Collections.unmodifiableSet(reached(box, leftwards)));
    }

    private Set<ItemId> reached(ItemId start, boolean leftwards) {
        Set<ItemId> met = new LinkedHashSet<>();
        Deque<ItemId> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            ItemId box = open.pop();
            for (Item<Link> link : (leftwards ? arriving : leaving).getOrDefault(box, List.of())) {
                ItemId next = leftwards ? link.value().from() : link.value().to();
                if (link.value().type() == LinkType.CONTRIBUTES && holds(next) && met.add(next)) {
                    open.push(next);
                }
            }
        }
        return met;
    }

    /** Whether one contributes to the other, near or far. */
    boolean leads(ItemId from, ItemId to) {
        return after(from).contains(to);
    }

    /** The boxes that contribute to themselves by way of others, circle by circle. */
    List<List<ItemId>> circles() {
        Set<ItemId> left = inCircles();
        List<List<ItemId>> circles = new ArrayList<>();
        Set<ItemId> done = new HashSet<>();
        for (ItemId box : left) {
            if (!done.contains(box)) {
                Set<ItemId> after = after(box);
                if (after.contains(box)) {
                    Set<ItemId> before = before(box);
                    List<ItemId> circle = left.stream()
                            .filter(other -> after.contains(other) && before.contains(other))
                            .toList();
                    done.addAll(circle);
                    circles.add(circle);
                }
            }
        }
        return circles;
    }

    /** What is left when boxes to which nothing leads are taken away again and again: circles and what comes after them, mostly nothing. */
    private Set<ItemId> inCircles() {
        Map<ItemId, Integer> waitingFor = new HashMap<>();
        Deque<ItemId> free = new ArrayDeque<>();
        for (ItemId box : boxes.keySet()) {
            int before = to(box, LinkType.CONTRIBUTES).size();
            waitingFor.put(box, before);
            if (before == 0) {
                free.add(box);
            }
        }
        Set<ItemId> left = new LinkedHashSet<>(boxes.keySet());
        while (!free.isEmpty()) {
            ItemId box = free.pop();
            left.remove(box);
            for (Item<Link> link : from(box, LinkType.CONTRIBUTES)) {
                if (waitingFor.merge(link.value().to(), -1, Integer::sum) == 0) {
                    free.add(link.value().to());
                }
            }
        }
        return left;
    }

    /** The same without one link. */
    Chain without(ItemId link) {
        return new Chain(
                id,
                boxes,
                assumptions,
                risks,
                indicators,
                links.stream().filter(other -> !other.id().equals(link)).toList(),
                places);
    }
}
