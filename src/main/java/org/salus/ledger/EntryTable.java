package org.salus.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The two tables of a ledger, and how they are asked. SQL that SQLite and PostgreSQL both understand. */
final class EntryTable {
    /** So few payloads are fetched one by one; of more, all are looked through, which is quicker. */
    private static final int FEW = 400;

    /** One part in so many is a good part. */
    private static final int MOST = 4;

    private static final int ROWS_AT_ONCE = 1000;

    /** What is read is let go soon, so that not all of it is in memory at once. */
    private static final int ENTRIES_AT_ONCE = 4096;

    private static final byte[] NOTHING = {};

    private final WorkspaceId workspace;

    EntryTable(WorkspaceId workspace) {
        this.workspace = workspace;
    }

    /** A row of the table of entries: which id it is kept under, and the bytes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(long place, Digest id, byte[] written) {}

    static List<WorkspaceId> workspaces(Connection connection) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement("SELECT id FROM workspace ORDER BY id");
                ResultSet rows = ask.executeQuery()) {
            List<WorkspaceId> found = new ArrayList<>();
            while (rows.next()) {
                found.add(WorkspaceId.of(rows.getString(1)));
            }
            return found;
        }
    }

    /**
     * Where a workspace stands.
     *
     * @param entries how many it has; 0 if it does not exist
     * @param newest the entry in the last place
     */
    record Head(long entries, Digest newest) {
        static final Head NONE = new Head(0, Digest.NONE);
    }

    Head head(Connection connection) throws SQLException {
        return head(connection, "SELECT entries, newest FROM workspace WHERE id = ?");
    }

    /** The same, and nobody else may add one until this transaction ends. In a file that is so for every transaction that writes. */
    Head headHeld(Connection connection, boolean server) throws SQLException {
        String question = "SELECT entries, newest FROM workspace WHERE id = ?" + (server ? " FOR UPDATE" : "");
        Head held = head(connection, question);
        // Who waited while everything was replaced by a backup finds the row gone that it waited for, and another one
        // there.
        return held.equals(Head.NONE) ? head(connection, question) : held;
    }

    /** Whether the entry in the last place of that head is the one it names. */
    boolean isAt(Connection connection, Head head) throws SQLException {
        if (head.entries() == 0) {
            return true;
        }
        try (PreparedStatement ask =
                connection.prepareStatement("SELECT id FROM entry WHERE workspace = ? AND place = ?")) {
            ask.setString(1, workspace.toString());
            ask.setLong(2, head.entries() - 1);
            try (ResultSet row = ask.executeQuery()) {
                return row.next()
                        && Arrays.equals(row.getBytes(1), head.newest().bytes());
            }
        }
    }

