package org.salus.planning;

import java.util.Objects;
import org.salus.ledger.ItemId;

/**
 * A step that money is set aside for.
 *
 * @param step the {@link StepNeeds} of the step
 */
public record Earmark(ItemId step) {
    public Earmark {
        Objects.requireNonNull(step);
    }
}
