package org.salus.coordination;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.salus.evidence.RecordedResults;
import org.salus.framework.Figure;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.portfolio.DonorSupport;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportRow;

/** Puts together what published data say about a donor's part in each area. Formulas and their sources are in {@code docs/coordination.md}. */
final class CompetencyAnalysis {
    private final DonorInputs inputs;
    private final Thresholds thresholds;
    private final String donor;
    private final List<SupportRow> ever;
    private final List<SupportRow> rows;
    private final List<Concentration> spread;
    private final Runs runs;
    private final Map<String, RecordedResults> results;

    private CompetencyAnalysis(DonorInputs inputs, Thresholds thresholds, Everybody everybody, String donor) {
        this.inputs = inputs;
        this.thresholds = thresholds;
        this.donor = donor;
        this.ever = everybody.ever();
        this.rows = everybody.rows();
        this.spread = everybody.spread();
        this.runs = everybody.runs();
        this.results = everybody.results();
    }

    /** What all profiles of a country rest on. */
    private record Everybody(
            List<SupportRow> ever,
            List<SupportRow> rows,
            List<Concentration> spread,
            Runs runs,
            Map<String, RecordedResults> results) {}

    /**
     * The profiles of donors by their names.
     *
     * @param results what activities publish of their results, by identifier
     */
    static List<DonorProfile> of(
            DonorInputs inputs, Thresholds thresholds, List<String> donors, Map<String, RecordedResults> results) {
        List<SupportRow> ever = inputs.counted().stream()
                .filter(row -> OneDonor.is(row.donor()))
                .toList();
        List<SupportRow> rows = inputs.inPeriod(ever);
        Everybody everybody = new Everybody(
                ever, rows, ConcentrationAnalysis.of(rows, thresholds), new Runs(inputs.rows()), Map.copyOf(results));
        return donors.stream()
                .map(donor -> new CompetencyAnalysis(inputs, thresholds, everybody, donor).profile())
                .toList();
    }

    private DonorProfile profile() {
        List<DonorProfile.AreaProfile> areas = new ArrayList<>();
        for (ReformArea area : ReformArea.values()) {
            if (area.isSsr()) {
                area(area).ifPresent(areas::add);
            }
        }
        return new DonorProfile(
                donor,
                inputs.kinds().getOrDefault(donor, ""),
                sum(rows, row -> row.donor().equals(donor)),
                inputs.activities().stream()
                        .filter(sorted -> sorted.donor().equals(DonorSupport.SEVERAL))
                        .filter(sorted -> runs.donors(sorted).contains(donor))
                        .filter(sorted -> sorted.sorting().shares().entrySet().stream()
                                .anyMatch(share -> share.getKey().isSsr()
                                        && share.getValue().signum() > 0))
                        .map(sorted -> sorted.activity().identifier())
                        .toList(),
                areas);
    }

