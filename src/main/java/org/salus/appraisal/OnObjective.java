package org.salus.appraisal;

import java.util.Objects;
import org.salus.ledger.ItemId;

/**
 * An objective that something is about.
 *
 * @param objective in the same workspace
 */
public record OnObjective(ItemId objective) {
    public OnObjective {
        Objects.requireNonNull(objective);
    }
}
