package org.salus.portfolio;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Rates.Rate;
import org.salus.framework.ReformArea;

/**
 * The part of one transaction that counts for the country and one reform area. Every figure about support is a sum over such rows.
 *
 * @param activity identifier of the activity
 * @param transaction number of the transaction in it
 * @param year of the transaction's date, else of its value date; null if neither is stated
 * @param donor name of the donor, see {@link DonorSupport#SEVERAL}
 * @param peaceAndSecurity whether the publisher gave the transaction, or else its activity, a DAC code of category 152
 * @param value what counts here in the currency of the map, unrounded
 * @param amount the whole transaction as published
 * @param rate the rate by which its currency became US dollars
 * @param into the rate by which US dollars became the currency of the map
 * @param countryPercent share of the transaction that counts for the country
 * @param areaPercent share of that which counts for the area
 */
public record SupportRow(
        String activity,
        String title,
        int transaction,
        Measure measure,
        @Nullable Integer year,
        ReformArea area,
        String donor,
        boolean peaceAndSecurity,
        BigDecimal value,
        BigDecimal amount,
        String currency,
        Rate rate,
        Rate into,
        BigDecimal countryPercent,
        BigDecimal areaPercent) {
    /** Whether it was published in another currency than that of the map. */
    public boolean isConverted() {
        return !currency.equals(into.currency());
    }
}
