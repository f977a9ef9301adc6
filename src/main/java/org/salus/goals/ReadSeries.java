package org.salus.goals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.evidence.ConflictEvent;
import org.salus.evidence.Country;
import org.salus.evidence.CrsAmount;
import org.salus.evidence.IndicatorSeries;
import org.salus.evidence.Snapshot;
import org.salus.evidence.SourceVersion;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.portfolio.LeftOutRow;
import org.salus.portfolio.Measure;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.SupportRow;

/**
 * The series that the loaded open data have of a country. A year without a value is not in them: no recorded event, no published amount and no figure all mean
 * that nothing is known, and none of them is a nought.
 */
final class ReadSeries {
    /** All support to reform, whatever its area. */
    static final String ALL_REFORM = "ssr";
    /** Violence of every type. */
    static final String EVERY_TYPE = "all";

    private static final String PEACE_AND_SECURITY = "152";
    private static final List<String> VIOLENCE = List.of(EVERY_TYPE, "1", "2", "3");
    private static final int CENTS = 2;
    private static final int MOST_FILES = 3;
    private static final int SHORT_HASH = 12;

    private final Country country;
    private final List<SourceVersion> versions;

    private ReadSeries(Snapshot snapshot, Country country) {
        this.country = country;
        this.versions =
                snapshot.versions().stream().filter(SourceVersion::current).toList();
    }

    /** Every series of a country, by kind, then publisher. */
    static List<LoadedSeries> of(Snapshot snapshot, Country country, SupportMap support) {
        ReadSeries reading = new ReadSeries(snapshot, country);
        return Stream.of(
                        reading.tables(snapshot.observations().indicators(country)),
                        reading.violence(snapshot.observations().events(country)),
                        reading.money(support),
                        reading.crs(snapshot.observations().crs(country)))
                .flatMap(List::stream)
                .toList();
    }

    private List<LoadedSeries> tables(List<IndicatorSeries> loaded) {
        return loaded.stream()
                .map(one -> new LoadedSeries(
                        key(SeriesType.TABLE, one.descriptor() + "/" + one.id()),
                        one.publisher(),
                        Sentence.of("goals.series.table", one.name()),
                        Objects.requireNonNullElse(one.unit(), ""),
                        direction(one.direction()),
                        one.publisher(),
                        Objects.requireNonNullElse(one.licence(), ""),
                        one.edition() == null
                                ? Sentence.of("goals.series.method.table", one.publisher(), one.name())
                                : Sentence.of(
                                        "goals.series.method.table.edition",
                                        one.publisher(),
                                        one.name(),
                                        one.edition()),
                        files(version -> version.source().equals(one.source())),
                        one.values().stream()
                                .map(value -> LoadedSeries.Year.of(value.year(), Finding.of(value.value())))
                                .toList(),
                        Optional.empty()))
                .toList();
    }

    private static Optional<Direction> direction(IndicatorSeries.Direction read) {
        return switch (read) {
            case HIGHER_IS_BETTER -> Optional.of(Direction.UP);
            case LOWER_IS_BETTER -> Optional.of(Direction.DOWN);
            case NEUTRAL -> Optional.empty();
        };
    }

    private List<LoadedSeries> violence(List<ConflictEvent> events) {
        Set<String> sources = events.stream().map(ConflictEvent::source).collect(Collectors.toSet());
        String files = files(version -> sources.contains(version.source()));
        List<LoadedSeries> found = new ArrayList<>();
        for (SeriesType type : List.of(SeriesType.DEATHS, SeriesType.EVENTS)) {
            for (String violence : VIOLENCE) {
                TreeMap<Integer, List<ConflictEvent>> byYear = events.stream()
                        .filter(event ->
                                violence.equals(EVERY_TYPE) || violence.equals(String.valueOf(event.violence())))
                        .collect(Collectors.groupingBy(ConflictEvent::year, TreeMap::new, Collectors.toList()));
                if (!byYear.isEmpty()) {
                    Sentence what = Sentence.of("goals.series.violence." + violence);
                    found.add(new LoadedSeries(
                            key(type, violence),
                            "UCDP",
                            Sentence.of("goals.series." + type.code(), what),
                            Wording.english().say("goals.series.unit." + type.code()),
                            Optional.of(Direction.DOWN),
                            "UCDP",
                            licence(sources),
                            Sentence.of("goals.series.method." + type.code(), what),
                            files,
                            byYear.entrySet().stream()
                                    .map(year -> LoadedSeries.Year.of(
                                            year.getKey(),
                                            type == SeriesType.DEATHS
                                                    ? deaths(year.getValue())
                                                    : Finding.of(BigDecimal.valueOf(
                                                            year.getValue().size()))))
                                    .toList(),
                            Optional.empty()));
                }
            }
        }
        return found;
    }

    /** The publisher's best estimate, between its low and its high one where they allow it. */
    static Finding deaths(List<ConflictEvent> events) {
        long best = events.stream().mapToLong(ConflictEvent::best).sum();
        long low = events.stream().mapToLong(ConflictEvent::low).sum();
        long high = events.stream().mapToLong(ConflictEvent::high).sum();
        return low <= best && best <= high
                ? new Finding(
                        Optional.of(BigDecimal.valueOf(best)),
                        Optional.of(BigDecimal.valueOf(low)),
                        Optional.of(BigDecimal.valueOf(high)),
                        Optional.empty(),
                        "")
                : Finding.of(BigDecimal.valueOf(best));
    }

