package org.salus.evidence;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * A snapshot's parts, opened read-only in one engine, and which activity is the current version of its identifier: between sources the newest stamp
 * wins; of equals, a country's release before a plain file, then the source whose name comes first.
 */
final class Store implements AutoCloseable {
    /** Makes one record of a row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** An opened part. */
    static final class Part {
        final SourceVersion version;
        final String alias;
        final BitSet current = new BitSet();

        Part(SourceVersion version, String alias) {
            this.version = version;
            this.alias = alias;
        }

        String table(Table table) {
            return alias + "." + table.sql();
        }
    }

    /** Where the current version of an activity is. */
    record Address(Part part, int id) {}

    /** An activity that does not count, since another part has a version of it that does. */
    record Passed(int id, String identifier, Part by) {}

    /** Some activities of one part, in the order of their ids and each once. */
    static final class Ids {
        private final Part part;
        private final int[] ids;

        Ids(Part part, int... ids) {
            this.part = part;
            this.ids = ids;
        }

        Part part() {
            return part;
        }

        int count() {
            return ids.length;
        }

        /** One of them, counted from 0. */
        int number(int at) {
            return ids[at];
        }

        /** The ids as a list for {@code IN}. */
        String in() {
            return ids.length == 0 ? "(-1)" : list(Arrays.stream(ids));
        }

        /**
         * The condition that a column holds one of them. What lies between the first and the last is named by those that are missing where these are fewer: a list of thousands takes the engine longer to
         * understand than what it finds to read.
         */
        String among(String column) {
            if (ids.length == 0) {
                return "false";
            }
            int first = ids[0];
            int last = ids[ids.length - 1];
            String between = column + " BETWEEN " + first + " AND " + last;
            int missing = last - first + 1 - ids.length;
            if (missing == 0) {
                return between;
            }
            return "(" + between + " AND " + column + (missing < ids.length ? " NOT IN " + list(gaps()) : " IN " + in())
                    + ")";
        }

        private IntStream gaps() {
            return IntStream.range(1, ids.length).flatMap(i -> IntStream.range(ids[i - 1] + 1, ids[i]));
        }

        private static String list(IntStream numbers) {
            return numbers.mapToObj(String::valueOf).collect(Collectors.joining(",", "(", ")"));
        }
    }

    /** Bytes before the blocks of a part: the engine's format begins with three headers of 4 KiB. */
    private static final long HEADERS = 3 * 4096L;

    private final DataFolder folder;
    private final Snapshots.Listing listing;
    private final DuckDBConnection engine;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Part> attached = new HashMap<>();
    private final Map<String, Address> addresses = new HashMap<>();
    private final Map<Part, List<Passed>> passed = new LinkedHashMap<>();
    private final Map<String, List<Ids>> byCountry = new TreeMap<>();
    private final Map<String, Integer> counted = new TreeMap<>();
    private int activities;

    Store(DataFolder folder, Snapshots.Listing listing) {
        this.folder = folder;
        this.listing = listing;
        try {
            engine = Duck.open();
            for (SourceVersion version : listing.versions()) {
                if (version.current()) {
                    parts.add(attach(version));
                }
            }
            settle();
            countries();
        } catch (SQLException failed) {
            throw new StoreFailure(failed);
        }
    }

    Snapshots.Listing listing() {
        return listing;
    }

    /** The parts that answers come from. */
    List<Part> parts() {
        return parts;
    }

    /** Number of current activities. */
    int activities() {
        return activities;
    }

    @Nullable
    Address address(String identifier) {
        return addresses.get(identifier);
    }

    /** The activities of a part of which another part has the version that counts, in the order of the file. */
    List<Passed> passed(Part part) {
        return passed.getOrDefault(part, List.of());
    }

    Map<String, List<Ids>> byCountry() {
        return byCountry;
    }

    /** How many activities count for a country: those of another country's own system count wholly there, whatever other country they name. */
    Map<String, Integer> counted() {
        return counted;
    }

    /** Opens a part that is history. */
    synchronized Part open(SourceVersion version) {
        Part known = attached.get(version.part() + version.source());
        try {
            return known != null ? known : attach(version);
        } catch (SQLException failed) {
            throw new StoreFailure(failed);
        }
    }

    /**
     * Whether a part can be opened, is as long as it says, and has as many rows as were counted when it was made. Not every page is read: that would take as long as
     * to make it anew.
     */
    static boolean holds(Path part, PartCounts counts) {
        try (DuckDBConnection engine = Duck.open();
                Statement sql = engine.createStatement()) {
            sql.execute("ATTACH " + Duck.quoted(part) + " AS part (READ_ONLY)");
            return Files.size(part) - HEADERS
                            >= number(
                                    sql,
                                    "SELECT block_size * total_blocks FROM pragma_database_size() WHERE database_name = 'part'")
                    && rows(sql, Table.ACTIVITY) >= counts.activities()
                    && rows(sql, Table.EVENT) >= counts.events()
                    && rows(sql, Table.CRS) >= counts.crsAmounts()
                    && rows(sql, Table.OUTLINE) >= counts.outlines();
        } catch (SQLException | IOException damaged) {
            return false;
        }
    }

    private static long rows(Statement sql, Table table) throws SQLException {
        return number(sql, "SELECT count(*) FROM part." + table.sql());
    }

