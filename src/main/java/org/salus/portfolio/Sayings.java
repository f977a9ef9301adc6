package org.salus.portfolio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;

/**
 * What the members of a workspace have said of what is one and what is not. Where two copies disagree, or some make one of what others keep apart, all of it is
 * shown and none of it counts.
 *
 * @param counting what counts
 * @param disputed what does not
 */
record Sayings<T extends Record>(List<Item<T>> counting, List<Item<T>> disputed) {
    Sayings {
        counting = List.copyOf(counting);
        disputed = List.copyOf(disputed);
    }

    static <T extends Record> Sayings<T> none() {
        return new Sayings<>(List.of(), List.of());
    }

    /** Those a view shows. */
    static <T extends Record> Sayings<T> of(
            View view, Kind<T> kind, Function<T, List<String>> about, Predicate<T> isOne) {
        List<Item<T>> agreed = new ArrayList<>();
        List<Item<T>> disputed = new ArrayList<>();
        for (Item<T> item : view.list(kind)) {
            (view.isInConflict(item.id()) ? disputed : agreed).add(item);
        }
        return of(agreed, disputed, about, isOne);
    }

    /** Those of lists: of the second copies disagree. */
    static <T extends Record> Sayings<T> of(
            List<Item<T>> agreed, List<Item<T>> inConflict, Function<T, List<String>> about, Predicate<T> isOne) {
        List<Item<T>> disputed = new ArrayList<>(inConflict);
        List<Item<T>> counting = new ArrayList<>();
        Set<Item<T>> against = Contradictions.among(agreed, about, isOne);
        for (Item<T> item : agreed) {
            (against.contains(item) ? disputed : counting).add(item);
        }
        return new Sayings<>(counting, disputed);
    }

    /** All of these, with others in place of those of the same ids. */
    List<Item<T>> and(Stream<Item<T>> more) {
        Map<ItemId, Item<T>> all = new LinkedHashMap<>();
        Stream.of(counting.stream(), disputed.stream(), more)
                .flatMap(some -> some)
                .forEach(item -> all.put(item.id(), item));
        return List.copyOf(all.values());
    }

    /**
     * Tells these from others: the same ones give the same word. Empty where there are none.
     *
     * @param words what is said and why
     */
    String digest(Function<T, String> words) {
        if (counting.isEmpty() && disputed.isEmpty()) {
            return "";
        }
        StringBuilder all = new StringBuilder();
        Stream.of(counting, disputed).forEach(some -> {
            all.append('\n');
            some.forEach(item ->
                    all.append(item.id()).append(words.apply(item.value())).append('\n'));
        });
        return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