    private Optional<DonorProfile.AreaProfile> area(ReformArea area) {
        List<SortedActivity> activities = inputs.activities().stream()
                .filter(sorted -> Runs.supports(sorted, area))
                .filter(sorted -> runs.donors(sorted).contains(donor))
                .toList();
        BigDecimal money = sum(rows, row -> isOwn(row) && row.area() == area);
        if (activities.isEmpty() && money.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal own = sum(rows, this::isOwn);
        BigDecimal everybody = sum(rows, row -> true);
        String kind = inputs.kinds().getOrDefault(donor, "");
        List<SupportRow> like = rows.stream()
                .filter(row -> inputs.kinds().getOrDefault(row.donor(), "").equals(kind))
                .toList();
        return Optional.of(new DonorProfile.AreaProfile(
                area,
                activities.stream()
                        .map(sorted -> sorted.activity().identifier())
                        .toList(),
                money,
                share(money, own),
                share(sum(rows, row -> row.area() == area), everybody),
                advantage(rows, area),
                kind.isEmpty() || kind.equals("unknown") || like.stream().allMatch(this::isOwn)
                        ? Figure.unknown(Sentence.of("coordination.missing.no-like"))
                        : advantage(like, area),
                trend(area),
                presence(area, activities),
                spread.stream()
                        .filter(one -> one.year().isEmpty() && one.area().equals(Optional.of(area)))
                        .flatMap(one -> one.donors().stream())
                        .anyMatch(one -> one.donor().equals(donor) && one.significant()),
                results(activities)));
    }

    private DonorProfile.Results results(List<SortedActivity> activities) {
        List<String> publishing = activities.stream()
                .map(sorted -> sorted.activity().identifier())
                .filter(results::containsKey)
                .toList();
        return new DonorProfile.Results(
                publishing,
                publishing.stream()
                        .flatMap(identifier -> Stream.ofNullable(results.get(identifier)))
                        .reduce(new RecordedResults(0, 0, 0), RecordedResults::and));
    }

    private boolean isOwn(SupportRow row) {
        return row.donor().equals(donor);
    }

    private static BigDecimal sum(List<SupportRow> rows, Predicate<SupportRow> which) {
        return rows.stream().filter(which).map(SupportRow::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Figure<BigDecimal> share(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0
                ? Figure.unknown(Sentence.of("coordination.missing.no-money"))
                : Figure.known(Share.ratio(part, whole));
    }

    /** (own money in the area ÷ own money) ÷ (all money in the area ÷ all money), with one division at the end. */
    private Figure<BigDecimal> advantage(List<SupportRow> among, ReformArea area) {
        BigDecimal own = sum(among, this::isOwn);
        BigDecimal ofArea = sum(among, row -> row.area() == area);
        if (own.signum() <= 0) {
            return Figure.unknown(Sentence.of("coordination.missing.no-own-money"));
        }
        if (ofArea.signum() <= 0) {
            return Figure.unknown(Sentence.of("coordination.missing.no-money-in-area"));
        }
        BigDecimal ownOfArea = sum(among, row -> isOwn(row) && row.area() == area);
        return Figure.known(Share.ratio(ownOfArea.multiply(sum(among, row -> true)), own.multiply(ofArea)));
    }

    private Figure<DonorProfile.Trend> trend(ReformArea area) {
        OptionalInt last = inputs.lastYearWithMoney();
        if (last.isEmpty()) {
            return Figure.unknown(Sentence.of("coordination.missing.no-day"));
        }
        int to = last.getAsInt();
        int from = to - thresholds.changeYears() + 1;
        Figure<BigDecimal> later = advantage(between(from, to), area);
        Figure<BigDecimal> earlier = advantage(between(from - thresholds.changeYears(), from - 1), area);
        Optional<BigDecimal> after = later.valueIfAny();
        Optional<BigDecimal> before = earlier.valueIfAny();
        if (after.isEmpty() || before.isEmpty()) {
            return Figure.unknown(Sentence.of(
                    "coordination.missing.no-trend",
                    String.valueOf(from - thresholds.changeYears()),
                    String.valueOf(from - 1),
                    String.valueOf(from),
                    String.valueOf(to)));
        }
        return Figure.known(
                new DonorProfile.Trend(from - thresholds.changeYears(), from - 1, before.get(), from, to, after.get()));
    }

    private List<SupportRow> between(int from, int to) {
        return ever.stream()
                .filter(row -> {
                    Integer year = row.year();
                    return year != null && year >= from && year <= to;
                })
                .toList();
    }

    private DonorProfile.Presence presence(ReformArea area, List<SortedActivity> activities) {
        TreeSet<Integer> years = new TreeSet<>();
        ever.stream()
                .filter(row -> isOwn(row) && row.area() == area)
                .flatMap(row -> Optional.ofNullable(row.year()).stream())
                .forEach(years::add);
        activities.forEach(sorted -> years.addAll(runs.years(sorted)));
        inputs.day().ifPresent(day -> years.tailSet(day.getYear(), false).clear());
        return years.isEmpty()
                ? new DonorProfile.Presence(Optional.empty(), Optional.empty(), 0)
                : new DonorProfile.Presence(Optional.of(years.first()), Optional.of(years.last()), years.size());
    }
}
