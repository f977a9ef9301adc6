package org.salus.impact;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.salus.evidence.ConflictEvent;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.IndicatorSeries;
import org.salus.evidence.Snapshot;
import org.salus.evidence.StoreFailure;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.goals.Feeds;
import org.salus.goals.Indicator;
import org.salus.goals.LoadedSeries;
import org.salus.goals.Measurement;
import org.salus.goals.MeasurementState;
import org.salus.goals.SeriesKey;
import org.salus.goals.SeriesType;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;

/**
 * Tables for studies from what is there already: series of the loaded open data (indicators, violence, money by area, donors' own statistics), and measurements of indicators. Nothing is
 * filled in: a year without a figure stays out, and a country that lacks one of the years that were asked for stays out, too, and is named.
 */
public final class StudySources {
    private static final int MOST_NAMED = 12;
    private static final String EVENTS = "events:";

    private final Evidence evidence;
    private final Feeds feeds;

    public StudySources(Evidence evidence, Feeds feeds) {
        this.evidence = evidence;
        this.feeds = feeds;
    }

    /**
     * What was brought together.
     *
     * @param origin where it comes from, in words that are kept with it
     * @param keptUnder for whom what it comes from is meant; nothing where that is for everybody
     */
    public record Brought(PanelTable table, String origin, List<Sensitivity> keptUnder) {
        /** Never changes. */
        public Brought {
            keptUnder = List.copyOf(keptUnder);
        }
    }

    /** The series of open data to choose from, of the countries a workspace is about. */
    public Feeds.Choice offered(View view) {
        return feeds.choice(view);
    }

