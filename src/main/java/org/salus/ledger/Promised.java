package org.salus.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which payloads have to be where a workspace is kept. What was written there was written with all it says; what came in a copy may have come without. Which entries
 * came is not kept for each, but follows: they stand right before the remark that says so, and each is of whoever brought them or named there as of an author nobody
 * could prove. So far back an entry may have come; of what is named by one that may, nothing is said.
 *
 * @param due those that have to be here
 * @param perhaps those that may have been withheld, or not
 */
record Promised(Set<Digest> due, Set<Digest> perhaps) {
    /**
     * What these entries promise.
     *
     * @param entries all of them, as they stand
     */
    static Promised by(List<Entry> entries, Predicate<Digest> isErased) {
        boolean[] mayHaveCome = new boolean[entries.size()];
        for (int at = 0; at < mayHaveCome.length; at++) {
            if (entries.get(at).isRemark()) {
                markBefore(at, entries, mayHaveCome);
            }
        }
        Set<Digest> perhaps = new HashSet<>();
        for (int at = 0; at < mayHaveCome.length; at++) {
            if (mayHaveCome[at]) {
                entries.get(at).payloads().filter(isErased.negate()).forEach(perhaps::add);
            }
        }
        Set<Digest> due = new HashSet<>();
        for (int at = 0; at < mayHaveCome.length; at++) {
            if (!mayHaveCome[at]) {
                // A later version names the sources of those before it, which may have come without them.
                entries.get(at)
                        .payloads()
                        .filter(payload -> !perhaps.contains(payload) && !isErased.test(payload))
                        .forEach(due::add);
            }
        }
        return new Promised(due, perhaps);
    }

    private static void markBefore(int remark, List<Entry> entries, boolean[] mayHaveCome) {
        Entry received = entries.get(remark);
        Set<Digest> unproven = Set.copyOf(received.marks().unproven());
        for (int at = remark - 1; at >= 0; at--) {
            Entry entry = entries.get(at);
            if (!entry.author().equals(received.author()) && !unproven.contains(entry.id())) {
                return;
            }
            mayHaveCome[at] = true;
        }
    }
}
