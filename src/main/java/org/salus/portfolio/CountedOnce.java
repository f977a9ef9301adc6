package org.salus.portfolio;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rows of a map of support, each with what of it is set aside because it is counted elsewhere already. Immutable. Published = counted + set aside, exactly,
 * in every row and every sum; the rows themselves, and every sum of the map, stay as they are. docs/counting-once.md has the rules.
 */
public final class CountedOnce {
    /** Names the rules. */
    public static final String EDITION = "2026-11";

    private final List<CountedRow> rows;
    private final NavigableSet<String> circles;
    private final Amounts published;
    private final Amounts counted;
    private final Map<SetAside, Amounts> setAside = new EnumMap<>(SetAside.class);

    CountedOnce(List<CountedRow> rows, NavigableSet<String> circles) {
        this.rows = List.copyOf(rows);
        this.circles = new TreeSet<>(circles);
        Amounts all = Amounts.ZERO;
        Amounts once = Amounts.ZERO;
        for (CountedRow row : rows) {
            Measure measure = row.row().measure();
            all = all.plus(measure, row.row().value());
            once = once.plus(measure, row.counted());
            row.why()
                    .ifPresent(why ->
                            setAside.merge(why.rule(), Amounts.ZERO.plus(measure, row.setAside()), Amounts::plus));
        }
        this.published = all;
        this.counted = once;
    }

    /** Every row of the map, in its order. */
    public List<CountedRow> rows() {
        return rows;
    }

    /** The rows of which something is set aside. */
    public List<CountedRow> setAsideRows() {
        return rows.stream().filter(CountedRow::isSetAside).toList();
    }

    /** Of some rows of the map those of which something is set aside, in the map's order. */
    public List<CountedRow> setAsideOf(Collection<SupportRow> some) {
        Set<SupportRow> wanted = new HashSet<>(some);
        return rows.stream()
                .filter(row -> row.isSetAside() && wanted.contains(row.row()))
                .toList();
    }

    /** As published: the totals of the map. */
    public Amounts published() {
        return published;
    }

    /** Everything once. */
    public Amounts counted() {
        return counted;
    }

    /** What is set aside, by rule; rules that set nothing aside are not named. */
    public Map<SetAside, Amounts> setAside() {
        return Collections.unmodifiableMap(setAside);
    }

    /** Everything that is set aside. */
    public Amounts allSetAside() {
        return setAside.values().stream().reduce(Amounts.ZERO, Amounts::plus);
    }

    /** Activities between which money goes in a circle: nothing of that is set aside. */
    public NavigableSet<String> circles() {
        return new TreeSet<>(circles);
    }

    /** The rows of some years. What is set aside is settled over all years, so that years add up to their total. */
    public CountedOnce in(Period period) {
        if (period.isAll()) {
            return this;
        }
        return new CountedOnce(
                rows.stream()
                        .filter(row -> row.row().year() != null
                                && period.contains(row.row().year()))
                        .toList(),
                circles);
    }
}