    private List<LoadedSeries> money(SupportMap support) {
        List<LoadedSeries> found = new ArrayList<>();
        String files = files(version -> version.counts().activities() > 0);
        for (Measure measure : List.of(Measure.COMMITMENTS, Measure.DISBURSEMENTS)) {
            money(support, measure, ALL_REFORM, area -> area.isSsr(), Sentence.of("goals.series.all-reform"), files)
                    .ifPresent(found::add);
            for (ReformArea area : ReformArea.values()) {
                if (area.isSsr()) {
                    money(support, measure, area.code(), area::equals, area.label(), files)
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private Optional<LoadedSeries> money(
            SupportMap support,
            Measure measure,
            String code,
            Predicate<ReformArea> areas,
            Sentence what,
            String files) {
        TreeMap<Integer, BigDecimal> sums = new TreeMap<>();
        Set<String> undated = new HashSet<>();
        for (SupportRow row : support.rows()) {
            if (row.measure() == measure && areas.test(row.area())) {
                if (row.year() == null) {
                    undated.add(row.activity() + "\n" + row.transaction());
                } else {
                    sums.merge(row.year(), row.value(), BigDecimal::add);
                }
            }
        }
        if (sums.isEmpty()) {
            return Optional.empty();
        }
        String publisher = Wording.english().say("goals.series.activities");
        Map<Integer, Integer> leftOut = new TreeMap<>();
        for (LeftOutRow row : support.leftOutRows()) {
            if (row.measure() == measure) {
                if (row.year() == null) {
                    undated.add(row.activity() + "\n" + row.transaction());
                } else {
                    leftOut.merge(row.year(), 1, Integer::sum);
                }
            }
        }
        return Optional.of(new LoadedSeries(
                key(measure == Measure.COMMITMENTS ? SeriesType.COMMITMENTS : SeriesType.DISBURSEMENTS, code),
                publisher,
                Sentence.of("goals.series." + measure.word(), what),
                "USD",
                Optional.empty(),
                publisher,
                "",
                Sentence.of("goals.series.method.money", what, support.edition()),
                // Which rules sorted and which rates converted is part of where a sum comes from.
                Wording.english().say("goals.series.files.sorted", files, support.edition()),
                sums.entrySet().stream()
                        .map(year -> new LoadedSeries.Year(
                                year.getKey(),
                                Finding.of(year.getValue().setScale(CENTS, RoundingMode.HALF_EVEN)),
                                Optional.ofNullable(leftOut.get(year.getKey()))
                                        .map(count -> Sentence.of("goals.series.left-out", count))))
                        .toList(),
                undated.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Sentence.of("goals.series.undated", undated.size()))));
    }

    private List<LoadedSeries> crs(List<CrsAmount> amounts) {
        Map<String, List<CrsAmount>> byPurpose = amounts.stream()
                .filter(amount -> amount.purpose() != null && amount.purpose().startsWith(PEACE_AND_SECURITY))
                .collect(Collectors.groupingBy(
                        amount -> String.valueOf(amount.purpose()), TreeMap::new, Collectors.toList()));
        List<LoadedSeries> found = new ArrayList<>();
        byPurpose.forEach((purpose, some) -> {
            Set<String> sources = some.stream().map(CrsAmount::source).collect(Collectors.toSet());
            found.add(new LoadedSeries(
                    key(SeriesType.CRS, purpose),
                    "OECD",
                    Sentence.of("goals.series.crs", purpose),
                    Wording.english().say("goals.series.unit.crs"),
                    Optional.empty(),
                    "OECD",
                    licence(sources),
                    Sentence.of("goals.series.method.crs", purpose),
                    files(version -> sources.contains(version.source())),
                    years(some),
                    Optional.empty()));
        });
        return found;
    }

    /** A row for all donors stands for them; only where there is none are they added. */
    private static List<LoadedSeries.Year> years(List<CrsAmount> amounts) {
        Map<Integer, List<CrsAmount>> byYear =
                amounts.stream().collect(Collectors.groupingBy(CrsAmount::year, TreeMap::new, Collectors.toList()));
        return byYear.entrySet().stream()
                .map(year -> {
                    Optional<BigDecimal> whole = year.getValue().stream()
                            .filter(amount -> amount.donor() == null)
                            .map(CrsAmount::millionUsd)
                            .findFirst();
                    return LoadedSeries.Year.of(
                            year.getKey(),
                            Finding.of(whole.orElseGet(() -> year.getValue().stream()
                                    .map(CrsAmount::millionUsd)
                                    .reduce(BigDecimal.ZERO, BigDecimal::add))));
                })
                .toList();
    }

    private SeriesKey key(SeriesType type, String code) {
        return new SeriesKey(type, country.iso3(), code);
    }

    /** The licences people gave when loading these sources. */
    private String licence(Set<String> sources) {
        return versions.stream()
                .filter(version -> sources.contains(version.source()))
                .flatMap(version -> Stream.ofNullable(version.licence()))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private String files(Predicate<SourceVersion> wanted) {
        List<SourceVersion> some = versions.stream().filter(wanted).toList();
        Function<SourceVersion, String> told = version -> Wording.english()
                .say(
                        "goals.series.file",
                        version.file(),
                        version.sha256()
                                .substring(
                                        0, Math.min(SHORT_HASH, version.sha256().length())));
        return some.size() > MOST_FILES
                ? Wording.english().say("goals.series.files", some.size())
                : some.stream().map(told).collect(Collectors.joining(", "));
    }
}
