package org.salus.coordination;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.salus.framework.Figure;
import org.salus.framework.Sentence;
import org.salus.portfolio.Measure;
import org.salus.portfolio.SupportRow;

/** Puts plans beside payments, year by year. Formulas are in {@code docs/coordination.md}. */
final class PredictabilityAnalysis {
    private final CoordinationInputs inputs;
    private final Map<String, NavigableMap<Integer, BigDecimal>> paid;

    private PredictabilityAnalysis(CoordinationInputs inputs) {
        this.inputs = inputs;
        this.paid = paid(inputs);
    }

    static Predictability of(CoordinationInputs inputs, Thresholds thresholds) {
        PlannedMoney plans = PlannedMoney.of(inputs);
        return new Predictability(
                new PredictabilityAnalysis(inputs).years(plans.byActivity()),
                plans.leftOut().entrySet().stream()
                        .map(left ->
                                new Predictability.LeftOutPlan(left.getKey().label(), List.copyOf(left.getValue())))
                        .toList(),
                VolatilityAnalysis.of(inputs, thresholds));
    }

    /** What each activity paid for reform: its disbursements, or its expenditures where it published no disbursement at all. */
    private static Map<String, NavigableMap<Integer, BigDecimal>> paid(CoordinationInputs inputs) {
        Map<String, Boolean> disburses = new HashMap<>();
        inputs.rows()
                .forEach(row ->
                        disburses.merge(row.activity(), row.measure() == Measure.DISBURSEMENTS, Boolean::logicalOr));
        Map<String, NavigableMap<Integer, BigDecimal>> paid = new HashMap<>();
        for (SupportRow row : inputs.inPeriod(inputs.rows())) {
            Integer year = row.year();
            Measure counts =
                    disburses.getOrDefault(row.activity(), false) ? Measure.DISBURSEMENTS : Measure.EXPENDITURES;
            if (year != null && row.area().isSsr() && row.measure() == counts) {
                paid.computeIfAbsent(row.activity(), first -> new TreeMap<>())
                        .merge(year, row.value(), BigDecimal::add);
            }
        }
        return paid;
    }

    private List<Predictability.PlanYear> years(Map<String, NavigableMap<Integer, BigDecimal>> plans) {
        TreeSet<Integer> years = new TreeSet<>();
        plans.values()
                .forEach(plan ->
                        plan.keySet().stream().filter(inputs.period()::contains).forEach(years::add));
        return years.stream()
                .map(year -> year(year, plans))
                .filter(PredictabilityAnalysis::tellsSomething)
                .toList();
    }

    /** Budgets of nothing for decades ahead would fill a page with zeros. */
    private static boolean tellsSomething(Predictability.PlanYear year) {
        return year.planned().signum() != 0
                || year.paid().signum() != 0
                || year.paidWithoutPlan().signum() != 0;
    }

    private Predictability.PlanYear year(int year, Map<String, NavigableMap<Integer, BigDecimal>> plans) {
        BigDecimal planned = BigDecimal.ZERO;
        BigDecimal came = BigDecimal.ZERO;
        BigDecimal upToPlan = BigDecimal.ZERO;
        List<String> activities = new ArrayList<>();
        for (Map.Entry<String, NavigableMap<Integer, BigDecimal>> plan : new TreeMap<>(plans).entrySet()) {
            BigDecimal wanted = plan.getValue().get(year);
            if (wanted != null) {
                BigDecimal got = paidIn(plan.getKey(), year);
                planned = planned.add(wanted);
                came = came.add(got);
                upToPlan = upToPlan.add(got.min(wanted).max(BigDecimal.ZERO));
                activities.add(plan.getKey());
            }
        }
        BigDecimal all =
                paid.keySet().stream().map(activity -> paidIn(activity, year)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Predictability.PlanYear(
                year,
                planned,
                came,
                all.subtract(came),
                ratio(year, came, planned),
                ratio(year, upToPlan, planned),
                activities);
    }

    private BigDecimal paidIn(String activity, int year) {
        return paid.getOrDefault(activity, new TreeMap<>()).getOrDefault(year, BigDecimal.ZERO);
    }

    private Figure<BigDecimal> ratio(int year, BigDecimal part, BigDecimal planned) {
        OptionalInt last = inputs.lastFullYear();
        if (last.isEmpty() || year > last.getAsInt()) {
            return Figure.unknown(Sentence.of("coordination.missing.year-not-over", year));
        }
        return planned.signum() <= 0
                ? Figure.unknown(Sentence.of("coordination.missing.nothing-planned", year))
                : Figure.known(Share.ratio(part, planned));
    }
}
