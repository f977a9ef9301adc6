package org.salus.people;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time by which secrets and sessions end. It never goes back, also not when the machine's clock is set back or another process with a slow clock
 * asks: what has expired once stays expired. Safe for use by several threads.
 */
final class Watch {
    private final InstantSource clock;
    private final LongSupplier nanos;
    private Instant latest = Instant.EPOCH;
    private long seenNanos;

    Watch(InstantSource clock) {
        this(clock, System::nanoTime);
    }

    Watch(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.seenNanos = nanos.getAsLong();
    }

    /** The time of a transaction. */
    Instant now(Connection connection) throws SQLException {
        Instant kept = Sql.find(
                        connection,
                        row -> Instant.ofEpochMilli(row.getLong(1)),
                        "SELECT value FROM people_count WHERE name = 'latest'")
                .orElse(Instant.EPOCH);
        return later(kept);
    }

    /** The time of a transaction that writes; other processes will not fall behind it. */
    Instant mark(Connection connection) throws SQLException {
        Instant now = now(connection);
        Sql.change(
                connection,
                "INSERT INTO people_count (name, value) VALUES ('latest', ?) ON CONFLICT (name) DO UPDATE SET value = ?"
                        + " WHERE people_count.value < ?",
                now,
                now,
                now);
        return now;
    }

    /** What the machine's clock says; for the record only. */
    Instant wall() {
        return clock.instant();
    }

    private synchronized Instant later(Instant kept) {
        long passed = nanos.getAsLong();
        Instant next = latest.plus(Duration.ofNanos(passed - seenNanos));
        seenNanos = passed;
        for (Instant other : new Instant[] {clock.instant(), kept}) {
            if (other.isAfter(next)) {
                next = other;
            }
        }
        latest = next;
        return next;
    }
}
