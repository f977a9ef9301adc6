package org.salus.ledger;

import java.sql.SQLException;

/** Carries a database's exception through code that cannot declare it, up to {@link Database}, which explains it. */
final class UncheckedSql extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UncheckedSql(SQLException cause) {
        super(cause);
    }
}
