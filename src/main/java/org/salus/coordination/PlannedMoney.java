package org.salus.coordination;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.salus.portfolio.PivotMeasure;
import org.salus.portfolio.PlannedRow;
import org.salus.portfolio.PlannedSupport;

/**
 * What activities planned for reform in the country, year by year: planned disbursements, or budgets where an activity has none. How plans are read is the
 * portfolio's, so that they are the same here and in the map of support.
 */
final class PlannedMoney {
    private final Map<String, NavigableMap<Integer, BigDecimal>> byActivity = new LinkedHashMap<>();
    private final TreeMap<PlannedSupport.Left, Set<String>> leftOut = new TreeMap<>();

    private PlannedMoney() {}

    static PlannedMoney of(CoordinationInputs inputs) {
        PlannedMoney money = new PlannedMoney();
        PlannedSupport planned = inputs.planned();
        Set<String> disburse = new HashSet<>();
        planned.rows().stream()
                .filter(row -> row.kind() == PivotMeasure.PLANNED_DISBURSEMENTS)
                .forEach(row -> disburse.add(row.activity()));
        planned.left().stream()
                .filter(left -> left.kind() == PivotMeasure.PLANNED_DISBURSEMENTS)
                .forEach(left -> disburse.add(left.activity()));
        for (PlannedRow row : planned.rows()) {
            if (row.area().isSsr() && counts(row.kind(), row.activity(), disburse)) {
                money.add(row);
            }
        }
        Set<String> ofReform = new HashSet<>();
        inputs.activities().stream()
                .filter(sorted -> sorted.sorting().shares().entrySet().stream()
                        .anyMatch(share ->
                                share.getKey().isSsr() && share.getValue().signum() > 0))
                .forEach(sorted -> ofReform.add(sorted.activity().identifier()));
        for (PlannedSupport.LeftPlan left : planned.left()) {
            if (ofReform.contains(left.activity()) && counts(left.kind(), left.activity(), disburse)) {
                money.leaveOut(left.why(), left.activity());
            }
        }
        return money;
    }

    private static boolean counts(PivotMeasure kind, String activity, Set<String> disburse) {
        return kind == (disburse.contains(activity) ? PivotMeasure.PLANNED_DISBURSEMENTS : PivotMeasure.BUDGETS);
    }

    /** By the activity's identifier and the year, in the currency of the inputs. */
    Map<String, NavigableMap<Integer, BigDecimal>> byActivity() {
        return byActivity;
    }

    /** Activities with something planned that does not count here, by reason. */
    Map<PlannedSupport.Left, Set<String>> leftOut() {
        return leftOut;
    }

    private void add(PlannedRow row) {
        Integer year = row.year();
        if (year == null) {
            // It counts in sums of all years, and there is none here.
            leaveOut(PlannedSupport.Left.NO_DATE, row.activity());
        } else {
            byActivity
                    .computeIfAbsent(row.activity(), first -> new TreeMap<>())
                    .merge(year, row.value(), BigDecimal::add);
        }
    }

    private void leaveOut(PlannedSupport.Left why, String activity) {
        leftOut.computeIfAbsent(why, first -> new TreeSet<>()).add(activity);
    }
}
