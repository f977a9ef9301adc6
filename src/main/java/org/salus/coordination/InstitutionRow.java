package org.salus.coordination;

import java.math.BigDecimal;
import java.util.Optional;
import org.salus.ledger.ItemId;
import org.salus.portfolio.SupportRow;

/**
 * The part of a row of support that goes to one institution.
 *
 * @param institution empty where the activity matches none
 * @param percent how much of the row; all parts of a row together are exactly 100
 * @param value what counts here, unrounded
 */
public record InstitutionRow(SupportRow row, Optional<ItemId> institution, BigDecimal percent, BigDecimal value) {
    /** In addresses the institution of what matches none. */
    public static final String NONE = "none";

    /** Its institution in addresses. */
    public String key() {
        return institution.map(ItemId::toString).orElse(NONE);
    }
}
