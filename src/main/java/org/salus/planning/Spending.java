package org.salus.planning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What steps cost by spans of time. Shares of a cost are rounded to the cent and the rest goes to the largest, so that they add up; a step without a known cost is counted and never taken for none.
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
        Grouping.DONOR.groups(roadmap).forEach((donor, bars) -> {
            List<Sum> row = new ArrayList<>(Collections.nCopies(spans.size(), Sum.NONE));
            bars.forEach(bar -> add(bar, spans, every, counting, row));
            rows.put(donor, List.copyOf(row));
        });
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

    private static void add(Roadmap.Bar bar, List<LocalDate> spans, Every every, Counting counting, List<Sum> row) {
        int first = spans.indexOf(every.begin(bar.from()));
        int last = counting == Counting.COMMITTED ? first : spans.indexOf(every.begin(bar.until()));
        List<Optional<BigDecimal>> shares = bar.cost()
                .map(cost -> shares(cost, bar, spans.subList(first, last + 1), every).stream()
                        .map(Optional::of)
                        .toList())
                .orElseGet(() -> Collections.nCopies(last - first + 1, Optional.empty()));
        for (int i = first; i <= last; i++) {
            Sum own = shares.get(i - first)
                    .map(share -> new Sum(share, 1, 0))
                    .orElseGet(() -> new Sum(BigDecimal.ZERO, 0, 1));
            row.set(i, row.get(i).plus(own));
        }
    }

    /** A cost by the days of a step that lie in each span. */
    private static List<BigDecimal> shares(BigDecimal cost, Roadmap.Bar bar, List<LocalDate> spans, Every every) {
        BigDecimal all = BigDecimal.valueOf(ChronoUnit.DAYS.between(bar.from(), bar.until()) + 1);
        List<BigDecimal> shares = new ArrayList<>();
        BigDecimal rest = cost;
        int largest = 0;
        for (LocalDate span : spans) {
            LocalDate from = bar.from().isAfter(span) ? bar.from() : span;
            LocalDate end = every.next(span);
            LocalDate until = bar.until().isBefore(end) ? bar.until().plusDays(1) : end;
            BigDecimal share = spans.size() == 1
                    ? cost
                    : cost.multiply(BigDecimal.valueOf(ChronoUnit.DAYS.between(from, until)))
                            .divide(all, 2, RoundingMode.DOWN);
            shares.add(share);
            rest = rest.subtract(share);
            if (share.abs().compareTo(shares.get(largest).abs()) > 0) {
                largest = shares.size() - 1;
            }
        }
        shares.set(largest, shares.get(largest).add(rest));
        return shares;
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
