package org.salus.evidence;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A cell of the OECD's Creditor Reporting System tables.
 *
 * @param iso3 the recipient; null for regions and totals, then {@code recipient} names it
 * @param purpose DAC code with five or three digits; null in tables by donor
 * @param donor as named; null in tables by purpose
 * @param millionUsd USD million, as written
 */
public record CrsAmount(
        @Nullable String iso3,
        String recipient,
        @Nullable String purpose,
        @Nullable String donor,
        int year,
        BigDecimal millionUsd,
        String source,
        long row) {
    /** Whether the recipient stands for the sum of all recipients; such a row must not be added to the others. */
    public boolean isTotal() {
        return NotCountries.shipped().isTotal(recipient);
    }
}
