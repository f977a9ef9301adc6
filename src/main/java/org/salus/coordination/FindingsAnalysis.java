package org.salus.coordination;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.portfolio.DonorSupport;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportRow;

/** Looks for falls, cliffs and areas of one donor; {@link OverlapAnalysis} for overlaps. Rules are in {@code docs/coordination.md}. */
final class FindingsAnalysis {
    private final CoordinationInputs inputs;
    private final Thresholds thresholds;
    private final Runs runs;
    private final List<SupportRow> counted;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding.Asked> asked = new ArrayList<>();
    private final List<Sentence> notComputed = new ArrayList<>();

    private FindingsAnalysis(CoordinationInputs inputs, Thresholds thresholds) {
        this.inputs = inputs;
        this.thresholds = thresholds;
        this.runs = new Runs(inputs.rows());
        this.counted = inputs.counted();
    }

    static Findings of(CoordinationInputs inputs, Thresholds thresholds) {
        return new FindingsAnalysis(inputs, thresholds).look();
    }

    private Findings look() {
        OverlapAnalysis overlaps = new OverlapAnalysis(inputs, thresholds, runs);
        findings.addAll(overlaps.findings());
        notComputed.addAll(overlaps.notComputed());
        changes();
        cliffs();
        findings.sort(Comparator.comparing(Finding::kind)
                .thenComparing(Finding::area)
                .thenComparing(finding -> finding.from().orElse(0))
                .thenComparing(Finding::key));
        return new Findings(findings, asked, notComputed);
    }

    private static List<ReformArea> areas() {
        return List.of(ReformArea.values()).stream()
                .filter(ReformArea::isSpecific)
                .toList();
    }

    // Falls and single donors: the last years that have money, and those before them.

    private void changes() {
        OptionalInt last = inputs.lastYearWithMoney();
        OptionalInt first = inputs.firstYearWithMoney();
        if (last.isEmpty() || first.isEmpty()) {
            notComputed.add(Sentence.of("coordination.not-computed.no-years"));
            return;
        }
        int to = last.getAsInt();
        int from = to - thresholds.changeYears() + 1;
        int before = from - thresholds.changeYears();
        if (first.getAsInt() > before) {
            notComputed.add(
                    Sentence.of("coordination.not-computed.no-change", String.valueOf(before), year(first.getAsInt())));
        }
        for (ReformArea area : areas()) {
            List<SupportRow> now = rows(area, from, to);
            if (first.getAsInt() <= before) {
                fall(area, rows(area, before, from - 1), now, before, from, to);
            }
            oneDonor(area, now, from, to);
            silent(area, from, to);
        }
    }

    private static String year(int year) {
        return String.valueOf(year);
    }

    private List<SupportRow> rows(ReformArea area, int from, int to) {
        return counted.stream()
                .filter(row -> row.area() == area)
                .filter(row -> isBetween(row, from, to))
                .toList();
    }

    private static boolean isBetween(SupportRow row, int from, int to) {
        Integer year = row.year();
        return year != null && year >= from && year <= to;
    }

