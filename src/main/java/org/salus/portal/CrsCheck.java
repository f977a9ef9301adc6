package org.salus.portal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.salus.evidence.Codes;
import org.salus.evidence.Country;
import org.salus.evidence.CrsAmount;
import org.salus.evidence.Snapshot;
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
     * @param worldMillionUsd what all recipients together got under the purpose that year, where the files hold them
     */
    public record Row(
            int year,
            String purpose,
            String name,
            BigDecimal millionUsd,
            Optional<BigDecimal> worldMillionUsd,
            String source) {}

    /**
     * A year of both.
     *
     * @param crsUsd empty where no table of that year is loaded
     * @param loadedUsd disbursements of loaded activities with a code 152xx
     */
    public record Year(int year, Optional<BigDecimal> crsUsd, BigDecimal loadedUsd) {}

    public CrsCheck {
        rows = List.copyOf(rows);
        years = List.copyOf(years);
    }

    static CrsCheck of(Snapshot snapshot, Country country, SupportMap map) {
        List<Row> rows = new ArrayList<>();
        Map<Integer, BigDecimal> crs = new HashMap<>();
        Map<Integer, BigDecimal> category = new HashMap<>();
        Map<String, Map<Integer, BigDecimal>> world = new HashMap<>();
        for (CrsAmount amount : snapshot.observations().crs(country)) {
            String purpose = amount.purpose();
            if (purpose == null
                    || !purpose.startsWith(CATEGORY)
                    || !map.period().contains(amount.year())) {
                continue;
            }
            BigDecimal all = world.computeIfAbsent(purpose, code -> world(snapshot, code))
                    .get(amount.year());
            rows.add(new Row(
                    amount.year(),
                    purpose,
                    Codes.shipped().findPurpose(purpose).orElse(purpose),
                    amount.millionUsd(),
                    Optional.ofNullable(all),
                    amount.source()));
            (purpose.length() == 5 ? crs : category)
                    .merge(amount.year(), amount.millionUsd().movePointRight(6), BigDecimal::add);
        }
        // Some years' tables have the category only; where both are there, it is the sum of the codes.
        category.forEach(crs::putIfAbsent);
        Map<Integer, BigDecimal> loaded = new HashMap<>();
        for (SupportRow row : map.rows()) {
            if (row.peaceAndSecurity() && row.year() != null && row.measure() == Measure.DISBURSEMENTS) {
                loaded.merge(row.year(), row.usd(), BigDecimal::add);
            }
        }
        TreeSet<Integer> years = new TreeSet<>(crs.keySet());
        years.addAll(loaded.keySet());
        return new CrsCheck(
                rows,
                years.stream()
                        .map(year -> new Year(
                                year, Optional.ofNullable(crs.get(year)), loaded.getOrDefault(year, BigDecimal.ZERO)))
                        .toList());
    }

    /** The sum over the recipients a table lists; rows that are totals themselves are not added again. */
    private static Map<Integer, BigDecimal> world(Snapshot snapshot, String purpose) {
        Map<Integer, BigDecimal> listed = new HashMap<>();
        Map<Integer, BigDecimal> totals = new HashMap<>();
        for (CrsAmount amount : snapshot.observations().crsOfPurpose(purpose)) {
            (amount.isTotal() ? totals : listed).merge(amount.year(), amount.millionUsd(), BigDecimal::add);
        }
        Map<Integer, Integer> recipients = new HashMap<>();
        snapshot.observations().crsOfPurpose(purpose).stream()
                .filter(amount -> !amount.isTotal())
                .forEach(amount -> recipients.merge(amount.year(), 1, Integer::sum));
        Map<Integer, BigDecimal> world = new HashMap<>(totals);
        listed.forEach((year, sum) -> {
            if (recipients.getOrDefault(year, 0) > RECIPIENTS_OF_A_WORLD) {
                world.put(year, sum);
            }
        });
        return world;
    }
}
