package org.salus.papers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What was thought out of open data alone and takes long, for the next paper that asks the same: as a page is read, and then taken along as a file. Safe for several threads. */
final class Remembered {
    private static final int MOST = 8;

    private final Map<List<String>, Object> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, Object> eldest) {
            return size() > MOST;
        }
    });

    /**
     * What is known, else what is thought out now.
     *
     * @param key of what all of it depends on, the snapshot first
     */
    <T> T once(Class<T> what, List<String> key, Supplier<T> how) {
        Object found = known.get(key);
        if (what.isInstance(found)) {
            return what.cast(found);
        }
        T fresh = how.get();
        known.put(key, fresh);
        return fresh;
    }
}
