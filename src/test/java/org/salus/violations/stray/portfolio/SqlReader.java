package org.salus.violations.stray.portfolio;

import java.sql.Connection;
import java.sql.SQLException;

/** Asks a database outside the stores. */
record SqlReader(Connection connection) {
    boolean isOpen() throws SQLException {
        return !connection.isClosed();
    }
}
