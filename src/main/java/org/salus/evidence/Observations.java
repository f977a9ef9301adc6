package org.salus.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.salus.framework.Term;

/** Questions about what others recorded of countries: events, indicators, CRS amounts, outlines, treaties. */
public final class Observations {
    private final Store store;

    Observations(Store store) {
        this.store = store;
    }

    /** UCDP events in a country, by day, then id. Where two sources hold the same event, the newer source's counts. */
    public List<ConflictEvent> events(Country country) {
        Map<String, ConflictEvent> found = new LinkedHashMap<>();
        for (Store.Part part : newestFirst()) {
            if (part.version.counts().events() == 0) {
                continue;
            }
            store.list(
                            "SELECT * FROM " + part.table(Table.EVENT) + " WHERE iso3 = "
                                    + Store.quoted(country.iso3()),
                            row -> new ConflictEvent(
                                    Store.must(row, "id"),
                                    part.version.source(),
                                    Store.must(row, "iso3"),
                                    row.getInt("year"),
                                    Store.date(row, "first"),
                                    Store.date(row, "last"),
                                    row.getInt("violence"),
                                    row.getString("conflict"),
                                    Store.must(row, "actor_a"),
                                    row.getString("actor_b"),
                                    row.getBoolean("state_a"),
                                    row.getBoolean("state_b"),
                                    row.getString("admin1"),
                                    Store.real(row, "latitude"),
                                    Store.real(row, "longitude"),
                                    row.getInt("precision"),
                                    row.getInt("best"),
                                    row.getInt("low"),
                                    row.getInt("high")))
                    .forEach(event -> found.putIfAbsent(event.id(), event));
        }
        return found.values().stream()
                .sorted(Comparator.comparingInt(ConflictEvent::year).thenComparing(ConflictEvent::id))
                .toList();
    }

    /** The countries for which events are loaded. */
    public List<String> countriesWithEvents() {
        TreeSet<String> found = new TreeSet<>();
        for (Store.Part part : store.parts()) {
            if (part.version.counts().events() > 0) {
                found.addAll(store.list(
                        "SELECT DISTINCT iso3 FROM " + part.table(Table.EVENT), row -> Store.must(row, "iso3")));
            }
        }
        return List.copyOf(found);
    }

    /** Every indicator of a country, by descriptor and name; of two sources of one indicator the newer. */
    public List<IndicatorSeries> indicators(Country country) {
        Map<String, IndicatorSeries> found = new java.util.TreeMap<>();
        for (Store.Part part : newestFirst()) {
            if (part.version.counts().indicatorValues() == 0) {
                continue;
            }
            Map<String, List<IndicatorSeries.Value>> values = new LinkedHashMap<>();
            store.each(
                    "SELECT * FROM " + part.table(Table.YEAR_VALUE) + " WHERE iso3 = " + Store.quoted(country.iso3())
                            + " ORDER BY descriptor, series, year, row",
                    row -> values.computeIfAbsent(
                                    Store.must(row, "descriptor") + "\u001f" + Store.must(row, "series"),
                                    first -> new ArrayList<>())
                            .add(new IndicatorSeries.Value(
                                    row.getInt("year"),
                                    new java.math.BigDecimal(Store.must(row, "value")),
                                    row.getLong("row"))));
            if (values.isEmpty()) {
                continue;
            }
            store
                    .list(
                            "SELECT * FROM " + part.table(Table.SERIES),
                            row -> new IndicatorSeries(
                                    Store.must(row, "descriptor"),
                                    Store.must(row, "series"),
                                    Store.must(row, "name"),
                                    row.getString("unit"),
                                    IndicatorSeries.Direction.valueOf(Store.must(row, "direction")),
                                    Store.decimal(row, "lowest"),
                                    Store.decimal(row, "highest"),
                                    Store.must(row, "publisher"),
                                    row.getString("licence"),
                                    row.getString("edition"),
                                    part.version.source(),
                                    country.iso3(),
                                    values.getOrDefault(
                                            Store.must(row, "descriptor") + "\u001f" + Store.must(row, "series"),
                                            List.of())))
                    .stream()
                    .filter(series -> !series.values().isEmpty())
                    .forEach(series -> found.putIfAbsent(series.descriptor() + "\u001f" + series.id(), series));
        }
        return List.copyOf(found.values());
    }