    private static BigDecimal sum(List<SupportRow> rows) {
        return rows.stream().map(SupportRow::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whole units for a sentence; rows have every digit. */
    private static BigDecimal whole(BigDecimal money) {
        return money.setScale(0, RoundingMode.HALF_UP);
    }

    private void fall(ReformArea area, List<SupportRow> earlier, List<SupportRow> later, int before, int from, int to) {
        BigDecimal was = sum(earlier);
        BigDecimal is = sum(later);
        // Where nothing at all is published for the last years, that is asked and not found.
        if (later.isEmpty()
                || was.signum() <= 0
                || !Share.of(was.subtract(is), was).isAtLeast(thresholds.fallPercent())) {
            return;
        }
        List<Sentence> reasons = new ArrayList<>();
        reasons.add(meanwhile(before, from, to));
        reasons.add(Sentence.of("coordination.reason.late", year(to)));
        long running = inputs.activities().stream()
                .filter(sorted -> Runs.supports(sorted, area))
                .filter(sorted -> runs.years(sorted).stream().anyMatch(year -> year >= from && year <= to))
                .count();
        reasons.add(Sentence.of("coordination.reason.running", running, year(from), year(to)));
        List<SupportRow> both = new ArrayList<>(earlier);
        both.addAll(later);
        findings.add(new Finding(
                FindingKind.FALLING,
                Finding.key(FindingKind.FALLING, area, "", before + "-" + to),
                area,
                Optional.empty(),
                Optional.empty(),
                Optional.of(before),
                Optional.of(to),
                Sentence.of(
                        "coordination.falling.says",
                        area.label(),
                        inputs.currency(),
                        whole(was),
                        year(before),
                        year(from - 1),
                        whole(is),
                        year(from),
                        year(to),
                        Share.of(was.subtract(is), was).percent(),
                        inputs.measure().label()),
                reasons,
                activities(both),
                both));
    }

    private Sentence meanwhile(int before, int from, int to) {
        BigDecimal was = sum(
                counted.stream().filter(row -> isBetween(row, before, from - 1)).toList());
        BigDecimal is =
                sum(counted.stream().filter(row -> isBetween(row, from, to)).toList());
        if (was.signum() <= 0) {
            return Sentence.of("coordination.reason.no-meanwhile");
        }
        BigDecimal percent = Share.of(is.subtract(was), was).percent();
        return switch (percent.signum()) {
            case -1 -> Sentence.of("coordination.reason.meanwhile-less", percent.negate());
            case 0 -> Sentence.of("coordination.reason.meanwhile-same");
            default -> Sentence.of("coordination.reason.meanwhile-more", percent);
        };
    }

    private static List<String> activities(List<SupportRow> rows) {
        return rows.stream().map(SupportRow::activity).distinct().sorted().toList();
    }

    private void oneDonor(ReformArea area, List<SupportRow> rows, int from, int to) {
        Optional<Concentration> here = ConcentrationAnalysis.of(rows, thresholds).stream()
                .filter(one ->
                        one.area().equals(Optional.of(area)) && one.year().isEmpty())
                .findFirst();
        if (here.isEmpty() || here.get().herfindahl().valueIfAny().isEmpty()) {
            return;
        }
        for (Concentration.DonorShare donor : here.get().donors()) {
            // Measured against everybody's money, so that what several give together never makes one of them the only
            // one.
            Share share = Share.of(donor.money(), positive(rows));
            if (share.isAtLeast(thresholds.oneDonorPercent())) {
                List<Sentence> reasons = new ArrayList<>();
                int others = here.get().donors().size() - 1;
                reasons.add(Sentence.of("coordination.reason.others", others));
                here.get().herfindahl().reasonIfAny().ifPresent(reasons::add);
                reasons.add(Sentence.of("coordination.reason.one-donor"));
                List<SupportRow> own = rows.stream()
                        .filter(row -> row.donor().equals(donor.donor()))
                        .toList();
                findings.add(new Finding(
                        FindingKind.ONE_DONOR,
                        Finding.key(FindingKind.ONE_DONOR, area, donor.donor(), from + "-" + to),
                        area,
                        Optional.of(donor.donor()),
                        Optional.empty(),
                        Optional.of(from),
                        Optional.of(to),
                        Sentence.of(
                                "coordination.one-donor.says",
                                donor.donor(),
                                share.percent(),
                                inputs.measure().label(),
                                area.label(),
                                year(from),
                                year(to)),
                        reasons,
                        activities(own),
                        own));
            }
        }
    }

    private static BigDecimal positive(List<SupportRow> rows) {
        Map<String, BigDecimal> byDonor = new TreeMap<>();
        rows.forEach(row -> byDonor.merge(row.donor(), row.value(), BigDecimal::add));
        return byDonor.values().stream().filter(sum -> sum.signum() > 0).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** No money in the last years is no finding: it may be unpublished. */
    private void silent(ReformArea area, int from, int to) {
        if (!rows(area, from, to).isEmpty()) {
            return;
        }
        List<SortedActivity> known = inputs.activities().stream()
                .filter(sorted -> Runs.supports(sorted, area))
                .toList();
        asked.add(new Finding.Asked(
                area,
                known.isEmpty()
                        ? Sentence.of("coordination.asked.never", area.label())
                        : Sentence.of(
                                "coordination.asked.no-money",
                                area.label(),
                                year(from),
                                year(to),
                                inputs.measure().label(),
                                known.size()),
                Runs.identifiers(known)));
    }

    // Cliffs: what runs on the day of the data.

    private void cliffs() {
        Optional<LocalDate> day = inputs.day();
        if (day.isEmpty()) {
            notComputed.add(Sentence.of("coordination.not-computed.no-day"));
            return;
        }
        LocalDate limit = day.get().plusMonths(thresholds.cliffMonths());
        for (ReformArea area : areas()) {
            List<SortedActivity> all = inputs.activities().stream()
                    .filter(sorted -> Runs.supports(sorted, area))
                    .toList();
            Standings standings = Standings.of(all, day.get(), limit);
            if (standings.ending().isEmpty()) {
                continue;
            }
            if (standings.beyond().isEmpty() && standings.endless().isEmpty()) {
                findings.add(cliff(area, Optional.empty(), standings, day.get(), limit, 0));
            } else if (standings.beyond().isEmpty()) {
                asked.add(new Finding.Asked(
                        area,
                        Sentence.of(
                                "coordination.asked.endless",
                                area.label(),
                                standings.ending().size(),
                                limit,
                                standings.endless().size()),
                        Runs.identifiers(standings.endless())));
            } else {
                leaving(area, all, standings, day.get(), limit);
            }
        }
    }

    private record Standings(List<SortedActivity> ending, List<SortedActivity> beyond, List<SortedActivity> endless) {
        static Standings of(List<SortedActivity> activities, LocalDate day, LocalDate limit) {
            return new Standings(
                    of(activities, day, limit, Runs.Standing.ENDING),
                    of(activities, day, limit, Runs.Standing.BEYOND),
                    of(activities, day, limit, Runs.Standing.ENDLESS));
        }

        private static List<SortedActivity> of(
                List<SortedActivity> activities, LocalDate day, LocalDate limit, Runs.Standing wanted) {
            return activities.stream()
                    .filter(sorted -> Runs.standing(sorted.activity(), day, limit) == wanted)
                    .toList();
        }
    }

    /** Donors whose every activity in an area ends soon, while others stay. */
    private void leaving(
            ReformArea area, List<SortedActivity> all, Standings everybody, LocalDate day, LocalDate limit) {
        Set<String> donors = new TreeSet<>();
        everybody
                .ending()
                .forEach(sorted ->
                        runs.donors(sorted).stream().filter(OneDonor::is).forEach(donors::add));
        for (String donor : donors) {
            Standings own = Standings.of(
                    all.stream()
                            .filter(sorted -> runs.donors(sorted).contains(donor))
                            .toList(),
                    day,
                    limit);
            if (own.beyond().isEmpty() && own.endless().isEmpty()) {
                findings.add(cliff(
                        area,
                        Optional.of(donor),
                        own,
                        day,
                        limit,
                        everybody.beyond().size()));
            }
        }
    }

    private Finding cliff(
            ReformArea area, Optional<String> donor, Standings standings, LocalDate day, LocalDate limit, int others) {
        List<String> ending = Runs.identifiers(standings.ending());
        Set<String> ends = new HashSet<>(ending);
        LocalDate last = standings.ending().stream()
                .flatMap(sorted -> Optional.ofNullable(sorted.activity().end()).stream())
                .max(Comparator.naturalOrder())
                .orElse(limit);
        List<Sentence> reasons = new ArrayList<>();
        reasons.add(Sentence.of("coordination.reason.day", day));
        if (donor.isPresent()) {
            reasons.add(Sentence.of("coordination.reason.others-stay", others));
        }
        long joint = standings.ending().stream()
                .filter(sorted -> sorted.donor().equals(DonorSupport.SEVERAL))
                .count();
        if (joint > 0) {
            reasons.add(Sentence.of("coordination.reason.joint", joint));
        }
        reasons.add(Sentence.of("coordination.reason.later-unpublished"));
        return new Finding(
                FindingKind.CLIFF,
                Finding.key(FindingKind.CLIFF, area, donor.orElse(""), last.toString()),
                area,
                donor,
                Optional.empty(),
                Optional.of(day.getYear()),
                Optional.of(last.getYear()),
                donor.map(name -> Sentence.of("coordination.cliff.donor", name, area.label(), ending.size(), last))
                        .orElseGet(() -> Sentence.of("coordination.cliff.area", area.label(), ending.size(), last)),
                reasons,
                ending,
                counted.stream()
                        .filter(row -> row.area() == area && ends.contains(row.activity()))
                        .toList());
    }
}
