package org.salus.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What differs between two loaded files: activities added, removed, and really changed. What a carrier rewrites on every export (foreign attributes,
 * stamps, layout, contact details, the order of attributes) is no change.
 *
 * @param added identifiers, sorted
 * @param removed identifiers, sorted
 * @param changed identifiers, sorted
 * @param unchanged how many stayed as they were
 */
public record Differences(
        SourceVersion before,
        SourceVersion after,
        List<String> added,
        List<String> removed,
        List<String> changed,
        int unchanged) {
    public Differences {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    static Differences between(Store store, SourceVersion before, SourceVersion after) {
        Map<String, Long> old = contents(store, before);
        Map<String, Long> now = contents(store, after);
        List<String> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        int unchanged = 0;
        TreeSet<String> all = new TreeSet<>(old.keySet());
        all.addAll(now.keySet());
        for (String identifier : all) {
            Long was = old.get(identifier);
            Long is = now.get(identifier);
            if (was == null) {
                added.add(identifier);
            } else if (is == null) {
                removed.add(identifier);
            } else if (was.longValue() != is.longValue()) {
                changed.add(identifier);
            } else {
                unchanged++;
            }
        }
        return new Differences(before, after, added, removed, changed, unchanged);
    }

    /** One hash per identifier; where a file has an identifier twice, of all its versions. */
    private static Map<String, Long> contents(Store store, SourceVersion version) {
        Map<String, Long> found = new HashMap<>();
        if (version.counts().activities() > 0) {
            store.each(
                    "SELECT identifier, content FROM " + store.open(version).table(Table.ACTIVITY),
                    row -> found.merge(Store.must(row, "identifier"), row.getLong("content"), Long::sum));
        }
        return found;
    }
}
