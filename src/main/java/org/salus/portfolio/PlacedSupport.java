package org.salus.portfolio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salus.framework.ReformArea;

/**
 * Support shared out over the first-level units in which it is recorded: what is in several units is in each with an equal share, since nobody published another.
 * What has no unit stands under the reason for it, so that everything adds up exactly to the total of the pivot of the same question. Pure and immutable.
 */
public final class PlacedSupport {
    /**
     * The part of an amount, or of an activity, that counts for one unit.
     *
     * @param transaction number of the transaction; 0 of what is none
     * @param year of money; null where none is stated, and of activities
     * @param place name of the unit, or the word for why there is none
     * @param percent its share; all shares of one amount are exactly 100
     * @param value what counts here, unrounded; of an activity its share as a part of one
     */
    public record Row(
            String activity,
            int transaction,
            @Nullable Integer year,
            ReformArea area,
            String donor,
            String place,
            BigDecimal percent,
            BigDecimal value) {}

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, BigDecimal> byPlace = new HashMap<>();
    private final Set<String> shared = new HashSet<>();
    private BigDecimal total = BigDecimal.ZERO;

    private PlacedSupport() {}

    /** Shares out entries. */
    static PlacedSupport of(PivotAsked asked, Collection<PivotEntry> entries, SupportTraits traits) {
        if (!asked.measure().addsUp()) {
            throw new IllegalArgumentException("Parts of " + asked.measure() + " do not add up");
        }
        PlacedSupport placed = new PlacedSupport();
        Set<String> counted = new HashSet<>();
        for (PivotEntry entry : entries) {
            boolean isAgain = !asked.measure().isMoney() && !counted.add(entry.activity());
            if (!isAgain && Pivot.takes(asked, entry, traits)) {
                placed.share(entry, asked.measure().isMoney() ? entry.value() : BigDecimal.ONE, traits);
            }
        }
        return placed;
    }

    private void share(PivotEntry entry, BigDecimal whole, SupportTraits traits) {
        List<String> places = traits.places(entry.activity());
        List<BigDecimal> percents = EqualShares.percents(places.size());
        if (places.size() > 1) {
            shared.add(entry.activity());
        }
        for (int i = 0; i < places.size(); i++) {
            BigDecimal value = whole.multiply(percents.get(i)).movePointLeft(2);
            rows.add(new Row(
                    entry.activity(),
                    entry.transaction(),
                    entry.year(),
                    entry.area(),
                    entry.donor(),
                    places.get(i),
                    percents.get(i),
                    value));
            byPlace.merge(places.get(i), value, BigDecimal::add);
            total = total.add(value);
        }
    }

    /** Every part, the largest first. */
    public List<Row> rows() {
        return rows.stream()
                .sorted(Comparator.comparing(Row::value, Comparator.reverseOrder()))
                .toList();
    }

    /** What is recorded in a unit, or under a reason for none. */
    public BigDecimal in(String place) {
        return byPlace.getOrDefault(place, BigDecimal.ZERO);
    }

    /** What is in a unit at all. */
    public BigDecimal inUnits() {
        return byPlace.entrySet().stream()
                .filter(one -> isUnit(one.getKey()))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Of all parts: that of the pivot. */
    public BigDecimal total() {
        return total;
    }

    /** How many activities are shared out over several units. */
    public int shared() {
        return shared.size();
    }

    /** Whether a place is a unit, and no reason why there is none. */
    public static boolean isUnit(String place) {
        return !place.startsWith("*");
    }
}
