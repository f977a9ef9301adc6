package org.salus.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.ActivityRecord;
import org.salus.evidence.ActivityRecord.PeriodMoney;
import org.salus.evidence.Country;
import org.salus.evidence.Rates;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;

/**
 * What activities of a country plan: planned disbursements and budgets, each a kind of its own, never added to one another nor to what was done. The one reading of
 * plans: the map of support and coordination rest on it, by the rules of {@code docs/support-map.md}.
 *
 * @param rows every planned amount that counts, by its areas and the years of its days
 * @param left every amount that does not count, or of which a part lies outside the period
 */
public record PlannedSupport(List<PlannedRow> rows, List<LeftPlan> left) {
    public PlannedSupport {
        rows = List.copyOf(rows);
        left = List.copyOf(left);
    }

    /** Why a planned amount does not count. */
    public enum Left {
        NO_AMOUNT,
        NO_CURRENCY,
        NO_RATE,
        /** No period, one that ends before it begins, or one of more than a hundred years. */
        NO_DATE,
        /** Some of it, or all. */
        OUTSIDE_PERIOD,
        SHARE_NOT_STATED,
        /** A revised plan that has a day in common with it counts instead. */
        REPLACED;

        /** Word in files. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** What to call it. */
        public Sentence label() {
            return Sentence.of("portfolio.planned-left." + code());
        }
    }

    /**
     * An amount that does not count.
     *
     * @param number of the amount among those of its kind in the activity, from 1
     */
    public record LeftPlan(PivotMeasure kind, String activity, int number, Left why) {}

    private static final String REVISED = "2";
    /** A period of more years is a slip of the pen. */
    private static final int LONGEST = 100;

