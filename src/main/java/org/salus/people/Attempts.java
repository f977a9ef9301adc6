package org.salus.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often somebody tried to sign in without success: per login as it was typed, whether there is such an account or not, and per address of the network.
 * Only digests of both are kept, and not for long.
 */
final class Attempts {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    /** After how many failures one has to wait. An address may be that of a whole office. */
    private enum Kind {
        LOGIN(5),
        ADDRESS(30);

        private final int free;

        Kind(int free) {
            this.free = free;
        }
    }

    private Attempts() {}

    /**
     * Counts an attempt as failed until it turns out well, so that many at once are no way around. To be called in a transaction of its own.
     *
     * @return how long to wait, if so; then nothing is counted
     */
    static Optional<Duration> begin(Connection connection, String login, String address, Instant now)
            throws SQLException {
        Sql.change(connection, "DELETE FROM attempt WHERE latest < ?", now.minus(FORGOTTEN_AFTER));
        byte[] one = subject(Kind.LOGIN, login);
        byte[] other = subject(Kind.ADDRESS, address);
        int failures = count(connection, one, now);
        int from = count(connection, other, now);
        Duration wait =
                max(wait(connection, one, failures, Kind.LOGIN, now), wait(connection, other, from, Kind.ADDRESS, now));
        if (!wait.isZero()) {
            return Optional.of(wait);
        }
        for (byte[] subject : new byte[][] {one, other}) {
            Sql.change(
                    connection,
                    "UPDATE attempt SET failures = failures + 1, latest = ? WHERE subject = ?",
                    now,
                    subject);
        }
        return Optional.empty();
    }

    /** It turned out well: the login begins anew, the address has one failure less. */
    static void succeeded(Connection connection, String login, String address) throws SQLException {
        forget(connection, login);
        Sql.change(connection, "UPDATE attempt SET failures = failures - 1 WHERE subject = ? AND failures > 0", (Object)
                subject(Kind.ADDRESS, address));
    }

    /** The login begins anew. */
    static void forget(Connection connection, String login) throws SQLException {
        Sql.change(connection, "DELETE FROM attempt WHERE subject = ?", (Object) subject(Kind.LOGIN, login));
    }

    private static int count(Connection connection, byte[] subject, Instant now) throws SQLException {
        Sql.change(
                connection,
                "INSERT INTO attempt (subject, failures, latest) VALUES (?, 0, ?) ON CONFLICT (subject) DO UPDATE SET failures = attempt.failures",
                subject,
                now);
        return Sql.find(connection, row -> row.getInt(1), "SELECT failures FROM attempt WHERE subject = ?", (Object)
                        subject)
                .orElse(0);
    }

    private static Duration wait(Connection connection, byte[] subject, int failures, Kind kind, Instant now)
            throws SQLException {
        if (failures < kind.free) {
            return Duration.ZERO;
        }
        Instant latest = Sql.find(
                        connection,
                        row -> Sql.instant(row, "latest"),
                        "SELECT latest FROM attempt WHERE subject = ?",
                        (Object) subject)
                .orElse(now);
        Duration whole = FIRST_WAIT.multipliedBy(1L << Math.min(failures - kind.free, 10));
        Duration rest = Duration.between(now, latest.plus(whole.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : whole));
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static byte[] subject(Kind kind, String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((kind + " " + text).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
