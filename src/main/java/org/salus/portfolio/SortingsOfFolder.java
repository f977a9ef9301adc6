package org.salus.portfolio;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Derived;
import org.salus.evidence.Snapshot;
import org.salus.ledger.Digest;

/**
 * Brings a sorter the answers of earlier processes from the data folder, and keeps there what it sorted anew. Answers are found by the digest of what was sorted, so they serve every snapshot in which
 * an activity says the same. Safe for several threads.
 */
final class SortingsOfFolder {
    private static final String KIND = "sortings";

    /** To sort fewer again takes less than to write them. */
    static final int WORTH_KEEPING = 200;

    private final RememberingSorter sorter;
    private final int worthKeeping;
    private @Nullable Derived folder;

    /** @param worthKeeping so many new answers are written, fewer are not */
    SortingsOfFolder(RememberingSorter sorter, int worthKeeping) {
        this.sorter = sorter;
        this.worthKeeping = worthKeeping;
    }

    /** Before something of that snapshot is sorted. */
    synchronized void recall(Snapshot snapshot) {
        Derived here = snapshot.derived();
        if (!here.equals(folder)) {
            String edition = KeptSortings.edition(sorter);
            sorter.forgetFresh(sorter.fresh().keySet());
            sorter.recall(here.find(KIND, edition)
                    .map(bytes -> KeptSortings.read(bytes, edition))
                    .orElseGet(KeptSortings::none));
            folder = here;
        }
    }

    /** After something was sorted. */
    synchronized void keep() {
        Derived here = folder;
        Map<Digest, Sorting> fresh = sorter.fresh();
        if (here == null || fresh.size() < worthKeeping) {
            return;
        }
        String edition = KeptSortings.edition(sorter);
        here.keep(KIND, edition, there -> {
            byte[] together = KeptSortings.read(there, edition).with(fresh, edition);
            sorter.recall(KeptSortings.read(together, edition));
            return together;
        });
        // Also where they could not be written: they would not be next time either, and are remembered here.
        sorter.forgetFresh(fresh.keySet());
    }
}