    private static long number(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private Part attach(SourceVersion version) throws SQLException {
        for (Part other : attached.values()) {
            if (other.version.part().equals(version.part())) {
                Part same = new Part(version, other.alias);
                attached.put(version.part() + version.source(), same);
                return same;
            }
        }
        Part part = new Part(version, "p" + attached.size());
        try (Statement sql = engine.createStatement()) {
            sql.execute("ATTACH " + Duck.quoted(folder.part(version.part())) + " AS " + part.alias + " (READ_ONLY)");
        } catch (SQLException damaged) {
            throw new Failure(
                    Failure.Kind.NOT_POSSIBLE,
                    Sentence.of("evidence.failure.part", version.file(), String.valueOf(damaged.getMessage())),
                    Sentence.of(
                            "evidence.failure.part.advice",
                            version.file(),
                            folder.archived(version.sha256()).toString()),
                    damaged);
        }
        attached.put(version.part() + version.source(), part);
        return part;
    }

    private record Stamped(Address address, String updated, SourceVersion version) {
        boolean beats(Stamped other) {
            int newer = updated.compareTo(other.updated);
            if (newer != 0) {
                return newer > 0;
            }
            boolean release = version.kind() == FileKind.AIDDATA_RELEASE;
            if (release != (other.version.kind() == FileKind.AIDDATA_RELEASE)) {
                return release;
            }
            int name = version.source().compareTo(other.version.source());
            if (name != 0) {
                return name < 0;
            }
            int file = version.sha256().compareTo(other.version.sha256());
            return file < 0 || (file == 0 && address.id < other.address.id);
        }
    }

    private void settle() {
        record Beaten(String identifier, Address address) {}
        Map<String, Stamped> winners = new LinkedHashMap<>();
        List<Beaten> beaten = new ArrayList<>();
        for (Part part : parts) {
            if (part.version.counts().activities() == 0) {
                continue;
            }
            each("SELECT id, identifier, updated FROM " + part.table(Table.ACTIVITY) + " ORDER BY id", row -> {
                Stamped stamped = new Stamped(new Address(part, row.getInt(1)), row.getString(3), part.version);
                String identifier = row.getString(2);
                winners.merge(identifier, stamped, (old, now) -> {
                    boolean newer = now.beats(old);
                    beaten.add(new Beaten(identifier, (newer ? old : now).address));
                    return newer ? now : old;
                });
            });
        }
        winners.forEach((identifier, winner) -> {
            winner.address().part().current.set(winner.address().id());
            addresses.put(identifier, winner.address());
        });
        activities = winners.size();
        for (Beaten one : beaten) {
            Part by = Objects.requireNonNull(addresses.get(one.identifier)).part();
            Part of = one.address.part();
            if (by != of) {
                passed.computeIfAbsent(of, part -> new ArrayList<>())
                        .add(new Passed(one.address.id(), one.identifier, by));
            }
        }
        passed.values().forEach(list -> list.sort(Comparator.comparingInt(Passed::id)));
    }

    private void countries() {
        for (Part part : parts) {
            if (part.version.counts().activities() == 0) {
                continue;
            }
            Map<String, BitSet> found = new HashMap<>();
            Map<Integer, String> systems = new HashMap<>();
            each(
                    "SELECT id, system_country FROM " + part.table(Table.ACTIVITY)
                            + " WHERE system_country IS NOT NULL",
                    row -> systems.put(row.getInt(1), row.getString(2)));
            each(
                    "SELECT DISTINCT activity, iso3 FROM " + part.table(Table.PLACE) + " WHERE iso3 IS NOT NULL UNION"
                            + " SELECT id, system_country FROM " + part.table(Table.ACTIVITY)
                            + " WHERE system_country IS NOT NULL",
                    row -> {
                        if (part.current.get(row.getInt(1))) {
                            found.computeIfAbsent(row.getString(2), iso3 -> new BitSet())
                                    .set(row.getInt(1));
                        }
                    });
            found.forEach((iso3, ids) -> {
                byCountry
                        .computeIfAbsent(iso3, key -> new ArrayList<>())
                        .add(new Ids(part, ids.stream().toArray()));
                int own = (int) ids.stream()
                        .filter(id -> systems.getOrDefault(id, iso3).equals(iso3))
                        .count();
                if (own > 0) {
                    counted.merge(iso3, own, Integer::sum);
                }
            });
        }
    }

    /** Receives one row. */
    interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    void each(String query, RowTaker taker) {
        try (Connection connection = engine.duplicate();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                taker.take(rows);
            }
        } catch (SQLException failed) {
            throw new StoreFailure(failed);
        }
    }

    <T> List<T> list(String query, RowReader<T> reader) {
        List<T> found = new ArrayList<>();
        each(query, row -> found.add(reader.read(row)));
        return found;
    }

    static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static java.math.@Nullable BigDecimal number(ResultSet row, String column) throws SQLException {
        String written = row.getString(column);
        return written == null ? null : new java.math.BigDecimal(written);
    }

    static @Nullable Double real(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : (Double) value;
    }

    /** A decimal; null if it is not stated or the part is older than the column. */
    static @Nullable BigDecimal decimal(ResultSet row, String column) throws SQLException {
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            if (row.getMetaData().getColumnName(i).equals(column)) {
                String written = row.getString(i);
                return written == null ? null : new BigDecimal(written);
            }
        }
        return null;
    }

    static String must(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    /** A text as an SQL literal. */
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public void close() {
        try {
            engine.close();
        } catch (SQLException failed) {
            throw new StoreFailure(failed);
        }
    }
}
