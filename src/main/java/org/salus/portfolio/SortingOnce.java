package org.salus.portfolio;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sorts what it is shown again as it did before, without reading it again: an activity in many countries stands in the map of each. For one piece of work, and safe for several threads. */
final class SortingOnce implements Sorter {
    private final Sorter sorter;
    private final Map<Sortable, Sorting> known = new ConcurrentHashMap<>();

    SortingOnce(Sorter sorter) {
        this.sorter = sorter;
    }

    @Override
    public Sorting sort(Sortable activity) {
        return known.computeIfAbsent(activity, sorter::sort);
    }

    @Override
    public String edition() {
        return sorter.edition();
    }
}
