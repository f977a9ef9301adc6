package org.salus.evidence;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.ActivityRecord.Code;
import org.salus.evidence.ActivityRecord.DocumentLink;
import org.salus.evidence.ActivityRecord.Indicator;
import org.salus.evidence.ActivityRecord.Marker;
import org.salus.evidence.ActivityRecord.Narrative;
import org.salus.evidence.ActivityRecord.OtherIdentifier;
import org.salus.evidence.ActivityRecord.Period;
import org.salus.evidence.ActivityRecord.PeriodMoney;
import org.salus.evidence.ActivityRecord.Related;
import org.salus.evidence.ActivityRecord.Result;

/** Questions about the activities of a snapshot. Each activity counts once, in its current version. */
public final class Activities {
    private static final int REMEMBERED_COUNTRIES = 24;

    /** Activities of a part that are read by one question to the engine. */
    private static final int AT_ONCE = 2_000;

    private final Store store;
    private final RawXml raw;

    /** Answers never change within a snapshot; the countries somebody looks at are few. */
    private final Map<String, List<Activity>> remembered =
            Collections.synchronizedMap(new LinkedHashMap<>(32, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, List<Activity>> eldest) {
                    return size() > REMEMBERED_COUNTRIES;
                }
            });

    Activities(Store store, RawXml raw) {
        this.store = store;
        this.raw = raw;
    }

    /** Number of current activities. */
    public int count() {
        return store.activities();
    }

    /** The countries that current activities count for, with the number of activities each, as their own pages count them. */
    public Map<Country, Integer> countries() {
        Map<Country, Integer> found = new TreeMap<>(Comparator.comparing(Country::name));
        store.counted()
                .forEach((iso3, count) ->
                        Countries.shipped().findByCode(iso3).ifPresent(country -> found.put(country, count)));
        return found;
    }

    /** The current activities that name a country, at the activity or at a transaction, by identifier. */
    public List<Activity> in(Country country) {
        List<Activity> known = remembered.get(country.iso3());
        if (known == null) {
            List<Activity> found = new ArrayList<>();
            for (Store.Ids ids : store.byCountry().getOrDefault(country.iso3(), List.of())) {
                found.addAll(read(ids));
            }
            found.sort(Comparator.comparing(Activity::identifier));
            known = List.copyOf(found);
            remembered.put(country.iso3(), known);
        }
        return known;
    }

    /** The same of several countries: each activity is read once, whichever of them it names, so that many countries take little longer than all activities of few. */
    public Map<Country, List<Activity>> in(Collection<Country> countries) {
        Map<Country, List<Activity>> found = new LinkedHashMap<>();
        countries.forEach(country -> found.put(country, new ArrayList<>()));
        Map<Store.Part, NavigableMap<Integer, List<Country>>> naming = naming(found.keySet());
        record Named(Activity activity, List<Country> countries) {}
        List<Named> read = chunks(naming).parallelStream()
                .flatMap(chunk -> {
                    List<Activity> activities = read(chunk);
                    NavigableMap<Integer, List<Country>> wanted = Objects.requireNonNull(naming.get(chunk.part()));
                    return IntStream.range(0, activities.size())
                            .mapToObj(i ->
                                    new Named(activities.get(i), Objects.requireNonNull(wanted.get(chunk.number(i)))));
                })
                .toList();
        for (Named one : read) {
            one.countries()
                    .forEach(country ->
                            Objects.requireNonNull(found.get(country)).add(one.activity()));
        }
        found.replaceAll((country, activities) -> {
            activities.sort(Comparator.comparing(Activity::identifier));
            return List.copyOf(activities);
        });
        return found;
    }

    /** Which of some countries each activity names, part by part and in the order of its file. */
    private Map<Store.Part, NavigableMap<Integer, List<Country>>> naming(Collection<Country> countries) {
        Map<Store.Part, NavigableMap<Integer, List<Country>>> naming = new HashMap<>();
        for (Country country : countries) {
            for (Store.Ids ids : store.byCountry().getOrDefault(country.iso3(), List.of())) {
                Map<Integer, List<Country>> ofPart = naming.computeIfAbsent(ids.part(), first -> new TreeMap<>());
                for (int i = 0; i < ids.count(); i++) {
                    add(ofPart, ids.number(i), country);
                }
            }
        }
        return naming;
    }

    private List<Store.Ids> chunks(Map<Store.Part, NavigableMap<Integer, List<Country>>> naming) {
        return store.parts().stream()
                .filter(naming::containsKey)
                .flatMap(part -> chunks(part, numbers(naming, part)))
                .toList();
    }

    private static int[] numbers(Map<Store.Part, NavigableMap<Integer, List<Country>>> naming, Store.Part part) {
        return Objects.requireNonNull(naming.get(part)).keySet().stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Stream<Store.Ids> chunks(Store.Part part, int... all) {
        return IntStream.iterate(0, from -> from < all.length, from -> from + AT_ONCE)
                .mapToObj(from ->
                        new Store.Ids(part, Arrays.copyOfRange(all, from, Math.min(all.length, from + AT_ONCE))));
    }

    /** The locations of the current activities that name a country, by the activity's identifier; activities without any are left out. */
    public NavigableMap<String, List<ActivityRecord.Location>> locationsIn(Country country) {
        NavigableMap<String, List<ActivityRecord.Location>> found = new TreeMap<>();
        for (Store.Ids ids : store.byCountry().getOrDefault(country.iso3(), List.of())) {
            store.each(
                    "SELECT a.identifier, l.* FROM " + ids.part().table(Table.LOCATION) + " l JOIN "
                            + ids.part().table(Table.ACTIVITY) + " a ON a.id = l.activity WHERE l.activity IN "
                            + ids.in(),
                    row -> add(found, Store.must(row, "identifier"), location(row)));
        }
        return found;
    }

    /** The budgets and planned disbursements of the current activities that name a country, by the activity's identifier; activities without any are left out. */
    public NavigableMap<String, ActivityRecord.Planned> plannedIn(Country country) {
        NavigableMap<String, ActivityRecord.Planned> found = new TreeMap<>();
        for (Store.Ids ids : store.byCountry().getOrDefault(country.iso3(), List.of())) {
            store.each(
                    "SELECT a.identifier, p.* FROM " + ids.part().table(Table.PERIOD_MONEY) + " p JOIN "
                            + ids.part().table(Table.ACTIVITY) + " a ON a.id = p.activity WHERE p.activity IN "
                            + ids.in() + " ORDER BY p.activity, p.rowid",
                    row -> found.merge(
                            Store.must(row, "identifier"),
                            row.getBoolean("planned")
                                    ? new ActivityRecord.Planned(List.of(), List.of(periodMoney(row)))
                                    : new ActivityRecord.Planned(List.of(periodMoney(row)), List.of()),
                            ActivityRecord.Planned::and));
        }
        return found;
    }

    /** How much the current activities that name a country publish of their results, by the activity's identifier; those that publish none are left out. */
    public NavigableMap<String, RecordedResults> resultsIn(Country country) {
        return results(store.byCountry().getOrDefault(country.iso3(), List.of()));
    }

    /** The same of all activities that name any of several countries, in one pass. */
    public NavigableMap<String, RecordedResults> resultsIn(Collection<Country> countries) {
        Map<Store.Part, NavigableMap<Integer, List<Country>>> naming = naming(countries);
        return results(store.parts().stream()
                .filter(naming::containsKey)
                .map(part -> new Store.Ids(part, numbers(naming, part)))
                .toList());
    }

    private record Counting(String from, IntFunction<RecordedResults> counted) {}

    private NavigableMap<String, RecordedResults> results(List<Store.Ids> all) {
        List<Counting> countings = new ArrayList<>();
        for (Store.Ids ids : all) {
            String activities = " JOIN " + ids.part().table(Table.ACTIVITY) + " a ON a.id = r.activity WHERE "
                    + ids.among("r.activity") + " GROUP BY a.identifier";
            countings.add(new Counting(
                    ids.part().table(Table.RESULT) + " r" + activities, number -> new RecordedResults(number, 0, 0)));
            countings.add(new Counting(
                    ids.part().table(Table.INDICATOR) + " r" + activities,
                    number -> new RecordedResults(0, number, 0)));
            countings.add(new Counting(
                    "(SELECT DISTINCT activity, result, indicator FROM "
                            + ids.part().table(Table.PERIOD) + " WHERE trim(actual) <> '') r" + activities,
                    number -> new RecordedResults(0, 0, number)));
        }
        NavigableMap<String, RecordedResults> found = new TreeMap<>();
        countings.parallelStream()
                .map(this::count)
                .toList()
                .forEach(some ->
                        some.forEach((activity, counted) -> found.merge(activity, counted, RecordedResults::and)));
        return found;
    }

    private Map<String, RecordedResults> count(Counting counting) {
        Map<String, RecordedResults> found = new HashMap<>();
        store.each(
                "SELECT a.identifier, count(*) AS counted FROM " + counting.from(),
                row -> found.put(
                        Store.must(row, "identifier"), counting.counted().apply(row.getInt("counted"))));
        return found;
    }

    /**
     * A code that an activity has as a whole, by the activity's identifier; the first where several stand, and none of an activity without one.
     *
     * @param element of IATI, such as {@code default-flow-type}
     */
    public NavigableMap<String, String> codesIn(Country country, String element) {
        NavigableMap<String, String> found = new TreeMap<>();
        for (Store.Ids ids : store.byCountry().getOrDefault(country.iso3(), List.of())) {
            store.each(
                    "SELECT a.identifier, c.code FROM " + ids.part().table(Table.CODE) + " c JOIN "
                            + ids.part().table(Table.ACTIVITY) + " a ON a.id = c.activity WHERE c.element = "
                            + Store.quoted(element) + " AND c.activity IN " + ids.in(),
                    row -> found.putIfAbsent(Store.must(row, "identifier"), Store.must(row, "code")));
        }
        return found;
    }

    /** What the current activities that name a country state of other activities, by the activity's identifier; activities that state nothing are left out. */
    public NavigableMap<String, ActivityReferences> referencesIn(Country country) {
        NavigableMap<String, ActivityReferences> found = new TreeMap<>();
        for (Store.Ids ids : store.byCountry().getOrDefault(country.iso3(), List.of())) {
            found.putAll(references(ids));
        }
        return found;
    }

    /** What every current activity states of other activities, as {@link #referencesIn}. */
    public NavigableMap<String, ActivityReferences> references() {
        NavigableMap<String, ActivityReferences> found = new TreeMap<>();
        for (Store.Part part : store.parts()) {
            chunks(part, part.current.stream().toArray()).forEach(ids -> found.putAll(references(ids)));
        }
        return found;
    }

    private NavigableMap<String, ActivityReferences> references(Store.Ids ids) {
        NavigableMap<String, List<Related>> related = new TreeMap<>();
        NavigableMap<String, List<OtherIdentifier>> others = new TreeMap<>();
        store.each(
                from(Table.RELATED, ids),
                row -> add(
                        related,
                        Store.must(row, "identifier"),
                        new Related(row.getString("type"), Store.must(row, "ref"))));
        store.each(
                from(Table.OTHER_IDENTIFIER, ids),
                row -> add(
                        others,
                        Store.must(row, "identifier"),
                        new OtherIdentifier(row.getString("type"), Store.must(row, "ref"), row.getString("owner"))));
        NavigableMap<String, ActivityReferences> found = new TreeMap<>();
        Stream.concat(related.keySet().stream(), others.keySet().stream())
                .forEach(identifier -> found.put(
                        identifier,
                        new ActivityReferences(
                                related.getOrDefault(identifier, List.of()),
                                others.getOrDefault(identifier, List.of()))));
        return found;
    }

    /** The rows of a table that belong to some activities, with the activity's identifier, in one order. */
    private static String from(Table table, Store.Ids ids) {
        return "SELECT a.identifier, t.* FROM " + ids.part().table(table) + " t JOIN "
                + ids.part().table(Table.ACTIVITY) + " a ON a.id = t.activity WHERE t.activity IN " + ids.in()
                + " ORDER BY t.activity, t.ref, t.type";
    }

    /** Every current activity, source by source; for work that looks at each once. */
    public void each(Consumer<Activity> action) {
        for (Store.Part part : store.parts()) {
            chunks(part, part.current.stream().toArray())
                    .forEach(ids -> read(ids).forEach(action));
        }
    }

    /**
     * The current activities whose money may be somebody's: who funds them, provides their money or reports them is called so. Only these are read, which is far less than all.
     *
     * @param called is asked of every such name there is, of some more than once
     */
    public void eachPaidBy(Predicate<String> called, Consumer<Activity> action) {
        for (Store.Part part : store.parts()) {
            BitSet found = new BitSet();
            if (!part.current.isEmpty()) {
                store.each(
                        "SELECT activity, coalesce(name, ref) AS label FROM " + part.table(Table.PARTICIPATION)
                                + " WHERE role = '1' UNION SELECT activity, coalesce(provider_name, provider_ref) FROM "
                                + part.table(Table.TRANSACTION)
                                + " UNION SELECT id, coalesce(reporter_name, reporter_ref) FROM "
                                + part.table(Table.ACTIVITY),
                        row -> {
                            String label = row.getString("label");
                            if (label != null && part.current.get(row.getInt("activity")) && called.test(label)) {
                                found.set(row.getInt("activity"));
                            }
                        });
            }
            chunks(part, found.stream().toArray()).forEach(ids -> read(ids).forEach(action));
        }
    }

    /** The current version of an activity, with everything it says. */
    public Optional<ActivityRecord> find(String identifier) {
        Store.Address address = store.address(identifier);
        return address == null ? Optional.empty() : Optional.of(record(address));
    }

    /**
     * The current version of an activity, with everything it says.
     *
     * @throws UnknownActivity if no current activity has this identifier
     */
    public ActivityRecord get(String identifier) {
        return find(identifier).orElseThrow(() -> unknown(identifier));
    }

    /**
     * The XML of an activity's current version as it was published, with contact details and every e-mail address and telephone number masked.
     *
     * @throws UnknownActivity if no current activity has this identifier
     * @throws IOException if the archived file cannot be read
     */
    public String xml(String identifier) throws IOException {
        Store.Address address = store.address(identifier);
        if (address == null) {
            throw unknown(identifier);
        }
        return raw.of(address);
    }

    /** Tells one that a newer version dropped from one that never was. */
    private UnknownActivity unknown(String identifier) {
        return versions(identifier).stream()
                .findFirst()
                .map(last -> new UnknownActivity(identifier, last.source()))
                .orElseGet(() -> new UnknownActivity(identifier));
    }

    /** A version of an activity: where it came from and whether it is the current one. */
    public record Version(SourceVersion source, String updated, String title, boolean current) {}

    /** Every version of an activity that was ever loaded, newest stamp first. */
    public List<Version> versions(String identifier) {
        List<Version> found = new ArrayList<>();
        Store.Address now = store.address(identifier);
        for (SourceVersion version : store.listing().versions()) {
            if (version.counts().activities() == 0) {
                continue;
            }
            Store.Part part = store.open(version);
            found.addAll(store.list(
                    "SELECT a.id, a.updated, min(n.body) AS title FROM " + part.table(Table.ACTIVITY) + " a LEFT JOIN "
                            + part.table(Table.NARRATIVE) + " n ON n.activity = a.id AND n.element = 'title'"
                            + " WHERE a.identifier = " + Store.quoted(identifier) + " GROUP BY ALL ORDER BY a.id",
                    row -> new Version(
                            version,
                            ActivityRecord.newest(Store.must(row, "updated")),
                            row.getString("title") == null ? identifier : row.getString("title"),
                            now != null
                                    && version.current()
                                    && now.part().version.equals(version)
                                    && now.id() == row.getInt("id"))));
        }
        found.sort(Comparator.comparing(Version::updated).reversed());
        return found;
    }

    private List<Activity> read(Store.Ids ids) {
        Store.Part part = ids.part();
        String among = ids.among("activity");
        Map<Integer, List<Text>> titles = new HashMap<>();
        Map<Integer, List<Text>> descriptions = new HashMap<>();
        store.each(
                "SELECT * FROM " + part.table(Table.NARRATIVE) + " WHERE element IN ('title', 'description') AND "
                        + among,
                row -> {
                    Map<Integer, List<Text>> target = "title".equals(row.getString("element")) ? titles : descriptions;
                    add(target, row.getInt("activity"), new Text(row.getString("language"), Store.must(row, "body")));
                });
        Map<Integer, List<Participation>> participants = new HashMap<>();
        store.each(
                "SELECT * FROM " + part.table(Table.PARTICIPATION) + " WHERE " + among,
                row -> add(participants, row.getInt("activity"), participation(row)));
        Map<Long, List<SectorCode>> sectors = new HashMap<>();
        store.each(
                "SELECT * FROM " + part.table(Table.SECTOR) + " WHERE " + among,
                row -> add(sectors, key(row.getInt("activity"), row.getInt("transaction")), sector(row)));
        Map<Long, List<Place>> places = new HashMap<>();
        store.each(
                "SELECT * FROM " + part.table(Table.PLACE) + " WHERE " + among,
                row -> add(places, key(row.getInt("activity"), row.getInt("transaction")), place(row)));
        Map<Integer, List<Transaction>> transactions = new HashMap<>();
        store.each(
                "SELECT * FROM " + part.table(Table.TRANSACTION) + " WHERE " + among + " ORDER BY activity, number",
                row -> {
                    long key = key(row.getInt("activity"), row.getInt("number"));
                    add(
                            transactions,
                            row.getInt("activity"),
                            transaction(
                                    row, sectors.getOrDefault(key, List.of()), places.getOrDefault(key, List.of())));
                });
        return store.list(
                "SELECT * FROM " + part.table(Table.ACTIVITY) + " WHERE " + ids.among("id") + " ORDER BY id", row -> {
                    int id = row.getInt("id");
                    return new Activity(
                            Store.must(row, "identifier"),
                            part.version.source(),
                            new Party(
                                    row.getString("reporter_ref"),
                                    row.getString("reporter_type"),
                                    row.getString("reporter_name"),
                                    null),
                            titles.getOrDefault(id, List.of()),
                            descriptions.getOrDefault(id, List.of()),
                            row.getString("status"),
                            Store.date(row, "planned_start"),
                            Store.date(row, "actual_start"),
                            Store.date(row, "planned_end"),
                            Store.date(row, "actual_end"),
                            row.getInt("hierarchy"),
                            participants.getOrDefault(id, List.of()),
                            sectors.getOrDefault(key(id, 0), List.of()),
                            places.getOrDefault(key(id, 0), List.of()),
                            transactions.getOrDefault(id, List.of()),
                            row.getInt("locations"),
                            row.getString("system_country"));
                });
    }

    private static long key(int activity, int transaction) {
        return (long) activity << 32 | transaction;
    }

    private static <K, V> void add(Map<K, List<V>> lists, K key, V value) {
        lists.computeIfAbsent(key, first -> new ArrayList<>(2)).add(value);
    }

    private static Participation participation(ResultSet row) throws SQLException {
        return new Participation(
                row.getString("role"),
                new Party(
                        row.getString("ref"),
                        row.getString("type"),
                        row.getString("name"),
                        row.getString("activity_ref")),
                row.getString("channel"));
    }

    private static SectorCode sector(ResultSet row) throws SQLException {
        return new SectorCode(
                Store.must(row, "vocabulary"),
                Store.must(row, "code"),
                Store.number(row, "percentage"),
                row.getString("name"));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getString("iso3"),
                row.getBoolean("region"),
                row.getString("vocabulary"),
                Store.must(row, "code"),
                Store.number(row, "percentage"),
                row.getString("name"));
    }

    private static Transaction transaction(ResultSet row, List<SectorCode> sectors, List<Place> places)
            throws SQLException {
        return new Transaction(
                row.getInt("number"),
                row.getString("ref"),
                row.getString("type"),
                Store.date(row, "date"),
                Store.number(row, "amount"),
                row.getString("currency"),
                Store.date(row, "value_date"),
                party(row, "provider"),
                party(row, "receiver"),
                row.getString("description"),
                sectors,
                places);
    }

    private static @Nullable Party party(ResultSet row, String side) throws SQLException {
        Party party = new Party(
                row.getString(side + "_ref"),
                row.getString(side + "_type"),
                row.getString(side + "_name"),
                row.getString(side + "_activity"));
        return party.isBlank() ? null : party;
    }

    private ActivityRecord record(Store.Address address) {
        Store.Part part = address.part();
        int id = address.id();
        Activity activity = read(new Store.Ids(part, id)).getFirst();
        String of = " WHERE activity = " + id;
        record Head(String file, long line, @Nullable String version, String updated) {}
        Head head = store.list(
                        "SELECT a.line, a.version, a.updated, m.path FROM " + part.table(Table.ACTIVITY) + " a JOIN "
                                + part.table(Table.MEMBER) + " m ON m.id = a.member WHERE a.id = " + id,
                        row -> new Head(
                                Store.must(row, "path").isEmpty()
                                        ? part.version.file()
                                        : part.version.file() + "!" + LoadInput.seen(Store.must(row, "path")),
                                row.getLong("line"),
                                row.getString("version"),
                                ActivityRecord.newest(Store.must(row, "updated"))))
                .getFirst();
        List<PeriodMoney> budgets = new ArrayList<>();
        List<PeriodMoney> planned = new ArrayList<>();
        store.each(
                "SELECT * FROM " + part.table(Table.PERIOD_MONEY) + of,
                row -> (row.getBoolean("planned") ? planned : budgets).add(periodMoney(row)));
        return new ActivityRecord(
                activity,
                head.file(),
                head.line(),
                head.version(),
                head.updated(),
                store.list(
                        "SELECT * FROM " + part.table(Table.CODE) + of,
                        row -> new Code(Store.must(row, "element"), Store.must(row, "code"))),
                store.list(
                        "SELECT * FROM " + part.table(Table.OTHER_IDENTIFIER) + of,
                        row -> new OtherIdentifier(
                                row.getString("type"), Store.must(row, "ref"), row.getString("owner"))),
                store.list("SELECT * FROM " + part.table(Table.LOCATION) + of, Activities::location),
                budgets,
                planned,
                store.list(
                        "SELECT * FROM " + part.table(Table.MARKER) + of,
                        row -> new Marker(
                                Store.must(row, "vocabulary"),
                                Store.must(row, "code"),
                                row.getString("significance"),
                                row.getString("name"))),
                results(part, of),
                store.list(
                        "SELECT * FROM " + part.table(Table.RELATED) + of,
                        row -> new Related(row.getString("type"), Store.must(row, "ref"))),
                store.list(
                        "SELECT * FROM " + part.table(Table.DOCUMENT) + of,
                        row -> new DocumentLink(
                                row.getString("url"),
                                row.getString("format"),
                                row.getString("title"),
                                row.getString("categories"),
                                row.getString("languages"),
                                row.getString("date"))),
                store.list(
                        "SELECT * FROM " + part.table(Table.NARRATIVE) + of + " AND element LIKE '=%'",
                        row -> new Narrative(
                                Store.must(row, "element").substring(1),
                                new Text(row.getString("language"), Store.must(row, "body")))));
    }

    private static PeriodMoney periodMoney(ResultSet row) throws SQLException {
        return new PeriodMoney(
                row.getString("type"),
                row.getString("status"),
                Store.date(row, "first"),
                Store.date(row, "last"),
                Store.number(row, "amount"),
                row.getString("currency"),
                Store.date(row, "value_date"),
                row.getString("provider"),
                row.getString("receiver"));
    }

    private static ActivityRecord.Location location(ResultSet row) throws SQLException {
        return new ActivityRecord.Location(
                row.getString("ref"),
                row.getString("name"),
                row.getString("description"),
                Store.real(row, "latitude"),
                Store.real(row, "longitude"),
                row.getString("reach"),
                row.getString("exactness"),
                row.getString("class"),
                row.getString("feature"),
                row.getString("codes"));
    }

    private List<Result> results(Store.Part part, String of) {
        Map<Long, List<Period>> periods = new HashMap<>();
        store.each(
                "SELECT * FROM " + part.table(Table.PERIOD) + of,
                row -> add(
                        periods,
                        key(row.getInt("result"), row.getInt("indicator")),
                        new Period(
                                Store.date(row, "first"),
                                Store.date(row, "last"),
                                row.getString("target"),
                                row.getString("actual"),
                                row.getString("part"))));
        Map<Integer, List<Indicator>> indicators = new HashMap<>();
        store.each(
                "SELECT * FROM " + part.table(Table.INDICATOR) + of,
                row -> add(
                        indicators,
                        row.getInt("result"),
                        new Indicator(
                                row.getString("measure"),
                                row.getString("ascending"),
                                row.getString("title"),
                                row.getString("baseline_year"),
                                row.getString("baseline"),
                                periods.getOrDefault(key(row.getInt("result"), row.getInt("indicator")), List.of()))));
        return store.list(
                "SELECT * FROM " + part.table(Table.RESULT) + of,
                row -> new Result(
                        row.getString("type"),
                        row.getString("title"),
                        row.getString("description"),
                        indicators.getOrDefault(row.getInt("result"), List.of())));
    }
}
