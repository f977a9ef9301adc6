package org.salus.portfolio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Activity;
import org.salus.evidence.Country;
import org.salus.framework.Field;
import org.salus.framework.ReformArea;

/** Who supports which reform area in a country. Immutable; every sum is one over {@link #rows()} and can be opened to them. */
public final class SupportMap {
    private final String snapshot;
    private final String edition;
    private final Country country;
    private final Period period;
    private final String currency;
    private final List<SortedActivity> activities;
    private final List<SupportRow> rows;
    private final List<LeftOut> leftOut;
    private final List<LeftOutRow> leftOutRows;
    private final Amounts totals;
    private final List<AreaSupport> areas;
    private final List<DonorSupport> donors;
    private final Map<String, Map<ReformArea, Cell>> cells;
    private final Map<Integer, Map<ReformArea, Amounts>> years;
    private final Map<ReformArea, Amounts> undated;
    private final int donorNames;
    private final AreaFree peaceAndSecurity;

    /** What a donor gives to an area: activities that count there, and money. */
    public record Cell(int activities, Amounts amounts) {}

    /** A sum that has nothing to do with areas: activities, and money of their transactions. */
    public record AreaFree(int activities, Amounts amounts) {}

    SupportMap(
            String snapshot,
            String edition,
            Country country,
            Period period,
            String currency,
            List<SortedActivity> activities,
            List<SupportRow> rows,
            List<LeftOut> leftOut,
            List<LeftOutRow> leftOutRows,
            Map<String, DonorNames> donorNames) {
        this.snapshot = snapshot;
        this.edition = edition;
        this.country = country;
        this.period = period;
        this.currency = currency;
        this.activities = List.copyOf(activities);
        this.rows = List.copyOf(rows);
        this.leftOut = List.copyOf(leftOut);
        this.leftOutRows = List.copyOf(leftOutRows);
        this.totals = sum(rows);
        this.areas = areas(activities, rows);
        this.cells = cells(rows);
        this.years = years(rows);
        this.undated = undated(rows);
        this.donors = donors(activities, rows, donorNames);
        this.donorNames = (int) activities.stream()
                .flatMap(activity -> activity.donors().stream())
                .distinct()
                .count();
        this.peaceAndSecurity = peaceAndSecurity(activities, rows);
    }

    /** The names a donor has in the files, with its kind. */
    record DonorNames(String kind, Set<String> names) {}

    /** The snapshot it was computed from. */
    public String snapshot() {
        return snapshot;
    }

    /** The edition of the sorting rules it was computed by. */
    public String edition() {
        return edition;
    }

    public Country country() {
        return country;
    }

    public Period period() {
        return period;
    }

    /** The country's activities, by identifier. In a period: those with money in it. */
    public List<SortedActivity> activities() {
        return activities;
    }

    /** What every figure here is a sum of. */
    public List<SupportRow> rows() {
        return rows;
    }

    /** The rows behind a figure. */
    public List<SupportRow> rows(Filter filter) {
        return rows.stream().filter(filter::takes).toList();
    }

    /** What no figure contains, and why. */
    public List<LeftOut> leftOut() {
        return leftOut;
    }

    /** What {@link #leftOut()} is a sum of. */
    public List<LeftOutRow> leftOutRows() {
        return leftOutRows;
    }

    public Amounts totals() {
        return totals;
    }

    /** One entry for each area, also {@code none} and {@code ?}, in the order of columns; they add up to the totals. */
    public List<AreaSupport> areas() {
        return areas;
    }

    /** Donors, largest commitments first; they add up to the totals. */
    public List<DonorSupport> donors() {
        return donors;
    }

    /** ISO 4217 code of the currency of every sum. */
    public String currency() {
        return currency;
    }

    /** How many different names of donors the files have. */
    public int donorNames() {
        return donorNames;
    }

    /** What a donor gives to an area. */
    public Cell cell(String donor, ReformArea area) {
        Cell cell = cells.getOrDefault(donor, Map.of()).get(area);
        return cell == null ? new Cell(0, Amounts.ZERO) : cell;
    }

