package org.salus.goals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.workspace.Differing;
import org.salus.workspace.Faces;

/**
 * Two alternatives beside each other: what the second has that the first has not, what it lacks, and what it says differently. Elements are the same if one is
 * a copy of the other or both of a third; failing that, if they are the only ones of their kind with these words. Pure.
 *
 * @param unchanged how many elements say the same in both
 */
public record ChainComparison(Item<ResultsChain> before, Item<ResultsChain> after, List<Pair> pairs, int unchanged) {
    public ChainComparison {
        pairs = List.copyOf(pairs);
    }

    /**
     * An element that is not the same in both; at least one side is there.
     *
     * @param after as the second alternative has it, but naming others by their ids in the first, so that only what is truly different differs
     * @param id where it can be looked at: in the second alternative, if it is there
     */
    public record Pair(Optional<Item<?>> before, Optional<Item<?>> after, ItemId id) {
        Differing.Change change() {
            return before.isEmpty()
                    ? Differing.Change.ADDED
                    : after.isEmpty() ? Differing.Change.REMOVED : Differing.Change.CHANGED;
        }
    }

    /** A comparison of what a reader may see of both. */
    static ChainComparison of(
            View view, Item<ResultsChain> before, Chain earlier, Item<ResultsChain> after, Chain later) {
        List<Item<?>> first = ChainCopy.elements(earlier);
        List<Item<?>> second = ChainCopy.elements(later);
        Map<ItemId, ItemId> same = matched(view, before, first, after, second);
        Map<ItemId, Item<?>> known = new LinkedHashMap<>();
        first.forEach(element -> known.put(element.id(), element));
        List<Pair> pairs = new ArrayList<>();
        int unchanged = 0;
        for (Item<?> element : second) {
            Optional<Item<?>> old = Optional.ofNullable(same.get(element.id())).map(known::get);
            old.ifPresent(item -> known.remove(item.id()));
            Item<?> told = ChainCopy.under(element, same);
            if (old.isPresent() && saysTheSame(old.get(), told)) {
                unchanged++;
            } else {
                pairs.add(new Pair(old, Optional.of(told), element.id()));
            }
        }
        known.values().forEach(element -> pairs.add(new Pair(Optional.of(element), Optional.empty(), element.id())));
        return new ChainComparison(before, after, pairs, unchanged);
    }

    private static boolean saysTheSame(Item<?> one, Item<?> other) {
        return one.value().equals(other.value())
                && one.sensitivity().equals(other.sensitivity())
                && one.citations().equals(other.citations());
    }

    /** The ids of the second alternative's elements in the first; no two have the same. */
    private static Map<ItemId, ItemId> matched(
            View view, Item<ResultsChain> before, List<Item<?>> first, Item<ResultsChain> after, List<Item<?>> second) {
        Map<ItemId, ItemId> byOrigin = new HashMap<>();
        Map<ItemId, ItemId> origins = ChainCopy.origins(view, before);
        first.forEach(element -> byOrigin.put(origins.getOrDefault(element.id(), element.id()), element.id()));
        Map<ItemId, ItemId> same = new HashMap<>(Map.of(after.id(), before.id()));
        Map<ItemId, ItemId> others = new HashMap<>(ChainCopy.origins(view, after));
        second.forEach(element -> others.putIfAbsent(element.id(), element.id()));
        // Also what was removed from the second: what still names it says the same as before.
        others.forEach((element, origin) -> {
            ItemId found = byOrigin.get(origin);
            if (found != null) {
                same.put(element, found);
            }
        });
        byWords(first, second, same);
        return same;
    }

    /** Boxes first, then what is told by the boxes it belongs to: indicators and links. */
    private static void byWords(List<Item<?>> first, List<Item<?>> second, Map<ItemId, ItemId> same) {
        for (boolean isTold : List.of(false, true)) {
            Map<String, Optional<ItemId>> words = new HashMap<>();
            Set<ItemId> taken = new HashSet<>();
            second.stream()
                    .filter(element -> same.containsKey(element.id()))
                    .forEach(element -> taken.add(same.get(element.id())));
            first.stream()
                    .filter(element -> isTold == isToldByOthers(element) && !taken.contains(element.id()))
                    .forEach(element -> words.merge(
                            words(element, Map.of()), Optional.of(element.id()), (one, other) -> Optional.empty()));
            Set<String> twice = new HashSet<>();
            Map<String, ItemId> candidates = new HashMap<>();
            second.stream()
                    .filter(element -> isTold == isToldByOthers(element) && !same.containsKey(element.id()))
                    .forEach(element -> {
                        String said = words(element, same);
                        if (candidates.putIfAbsent(said, element.id()) != null) {
                            twice.add(said);
                        }
                    });
            candidates.forEach((said, element) -> {
                if (!twice.contains(said)) {
                    words.getOrDefault(said, Optional.empty()).ifPresent(found -> same.put(element, found));
                }
            });
        }
    }

    private static boolean isToldByOthers(Item<?> element) {
        return element.value() instanceof Link || element.value() instanceof Indicator;
    }

    private static String words(Item<?> element, Map<ItemId, ItemId> same) {
        String kind = element.kind().name();
        return switch (element.value()) {
            case Box box -> kind + " " + Texts.plain(box.title());
            case Assumption assumption -> kind + " " + Texts.plain(assumption.title());
            case Risk risk -> kind + " " + Texts.plain(risk.title());
            case Indicator indicator ->
                kind + " " + same.getOrDefault(indicator.of(), indicator.of()) + " " + Texts.plain(indicator.title());
            case Link link ->
                kind + " " + same.getOrDefault(link.from(), link.from()) + " " + link.type() + " "
                        + same.getOrDefault(link.to(), link.to());
            default -> kind + " " + element.id();
        };
    }

    /** How many elements were added, removed or changed. */
    public int count(Differing.Change change) {
        return (int) pairs.stream().filter(pair -> pair.change() == change).count();
    }

    /** All differences in words. */
    public List<Differing> told(View view, Faces faces, Wording wording) {
        return told(pairs, view, faces, wording);
    }

    /** Some of the differences in words: what a page of them shows. */
    public static List<Differing> told(List<Pair> pairs, View view, Faces faces, Wording wording) {
        return pairs.stream()
                .map(pair -> {
                    Differing said = Differing.between(pair.before(), pair.after(), false, view, view, faces, wording);
                    return new Differing(pair.id(), said.kind(), said.title(), said.change(), false, said.fields());
                })
                .toList();
    }
}
