package org.salus.ledger;

import java.util.HashMap;
import java.util.Map;

/**
 * Which entry came before which. Entries are laid on lines: each continues the line of a parent if it is the first to do so, else begins one. An entry
 * knows, for every line, how far up it follows; on the usual single line that is nothing to remember, so a question takes no walk through the history.
 * Not safe for use by several threads.
 */
final class Ancestry {
    /** So much would have to be remembered only for a graph that was made to be tangled. */
    private static final int MOST_REMEMBERED = 5_000_000;

    /**
     * An entry's place.
     *
     * @param reach by other line, the last place on it that comes before this entry
     */
    private record Place(int line, int number, Map<Integer, Integer> reach) {}

    private final Map<Digest, Place> places = new HashMap<>();
    private final Map<Integer, Integer> ends = new HashMap<>();
    private int remembered;

    /**
     * Adds an entry.
     *
     * @throws IllegalArgumentException if a parent is unknown
     * @throws Tangled if the graph is of a kind nobody makes by working
     */
    void add(Entry entry) {
        if (places.containsKey(entry.id())) {
            return;
        }
        Map<Integer, Integer> reach = Map.of();
        int line = ends.size();
        for (Digest parent : entry.parents()) {
            Place before = places.get(parent);
            if (before == null) {
                throw new IllegalArgumentException("No parent " + parent);
            }
            if (entry.parents().size() == 1 && isEnd(before)) {
                // Follows what its parent follows: one map for the whole line.
                reach = before.reach();
            } else {
                reach = joined(reach, before);
            }
            if (line == ends.size() && isEnd(before)) {
                line = before.line();
            }
        }
        int number = ends.getOrDefault(line, -1) + 1;
        ends.put(line, number);
        places.put(entry.id(), new Place(line, number, reach));
    }

    private boolean isEnd(Place place) {
        return ends.getOrDefault(place.line(), -1) == place.number();
    }

    private Map<Integer, Integer> joined(Map<Integer, Integer> one, Place other) {
        Map<Integer, Integer> both = new HashMap<>(one);
        other.reach().forEach((line, number) -> both.merge(line, number, Math::max));
        both.merge(other.line(), other.number(), Math::max);
        remembered += both.size();
        if (remembered > MOST_REMEMBERED) {
            throw new Tangled();
        }
        return both;
    }

    /** Whether the first entry is an ancestor of the second; both have been added. */
    boolean isAncestor(Digest first, Digest second) {
        Place before = places.get(first);
        Place after = places.get(second);
        if (before == null || after == null || first.equals(second)) {
            return false;
        }
        return before.line() == after.line()
                ? before.number() < after.number()
                : after.reach().getOrDefault(before.line(), -1) >= before.number();
    }

    /** A graph that forks and joins more than any work does. */
    static final class Tangled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
