package org.salus.portfolio;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A sorter that is made when it first sorts, so that what is wrong with its model is told by whoever sorts and by nobody else. Safe for use by several threads. */
final class LateSorter implements Sorter {
    private final Supplier<Sorter> how;
    private @Nullable Sorter made;

    /** @param how is asked again only if it failed */
    LateSorter(Supplier<Sorter> how) {
        this.how = how;
    }

    private synchronized Sorter sorter() {
        Sorter known = made;
        if (known == null) {
            known = how.get();
            made = known;
        }
        return known;
    }

    @Override
    public Sorting sort(Sortable activity) {
        return sorter().sort(activity);
    }

    @Override
    public String edition() {
        return sorter().edition();
    }
}