    /** The years that have money, ascending. */
    public List<Integer> years() {
        return List.copyOf(years.keySet());
    }

    /** Whether some money states no year. */
    public boolean hasUndated() {
        return !undated.isEmpty();
    }

    private Map<ReformArea, Amounts> areasOf(@Nullable Integer year) {
        return year == null ? undated : years.getOrDefault(year, Map.of());
    }

    /**
     * A field's money in a year.
     *
     * @param year null for what states none
     * @param field null stands for {@code none} and {@code ?} together
     */
    public Amounts ofYear(@Nullable Integer year, @Nullable Field field) {
        Amounts sum = Amounts.ZERO;
        for (Map.Entry<ReformArea, Amounts> entry : areasOf(year).entrySet()) {
            if (Objects.equals(entry.getKey().field().orElse(null), field)) {
                sum = sum.plus(entry.getValue());
            }
        }
        return sum;
    }

    /** An area's money in a year; null for what states none. */
    public Amounts ofYear(@Nullable Integer year, ReformArea area) {
        return areasOf(year).getOrDefault(area, Amounts.ZERO);
    }

    /** Number of activities with at least one location. */
    public int located() {
        return (int)
                activities.stream().filter(a -> a.activity().locations() > 0).count();
    }

    /** Number of locations of all activities. */
    public int locations() {
        return activities.stream().mapToInt(a -> a.activity().locations()).sum();
    }

    /**
     * What publishers gave a DAC code of category 152 (conflict, peace and security): activities with such a code at the activity or a transaction, and the
     * whole money of the transactions concerned.
     */
    public AreaFree peaceAndSecurity() {
        return peaceAndSecurity;
    }

    /** The country's activity of that identifier. */
    public java.util.Optional<SortedActivity> find(String identifier) {
        return activities.stream()
                .filter(activity -> activity.activity().identifier().equals(identifier))
                .findFirst();
    }

    /**
     * Which rows.
     *
     * @param measure of this measure only
     * @param area of this area only
     * @param field of this field's areas only
     * @param donor of this donor only
     * @param year of this year only
     * @param activity of this activity only
     * @param peaceAndSecurity only with, or only without, a DAC code of category 152
     */
    public record Filter(
            @Nullable Measure measure,
            @Nullable ReformArea area,
            @Nullable Field field,
            @Nullable String donor,
            @Nullable Integer year,
            @Nullable String activity,
            @Nullable Boolean peaceAndSecurity) {
        /** Every row. */
        public static final Filter ALL = new Filter(null, null, null, null, null, null, null);

        boolean takes(SupportRow row) {
            return (measure == null || row.measure() == measure)
                    && (area == null || row.area() == area)
                    && (field == null
                            || row.area().field().filter(field::equals).isPresent())
                    && (donor == null || row.donor().equals(donor))
                    && (year == null || year.equals(row.year()))
                    && (activity == null || row.activity().equals(activity))
                    && (peaceAndSecurity == null || row.peaceAndSecurity() == peaceAndSecurity);
        }
    }

    /** The sum of some rows. */
    public static Amounts sum(Collection<SupportRow> rows) {
        Amounts sum = Amounts.ZERO;
        for (SupportRow row : rows) {
            sum = sum.plus(row.measure(), row.value());
        }
        return sum;
    }

    private static List<AreaSupport> areas(List<SortedActivity> activities, List<SupportRow> rows) {
        Map<ReformArea, Amounts> amounts = new EnumMap<>(ReformArea.class);
        rows.forEach(row -> amounts.merge(row.area(), Amounts.ZERO.plus(row.measure(), row.value()), Amounts::plus));
        List<AreaSupport> found = new ArrayList<>();
        for (ReformArea area : ReformArea.values()) {
            int count = (int)
                    activities.stream().filter(a -> a.sorting().area() == area).count();
            found.add(new AreaSupport(area, count, amounts.getOrDefault(area, Amounts.ZERO)));
        }
        return List.copyOf(found);
    }

