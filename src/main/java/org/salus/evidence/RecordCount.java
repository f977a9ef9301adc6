package org.salus.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts the records of a table per country and year, as a descriptor says. What is not counted becomes an issue; where it is open whether a row counts
 * there is no figure rather than one that is too small.
 */
final class RecordCount {
    private static final int SHOWN = 80;

    private final Descriptor descriptor;
    private final Descriptor.Counting counting;
    private final Countries countries;
    private final String file;
    private final FactSink out;
    /** What tells each record from others, by its digest: a table may be larger than memory. */
    private final Set<String> seen = new HashSet<>();

    private final Map<String, Country> met = new TreeMap<>();
    private final Map<Descriptor.Indicator, NavigableMap<Place, Found>> found = new HashMap<>();
    /** What one of several sheets has no column for cannot be counted. */
    private final Set<Descriptor.Indicator> absent = new HashSet<>();

    private TableHeader header = new TableHeader(List.of());
    private int latest;

    RecordCount(Descriptor descriptor, Countries countries, String file, FactSink out) {
        this.descriptor = descriptor;
        this.counting = Objects.requireNonNull(descriptor.counting());
        this.countries = countries;
        this.file = file;
        this.out = out;
        descriptor.indicators().forEach(indicator -> found.put(indicator, new TreeMap<>()));
    }