    /** One indicator of a descriptor in every country that has a figure of it, by country; of two sources of one country the newer. */
    public List<IndicatorSeries> everywhere(String descriptor, String series) {
        Map<String, IndicatorSeries> found = new java.util.TreeMap<>();
        String which = " WHERE descriptor = " + Store.quoted(descriptor) + " AND series = " + Store.quoted(series);
        for (Store.Part part : newestFirst()) {
            if (part.version.counts().indicatorValues() == 0) {
                continue;
            }
            Map<String, List<IndicatorSeries.Value>> values = new LinkedHashMap<>();
            store.each(
                    "SELECT * FROM " + part.table(Table.YEAR_VALUE) + which + " ORDER BY iso3, year, row",
                    row -> values.computeIfAbsent(Store.must(row, "iso3"), first -> new ArrayList<>())
                            .add(new IndicatorSeries.Value(
                                    row.getInt("year"),
                                    new java.math.BigDecimal(Store.must(row, "value")),
                                    row.getLong("row"))));
            if (values.isEmpty()) {
                continue;
            }
            store.list("SELECT * FROM " + part.table(Table.SERIES) + which, row -> told(row, part))
                    .forEach(told -> values.forEach((iso3, years) -> found.putIfAbsent(
                            iso3,
                            new IndicatorSeries(
                                    told.descriptor(),
                                    told.id(),
                                    told.name(),
                                    told.unit(),
                                    told.direction(),
                                    told.min(),
                                    told.max(),
                                    told.publisher(),
                                    told.licence(),
                                    told.edition(),
                                    told.source(),
                                    iso3,
                                    years))));
        }
        return List.copyOf(found.values());
    }

    /** What a source says of an indicator, without its figures. */
    private static IndicatorSeries told(ResultSet row, Store.Part part) throws SQLException {
        return new IndicatorSeries(
                Store.must(row, "descriptor"),
                Store.must(row, "series"),
                Store.must(row, "name"),
                row.getString("unit"),
                IndicatorSeries.Direction.valueOf(Store.must(row, "direction")),
                Store.decimal(row, "lowest"),
                Store.decimal(row, "highest"),
                Store.must(row, "publisher"),
                row.getString("licence"),
                row.getString("edition"),
                part.version.source(),
                "",
                List.of());
    }

    /** The licences that descriptors name for the indicators of a source; sources without any are absent. */
    public Map<String, String> licences() {
        Map<String, String> found = new java.util.TreeMap<>();
        for (Store.Part part : newestFirst()) {
            if (part.version.counts().indicatorValues() > 0) {
                String licences = String.join(
                        "; ",
                        store.list(
                                "SELECT DISTINCT licence FROM " + part.table(Table.SERIES)
                                        + " WHERE licence IS NOT NULL ORDER BY licence",
                                row -> Store.must(row, "licence")));
                if (!licences.isEmpty()) {
                    found.putIfAbsent(part.version.source(), licences);
                }
            }
        }
        return found;
    }

    /** CRS amounts to a recipient, by year, purpose and donor. */
    public List<CrsAmount> crs(Country recipient) {
        return crsWhere(" WHERE iso3 = " + Store.quoted(recipient.iso3()));
    }

    /** CRS amounts of one purpose to every recipient and total the files list. */
    public List<CrsAmount> crsOfPurpose(String purpose) {
        return crsWhere(" WHERE purpose = " + Store.quoted(purpose));
    }

    private List<CrsAmount> crsWhere(String where) {
        Map<String, CrsAmount> found = new LinkedHashMap<>();
        for (Store.Part part : newestFirst()) {
            if (part.version.counts().crsAmounts() == 0) {
                continue;
            }
            store.list(
                            "SELECT * FROM " + part.table(Table.CRS) + where,
                            row -> new CrsAmount(
                                    row.getString("iso3"),
                                    Store.must(row, "recipient"),
                                    row.getString("purpose"),
                                    row.getString("donor"),
                                    row.getInt("year"),
                                    new java.math.BigDecimal(Store.must(row, "million_usd")),
                                    part.version.source(),
                                    row.getLong("row")))
                    .forEach(amount -> found.putIfAbsent(
                            amount.recipient() + "\u001f" + amount.purpose() + "\u001f" + amount.donor() + "\u001f"
                                    + amount.year(),
                            amount));
        }
        return found.values().stream()
                .sorted(Comparator.comparingInt(CrsAmount::year)
                        .thenComparing(amount -> String.valueOf(amount.purpose()))
                        .thenComparing(amount -> String.valueOf(amount.donor()))
                        .thenComparing(CrsAmount::recipient))
                .toList();
    }