    private static Map<String, Map<ReformArea, Cell>> cells(List<SupportRow> rows) {
        Map<String, Map<ReformArea, Amounts>> amounts = new HashMap<>();
        Map<String, Map<ReformArea, Set<String>>> activities = new HashMap<>();
        for (SupportRow row : rows) {
            amounts.computeIfAbsent(row.donor(), donor -> new EnumMap<>(ReformArea.class))
                    .merge(row.area(), Amounts.ZERO.plus(row.measure(), row.value()), Amounts::plus);
            activities
                    .computeIfAbsent(row.donor(), donor -> new EnumMap<>(ReformArea.class))
                    .computeIfAbsent(row.area(), area -> new HashSet<>())
                    .add(row.activity());
        }
        Map<String, Map<ReformArea, Cell>> cells = new HashMap<>();
        amounts.forEach((donor, byArea) ->
                byArea.forEach((area, sum) -> cells.computeIfAbsent(donor, first -> new EnumMap<>(ReformArea.class))
                        .put(
                                area,
                                new Cell(
                                        activities
                                                .getOrDefault(donor, Map.of())
                                                .getOrDefault(area, Set.of())
                                                .size(),
                                        sum))));
        return cells;
    }

    private static Map<Integer, Map<ReformArea, Amounts>> years(List<SupportRow> rows) {
        Map<Integer, Map<ReformArea, Amounts>> years = new TreeMap<>();
        for (SupportRow row : rows) {
            if (row.year() != null) {
                years.computeIfAbsent(row.year(), year -> new EnumMap<>(ReformArea.class))
                        .merge(row.area(), Amounts.ZERO.plus(row.measure(), row.value()), Amounts::plus);
            }
        }
        return years;
    }

    private static Map<ReformArea, Amounts> undated(List<SupportRow> rows) {
        Map<ReformArea, Amounts> undated = new EnumMap<>(ReformArea.class);
        for (SupportRow row : rows) {
            if (row.year() == null) {
                undated.merge(row.area(), Amounts.ZERO.plus(row.measure(), row.value()), Amounts::plus);
            }
        }
        return undated;
    }

    private static List<DonorSupport> donors(
            List<SortedActivity> activities, List<SupportRow> rows, Map<String, DonorNames> names) {
        Map<String, Amounts> amounts = new HashMap<>();
        rows.forEach(row -> amounts.merge(row.donor(), Amounts.ZERO.plus(row.measure(), row.value()), Amounts::plus));
        Map<String, Integer> alone = new HashMap<>();
        Map<String, Integer> joint = new HashMap<>();
        for (SortedActivity activity : activities) {
            alone.merge(activity.donor(), 1, Integer::sum);
            if (activity.donor().equals(DonorSupport.SEVERAL)) {
                names.forEach((donor, known) -> {
                    if (activity.donors().stream().anyMatch(known.names()::contains)) {
                        joint.merge(donor, 1, Integer::sum);
                    }
                });
            }
        }
        Set<String> all = new LinkedHashSet<>(names.keySet());
        all.addAll(amounts.keySet());
        all.addAll(alone.keySet());
        return all.stream()
                .map(donor -> {
                    DonorNames known = names.getOrDefault(donor, new DonorNames("", Set.of()));
                    return new DonorSupport(
                            donor,
                            known.kind(),
                            known.names().stream().sorted().toList(),
                            alone.getOrDefault(donor, 0),
                            joint.getOrDefault(donor, 0),
                            amounts.getOrDefault(donor, Amounts.ZERO));
                })
                .sorted(Comparator.comparing((DonorSupport donor) -> donor.amounts()
                                .commitments()
                                .max(donor.amounts().disbursements()))
                        .reversed()
                        .thenComparing(DonorSupport::name))
                .toList();
    }

    private static AreaFree peaceAndSecurity(List<SortedActivity> activities, List<SupportRow> rows) {
        Predicate<Activity> coded = Activity::isPeaceAndSecurity;
        int count =
                (int) activities.stream().filter(a -> coded.test(a.activity())).count();
        return new AreaFree(
                count, sum(rows.stream().filter(SupportRow::peaceAndSecurity).toList()));
    }
}