    private record Place(String iso3, int year) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byCountry = iso3.compareTo(other.iso3);
            return byCountry == 0 ? Integer.compare(year, other.year) : byCountry;
        }
    }

    /** What was found of one country and year. */
    private static final class Found {
        private final long line;
        private final Set<String> values = new HashSet<>();
        private int rows;
        private boolean isOpen;

        Found(long line) {
            this.line = line;
        }
    }

    /** The same count goes on under that header. */
    RecordCount under(TableHeader now) {
        header = now;
        descriptor.indicators().stream()
                .filter(indicator -> !now.hasAll(indicator.needs()))
                .forEach(absent::add);
        return this;
    }

    private String cell(List<String> row, String column) {
        return TableHeader.cell(row, header.find(column));
    }

    /** Counts a row, or says why not. */
    void row(long line, List<String> row) {
        if (row.stream().allMatch(String::isBlank)) {
            return;
        }
        List<Country> about = about(line, row);
        if (about.isEmpty()) {
            return;
        }
        String written = cell(row, Objects.requireNonNull(descriptor.yearColumn()));
        int year = IndicatorReader.year(written);
        if (year == 0) {
            issue(IssueKind.ROW_WITHOUT_YEAR, line, String.valueOf(descriptor.yearColumn()), written);
            return;
        }
        if (isOutside(year)) {
            issue(IssueKind.OUTSIDE_YEARS, line, String.valueOf(year), years());
            return;
        }
        if (isRepeated(line, row)) {
            return;
        }
        latest = Math.max(latest, year);
        about.forEach(country -> met.put(country.iso3(), country));
        descriptor.indicators().stream()
                .filter(indicator -> !absent.contains(indicator))
                .forEach(indicator -> about.forEach(country -> count(indicator, country, year, line, row)));
    }

    private List<Country> about(long line, List<String> row) {
        List<String> columns = new ArrayList<>(List.of(descriptor.countryColumn()));
        columns.addAll(counting.furtherCountries());
        Set<Country> about = new LinkedHashSet<>();
        boolean isNamed = false;
        for (String column : columns) {
            String named = cell(row, column);
            // Namibia's code is a word for nothing elsewhere.
            if (descriptor.isMissing(named) && !isCode(named)) {
                continue;
            }
            isNamed = true;
            Optional<Country> country = descriptor.country(named, countries);
            if (country.isEmpty()) {
                boolean isAggregate = NotCountries.shipped().has(named);
                issue(isAggregate ? IssueKind.NOT_A_COUNTRY : IssueKind.UNKNOWN_COUNTRY, line, named);
            }
            country.ifPresent(about::add);
        }
        if (!isNamed) {
            issue(IssueKind.ROW_WITHOUT_COUNTRY, line);
        }
        return List.copyOf(about);
    }

    private boolean isCode(String named) {
        return descriptor.countryCodes() == Descriptor.CountryCodes.ISO2
                && countries.findByCode(named).isPresent();
    }

    private boolean isOutside(int year) {
        Integer from = counting.from();
        Integer until = counting.until();
        return (from != null && year < from) || (until != null && year > until);
    }

    private String years() {
        return counting.from() + "–" + (counting.until() == null ? "" : counting.until());
    }

    private boolean isRepeated(long line, List<String> row) {
        boolean isKeyed = !counting.unique().isEmpty();
        List<String> key = isKeyed
                ? counting.unique().stream().map(column -> cell(row, column)).toList()
                : row.stream().map(String::strip).toList();
        // A record without the one thing that tells it from others is told from them by all it says.
        if (isKeyed && key.stream().allMatch(String::isEmpty)) {
            key = row.stream().map(String::strip).toList();
        }
        if (seen.add(Fingerprint.ofTexts(key))) {
            return false;
        }
        String told = String.join(" ", key).strip();
        issue(IssueKind.REPEATED_ROW, line, told.substring(0, Math.min(SHOWN, told.length())));
        return true;
    }

    private void count(Descriptor.Indicator indicator, Country country, int year, long line, List<String> row) {
        Descriptor.Count count = Objects.requireNonNull(indicator.count());
        Place place = new Place(country.iso3(), year);
        NavigableMap<Place, Found> places = Objects.requireNonNull(found.get(indicator));
        Found here = places.computeIfAbsent(place, first -> new Found(line));
        String where = count.where();
        if (where != null) {
            String says = cell(row, where).toLowerCase(Locale.ROOT);
            if (count.unset().contains(says)) {
                return;
            }
            if (!count.set().contains(says)) {
                open(here, line, indicator, where, says, country, year);
                return;
            }
        }
        String distinct = count.distinct();
        String value = distinct == null ? "" : cell(row, distinct);
        if (distinct != null && descriptor.isMissing(value)) {
            open(here, line, indicator, distinct, value, country, year);
            return;
        }
        here.rows++;
        if (distinct != null) {
            here.values.add(value);
        }
    }

    private void open(
            Found here,
            long line,
            Descriptor.Indicator indicator,
            String column,
            String says,
            Country country,
            int year) {
        here.isOpen = true;
        issue(IssueKind.COUNT_OPEN, line, says, column, indicator.name(), country.name() + " " + year);
    }

    private void issue(IssueKind kind, long line, String... arguments) {
        out.issue(new ImportIssue(kind, file, line, null, List.of(arguments)));
    }

    /** Hands over what was counted: once, after the last row. */
    void tell() {
        for (Descriptor.Indicator indicator : descriptor.indicators()) {
            if (absent.contains(indicator)) {
                continue;
            }
            NavigableMap<Place, Found> places = Objects.requireNonNull(found.get(indicator));
            for (Country country : met.values()) {
                Integer from = counting.from();
                if (from != null) {
                    int until = counting.until() == null ? latest : counting.until();
                    for (int year = from; year <= until; year++) {
                        tell(indicator, country, year, places.get(new Place(country.iso3(), year)), true);
                    }
                } else {
                    places.subMap(new Place(country.iso3(), 0), new Place(country.iso3(), Integer.MAX_VALUE))
                            .forEach((place, here) -> tell(indicator, country, place.year(), here, false));
                }
            }
        }
    }

    private void tell(
            Descriptor.Indicator indicator, Country country, int year, @Nullable Found here, boolean isComplete) {
        if (here == null ? !isComplete : here.isOpen) {
            return;
        }
        boolean isDistinct = Objects.requireNonNull(indicator.count()).distinct() != null;
        int counted = here == null ? 0 : isDistinct ? here.values.size() : here.rows;
        out.indicator(new IndicatorSeries(
                descriptor.id(),
                indicator.id(),
                indicator.name(),
                indicator.unit(),
                indicator.direction(),
                indicator.min(),
                indicator.max(),
                descriptor.publisher(),
                descriptor.licence(),
                descriptor.edition(),
                "",
                country.iso3(),
                List.of(new IndicatorSeries.Value(year, BigDecimal.valueOf(counted), here == null ? 0 : here.line))));
    }
}
