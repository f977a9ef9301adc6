package org.salus.planning;

import java.math.BigDecimal;
import java.util.Objects;
import org.salus.ledger.ItemId;

/**
 * How much it is worth to reach a goal early, beside others.
 *
 * @param goal in the same results chain
 * @param weight a whole number from 0 to 9
 */
public record GoalWeight(ItemId goal, BigDecimal weight) {
    public GoalWeight {
        Objects.requireNonNull(goal);
        Objects.requireNonNull(weight);
    }
}
