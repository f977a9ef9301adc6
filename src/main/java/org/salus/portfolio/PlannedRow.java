package org.salus.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Rates.Rate;
import org.salus.framework.ReformArea;

/**
 * The part of a planned disbursement or budget that counts for the country, one reform area and one year.
 *
 * @param kind planned disbursements or budgets
 * @param number of the amount among those of its kind in the activity, from 1
 * @param year whose days this part is for; null if it states no period that can be read
 * @param days of its period in that year
 * @param ofDays of its whole period; 0 where none can be read
 * @param start of its period, as published
 * @param value what counts here in the currency that was asked for, unrounded
 * @param amount the whole amount as published
 * @param rate the rate by which its currency became US dollars
 * @param into the rate by which US dollars became the currency that was asked for
 * @param countryPercent share of the amount that counts for the country
 * @param areaPercent share of that which counts for the area
 */
public record PlannedRow(
        PivotMeasure kind,
        String activity,
        String title,
        int number,
        @Nullable Integer year,
        int days,
        int ofDays,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        ReformArea area,
        String donor,
        BigDecimal value,
        BigDecimal amount,
        String currency,
        Rate rate,
        Rate into,
        BigDecimal countryPercent,
        BigDecimal areaPercent) {
    PivotEntry entry() {
        return new PivotEntry(activity, 0, year, area, donor, value, null);
    }
}
