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
 *
 * <p>The count of an address falls by one a minute, and what turns out well leaves it as it was: an office behind one address is not slowed for what it
 * mistyped last week. Whoever has signed in from an address before is compared there even while the login or the address has to wait, as often as a login may
 * fail; so nobody keeps the owner out by guessing.
 */
final class Attempts {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    /** How long a login is known at an address after it last came in from there. */
    private static final Duration KNOWN_FOR = Duration.ofDays(30);

    /** So many failures beyond the free ones wait the longest; more are not counted, so that what has to fall can. */
    private static final int MOST_BEYOND = 8;

    /** After how many failures one has to wait, and how many are forgiven a minute. An address may be that of a whole office. */
    private enum Kind {
        LOGIN(5, 0),
        ADDRESS(30, 1),
        /** Of a login at an address where it is known, while others have to wait. */
        AT_HOME(5, 0);

        private final int free;
        private final int forgivenPerMinute;

        Kind(int free, int forgivenPerMinute) {
            this.free = free;
            this.forgivenPerMinute = forgivenPerMinute;
        }
    }

    /**
     * An attempt that has begun.
     *
     * @param rest how long to wait; zero if not
     * @param isCompared whether the password counts: where nobody has to wait, and where the login is known
     * @param began when
     * @param addressFallsSince since when the count of the address had not fallen, before this; empty if this is not counted of it
     */
    record Begun(
            String login,
            String address,
            Duration rest,
            boolean isCompared,
            Instant began,
            Optional<Instant> addressFallsSince) {
        /** Whether one has to wait, as far as can be told without the right password. */
        boolean isSlowed() {
            return !rest.isZero();
        }
    }

    /** Failures, and when the latest was. */
    record Counted(int failures, Instant latest) {
        private static final Counted NONE = new Counted(0, Instant.EPOCH);

        /** With what is forgiven until now. */
        private Counted cooled(Kind kind, Instant now) {
            return new Counted((int) Math.max(0, failures - minutes(now) * kind.forgivenPerMinute), latest);
        }

        /** From when on the next minute counts. */
        private Instant fallsSince(Instant now) {
            return latest.plus(Duration.ofMinutes(minutes(now)));
        }

        private long minutes(Instant now) {
            return Math.max(0, Duration.between(latest, now).toMinutes());
        }

        private Duration rest(Kind kind, Instant now) {
            if (failures < kind.free) {
                return Duration.ZERO;
            }
            Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(failures - kind.free, MOST_BEYOND));
            Duration whole = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
            Duration rest = Duration.between(now, latest.plus(whole));
            return rest.isNegative() ? Duration.ZERO : rest;
        }
    }

    private Attempts() {}

    /** Counts an attempt as failed until it turns out well, so that many at once are no way around. To be called in a transaction of its own. */
    static Begun begin(Connection connection, String login, String address, Instant now) throws SQLException {
        Sql.change(connection, "DELETE FROM attempt WHERE latest < ?", now.minus(FORGOTTEN_AFTER));
        byte[] one = subject(Kind.LOGIN, login);
        byte[] other = subject(Kind.ADDRESS, address);
        Counted byLogin = count(connection, one, now).cooled(Kind.LOGIN, now);
        Counted before = count(connection, other, now);
        Counted byAddress = before.cooled(Kind.ADDRESS, now);
        Duration rest = max(byLogin.rest(Kind.LOGIN, now), byAddress.rest(Kind.ADDRESS, now));
        if (rest.isZero()) {
            raise(connection, one, byLogin, Kind.LOGIN, now);
            raise(connection, other, byAddress, Kind.ADDRESS, now);
            return new Begun(login, address, rest, true, now, Optional.of(before.fallsSince(now)));
        }
        byte[] atHome = subject(Kind.AT_HOME, login + " " + address);
        boolean isCompared = isKnown(connection, login, address);
        if (isCompared) {
            Counted own = count(connection, atHome, now);
            isCompared = own.rest(Kind.AT_HOME, now).isZero();
            if (isCompared) {
                raise(connection, atHome, own, Kind.AT_HOME, now);
            }
        }
        return new Begun(login, address, rest, isCompared, now, Optional.empty());
    }

    /** It turned out well: the login begins anew and is known here, the address is as it was. */
    static void succeeded(Connection connection, Begun attempt, Instant now) throws SQLException {
        forget(connection, attempt.login());
        String both = attempt.login() + " " + attempt.address();
        Sql.change(connection, "DELETE FROM attempt WHERE subject = ?", (Object) subject(Kind.AT_HOME, both));
        if (attempt.addressFallsSince().isPresent()) {
            byte[] subject = subject(Kind.ADDRESS, attempt.address());
            Sql.change(
                    connection,
                    "UPDATE attempt SET latest = ? WHERE subject = ? AND latest = ?",
                    attempt.addressFallsSince(),
                    subject,
                    attempt.began());
            Sql.change(
                    connection,
                    "UPDATE attempt SET failures = failures - 1 WHERE subject = ? AND failures > 0",
                    (Object) subject);
        }
        // Rows go a day after their latest; this one stays as long as the login is known.
        Sql.change(
                connection,
                "INSERT INTO attempt (subject, failures, latest) VALUES (?, 0, ?) ON CONFLICT (subject) DO UPDATE SET latest = excluded.latest",
                known(both),
                now.plus(KNOWN_FOR).minus(FORGOTTEN_AFTER));
    }

    /** The login begins anew. */
    static void forget(Connection connection, String login) throws SQLException {
        Sql.change(connection, "DELETE FROM attempt WHERE subject = ?", (Object) subject(Kind.LOGIN, login));
    }

    private static boolean isKnown(Connection connection, String login, String address) throws SQLException {
        return Sql.find(connection, row -> row.getInt(1), "SELECT failures FROM attempt WHERE subject = ?", (Object)
                        known(login + " " + address))
                .isPresent();
    }

    private static Counted count(Connection connection, byte[] subject, Instant now) throws SQLException {
        Sql.change(
                connection,
                "INSERT INTO attempt (subject, failures, latest) VALUES (?, 0, ?) ON CONFLICT (subject) DO UPDATE SET failures = attempt.failures",
                subject,
                now);
        return Sql.find(
                        connection,
                        row -> new Counted(row.getInt("failures"), Sql.instant(row, "latest")),
                        "SELECT failures, latest FROM attempt WHERE subject = ?",
                        (Object) subject)
                .orElse(Counted.NONE);
    }

    private static void raise(Connection connection, byte[] subject, Counted counted, Kind kind, Instant now)
            throws SQLException {
        Sql.change(
                connection,
                "UPDATE attempt SET failures = ?, latest = ? WHERE subject = ?",
                Math.min(counted.failures() + 1, kind.free + MOST_BEYOND),
                now,
                subject);
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static byte[] subject(Kind kind, String text) {
        return digest(kind + " " + text);
    }

    private static byte[] known(String loginAndAddress) {
        return digest("KNOWN " + loginAndAddress);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