    /** How many amounts of a kind do not count, by why. */
    public Map<PivotMeasure, Map<Left, Integer>> leftOut() {
        Map<PivotMeasure, Map<Left, Integer>> counts = new EnumMap<>(PivotMeasure.class);
        left.forEach(one -> counts.computeIfAbsent(one.kind(), first -> new EnumMap<>(Left.class))
                .merge(one.why(), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }

    /**
     * Those of activities.
     *
     * @param activities of the country, of all years
     * @param currency ISO 4217 code of the sums
     */
    public static PlannedSupport of(
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

    /** Some days, both ends counted. */
    record Span(LocalDate start, LocalDate end) {
        /** The period of an amount; where only one end is stated that day alone, and null where it cannot be read. */
        static @Nullable Span of(PeriodMoney money) {
            LocalDate start = money.start() != null ? money.start() : money.end();
            LocalDate end = money.end() != null ? money.end() : money.start();
            return start == null || end == null || end.isBefore(start) || end.getYear() - start.getYear() > LONGEST
                    ? null
                    : new Span(start, end);
        }

        int days() {
            return Math.toIntExact(ChronoUnit.DAYS.between(start, end) + 1);
        }

        /** The part of each year by days; the last year takes what rounding leaves. */
        List<Part> parts(BigDecimal amount) {
            List<Part> parts = new ArrayList<>();
            int all = days();
            BigDecimal rest = amount;
            for (int year = start.getYear(); year < end.getYear(); year++) {
                LocalDate from = year == start.getYear() ? start : LocalDate.of(year, 1, 1);
                int own = new Span(from, LocalDate.of(year, 12, 31)).days();
                BigDecimal value = amount.multiply(BigDecimal.valueOf(own))
                        .divide(
                                BigDecimal.valueOf(all),
                                Math.max(DrawSupportMap.SCALE, amount.scale()),
                                RoundingMode.HALF_EVEN);
                parts.add(new Part(year, own, all, value));
                rest = rest.subtract(value);
            }
            LocalDate from = start.getYear() == end.getYear() ? start : LocalDate.of(end.getYear(), 1, 1);
            parts.add(new Part(end.getYear(), new Span(from, end).days(), all, rest));
            return parts;
        }
    }

    /** What of an amount falls into a year. */
    record Part(@Nullable Integer year, int days, int ofDays, BigDecimal value) {}

    /** The days for which plans were revised: by each first day the last one that those beginning up to then reach. */
    private static NavigableMap<LocalDate, LocalDate> revised(List<PeriodMoney> all) {
        TreeMap<LocalDate, LocalDate> days = new TreeMap<>();
        for (PeriodMoney money : all) {
            Span span = REVISED.equals(money.type()) ? Span.of(money) : null;
            if (span != null) {
                days.merge(span.start(), span.end(), PlannedSupport::later);
            }
        }
        LocalDate furthest = LocalDate.MIN;
        for (Map.Entry<LocalDate, LocalDate> one : days.entrySet()) {
            furthest = later(furthest, one.getValue());
            one.setValue(furthest);
        }
        return days;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static boolean isReplaced(PeriodMoney money, NavigableMap<LocalDate, LocalDate> revised) {
        Span span = REVISED.equals(money.type()) ? null : Span.of(money);
        if (span == null) {
            return false;
        }
        Map.Entry<LocalDate, LocalDate> before = revised.floorEntry(span.end());
        return before != null && !before.getValue().isBefore(span.start());
    }

    private static final class Reading {
        private final Country country;
        private final Period period;
        private final String currency;
        private final Rates rates;
        private final List<PlannedRow> rows = new ArrayList<>();
        private final List<LeftPlan> left = new ArrayList<>();

        Reading(Country country, Period period, String currency, Rates rates) {
            this.country = country;
            this.period = period;
            this.currency = currency;
            this.rates = rates;
        }

        void add(PivotMeasure kind, SortedActivity sorted, List<PeriodMoney> all) {
            NavigableMap<LocalDate, LocalDate> revised = revised(all);
            for (int at = 0; at < all.size(); at++) {
                PeriodMoney money = all.get(at);
                Left why = isReplaced(money, revised) ? Left.REPLACED : row(kind, sorted, money, at + 1);
                if (why != null) {
                    left.add(new LeftPlan(kind, sorted.activity().identifier(), at + 1, why));
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
            Span span = Span.of(money);
            LocalDate day = span == null ? null : span.start();
            LocalDate valued = money.valueDate() != null ? money.valueDate() : day;
            if (span == null && (!period.isAll() || (valued == null && !published.equals(currency)))) {
                return Left.NO_DATE;
            }
            if (span != null && !overlaps(span)) {
                return Left.OUTSIDE_PERIOD;
            }
            int rateYear = valued == null ? 0 : valued.getYear();
            Rates.Rate rate = rate(published, rateYear, published);
            Rates.Rate into = rate(currency, rateYear, published);
            if (rate == null || into == null) {
                return Left.NO_RATE;
            }
            BigDecimal value = DrawSupportMap.converted(DrawSupportMap.percentOf(amount, percent), rate, into);
            boolean isWhole = true;
            for (Part part : span == null ? List.of(new Part(null, 0, 0, value)) : span.parts(value)) {
                Integer year = part.year();
                if (year != null && !period.contains(year)) {
                    isWhole = false;
                    continue;
                }
                for (Map.Entry<ReformArea, BigDecimal> share :
                        sorted.sorting().shares().entrySet()) {
                    if (share.getValue().signum() != 0) {
                        rows.add(new PlannedRow(
                                kind,
                                sorted.activity().identifier(),
                                sorted.activity().title(),
                                number,
                                year,
                                part.days(),
                                part.ofDays(),
                                money.start(),
                                money.end(),
                                share.getKey(),
                                sorted.donor(),
                                DrawSupportMap.percentOf(part.value(), share.getValue()),
                                amount,
                                published,
                                rate,
                                into,
                                percent,
                                share.getValue()));
                    }
                }
            }
            return isWhole ? null : Left.OUTSIDE_PERIOD;
        }

        private boolean overlaps(Span span) {
            for (int year = span.start().getYear(); year <= span.end().getYear(); year++) {
                if (period.contains(year)) {
                    return true;
                }
            }
            return false;
        }

        /** Money that is not converted needs no rate in the table. */
        private Rates.@Nullable Rate rate(String of, int year, String published) {
            return published.equals(currency)
                    ? new Rates.Rate(of, year, BigDecimal.ONE, of)
                    : rates.find(of, year).orElse(null);
        }
    }
}
