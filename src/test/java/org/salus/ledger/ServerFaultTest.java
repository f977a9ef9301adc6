package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.framework.Failure;

/** A database server that goes away or writes nothing while somebody works on it. */
class ServerFaultTest {
    @TempDir
    private Path folder;

    private static void failsWith(String key, Database database, String... commands) {
        assertThatThrownBy(() -> database.write(connection -> run(connection, commands)))
                .isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.sentence().key()).isEqualTo(key);
                    assertThat(failure.advice()).isPresent();
                });
    }

    private static boolean run(Connection connection, String... commands) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
            return true;
        }
    }

    @Test
    void a_server_that_ends_a_connection_is_said_not_to_answer_and_is_asked_anew_by_whoever_comes_next() {
        try (Database database = Store.SERVER.place(folder).open()) {
            failsWith(
                    "ledger.failure.away",
                    database,
                    "CREATE TABLE begun (one INTEGER)",
                    "SELECT pg_terminate_backend(pg_backend_pid())");

            // What was begun is not there, or it could not be made again.
            assertThat(database.<Boolean>write(connection -> run(connection, "CREATE TABLE begun (one INTEGER)")))
                    .isTrue();
        }
    }

    @Test
    void a_server_that_only_reads_is_said_to_be_one() {
        try (Database database = Store.SERVER.place(folder).open()) {
            failsWith(
                    "ledger.failure.read-only",
                    database,
                    "SET TRANSACTION READ ONLY",
                    "CREATE TABLE never (one INTEGER)");
        }
    }
}
