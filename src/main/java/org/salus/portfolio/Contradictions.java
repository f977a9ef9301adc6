package org.salus.portfolio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.salus.ledger.Item;

/** Finds what people say that cannot all be so: that two are not the same, and a chain of others that makes them one. */
final class Contradictions {
    private Contradictions() {}

    /** Of every two that are kept apart although a chain of others makes them one: the chain and what keeps them apart, until no chain is left. */
    static <T extends Record> Set<Item<T>> among(
            List<Item<T>> said, Function<T, List<String>> keys, Predicate<T> isSame) {
        Set<Item<T>> against = new HashSet<>();
        Set<Item<T>> chains = new HashSet<>();
        for (Item<T> apart : said) {
            if (!isSame.test(apart.value())) {
                List<String> two = keys.apply(apart.value());
                Set<Item<T>> used = new HashSet<>();
                List<Item<T>> chain = chain(said, used, keys, isSame, two.getFirst(), two.getLast());
                while (!chain.isEmpty()) {
                    used.addAll(chain);
                    chain = chain(said, used, keys, isSame, two.getFirst(), two.getLast());
                }
                if (!used.isEmpty()) {
                    against.add(apart);
                    chains.addAll(used);
                }
            }
        }
        against.addAll(chains);
        return against;
    }

    /** The shortest chain of "the same" from one to the other, without those used; empty if there is none. */
    private static <T extends Record> List<Item<T>> chain(
            List<Item<T>> said,
            Set<Item<T>> used,
            Function<T, List<String>> keys,
            Predicate<T> isSame,
            String from,
            String to) {
        Map<String, List<Item<T>>> ways = new HashMap<>();
        for (Item<T> item : said) {
            if (isSame.test(item.value()) && !used.contains(item)) {
                keys.apply(item.value())
                        .forEach(key -> ways.computeIfAbsent(key, first -> new ArrayList<>())
                                .add(item));
            }
        }
        record Step<S extends Record>(String at, List<Item<S>> by) {}
        Deque<Step<T>> open = new ArrayDeque<>(List.of(new Step<T>(from, List.of())));
        Set<String> seen = new HashSet<>(Set.of(from));
        while (!open.isEmpty()) {
            Step<T> step = open.removeFirst();
            if (step.at().equals(to)) {
                return step.by();
            }
            for (Item<T> item : ways.getOrDefault(step.at(), List.of())) {
                for (String next : keys.apply(item.value())) {
                    if (seen.add(next)) {
                        List<Item<T>> by = new ArrayList<>(step.by());
                        by.add(item);
                        open.addLast(new Step<T>(next, by));
                    }
                }
            }
        }
        return List.of();
    }
}