    private Head head(Connection connection, String question) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(question)) {
            ask.setString(1, workspace.toString());
            try (ResultSet row = ask.executeQuery()) {
                if (!row.next()) {
                    return Head.NONE;
                }
                byte[] newest = bytes(row, 2);
                return new Head(
                        row.getLong(1), newest.length == Digest.BYTES ? Digest.ofBytes(newest) : Head.NONE.newest());
            }
        }
    }

    void found(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO workspace (id, entries) VALUES (?, 0)")) {
            insert.setString(1, workspace.toString());
            insert.executeUpdate();
        }
    }

    /** Moves the head on; whoever holds it finds it where it was. */
    void moveHead(Connection connection, Head from, Head to) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE workspace SET entries = ?, newest = ? WHERE id = ? AND entries = ?")) {
            update.setLong(1, to.entries());
            update.setBytes(2, to.newest().bytes());
            update.setString(3, workspace.toString());
            update.setLong(4, from.entries());
            if (update.executeUpdate() != 1) {
                throw new SQLException("The workspace was replaced meanwhile");
            }
        }
    }

    /** The bytes in a column in which there always are some; of a damaged row nothing can be said, and it has none. */
    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        byte[] kept = row.getBytes(column);
        return kept == null ? NOTHING : kept;
    }

    /** The entries from that place on, in their order. */
    List<Row> from(Connection connection, long place) throws SQLException {
        List<Row> all = new ArrayList<>();
        from(connection, place, all::addAll);
        return all;
    }

    /**
     * The entries from that place on, in their order.
     *
     * @param use is given some at a time
     */
    void from(Connection connection, long place, Consumer<List<Row>> use) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(
                "SELECT place, id, written FROM entry WHERE workspace = ? AND place >= ? ORDER BY place")) {
            ask.setString(1, workspace.toString());
            ask.setLong(2, place);
            ask.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = ask.executeQuery()) {
                List<Row> found = new ArrayList<>();
                while (rows.next()) {
                    byte[] id = bytes(rows, 2);
                    byte[] written = bytes(rows, 3);
                    found.add(new Row(
                            rows.getLong(1), id.length == Digest.BYTES ? Digest.ofBytes(id) : Digest.NONE, written));
                    if (found.size() == ENTRIES_AT_ONCE) {
                        use.accept(found);
                        found = new ArrayList<>(ENTRIES_AT_ONCE);
                    }
                }
                use.accept(found);
            }
        }
    }

    /** Adds entries, the first at that place. */
    void add(Connection connection, long place, List<Entry> entries) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO entry (workspace, place, id, written) VALUES (?, ?, ?, ?)")) {
            long next = place;
            for (Entry entry : entries) {
                insert.setString(1, workspace.toString());
                insert.setLong(2, next++);
                insert.setBytes(3, entry.id().bytes());
                insert.setBytes(4, entry.written(workspace));
                insert.addBatch();
                if (next % ROWS_AT_ONCE == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** A checkpoint as it is kept: up to which entry it goes, and its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Kept(Head head, byte[] body) {}

    Optional<Kept> checkpoint(Connection connection) throws SQLException {
        try (PreparedStatement ask =
                connection.prepareStatement("SELECT entries, newest, body FROM checkpoint WHERE workspace = ?")) {
            ask.setString(1, workspace.toString());
            try (ResultSet row = ask.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                byte[] newest = bytes(row, 2);
                return newest.length == Digest.BYTES
                        ? Optional.of(new Kept(new Head(row.getLong(1), Digest.ofBytes(newest)), bytes(row, 3)))
                        : Optional.empty();
            }
        }
    }

    /** How many entries the checkpoint goes up to; 0 if there is none. */
    long checkpointed(Connection connection) throws SQLException {
        try (PreparedStatement ask =
                connection.prepareStatement("SELECT entries FROM checkpoint WHERE workspace = ?")) {
            ask.setString(1, workspace.toString());
            try (ResultSet row = ask.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    void keep(Connection connection, Kept checkpoint) throws SQLException {
        forgetCheckpoint(connection);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO checkpoint (workspace, entries, newest, body) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, workspace.toString());
            insert.setLong(2, checkpoint.head().entries());
            insert.setBytes(3, checkpoint.head().newest().bytes());
            insert.setBytes(4, checkpoint.body());
            insert.executeUpdate();
        }
    }

    void forgetCheckpoint(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM checkpoint WHERE workspace = ?")) {
            delete.setString(1, workspace.toString());
            delete.executeUpdate();
        }
    }

    void add(Connection connection, Map<Digest, byte[]> kept) throws SQLException {
        if (kept.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO payload (workspace, digest, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
            int rows = 0;
            for (Map.Entry<Digest, byte[]> payload : kept.entrySet()) {
                insert.setString(1, workspace.toString());
                insert.setBytes(2, payload.getKey().bytes());
                insert.setBytes(3, payload.getValue());
                insert.addBatch();
                if (++rows % ROWS_AT_ONCE == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    void erase(Connection connection, Collection<Digest> payloads) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM payload WHERE workspace = ? AND digest = ?")) {
            for (Digest payload : payloads) {
                delete.setString(1, workspace.toString());
                delete.setBytes(2, payload.bytes());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    /** Those of these payloads that are not found where they are looked for one by one. */
    List<Digest> notFound(Connection connection, Collection<Digest> payloads) throws SQLException {
        List<Digest> missing = new ArrayList<>();
        try (PreparedStatement ask =
                connection.prepareStatement("SELECT 1 FROM payload WHERE workspace = ? AND digest = ?")) {
            for (Digest digest : payloads) {
                ask.setString(1, workspace.toString());
                ask.setBytes(2, digest.bytes());
                try (ResultSet row = ask.executeQuery()) {
                    if (!row.next()) {
                        missing.add(digest);
                    }
                }
            }
        }
        return missing;
    }

    /** Those of these payloads that are here, as they are kept. */
    Map<Digest, byte[]> payloads(Connection connection, Collection<Digest> wanted) throws SQLException {
        Map<Digest, byte[]> found = new HashMap<>();
        if (wanted.size() > FEW) {
            Collection<Digest> all = wanted instanceof Set ? wanted : new HashSet<>(wanted);
            // The index names payloads in the order of their digests, which is none on the disk: where most of them are
            // wanted it is five times as quick to go through the table itself.
            String which = isMostOfAll(connection) ? "workspace || '' = ?" : "workspace = ?";
            forEachPayload(connection, which, all::contains, found::put);
            return found;
        }
        try (PreparedStatement ask =
                connection.prepareStatement("SELECT body FROM payload WHERE workspace = ? AND digest = ?")) {
            for (Digest digest : wanted) {
                ask.setString(1, workspace.toString());
                ask.setBytes(2, digest.bytes());
                try (ResultSet row = ask.executeQuery()) {
                    if (row.next()) {
                        found.put(digest, bytes(row, 1));
                    }
                }
            }
        }
        return found;
    }

    /** How many payloads there are. */
    long countOfPayloads(Connection connection) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement("SELECT COUNT(*) FROM payload WHERE workspace = ?")) {
            ask.setString(1, workspace.toString());
            try (ResultSet row = ask.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** The digests under which payloads are kept. */
    List<Digest> namesOfPayloads(Connection connection) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement("SELECT digest FROM payload WHERE workspace = ?")) {
            ask.setString(1, workspace.toString());
            ask.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = ask.executeQuery()) {
                List<Digest> names = new ArrayList<>();
                while (rows.next()) {
                    byte[] name = bytes(rows, 1);
                    names.add(name.length == Digest.BYTES ? Digest.ofBytes(name) : Digest.NONE);
                }
                return names;
            }
        }
    }

    /** Whether a good part of what is in the database belongs to this workspace. In fractions, which do not overflow: the head of another one may be damaged. */
    private boolean isMostOfAll(Connection connection) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(
                "SELECT SUM(entries * 1.0), SUM(CASE WHEN id = ? THEN entries * 1.0 ELSE 0.0 END) FROM workspace")) {
            ask.setString(1, workspace.toString());
            try (ResultSet row = ask.executeQuery()) {
                return row.next() && row.getDouble(1) <= MOST * row.getDouble(2);
            }
        }
    }

    /** Every payload as the index names it: whoever looks for damage meets that of the index and of the table. */
    void forEachPayload(Connection connection, BiConsumer<Digest, byte[]> use) throws SQLException {
        forEachPayload(connection, "workspace = ?", every -> true, use);
    }

    private void forEachPayload(
            Connection connection, String which, Predicate<Digest> wanted, BiConsumer<Digest, byte[]> use)
            throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement("SELECT digest, body FROM payload WHERE " + which)) {
            ask.setString(1, workspace.toString());
            ask.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    byte[] name = bytes(rows, 1);
                    Digest digest = name.length == Digest.BYTES ? Digest.ofBytes(name) : Digest.NONE;
                    if (wanted.test(digest)) {
                        use.accept(digest, bytes(rows, 2));
                    }
                }
            }
        }
    }
}
