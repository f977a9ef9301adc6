package org.salus.planning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A fiscal outlook as it is reckoned with. Percentages are a year, growth above inflation; amounts are at the prices of the first year.
 *
 * @param title of the scenario
 * @param from the first year
 * @param until the last year, included
 * @param currency ISO 4217
 * @param budget in the first year, 0 or more
 * @param bound how much of it is bound in the first year, 0 or more
 */
record FiscalSpace(
        String title,
        int from,
        int until,
        String currency,
        BigDecimal budget,
        BigDecimal bound,
        BigDecimal growth,
        BigDecimal boundGrowth,
        Optional<BigDecimal> inflation,
        Optional<BigDecimal> citizens,
        List<ExchangeRate> rates) {
    private static final MathContext EXACT = MathContext.DECIMAL128;

    FiscalSpace {
        rates = List.copyOf(rates);
    }

    /** What is free in a year: what is there less what is bound, each grown since the first year; below 0 if more is bound than there is. */
    BigDecimal room(int year) {
        return round(budget.multiply(grown(growth, year)).subtract(bound.multiply(grown(boundGrowth, year))));
    }

    /** An amount at the prices of a year; empty where nobody has said how prices rise. */
    Optional<BigDecimal> atPricesOf(int year, BigDecimal amount) {
        return inflation.map(percent -> round(amount.multiply(grown(percent, year))));
    }

    private BigDecimal grown(BigDecimal percent, int year) {
        return BigDecimal.ONE.add(percent.movePointLeft(2)).pow(year - from, EXACT);
    }

    static BigDecimal round(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }

    /** Units of this currency for one of that one; empty where nobody has said. */
    Optional<BigDecimal> worth(String code) {
        return code.equals(currency)
                ? Optional.of(BigDecimal.ONE)
                : rates.stream()
                        .filter(rate -> rate.currency().equals(code))
                        .flatMap(rate -> rate.worth().stream())
                        .findFirst();
    }

    /** The same, its budget growing by so many points a year more or less. */
    FiscalSpace growing(BigDecimal points) {
        return new FiscalSpace(
                title,
                from,
                until,
                currency,
                budget,
                bound,
                growth.add(points),
                boundGrowth,
                inflation,
                citizens,
                rates);
    }
}
