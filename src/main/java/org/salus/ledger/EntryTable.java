package org.salus.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The two tables of a ledger, and how they are asked. SQL that SQLite and PostgreSQL both understand. */
final class EntryTable {
    /** So few payloads are fetched one by one; of more, all are looked through, which is quicker. */
    private static final int FEW = 400;

    private final WorkspaceId workspace;

    EntryTable(WorkspaceId workspace) {
        this.workspace = workspace;
    }

    /** A row of the table of entries: which id it is kept under, and the bytes. */
    static final class Row {
        private final long place;
        private final Digest id;
        private final byte[] written;

        Row(long place, Digest id, byte[] written) {
            this.place = place;
            this.id = id;
            this.written = written;
        }

        long place() {
            return place;
        }

        Digest id() {
            return id;
        }

        byte[] written() {
            return written;
        }
    }

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
        static final Head NONE = new Head(0, new Digest(0, 0, 0, 0));
    }

    Head head(Connection connection) throws SQLException {
        return head(connection, "SELECT entries, newest FROM workspace WHERE id = ?");
    }

    /** The same, and nobody else may add one until this transaction ends. In a file that is so for every transaction that writes. */
    Head headHeld(Connection connection, boolean server) throws SQLException {
        return head(connection, "SELECT entries, newest FROM workspace WHERE id = ?" + (server ? " FOR UPDATE" : ""));
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
                        && java.util.Arrays.equals(
                                row.getBytes(1), head.newest().bytes());
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
                byte[] newest = row.getBytes(2);
                return new Head(row.getLong(1), newest == null ? Head.NONE.newest() : Digest.ofBytes(newest));
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

    void setHead(Connection connection, Head head) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE workspace SET entries = ?, newest = ? WHERE id = ?")) {
            update.setLong(1, head.entries());
            update.setBytes(2, head.newest().bytes());
            update.setString(3, workspace.toString());
            update.executeUpdate();
        }
    }

    /** The entries from that place on, in their order. */
    List<Row> from(Connection connection, long place) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(
                "SELECT place, id, written FROM entry WHERE workspace = ? AND place >= ? ORDER BY place")) {
            ask.setString(1, workspace.toString());
            ask.setLong(2, place);
            ask.setFetchSize(1000);
            try (ResultSet rows = ask.executeQuery()) {
                List<Row> found = new ArrayList<>();
                while (rows.next()) {
                    byte[] id = rows.getBytes(2);
                    byte[] written = rows.getBytes(3);
                    found.add(new Row(
                            rows.getLong(1),
                            id.length == Digest.BYTES ? Digest.ofBytes(id) : new Digest(0, 0, 0, 0),
                            written));
                }
                return found;
            }
        }
    }

    void add(Connection connection, long place, Entry entry) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO entry (workspace, place, id, written) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, workspace.toString());
            insert.setLong(2, place);
            insert.setBytes(3, entry.id().bytes());
            insert.setBytes(4, entry.written(workspace));
            insert.executeUpdate();
        }
    }

    void add(Connection connection, Map<Digest, byte[]> kept) throws SQLException {
        if (kept.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO payload (workspace, digest, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
            for (Map.Entry<Digest, byte[]> payload : kept.entrySet()) {
                insert.setString(1, workspace.toString());
                insert.setBytes(2, payload.getKey().bytes());
                insert.setBytes(3, payload.getValue());
                insert.addBatch();
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

    /** Those of these payloads that are here, as they are kept. */
    Map<Digest, byte[]> payloads(Connection connection, Collection<Digest> wanted) throws SQLException {
        Map<Digest, byte[]> found = new HashMap<>();
        if (wanted.size() > FEW) {
            forEachPayload(connection, (digest, body) -> {
                if (wanted.contains(digest)) {
                    found.put(digest, body);
                }
            });
            return found;
        }
        try (PreparedStatement ask =
                connection.prepareStatement("SELECT body FROM payload WHERE workspace = ? AND digest = ?")) {
            for (Digest digest : wanted) {
                ask.setString(1, workspace.toString());
                ask.setBytes(2, digest.bytes());
                try (ResultSet row = ask.executeQuery()) {
                    if (row.next()) {
                        found.put(digest, row.getBytes(1));
                    }
                }
            }
        }
        return found;
    }

    /** Every payload that is here. */
    void forEachPayload(Connection connection, BiConsumer<Digest, byte[]> use) throws SQLException {
        try (PreparedStatement ask =
                connection.prepareStatement("SELECT digest, body FROM payload WHERE workspace = ? ORDER BY digest")) {
            ask.setString(1, workspace.toString());
            ask.setFetchSize(1000);
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    byte[] digest = rows.getBytes(1);
                    if (digest.length == Digest.BYTES) {
                        use.accept(Digest.ofBytes(digest), rows.getBytes(2));
                    }
                }
            }
        }
    }
}
