package org.salus.goals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.salus.framework.PartialDate;
import org.salus.ledger.Item;

/**
 * What is loaded of a series beside what was taken up from it. Years are compared by their numbers alone: a newer file that says the same changes nothing.
 *
 * @param fresh years nobody has taken up
 * @param changed years whose value is another now, or that are there again
 * @param gone what was taken up of years the series no longer has
 * @param same how many years say what was taken up
 * @param byHand years of the series that somebody has measured, too; both stand side by side
 * @param gaps years between the first and the last that have no value; nothing is put in their place
 */
public record FeedComparison(
        List<LoadedSeries.Year> fresh,
        List<Changed> changed,
        List<Item<Measurement>> gone,
        int same,
        List<Integer> byHand,
        List<Integer> gaps) {
    /** Nothing to compare. */
    static final FeedComparison NONE = new FeedComparison(List.of(), List.of(), List.of(), 0, List.of(), List.of());

    public FeedComparison {
        fresh = List.copyOf(fresh);
        changed = List.copyOf(changed);
        gone = List.copyOf(gone);
        byHand = List.copyOf(byHand);
        gaps = List.copyOf(gaps);
    }

    /** A year that was taken up and says something else now. */
    public record Changed(Item<Measurement> before, LoadedSeries.Year now) {}

    /**
     * Pure.
     *
     * @param measurements of the indicator, also those that do not come from the series
     */
    static FeedComparison of(Feed feed, LoadedSeries loaded, List<Item<Measurement>> measurements) {
        Map<Integer, Item<Measurement>> taken = new TreeMap<>();
        Set<Integer> hands = new HashSet<>();
        for (Item<Measurement> item : measurements) {
            Measurement one = item.value();
            if (one.taken().filter(from -> from.series().equals(feed.series())).isPresent()) {
                taken.put(one.on().year(), item);
            } else if (one.taken().isEmpty() && one.group().isEmpty()) {
                hands.add(one.on().year());
            }
        }
        List<LoadedSeries.Year> fresh = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        List<Integer> byHand = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        int same = 0;
        int next = 0;
        for (LoadedSeries.Year year : loaded.years()) {
            if (year.year() < feed.since()) {
                continue;
            }
            for (int gap = next; next > 0 && gap < year.year(); gap++) {
                gaps.add(gap);
            }
            next = year.year() + 1;
            if (hands.contains(year.year())) {
                byHand.add(year.year());
            }
            Item<Measurement> before = taken.remove(year.year());
            if (before == null) {
                fresh.add(year);
            } else if (isTheSame(before.value(), year.says())) {
                same++;
            } else {
                changed.add(new Changed(before, year));
            }
        }
        List<Item<Measurement>> gone = taken.values().stream()
                .filter(item -> item.value().on().year() >= feed.since())
                .filter(item -> item.value().taken().filter(Taken::isGone).isEmpty())
                .toList();
        return new FeedComparison(fresh, changed, gone, same, byHand, gaps);
    }

    private static boolean isTheSame(Measurement before, Finding now) {
        return before.taken().filter(Taken::isGone).isEmpty()
                && isTheSame(before.says().value(), now.value())
                && isTheSame(before.says().low(), now.low())
                && isTheSame(before.says().high(), now.high());
    }

    private static boolean isTheSame(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isPresent() == other.isPresent()
                && one.filter(number -> number.compareTo(other.orElseThrow()) != 0)
                        .isEmpty();
    }

    /** How many years differ from what is loaded. */
    public int differing() {
        return fresh.size() + changed.size() + gone.size();
    }

    /** The years in a row written as one: {@code 1997, 1999–2001}. */
    public static String spans(List<Integer> years) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < years.size(); i++) {
            int end = i;
            while (end + 1 < years.size() && years.get(end + 1) == years.get(end) + 1) {
                end++;
            }
            out.append(out.isEmpty() ? "" : ", ").append(years.get(i));
            if (end > i) {
                out.append('–').append(years.get(end));
            }
            i = end;
        }
        return out.toString();
    }

    static PartialDate dateOf(LoadedSeries.Year year) {
        return PartialDate.ofYear(year.year());
    }
}
