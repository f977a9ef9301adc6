package org.salus.evidence;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Yearly average exchange rates to the US dollar, each with its source; two of one year lead from any currency of the table to any other. */
public final class Rates {
    /** Names the table; part of every snapshot, because another table gives other sums. */
    public static final String EDITION = "2026-1";

    /** The currency the table counts in, and sums where nothing else is asked. */
    public static final String DOLLAR = "USD";

    private static final Rates SHIPPED = read();

    /**
     * A yearly average rate.
     *
     * @param perUsd units of the currency for one US dollar, average of the year
     * @param source publisher and edition
     */
    public record Rate(String currency, int year, BigDecimal perUsd, String source) {}

    private final Map<String, Rate> rates;

    private final NavigableSet<String> currencies = new TreeSet<>(List.of(DOLLAR));

    private Rates(Map<String, Rate> rates) {
        this.rates = rates;
        rates.values().forEach(rate -> currencies.add(rate.currency()));
    }

    /** The table that comes with the program. */
    public static Rates shipped() {
        return SHIPPED;
    }

    /** The rate of a currency in a year; empty if no publisher in the table has one. The dollar's is one. */
    public Optional<Rate> find(String currency, int year) {
        if (currency.equals(DOLLAR)) {
            return Optional.of(new Rate(DOLLAR, year, BigDecimal.ONE, DOLLAR));
        }
        return Optional.ofNullable(rates.get(currency + year));
    }

    /** The currencies that have a rate in some year, by code. */
    public NavigableSet<String> currencies() {
        return Collections.unmodifiableNavigableSet(currencies);
    }

    private static Rates read() {
        try (InputStream bytes = Objects.requireNonNull(Rates.class.getResourceAsStream("reference/rates.csv"));
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            Map<String, Rate> rates = new HashMap<>();
            for (NamedCsvRecord row : rows) {
                Rate rate = new Rate(
                        row.getField("currency"),
                        Integer.parseInt(row.getField("year")),
                        new BigDecimal(row.getField("per_usd")),
                        row.getField("source"));
                rates.put(rate.currency() + rate.year(), rate);
            }
            return new Rates(rates);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
