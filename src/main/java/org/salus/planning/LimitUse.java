package org.salus.planning;

import java.math.BigDecimal;
import java.util.Objects;
import org.salus.ledger.ItemId;

/**
 * How much a step takes of a limit while it goes on.
 *
 * @param limit an {@link AbsorptionLimit} of the same workspace
 * @param amount in its units, a whole number; 0 says that the step takes none of it
 */
public record LimitUse(ItemId limit, BigDecimal amount) {
    public LimitUse {
        Objects.requireNonNull(limit);
        Objects.requireNonNull(amount);
    }
}
