package org.salus.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.ActivityRecord;
import org.salus.evidence.ActivityRecord.PeriodMoney;
import org.salus.evidence.Country;
import org.salus.evidence.Rates;
import org.salus.framework.ReformArea;

/**
 * What activities of a country plan: planned disbursements and budgets, each a kind of its own, never added to one another nor to what was done.
 *
 * @param rows every planned amount that counts, by its areas
 * @param leftOut how many amounts of a kind do not count, by why
 */
public record PlannedSupport(List<PlannedRow> rows, Map<PivotMeasure, Map<Left, Integer>> leftOut) {
    public PlannedSupport {
        rows = List.copyOf(rows);
        Map<PivotMeasure, Map<Left, Integer>> copied = new EnumMap<>(PivotMeasure.class);
        leftOut.forEach((kind, counts) -> copied.put(kind, Collections.unmodifiableMap(new EnumMap<>(counts))));
        leftOut = Collections.unmodifiableMap(copied);
    }

    /** Why a planned amount does not count. */
    public enum Left {
        NO_AMOUNT,
        NO_CURRENCY,
        NO_RATE,
        NO_DATE,
        OUTSIDE_PERIOD,
        SHARE_NOT_STATED,
        /** A revised budget of the same period counts instead. */
        REPLACED;

        /** Word in files. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private static final String REVISED = "2";

    /**
     * Those of activities.
     *
     * @param activities of the country, of all years
     * @param currency ISO 4217 code of the sums
     */
    static PlannedSupport of(
            Country country,
            Period period,
            String currency,
            Rates rates,
            List<SortedActivity> activities,
            Map<String, ActivityRecord.Planned> plans) {
        Reading reading = new Reading(country, period, currency, rates);
        for (SortedActivity sorted : activities) {
            ActivityRecord.Planned own = plans.get(sorted.activity().identifier());
            if (own != null) {
                reading.add(PivotMeasure.PLANNED_DISBURSEMENTS, sorted, own.disbursements());
                reading.add(PivotMeasure.BUDGETS, sorted, own.budgets());
            }
        }
        return new PlannedSupport(reading.rows, reading.left);
    }

    private record Span(@Nullable LocalDate start, @Nullable LocalDate end) {}

    private static final class Reading {
        private final Country country;
        private final Period period;
        private final String currency;
        private final Rates rates;
        private final List<PlannedRow> rows = new ArrayList<>();
        private final Map<PivotMeasure, Map<Left, Integer>> left = new EnumMap<>(PivotMeasure.class);

        Reading(Country country, Period period, String currency, Rates rates) {
            this.country = country;
            this.period = period;
            this.currency = currency;
            this.rates = rates;
        }

        void add(PivotMeasure kind, SortedActivity sorted, List<PeriodMoney> all) {
            Set<Span> revised = new HashSet<>();
            for (PeriodMoney money : all) {
                if (REVISED.equals(money.type())) {
                    revised.add(new Span(money.start(), money.end()));
                }
            }
            for (int at = 0; at < all.size(); at++) {
                PeriodMoney money = all.get(at);
                boolean isReplaced = !REVISED.equals(money.type())
                        && money.start() != null
                        && revised.contains(new Span(money.start(), money.end()));
                Left why = isReplaced ? Left.REPLACED : row(kind, sorted, money, at + 1);
                if (why != null) {
                    left.computeIfAbsent(kind, first -> new EnumMap<>(Left.class))
                            .merge(why, 1, Integer::sum);
                }
            }
        }

        /** Adds the rows of an amount, or says why there are none; null where it counts, also nothing for this country. */
        private @Nullable Left row(PivotMeasure kind, SortedActivity sorted, PeriodMoney money, int number) {
            BigDecimal amount = money.amount();
            String published = money.currency();
            BigDecimal percent =
                    CountryShare.percent(country, sorted.activity()).orElse(null);
            if (percent != null && percent.signum() == 0) {
                return null;
            }
            if (amount == null) {
                return Left.NO_AMOUNT;
            }
            if (published == null) {
                return Left.NO_CURRENCY;
            }
            if (percent == null) {
                return Left.SHARE_NOT_STATED;
            }
            LocalDate day = money.start() != null ? money.start() : money.end();
            Integer year = day == null ? null : (Integer) day.getYear();
            LocalDate valued = money.valueDate() != null ? money.valueDate() : day;
            if (year == null && (!period.isAll() || (valued == null && !published.equals(currency)))) {
                return Left.NO_DATE;
            }
            if (year != null && !period.contains(year)) {
                return Left.OUTSIDE_PERIOD;
            }
            int rateYear = valued == null ? 0 : valued.getYear();
            Rates.Rate rate = rate(published, rateYear, published);
            Rates.Rate into = rate(currency, rateYear, published);
            if (rate == null || into == null) {
                return Left.NO_RATE;
            }
            BigDecimal value = DrawSupportMap.converted(DrawSupportMap.percentOf(amount, percent), rate, into);
            for (Map.Entry<ReformArea, BigDecimal> part :
                    sorted.sorting().shares().entrySet()) {
                if (part.getValue().signum() != 0) {
                    rows.add(new PlannedRow(
                            kind,
                            sorted.activity().identifier(),
                            sorted.activity().title(),
                            number,
                            year,
                            money.start(),
                            money.end(),
                            part.getKey(),
                            sorted.donor(),
                            DrawSupportMap.percentOf(value, part.getValue()),
                            amount,
                            published,
                            rate,
                            into,
                            percent,
                            part.getValue()));
                }
            }
            return null;
        }

        /** Money that is not converted needs no rate in the table. */
        private Rates.@Nullable Rate rate(String of, int year, String published) {
            return published.equals(currency)
                    ? new Rates.Rate(of, year, BigDecimal.ONE, of)
                    : rates.find(of, year).orElse(null);
        }
    }
}
