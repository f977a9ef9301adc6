package org.salus.coordination;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.salus.evidence.Activity;
import org.salus.evidence.Donors;
import org.salus.framework.ReformArea;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportRow;

/** When activities run, and who funds them, as far as files tell. */
final class Runs {
    private static final Donors DONORS = Donors.shipped();
    /** IATI: 3 finalisation, 4 closed, 5 cancelled. */
    private static final Set<String> OVER = Set.of("3", "4", "5");

    private static final String CANCELLED = "5";
    private static final int LONGEST = 100;

    private final Map<String, TreeSet<Integer>> moneyYears = new HashMap<>();

    /** @param rows of every year, measure and area */
    Runs(Collection<SupportRow> rows) {
        for (SupportRow row : rows) {
            Integer year = row.year();
            if (year != null) {
                moneyYears
                        .computeIfAbsent(row.activity(), first -> new TreeSet<>())
                        .add(year);
            }
        }
    }

    /** Whether some of an activity supports the area. */
    static boolean supports(SortedActivity sorted, ReformArea area) {
        return sorted.sorting().shares().getOrDefault(area, BigDecimal.ZERO).signum() > 0;
    }

    /** The donors of an activity under the names they are known by. */
    Set<String> donors(SortedActivity sorted) {
        return sorted.donors().stream()
                .map(name -> DONORS.of(name).name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The years in which it runs by its dates; where one is not stated, from or to the year of its first or last money. Empty where neither tells. */
    NavigableSet<Integer> years(SortedActivity sorted) {
        Activity activity = sorted.activity();
        TreeSet<Integer> money = moneyYears.getOrDefault(activity.identifier(), new TreeSet<>());
        LocalDate start = activity.start();
        LocalDate end = activity.end();
        TreeSet<Integer> years = new TreeSet<>();
        if (CANCELLED.equals(activity.status()) && money.isEmpty()) {
            return years;
        }
        if ((start == null || end == null) && money.isEmpty()) {
            if (start != null) {
                years.add(start.getYear());
            }
            return years;
        }
        int from = start != null ? start.getYear() : money.getFirst();
        int to = end != null ? end.getYear() : money.getLast();
        // A date that is a slip of the pen must not make a century of work.
        for (int year = from; year <= Math.min(to, from + LONGEST); year++) {
            years.add(year);
        }
        return years;
    }

    /** Where an activity stands on a day. */
    enum Standing {
        /** It is over, was cancelled, or says so. */
        OVER,
        /** It ends on that day or before the limit is over. */
        ENDING,
        /** It goes on, or begins, beyond the limit. */
        BEYOND,
        /** It is not over, and no end is stated. */
        ENDLESS
    }

    static Standing standing(Activity activity, LocalDate day, LocalDate limit) {
        LocalDate end = activity.end();
        if (CANCELLED.equals(activity.status())) {
            return Standing.OVER;
        }
        if (end == null) {
            String status = activity.status();
            return status != null && OVER.contains(status) ? Standing.OVER : Standing.ENDLESS;
        }
        if (end.isBefore(day)) {
            return Standing.OVER;
        }
        return end.isAfter(limit) ? Standing.BEYOND : Standing.ENDING;
    }

    static List<String> identifiers(List<SortedActivity> some) {
        return some.stream()
                .map(sorted -> sorted.activity().identifier())
                .sorted()
                .toList();
    }
}
