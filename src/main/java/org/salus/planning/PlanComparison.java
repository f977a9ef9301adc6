package org.salus.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;

/**
 * Two plans beside each other: which steps are moved, what is spent in each year, and when they end.
 *
 * @param before what the one is called
 * @param after what the other is called
 * @param moved steps that begin in another month, or are in one of the two only
 * @param unmoved how many steps begin in the same month
 * @param years what is spent in each year in the one and the other
 * @param endBefore the last month of the one; empty where it has no step
 * @param endAfter the last month of the other
 */
public record PlanComparison(
        Sentence before,
        Sentence after,
        List<Moved> moved,
        int unmoved,
        List<Year> years,
        Optional<PartialDate> endBefore,
        Optional<PartialDate> endAfter) {
    public PlanComparison {
        moved = List.copyOf(moved);
        years = List.copyOf(years);
    }

    /**
     * A step that stands elsewhere.
     *
     * @param before its first month in the one; empty if it is not in it
     * @param after its first month in the other
     * @param months later in the other; below 0 if earlier; empty if it is in one only
     */
    public record Moved(
            String id,
            String title,
            Optional<PartialDate> before,
            Optional<PartialDate> after,
            Optional<Integer> months) {}

    /** A year in both. */
    public record Year(int year, BigDecimal before, BigDecimal after) {}

    /** A step in a plan, as far as plans are compared. */
    record Placed(
            String id, String title, String donor, PartialDate begins, PartialDate until, Optional<BigDecimal> cost) {
        static Placed of(ScheduleAnswer.Line line) {
            return new Placed(line.id(), line.title(), line.donor(), line.begins(), line.until(), line.cost());
        }

        static Placed of(AgreedStart start) {
            return new Placed(start.step().toString(), start.title(), "", start.begins(), start.until(), start.cost());
        }
    }

    static PlanComparison of(Sentence before, List<Placed> one, Sentence after, List<Placed> other) {
        Map<String, Placed> then = byId(one);
        Map<String, Placed> now = byId(other);
        Map<String, Placed> all = new LinkedHashMap<>(then);
        all.putAll(now);
        List<Moved> moved = new ArrayList<>();
        all.forEach((id, placed) -> {
            Optional<PartialDate> was = Optional.ofNullable(then.get(id)).map(Placed::begins);
            Optional<PartialDate> is = Optional.ofNullable(now.get(id)).map(Placed::begins);
            if (!was.equals(is)) {
                moved.add(new Moved(
                        id,
                        placed.title(),
                        was,
                        is,
                        was.flatMap(first -> is.map(second -> months(second) - months(first)))));
            }
        });
        Map<Integer, BigDecimal> paidThen = years(one);
        Map<Integer, BigDecimal> paidNow = years(other);
        TreeSet<Integer> years = new TreeSet<>(paidThen.keySet());
        years.addAll(paidNow.keySet());
        return new PlanComparison(
                before,
                after,
                moved,
                all.size() - moved.size(),
                years.stream()
                        .map(year -> new Year(
                                year,
                                paidThen.getOrDefault(year, BigDecimal.ZERO),
                                paidNow.getOrDefault(year, BigDecimal.ZERO)))
                        .toList(),
                end(one),
                end(other));
    }

    private static int months(PartialDate month) {
        return month.year() * 12 + month.month();
    }

    private static Map<String, Placed> byId(List<Placed> plan) {
        Map<String, Placed> found = new LinkedHashMap<>();
        plan.forEach(placed -> found.put(placed.id(), placed));
        return found;
    }

    /** What a plan spends in each calendar year. */
    static Map<Integer, BigDecimal> years(List<Placed> plan) {
        // By donor, as the table of what each of them pays rounds it.
        Map<String, List<CostByTime.Spent>> donors = new LinkedHashMap<>();
        plan.forEach(placed -> placed.cost()
                .ifPresent(cost -> donors.computeIfAbsent(placed.donor(), donor -> new ArrayList<>())
                        .add(new CostByTime.Spent(
                                cost, placed.begins().earliest(), placed.until().latest()))));
        Map<Integer, BigDecimal> years = new TreeMap<>();
        donors.values()
                .forEach(spent ->
                        CostByTime.byYear(spent).forEach((year, amount) -> years.merge(year, amount, BigDecimal::add)));
        return years;
    }

    private static Optional<PartialDate> end(List<Placed> plan) {
        return plan.stream().map(Placed::until).max(PartialDate::compareTo);
    }
}
