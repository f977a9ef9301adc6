package org.salus.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;

/** What workspaces are kept in: tests run on each. Both are real; of the server there is one in a virtual machine, with a schema for each test. */
public enum Store {
    FILE {
        @Override
        public Place place(Path folder) {
            return new Place(this, folder.resolve("salus.db").toString());
        }

        @Override
        Database open(String address) {
            return Database.file(Path.of(address));
        }
    },

    SERVER {
        @Override
        public Place place(Path folder) {
            return new Place(this, Server.schema());
        }

        @Override
        Database open(String address) {
            return Database.postgres(address, Optional.empty(), Optional.empty());
        }
    };

    /** A place nobody else uses. */
    public abstract Place place(Path folder);

    abstract Database open(String address);

    /**
     * Where a database is: it can be opened several times, as several processes do.
     *
     * @param address the path of the file, or the URL of the schema
     */
    public record Place(Store store, String address) {
        public Database open() {
            return store.open(address);
        }
    }

    /** The server of this virtual machine. */
    static final class Server {
        private static final EmbeddedPostgres RUNNING = start();

        private Server() {}

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        server.close();
                    } catch (IOException gone) {
                        return;
                    }
                }));
                return server;
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        }

        static String schema() {
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = RUNNING.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA " + name);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            return RUNNING.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + name;
        }

        /** Where it keeps its files. */
        static Path folder() {
            try (Connection connection = RUNNING.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT");
                try (ResultSet answer = statement.executeQuery("SHOW data_directory")) {
                    answer.next();
                    return Path.of(answer.getString(1));
                }
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
