package org.salus.people;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.salus.ledger.Database;

/**
 * The database together with the time. A transaction that writes first moves the time on; so all of them, in all processes, take their turns, and none
 * waits for another that waits for it.
 */
record Register(Database database, Watch watch) {
    /** What is done in a transaction, at the time that {@link Watch} tells. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection, Instant now) throws SQLException;
    }

    <T> T read(Work<T> work) {
        return database.read(connection -> work.with(connection, watch.now(connection)));
    }

    <T> T write(Work<T> work) {
        return database.write(connection -> work.with(connection, watch.mark(connection)));
    }

    /** Whether the medium allows to write. */
    boolean isWritable() {
        return database.manner() != Database.Manner.READ_ONLY;
    }
}
