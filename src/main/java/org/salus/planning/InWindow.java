package org.salus.planning;

import java.util.Objects;
import org.salus.ledger.ItemId;

/**
 * A window that a step keeps to.
 *
 * @param window a {@link PlanWindow} of the same workspace
 */
public record InWindow(ItemId window) {
    public InWindow {
        Objects.requireNonNull(window);
    }
}
