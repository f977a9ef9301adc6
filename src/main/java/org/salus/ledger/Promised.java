package org.salus.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
        boolean[] mayHaveCome = mayHaveCome(entries);
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

    /** Read from the end, once: a remark holds until an entry comes that is neither its author's nor named by it. */
    private static boolean[] mayHaveCome(List<Entry> entries) {
        boolean[] mayHaveCome = new boolean[entries.size()];
        // Of each author the remarks that still hold, by the entries they name.
        Map<AccountId, List<Set<Digest>>> holding = new HashMap<>();
        for (int at = mayHaveCome.length - 1; at >= 0; at--) {
            Entry entry = entries.get(at);
            holding.forEach((author, remarks) -> {
                if (!author.equals(entry.author())) {
                    remarks.removeIf(unproven -> !unproven.contains(entry.id()));
                }
            });
            holding.values().removeIf(List::isEmpty);
            mayHaveCome[at] = !holding.isEmpty();
            if (entry.isRemark()) {
                holding.computeIfAbsent(entry.author(), author -> new ArrayList<>())
                        .add(Set.copyOf(entry.marks().unproven()));
            }
        }
        return mayHaveCome;
    }
}