    /** The indicators of a workspace that were measured, with a figure that was approved, at two times at least. */
    public static List<Item<Indicator>> measured(View view) {
        Map<ItemId, Long> times = view.list(Measurement.KIND).stream()
                .map(Item::value)
                .filter(StudySources::counts)
                .collect(Collectors.groupingBy(
                        Measurement::indicator,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Measurement::on, Collectors.toSet()), all -> (long) all.size())));
        return view.list(Indicator.KIND).stream()
                .filter(item -> times.getOrDefault(item.id(), 0L) >= 2)
                .sorted(Comparator.comparing(
                                (Item<Indicator> item) -> item.value().title())
                        .thenComparing(Item::id))
                .toList();
    }

    private static boolean counts(Measurement measurement) {
        return measurement.progress().state() == MeasurementState.APPROVED
                && measurement.says().value().isPresent();
    }

    /**
     * A series of open data.
     *
     * @param key the series, as {@link SeriesKey} writes it; or {@code events:} and a country, for its recorded deadly events by first-level unit
     * @param from first year; empty for all there are
     * @param until last year; empty for all there are
     * @param beside whether other countries that have a figure of every one of these years are set beside it; only of publishers' tables
     * @throws Failure (not found) if there is no such series
     */
    public Brought open(View view, String key, String from, String until, boolean beside, Wording wording) {
        if (isOfEvents(key)) {
            return events(view, key.strip().substring(EVENTS.length()), from, until, wording);
        }
        LoadedSeries chosen = offered(view).loaded().stream()
                .filter(one -> one.key().toString().equals(key.strip()))
                .findFirst()
                .orElseThrow(() -> Failure.notFound(Sentence.of("impact.study.no-series", key))
                        .at("series"));
        int first = year(from, chosen.first(), "since");
        int last = year(until, chosen.last(), "until");
        NavigableMap<String, NavigableMap<Integer, BigDecimal>> units = new TreeMap<>();
        NavigableMap<Integer, BigDecimal> own = new TreeMap<>();
        chosen.years().forEach(year -> year.says().value().ifPresent(value -> own.put(year.year(), value)));
        String name = chosen.key().countryIn(view.charter(), wording);
        units.put(name, within(own, first, last));
        List<String> left = new ArrayList<>();
        if (beside) {
            others(chosen.key()).forEach(one -> {
                NavigableMap<Integer, BigDecimal> years = new TreeMap<>();
                one.values().forEach(value -> years.put(value.year(), value.value()));
                NavigableMap<Integer, BigDecimal> inside = within(years, first, last);
                String called = Countries.shipped()
                        .findByCode(one.iso3())
                        .map(country -> country.inText(wording))
                        .orElse(one.iso3());
                if (inside.size() == last - first + 1) {
                    units.putIfAbsent(called, inside);
                } else {
                    left.add(called);
                }
            });
        }
        String origin = wording.say(
                "impact.source.open",
                chosen.name(),
                chosen.publisher(),
                chosen.licence(),
                evidence.snapshot().id());
        return new Brought(
                table(chosen.key().toString(), units),
                left.isEmpty() ? origin : wording.say("impact.source.left-out", origin, left.size(), named(left)),
                List.of());
    }

    /** Whether a key is that of recorded events by unit. */
    public static boolean isOfEvents(String key) {
        return key.strip().startsWith(EVENTS);
    }

    /** The countries a workspace is about for which events are loaded, each under the key by which they are asked for. */
    public NavigableMap<String, Country> withEvents(View view) {
        NavigableMap<String, Country> found = new TreeMap<>();
        try {
            List<String> loaded = evidence.snapshot().observations().countriesWithEvents();
            view.charter().countries().stream()
                    .flatMap(code -> Countries.shipped().findByCode(code).stream())
                    .filter(country -> loaded.contains(country.iso3()))
                    .forEach(country -> found.put(EVENTS + country.iso3(), country));
        } catch (StoreFailure damaged) {
            // What cannot be read cannot be offered; the other series say why.
            return new TreeMap<>();
        }
        return found;
    }

    /** Events and deaths of each first-level unit in each year between the first and the last of which any event of the country is recorded: within these, none recorded is none recorded. */
    private Brought events(View view, String iso3, String from, String until, Wording wording) {
        Country country = Optional.ofNullable(withEvents(view).get(EVENTS + iso3))
                .orElseThrow(() -> Failure.notFound(Sentence.of("impact.study.no-series", EVENTS + iso3))
                        .at("series"));
        List<ConflictEvent> all = evidence.snapshot().observations().events(country);
        IntSummaryStatistics years = all.stream().mapToInt(ConflictEvent::year).summaryStatistics();
        int first = Math.max(years.getMin(), year(from, years.getMin(), "since"));
        int last = Math.min(years.getMax(), year(until, years.getMax(), "until"));
        List<ConflictEvent> inside = all.stream()
                .filter(event -> event.year() >= first && event.year() <= last)
                .toList();
        NavigableMap<String, List<ConflictEvent>> units = new TreeMap<>();
        int placeless = 0;
        for (ConflictEvent event : inside) {
            String unit = event.admin1();
            if (unit == null || unit.isBlank()) {
                placeless++;
            } else {
                units.computeIfAbsent(unit, name -> new ArrayList<>()).add(event);
            }
        }
        PanelTable.Gathered gathered = new PanelTable.Gathered(EVENTS + iso3);
        gathered.add(1, List.of("unit", "year", "events", "deaths"));
        long line = 1;
        for (Map.Entry<String, List<ConflictEvent>> unit : units.entrySet()) {
            for (int year = first; year <= last; year++) {
                int now = year;
                List<ConflictEvent> then = unit.getValue().stream()
                        .filter(event -> event.year() == now)
                        .toList();
                gathered.add(
                        ++line,
                        List.of(
                                unit.getKey(),
                                String.valueOf(year),
                                String.valueOf(then.size()),
                                String.valueOf(then.stream()
                                        .mapToInt(ConflictEvent::best)
                                        .sum())));
            }
        }
        return new Brought(
                gathered.table(),
                wording.say(
                        "impact.source.events",
                        country.inText(wording),
                        String.valueOf(first),
                        String.valueOf(last),
                        placeless,
                        evidence.snapshot().id()),
                List.of());
    }

    private static String named(List<String> names) {
        return names.stream().sorted().limit(MOST_NAMED).collect(Collectors.joining(", "));
    }

    private static int year(String text, int usual, String field) {
        if (text.isBlank()) {
            return usual;
        }
        if (!text.strip().matches("\\d{4}")) {
            throw Failure.wrongUse(Sentence.of("impact.study.no-year", text)).at(field);
        }
        return Integer.parseInt(text.strip());
    }

    private static NavigableMap<Integer, BigDecimal> within(
            NavigableMap<Integer, BigDecimal> years, int first, int last) {
        return first > last ? new TreeMap<>() : new TreeMap<>(years.subMap(first, true, last, true));
    }

    private List<IndicatorSeries> others(SeriesKey key) {
        int slash = key.code().indexOf('/');
        if (key.type() != SeriesType.TABLE || slash < 0) {
            throw Failure.wrongUse(Sentence.of("impact.study.not-beside", key)).at("beside");
        }
        Snapshot snapshot = evidence.snapshot();
        try {
            return snapshot
                    .observations()
                    .everywhere(key.code().substring(0, slash), key.code().substring(slash + 1))
                    .stream()
                    .filter(one -> !one.iso3().equals(iso3(key)))
                    .toList();
        } catch (StoreFailure damaged) {
            throw Failure.notPossible(Sentence.of("goals.feed.unreadable-store"), damaged);
        }
    }

    private static String iso3(SeriesKey key) {
        return Countries.shipped().findByCode(key.country()).map(Country::iso3).orElse(key.country());
    }

    private static PanelTable table(String name, NavigableMap<String, NavigableMap<Integer, BigDecimal>> units) {
        PanelTable.Gathered gathered = new PanelTable.Gathered(name);
        gathered.add(1, List.of("unit", "year", "value"));
        List<List<String>> rows = units.entrySet().stream()
                .flatMap(unit -> unit.getValue().entrySet().stream()
                        .map(year -> List.of(
                                unit.getKey(),
                                String.valueOf(year.getKey()),
                                year.getValue().toPlainString())))
                .toList();
        IntStream.range(0, rows.size()).forEach(row -> gathered.add(row + 2, rows.get(row)));
        return gathered.table();
    }

    /**
     * What was measured of an indicator and approved: its groups are the units, one without group the indicator itself.
     *
     * @throws Failure (not found) if this reader sees no such indicator
     */
    public static Brought measured(View view, String indicator, Wording wording) {
        Item<Indicator> found = measured(view).stream()
                .filter(item -> item.id().toString().equals(indicator.strip()))
                .findFirst()
                .orElseThrow(() -> Failure.notFound(Sentence.of("impact.study.no-indicator", indicator))
                        .at("indicator"));
        String title = found.value().title();
        PanelTable.Gathered gathered = new PanelTable.Gathered(title);
        gathered.add(1, List.of("unit", "time", "value"));
        List<Measurement> measured = view.list(Measurement.KIND).stream()
                .map(Item::value)
                .filter(one -> one.indicator().equals(found.id()) && counts(one))
                .sorted(Comparator.comparing(Measurement::group)
                        .thenComparing(one -> one.on().toString()))
                .toList();
        for (int row = 0; row < measured.size(); row++) {
            Measurement one = measured.get(row);
            gathered.add(
                    row + 2,
                    List.of(
                            one.group().isBlank() ? title : one.group(),
                            one.on().toString(),
                            one.says().value().map(BigDecimal::toPlainString).orElse("")));
        }
        return new Brought(gathered.table(), wording.say("impact.source.measured", title), keptUnder(view, found));
    }

    /** For whom an item is meant, and everything it needs: whoever may not see its goal does not see an indicator, either, whatever is said of the indicator itself. */
    private static List<Sensitivity> keptUnder(View view, Item<?> item) {
        Map<ItemId, Sensitivity> known = new LinkedHashMap<>();
        Deque<Item<?>> open = new ArrayDeque<>(List.of(item));
        while (!open.isEmpty()) {
            Item<?> next = open.pop();
            if (known.putIfAbsent(next.id(), next.sensitivity()) == null) {
                needed(next).stream().flatMap(id -> view.find(id).stream()).forEach(open::push);
            }
        }
        return List.copyOf(known.values());
    }

    private static <T extends Record> Set<ItemId> needed(Item<T> item) {
        return item.kind().needs().apply(item.value());
    }
}
