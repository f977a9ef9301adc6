package org.salus.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as published.
 *
 * @param number position in its activity, from 1
 * @param type IATI 2 code, also for files of IATI 1; see {@link TransactionType}
 * @param amount exactly as written; null if it is missing or no number
 * @param currency ISO 4217 code, the activity's default where the transaction names none; null if neither does
 * @param sectors the transaction's own sectors; empty if it has none
 * @param places the transaction's own country or region; empty if it has none
 */
public record Transaction(
        int number,
        @Nullable String ref,
        @Nullable String type,
        @Nullable LocalDate date,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable LocalDate valueDate,
        @Nullable Party provider,
        @Nullable Party receiver,
        @Nullable String description,
        List<SectorCode> sectors,
        List<Place> places) {
    public Transaction {
        sectors = List.copyOf(sectors);
        places = List.copyOf(places);
    }

    /** The day that decides the exchange rate: the value date, as the standard has it, else the transaction's date. */
    public @Nullable LocalDate rateDate() {
        return valueDate != null ? valueDate : date;
    }

    /** The day the transaction counts for: its own date, else the value date. Some publishers stamp every value with the day of the export. */
    public @Nullable LocalDate day() {
        return date != null ? date : valueDate;
    }

    public boolean isCommitment() {
        return "2".equals(type);
    }

    public boolean isDisbursement() {
        return "3".equals(type);
    }

    public boolean isExpenditure() {
        return "4".equals(type);
    }
}