    /** Loaded outlines of a country (level 0) or its first-level units (level 1), by name. */
    public List<Outline> outlines(Country country, int level) {
        for (Store.Part part : newestFirst()) {
            if (part.version.counts().outlines() == 0) {
                continue;
            }
            List<Outline> found = store.list(
                    "SELECT * FROM " + part.table(Table.OUTLINE) + " WHERE level = " + level + " AND iso3 = "
                            + Store.quoted(country.iso3()) + " ORDER BY name",
                    row -> {
                        try {
                            return new Outline(
                                    country.iso3(),
                                    level,
                                    Store.must(row, "name"),
                                    row.getString("vintage"),
                                    new WKBReader().read(row.getBytes("shape")));
                        } catch (ParseException broken) {
                            throw new StoreFailure(broken);
                        }
                    });
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** A table, and the part it stands in. */
    private record Told(Store.Part part, TreatyTable table) {}

    /** By treaty, the newest table that tells of all states or of this one. */
    private Map<String, Told> newestTables(Country country) {
        Map<String, Told> found = new java.util.TreeMap<>();
        for (Store.Part part : newestFirst()) {
            if (part.version.counts().actsOnTreaties() == 0) {
                continue;
            }
            // What a table says of itself names no state, or the one state that it says it of.
            String here = " FILTER (iso3 IS NULL OR iso3 = " + Store.quoted(country.iso3()) + ")";
            store.list(
                            "SELECT treaty, max(as_at)" + here + " AS as_at, max(date) AS newest,"
                                    + " count(DISTINCT iso3) AS states, bool_or(reservations)" + here
                                    + " AS reservations, bool_or(withdrawals)" + here + " AS withdrawals FROM "
                                    + part.table(Table.TREATY) + " GROUP BY treaty HAVING count(*) FILTER (act IS NULL"
                                    + " AND (iso3 IS NULL OR iso3 = " + Store.quoted(country.iso3())
                                    + ")) > 0 ORDER BY treaty",
                            row -> new TreatyTable(
                                    Store.must(row, "treaty"),
                                    part.version.source(),
                                    part.version.file(),
                                    Optional.ofNullable(Store.date(row, "as_at")),
                                    Optional.ofNullable(Store.date(row, "newest")),
                                    row.getInt("states"),
                                    row.getBoolean("reservations"),
                                    row.getBoolean("withdrawals")))
                    .forEach(table -> found.putIfAbsent(table.treaty(), new Told(part, table)));
        }
        return found;
    }

    /** What the loaded tables of the status of treaties tell of a country. */
    public TreatyTable.Status treaties(Country country) {
        Map<String, Told> tables = newestTables(country);
        List<TreatyAct> acts = new ArrayList<>();
        for (Store.Part part :
                tables.values().stream().map(Told::part).distinct().toList()) {
            store
                    .list(
                            "SELECT treaty, act, date, bracketed, row FROM " + part.table(Table.TREATY)
                                    + " WHERE act IS NOT NULL AND iso3 = " + Store.quoted(country.iso3())
                                    + " ORDER BY treaty, row, date, act",
                            row -> new TreatyAct(
                                    Store.must(row, "treaty"),
                                    country.iso3(),
                                    Term.get(TreatyAct.Kind.class, Store.must(row, "act")),
                                    Optional.ofNullable(Store.date(row, "date")),
                                    row.getBoolean("bracketed"),
                                    row.getLong("row")))
                    .stream()
                    // Another table may have the newer word about one of several treaties in a file.
                    .filter(act -> {
                        var newest = tables.get(act.treaty());
                        return newest != null && newest.part().equals(part);
                    })
                    .forEach(acts::add);
        }
        return new TreatyTable.Status(tables.values().stream().map(Told::table).toList(), acts);
    }

    /** The sources that say anything about a country. */
    public Set<String> sources(Country country) {
        Set<String> found = new TreeSet<>();
        for (Store.Part part : store.parts()) {
            PartCounts counts = part.version.counts();
            if (speaks(part, Table.EVENT, counts.events(), country)
                    || speaks(part, Table.YEAR_VALUE, counts.indicatorValues(), country)
                    || speaks(part, Table.CRS, counts.crsAmounts(), country)
                    || speaks(part, Table.OUTLINE, counts.outlines(), country)
                    || speaks(part, Table.TREATY, counts.actsOnTreaties(), country)) {
                found.add(part.version.source());
            }
        }
        return found;
    }

    private boolean speaks(Store.Part part, Table table, int rows, Country country) {
        return rows > 0
                && !store.list(
                                "SELECT iso3 FROM " + part.table(table) + " WHERE iso3 = "
                                        + Store.quoted(country.iso3()) + " LIMIT 1",
                                row -> Store.must(row, "iso3"))
                        .isEmpty();
    }

    private List<Store.Part> newestFirst() {
        return store.parts().stream()
                .sorted(Comparator.comparing((Store.Part part) -> part.version.stamp())
                        .reversed()
                        .thenComparing(part -> part.version.source()))
                .toList();
    }
}
