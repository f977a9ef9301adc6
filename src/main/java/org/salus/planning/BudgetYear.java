package org.salus.planning;

import java.math.BigDecimal;
import java.util.Objects;
import org.salus.framework.PartialDate;

/**
 * What a budget holds in one year.
 *
 * @param year the calendar year
 * @param amount in units of the budget's currency, 0 or more
 */
public record BudgetYear(PartialDate year, BigDecimal amount) {
    public BudgetYear {
        Objects.requireNonNull(year);
        Objects.requireNonNull(amount);
    }
}
