package org.salus.evidence;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/** Opens the columnar store's engine. It may never install or load an extension: that would call out. */
final class Duck {
    private Duck() {}

    /** An engine that answers from parts. */
    static DuckDBConnection open() throws SQLException {
        return open(new Properties(), "1GB");
    }

    /** An engine that writes one part. What it has written to disk leaves its memory, so that large files take no more of it than middling ones. */
    static DuckDBConnection openToWrite(Path work) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("temp_directory", work.resolve("spilled").toString());
        return open(settings, "200MB");
    }

    private static DuckDBConnection open(Properties settings, String memory) throws SQLException {
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        settings.setProperty("memory_limit", memory);
        settings.setProperty("preserve_insertion_order", "true");
        return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
    }

    /** A path as an SQL text. */
    static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
