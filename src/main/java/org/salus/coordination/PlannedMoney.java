package org.salus.coordination;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.ActivityRecord;
import org.salus.evidence.ActivityRecord.PeriodMoney;
import org.salus.evidence.Rates;
import org.salus.framework.ReformArea;
import org.salus.portfolio.CountryShare;
import org.salus.portfolio.SortedActivity;

/**
 * What activities planned for reform in the country, year by year: planned disbursements, or budgets where an activity has none. Money of a period that crosses a
 * new year is split by days.
 */
final class PlannedMoney {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** A period of more years is a slip of the pen. */
    private static final int LONGEST = 100;

    /** Why something planned is in no figure; its words are under {@code coordination.plan-left-out.<code>}. */
    enum Reason {
        NO_AMOUNT,
        NO_CURRENCY,
        NO_PERIOD,
        NO_RATE,
        SHARE_NOT_STATED;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private final CoordinationInputs inputs;
    private final Map<String, NavigableMap<Integer, BigDecimal>> byActivity = new LinkedHashMap<>();
    private final TreeMap<Reason, Set<String>> leftOut = new TreeMap<>();

    private PlannedMoney(CoordinationInputs inputs) {
        this.inputs = inputs;
    }

    static PlannedMoney of(CoordinationInputs inputs) {
        PlannedMoney money = new PlannedMoney(inputs);
        for (SortedActivity activity : inputs.activities()) {
            ActivityRecord.Planned planned =
                    inputs.planned().get(activity.activity().identifier());
            if (planned != null) {
                money.add(activity, planned);
            }
        }
        return money;
    }

    /** By the activity's identifier and the year, in the currency of the inputs. */
    Map<String, NavigableMap<Integer, BigDecimal>> byActivity() {
        return byActivity;
    }

    /** Activities with something planned that could not be read, by reason. */
    Map<Reason, Set<String>> leftOut() {
        return leftOut;
    }

    private void add(SortedActivity sorted, ActivityRecord.Planned planned) {
        BigDecimal reform = sorted.sorting().shares().entrySet().stream()
                .filter(share -> share.getKey().isSsr())
                .map(Map.Entry<ReformArea, BigDecimal>::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (reform.signum() == 0) {
            return;
        }
        String identifier = sorted.activity().identifier();
        Optional<BigDecimal> ofCountry = CountryShare.percent(inputs.country(), sorted.activity());
        if (ofCountry.isEmpty()) {
            leaveOut(Reason.SHARE_NOT_STATED, identifier);
            return;
        }
        BigDecimal percent = ofCountry.get().multiply(reform).movePointLeft(2);
        if (percent.signum() == 0) {
            return;
        }
        for (PeriodMoney one :
                inForce(planned.disbursements().isEmpty() ? planned.budgets() : planned.disbursements())) {
            add(identifier, one, percent);
        }
    }

    /** A revised plan replaces the original ones of the same days. */
    static List<PeriodMoney> inForce(List<PeriodMoney> all) {
        List<PeriodMoney> revised =
                all.stream().filter(one -> "2".equals(one.type())).toList();
        List<PeriodMoney> found = new ArrayList<>();
        for (PeriodMoney one : all) {
            if ("2".equals(one.type()) || revised.stream().noneMatch(other -> overlap(one, other))) {
                found.add(one);
            }
        }
        return found;
    }

    private static boolean overlap(PeriodMoney one, PeriodMoney other) {
        LocalDate start = one.start();
        LocalDate end = one.end();
        LocalDate otherStart = other.start();
        LocalDate otherEnd = other.end();
        return start != null
                && end != null
                && otherStart != null
                && otherEnd != null
                && !start.isAfter(otherEnd)
                && !otherStart.isAfter(end);
    }

    private void add(String identifier, PeriodMoney money, BigDecimal percent) {
        LocalDate start = money.start() != null ? money.start() : money.end();
        LocalDate end = money.end() != null ? money.end() : money.start();
        BigDecimal amount = money.amount();
        String currency = money.currency();
        if (amount == null) {
            leaveOut(Reason.NO_AMOUNT, identifier);
        } else if (currency == null) {
            leaveOut(Reason.NO_CURRENCY, identifier);
        } else if (start == null || end == null || end.isBefore(start) || end.getYear() - start.getYear() > LONGEST) {
            leaveOut(Reason.NO_PERIOD, identifier);
        } else {
            LocalDate rateDay = money.valueDate();
            BigDecimal value =
                    converted(percentOf(amount, percent), currency, (rateDay != null ? rateDay : start).getYear());
            if (value == null) {
                leaveOut(Reason.NO_RATE, identifier);
            } else {
                spread(value, start, end)
                        .forEach((year, part) -> byActivity
                                .computeIfAbsent(identifier, first -> new TreeMap<>())
                                .merge(year, part, BigDecimal::add));
            }
        }
    }

    private void leaveOut(Reason reason, String identifier) {
        leftOut.computeIfAbsent(reason, first -> new TreeSet<>()).add(identifier);
    }

    private static BigDecimal percentOf(BigDecimal amount, BigDecimal percent) {
        return percent.compareTo(HUNDRED) == 0
                ? amount
                : amount.multiply(percent).movePointLeft(2);
    }

    private @Nullable BigDecimal converted(BigDecimal amount, String from, int year) {
        if (from.equals(inputs.currency())) {
            return amount;
        }
        Optional<Rates.Rate> rate = inputs.rates().find(from, year);
        Optional<Rates.Rate> into = inputs.rates().find(inputs.currency(), year);
        return rate.isEmpty() || into.isEmpty()
                ? null
                : amount.multiply(into.get().perUsd())
                        .divide(rate.get().perUsd(), Math.max(Share.SCALE, amount.scale()), RoundingMode.HALF_EVEN);
    }

    /** The parts of each year by days, both ends counted; the last year takes what rounding leaves. */
    static NavigableMap<Integer, BigDecimal> spread(BigDecimal amount, LocalDate start, LocalDate end) {
        TreeMap<Integer, BigDecimal> parts = new TreeMap<>();
        BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(start, end) + 1);
        BigDecimal rest = amount;
        for (int year = start.getYear(); year < end.getYear(); year++) {
            LocalDate from = year == start.getYear() ? start : LocalDate.of(year, 1, 1);
            BigDecimal own = BigDecimal.valueOf(ChronoUnit.DAYS.between(from, LocalDate.of(year, 12, 31)) + 1);
            BigDecimal part =
                    amount.multiply(own).divide(days, Math.max(Share.SCALE, amount.scale()), RoundingMode.HALF_EVEN);
            parts.put(year, part);
            rest = rest.subtract(part);
        }
        parts.put(end.getYear(), rest);
        return parts;
    }
}
