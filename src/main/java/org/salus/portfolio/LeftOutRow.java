package org.salus.portfolio;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that no figure contains, or an activity as a whole. Every line of what is left out is a sum over such rows.
 *
 * @param activity identifier of the activity
 * @param transaction number of the transaction in it; null where the whole activity is left out
 * @param measure what the transaction would count for; null with the transaction
 * @param year of the transaction; null if it states none
 * @param amount as published; null if none is stated or readable
 * @param currency as published; null if none is stated
 */
public record LeftOutRow(
        LeftOut.Reason reason,
        String activity,
        String title,
        @Nullable Integer transaction,
        @Nullable Measure measure,
        @Nullable Integer year,
        @Nullable BigDecimal amount,
        @Nullable String currency) {
    /** Word for a currency that is not stated, in addresses and files. */
    public static final String NO_CURRENCY = "?";

    /** The currency its amount is summed in; empty where it has no amount. */
    public String summedIn() {
        return amount == null ? "" : currency == null ? NO_CURRENCY : currency;
    }
}
