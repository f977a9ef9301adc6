package org.salus.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which entry came before which. */
final class Ancestry {
    private Ancestry() {}

    /** Whether the first entry is an ancestor of the second. Looks at the nearest ones first, where the answer usually is. */
    static boolean isAncestor(Digest first, Entry second, Map<Digest, Entry> known) {
        Set<Digest> seen = new HashSet<>();
        Deque<Digest> next = new ArrayDeque<>(second.parents());
        while (!next.isEmpty()) {
            Digest candidate = next.poll();
            if (candidate.equals(first)) {
                return true;
            }
            if (seen.add(candidate)) {
                Entry entry = known.get(candidate);
                if (entry != null) {
                    next.addAll(entry.parents());
                }
            }
        }
        return false;
    }
}
