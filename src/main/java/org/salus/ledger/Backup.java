package org.salus.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * A backup of everything in a database, of every room, as one SQLite file, whatever the database is. It is made while others read and write, of one moment;
 * restoring replaces everything in one transaction.
 */
public final class Backup {
    private static final int ROWS_AT_ONCE = 500;

    private Backup() {}

    /**
     * Makes a backup.
     *
     * @return how many rows it has
     * @throws Failure if the file exists or cannot be written
     */
    public static long make(Database database, Path file) {
        try (Unfinished unfinished = new Unfinished(file)) {
            long rows;
            try (Database backup = Database.travelling(unfinished.file())) {
                database.schemas().forEach(backup::bring);
                rows = database.read(from -> backup.write(to -> copy(from, to, database)));
            }
            unfinished.finish();
            return rows;
        }
    }

    /**
     * Replaces everything in a database by what a backup holds. Who works on it meanwhile sees the restored state with the next answer.
     *
     * @return how many rows there are now
     * @throws Failure if the file is no backup, or was made by a newer program
     */
    public static long restore(Path file, Database database) {
        if (!Files.exists(file)) {
            throw Failure.notFound(Sentence.of("ledger.failure.copy-missing", file.toString()));
        }
        try (Database backup = Database.travelling(file)) {
            if (Copy.isCopy(file)) {
                throw Failure.wrongUse(Sentence.of("ledger.failure.no-backup", file.toString()));
            }
            long rows = backup.read(from -> database.write(to -> {
                if (schemas(from, backup).isEmpty()) {
                    throw Failure.wrongUse(Sentence.of("ledger.failure.no-backup", file.toString()));
                }
                if (!schemas(from, backup).equals(schemas(to, database))) {
                    throw Failure.wrongUse(Sentence.of("ledger.failure.other-backup", file.toString()));
                }
                database.hold(to);
                return copy(from, to, backup);
            }));
            database.forgetDeleted();
            return rows;
        }
    }

    private static List<String> schemas(Connection connection, Database database) throws SQLException {
        List<String> found = new ArrayList<>();
        if (database.tables(connection).contains("salus_schema")) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT room, version FROM salus_schema ORDER BY room")) {
                while (rows.next()) {
                    found.add(rows.getString(1) + " " + rows.getInt(2));
                }
            }
        }
        return found;
    }

    private static long copy(Connection from, Connection to, Database source) throws SQLException {
        long rows = 0;
        for (String table : source.tables(from)) {
            rows += copy(from, to, table);
        }
        return rows;
    }

    private static long copy(Connection from, Connection to, String table) throws SQLException {
        try (Statement clear = to.createStatement()) {
            clear.executeUpdate("DELETE FROM " + table);
        }
        long rows = 0;
        try (Statement ask = from.createStatement()) {
            ask.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet found = ask.executeQuery("SELECT * FROM " + table)) {
                int columns = found.getMetaData().getColumnCount();
                String places = String.join(", ", Collections.nCopies(columns, "?"));
                try (PreparedStatement insert =
                        to.prepareStatement("INSERT INTO " + table + " VALUES (" + places + ")")) {
                    while (found.next()) {
                        for (int i = 1; i <= columns; i++) {
                            insert.setObject(i, found.getObject(i));
                        }
                        insert.addBatch();
                        if (++rows % ROWS_AT_ONCE == 0) {
                            insert.executeBatch();
                        }
                    }
                    insert.executeBatch();
                }
            }
        }
        return rows;
    }
}
