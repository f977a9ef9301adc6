package org.salus.portfolio;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A list that takes long to find and that few ask for: found when somebody first does, and then kept. Safe for use by several threads. */
final class Later<T> {
    private @Nullable Supplier<List<T>> how;
    private List<T> found = List.of();

    /** @param how must always find the same */
    Later(Supplier<List<T>> how) {
        this.how = how;
    }

    /** The list; whoever asks meanwhile waits. */
    synchronized List<T> get() {
        if (how != null) {
            found = List.copyOf(how.get());
            // What it was found from is no longer needed.
            how = null;
        }
        return found;
    }
}
