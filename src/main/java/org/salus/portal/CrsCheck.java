package org.salus.portal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Codes;
import org.salus.evidence.Country;
import org.salus.evidence.CrsAmount;
import org.salus.evidence.Snapshot;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;
import org.salus.portfolio.Measure;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.SupportRow;

/**
 * What donors reported to the OECD under category 152 beside what the loaded activities hold. The two count different things (reporters, measures,
 * years), so a difference is a question, not an error.
 *
 * @param rows by year and purpose
 * @param years by year: the sum of the codes 152xx (or the category 152 where a table has no codes) beside the loaded disbursements with such a code
 */
public record CrsCheck(List<Row> rows, List<Year> years) {
    private static final String CATEGORY = "152";
    /** A table with fewer recipients was cut down to some countries; its sum is not the world's. */
    private static final int RECIPIENTS_OF_A_WORLD = 20;

    /**
     * An amount to the country.
     *
     * @param line row of the file it stands in
     * @param donor as named; empty in tables by purpose alone
     * @param counted whether it is part of the year's sum: a code 152xx, or the category 152 where a year has no codes
     * @param worldMillionUsd what all recipients together got under the purpose that year, where the files hold them
     */
    public record Row(
            int year,
            String purpose,
            String name,
            BigDecimal millionUsd,
            Optional<BigDecimal> worldMillionUsd,
            String source,
            long line,
            String donor,
            boolean counted) {}

    /**
     * A year of both.
     *
     * @param crsUsd empty where no table of that year is loaded
     * @param loadedUsd disbursements of loaded activities with a code 152xx; unknown before the first and after the last year with any loaded disbursement,
     *     since what is loaded does not reach there
     */
    public record Year(int year, Optional<BigDecimal> crsUsd, Figure<BigDecimal> loadedUsd) {
        /** Whether there is a figure of both, so that they can be compared. */
        public boolean isOfBoth() {
            return crsUsd.isPresent() && loadedUsd.valueIfAny().isPresent();
        }
    }

    public CrsCheck {
        rows = List.copyOf(rows);
        years = List.copyOf(years);
    }

    /** The years that have figures of both. */
    public List<Year> ofBoth() {
        return years.stream().filter(Year::isOfBoth).toList();
    }

    /** The sum that donors told the OECD in those years. */
    public static BigDecimal crsUsd(List<Year> years) {
        return years.stream().flatMap(year -> year.crsUsd().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The sum of loaded disbursements in those years, as far as they are known. */
    public static BigDecimal loadedUsd(List<Year> years) {
        return years.stream()
                .flatMap(year -> year.loadedUsd().valueIfAny().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * @param map of the period asked for
     * @param whole of all years: how far the loaded data reach does not follow from what is asked
     */
    static CrsCheck of(Snapshot snapshot, Country country, SupportMap map, SupportMap whole) {
        List<CrsAmount> amounts = snapshot.observations().crs(country).stream()
                .filter(amount -> amount.purpose() != null && amount.purpose().startsWith(CATEGORY))
                .filter(amount -> map.period().contains(amount.year()))
                .toList();
        Set<Integer> withCodes = amounts.stream()
                .filter(amount -> isCode(amount.purpose()))
                .map(CrsAmount::year)
                .collect(Collectors.toSet());
        Map<String, Map<Integer, BigDecimal>> world = new HashMap<>();
        Map<Integer, BigDecimal> crs = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (CrsAmount amount : amounts) {
            String purpose = String.valueOf(amount.purpose());
            // Some years' tables have the category only; where both are there, it is the sum of the codes.
            boolean counted = isCode(purpose) || !withCodes.contains(amount.year());
            rows.add(new Row(
                    amount.year(),
                    purpose,
                    Codes.shipped().findPurpose(purpose).orElse(purpose),
                    amount.millionUsd(),
                    Optional.ofNullable(world.computeIfAbsent(purpose, code -> sums(world(snapshot, code)))
                            .get(amount.year())),
                    amount.source(),
                    amount.row(),
                    amount.donor() == null ? "" : amount.donor(),
                    counted));
            if (counted) {
                crs.merge(amount.year(), amount.millionUsd().movePointRight(6), BigDecimal::add);
            }
        }
        Map<Integer, BigDecimal> loaded = new HashMap<>();
        for (SupportRow row : map.rows()) {
            if (row.peaceAndSecurity() && row.year() != null && row.measure() == Measure.DISBURSEMENTS) {
                loaded.merge(row.year(), row.value(), BigDecimal::add);
            }
        }
        TreeSet<Integer> years = new TreeSet<>(crs.keySet());
        years.addAll(loaded.keySet());
        TreeSet<Integer> paid = whole.rows().stream()
                .filter(row -> row.measure() == Measure.DISBURSEMENTS)
                .flatMap(row -> Optional.ofNullable(row.year()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return new CrsCheck(
                rows,
                years.stream()
                        .map(year -> new Year(
                                year,
                                Optional.ofNullable(crs.get(year)),
                                paid.isEmpty() || year < paid.first() || year > paid.last()
                                        ? Figure.unknown(Sentence.of("portal.crs.not-loaded"))
                                        : Figure.known(loaded.getOrDefault(year, BigDecimal.ZERO))))
                        .toList());
    }

    private static boolean isCode(@Nullable String purpose) {
        return purpose != null && purpose.length() == 5;
    }

    /**
     * The amounts that a purpose's sum over all recipients consists of, year by year: the recipients a table lists, without rows that are totals themselves;
     * such a row alone where a table was cut down to few recipients. Empty for a year that has neither.
     */
    static List<CrsAmount> world(Snapshot snapshot, String purpose) {
        List<CrsAmount> all = snapshot.observations().crsOfPurpose(purpose);
        Map<Integer, Long> recipients = all.stream()
                .filter(amount -> !amount.isTotal())
                .collect(Collectors.groupingBy(CrsAmount::year, Collectors.counting()));
        return all.stream()
                .filter(amount ->
                        (recipients.getOrDefault(amount.year(), 0L) > RECIPIENTS_OF_A_WORLD) != amount.isTotal())
                .toList();
    }

    private static Map<Integer, BigDecimal> sums(List<CrsAmount> amounts) {
        Map<Integer, BigDecimal> sums = new HashMap<>();
        amounts.forEach(amount -> sums.merge(amount.year(), amount.millionUsd(), BigDecimal::add));
        return sums;
    }
}
