package org.salus.planning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What steps cost by spans of time. What one donor spends is rounded to the cent by {@link CostByTime}, so that it adds up; a step without a known cost is counted and never taken for none.
 *
 * @param spans their first days, one after the other
 * @param rows of each donor, in the order of their first steps; under an empty name what nobody is named for
 */
record Spending(List<LocalDate> spans, Map<String, List<Spending.Sum>> rows) {
    /**
     * What is known of one span.
     *
     * @param amount of all steps with a known cost
     * @param known how many steps have a share in it with a known cost
     * @param unknown how many would have one if their cost were known
     */
    record Sum(BigDecimal amount, int known, int unknown) {
        static final Sum NONE = new Sum(BigDecimal.ZERO, 0, 0);

        Sum plus(Sum other) {
            return new Sum(amount.add(other.amount), known + other.known, unknown + other.unknown);
        }

        /** The amount; empty where steps go on and the cost of none is known. */
        Optional<BigDecimal> told() {
            return known == 0 && unknown > 0 ? Optional.empty() : Optional.of(amount);
        }
    }

    static Spending of(Roadmap roadmap, Every every, Counting counting) {
        List<LocalDate> spans = every.spans(roadmap);
        Map<String, List<Sum>> rows = new LinkedHashMap<>();
        Grouping.DONOR.groups(roadmap).forEach((donor, bars) -> rows.put(donor, row(bars, spans, every, counting)));
        return new Spending(spans, rows);
    }

    /** What all donors together spend in each calendar year in which a step with a known cost goes on. */
    static Map<Integer, BigDecimal> byYear(Roadmap roadmap) {
        Spending spent = of(roadmap, Every.YEAR, Counting.SPENT);
        Map<Integer, BigDecimal> years = new LinkedHashMap<>();
        for (int i = 0; i < spent.spans().size(); i++) {
            years.put(spent.spans().get(i).getYear(), spent.span(i).amount());
        }
        return years;
    }

    private static List<Sum> row(List<Roadmap.Bar> bars, List<LocalDate> spans, Every every, Counting counting) {
        CostByTime costs = new CostByTime(every, spans);
        int[] known = new int[spans.size()];
        int[] unknown = new int[spans.size()];
        for (Roadmap.Bar bar : bars) {
            LocalDate until = counting == Counting.COMMITTED ? bar.from() : bar.until();
            bar.cost().ifPresent(cost -> costs.add(new CostByTime.Spent(cost, bar.from(), until)));
            int last = spans.indexOf(every.begin(until));
            for (int at = spans.indexOf(every.begin(bar.from())); at <= last; at++) {
                (bar.cost().isPresent() ? known : unknown)[at]++;
            }
        }
        List<BigDecimal> amounts = costs.amounts();
        return IntStream.range(0, spans.size())
                .mapToObj(at -> new Sum(amounts.get(at), known[at], unknown[at]))
                .toList();
    }

    /** All donors together in one span. */
    Sum span(int at) {
        return rows.values().stream().map(row -> row.get(at)).reduce(Sum.NONE, Sum::plus);
    }

    /** All spans of one donor together; steps are counted once in each span they have a share in. */
    Sum row(String donor) {
        return rows.getOrDefault(donor, List.of()).stream().reduce(Sum.NONE, Sum::plus);
    }

    /** All there is. */
    Sum all() {
        return rows.keySet().stream().map(this::row).reduce(Sum.NONE, Sum::plus);
    }
}
