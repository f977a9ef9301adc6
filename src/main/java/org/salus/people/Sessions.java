package org.salus.people;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.salus.ledger.AccountId;

/** Who is signed in where. Kept on the server, so that a session can be ended here. Safe for use by several threads. */
public final class Sessions {
    /** A session in use is noted at most this often, so that reading stays reading. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private static final int NAME_BYTES = 8;

    private final Register register;
    private final Audit audit;
    private final SessionLimits limits;

    Sessions(Register register, Audit audit, SessionLimits limits) {
        this.register = register;
        this.audit = audit;
        this.limits = limits;
    }

    /**
     * A session as its owner is told of it.
     *
     * @param name to tell it from others; opens nothing
     * @param used within a minute
     */
    public record Session(String name, SignedIn.Way way, Instant began, Instant used) {}

    private record Found(SignedIn who, boolean toBeNoted) {}

    /** Whose session this is, if it still lasts. */
    public Optional<SignedIn> find(Secret secret) {
        byte[] digest = secret.digest();
        Optional<Found> found = register.read((connection, now) -> {
            return Sql.find(
                    connection,
                    row -> new Found(
                            new SignedIn(
                                    Accounts.account(row), SignedIn.Way.of(row.getString("way")), true, name(digest)),
                            Sql.instant(row, "used").plus(NOTED_EVERY).isBefore(now)),
                    "SELECT s.way, s.used, " + Accounts.COLUMNS + Accounts.FROM
                            + " JOIN session s ON s.account = a.id WHERE s.digest = ? AND a.closed = 0 AND s.used > ? AND s.began > ?",
                    digest,
                    now.minus(limits.idle()),
                    now.minus(limits.longest()));
        });
        if (found.isPresent() && found.get().toBeNoted() && register.isWritable()) {
            register.write((connection, now) -> {
                return Sql.change(
                        connection, "UPDATE session SET used = ? WHERE digest = ? AND used < ?", now, digest, now);
            });
        }
        return found.map(Found::who);
    }

    /** The sessions of an account that still last, the latest first. */
    public List<Session> list(AccountId account) {
        return register.read((connection, now) -> {
            return Sql.list(
                    connection,
                    Sessions::session,
                    "SELECT * FROM session WHERE account = ? AND used > ? AND began > ? ORDER BY used DESC",
                    account,
                    now.minus(limits.idle()),
                    now.minus(limits.longest()));
        });
    }

    /** Signs out. */
    public void end(SignedIn who) {
        end(who, who.session());
    }

    /** Ends one session of one's own, here or elsewhere. */
    public void end(SignedIn who, String name) {
        register.write((connection, now) -> {
            audit.add(connection, Deed.What.SIGNED_OUT, who.id(), "");
            int ended = 0;
            for (byte[] digest : Sql.list(
                    connection,
                    row -> row.getBytes("digest"),
                    "SELECT digest FROM session WHERE account = ?",
                    who.id())) {
                if (name(digest).equals(name)) {
                    ended += Sql.change(connection, "DELETE FROM session WHERE digest = ?", digest);
                }
            }
            return ended;
        });
    }

    /** Ends all sessions of an account everywhere. */
    public void endAll(AccountId actor, AccountId account) {
        register.write((connection, now) -> {
            audit.add(connection, Deed.What.SESSIONS_ENDED, actor, account);
            return endAll(connection, account);
        });
    }

    int endAll(Connection connection, AccountId account) throws SQLException {
        return Sql.change(connection, "DELETE FROM session WHERE account = ?", account);
    }

    /** Begins a session; what has ended meanwhile is swept away. */
    Secret open(Connection connection, AccountId account, SignedIn.Way way, Instant now) throws SQLException {
        audit.add(connection, Deed.What.SIGNED_IN, account, way.code());
        Sql.change(
                connection,
                "DELETE FROM session WHERE used <= ? OR began <= ?",
                now.minus(limits.idle()),
                now.minus(limits.longest()));
        Secret secret = Secret.fresh();
        Sql.change(
                connection,
                "INSERT INTO session (digest, account, way, began, used) VALUES (?, ?, ?, ?, ?)",
                secret.digest(),
                account,
                way.code(),
                now,
                now);
        return secret;
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                name(row.getBytes("digest")),
                SignedIn.Way.of(row.getString("way")),
                Sql.instant(row, "began"),
                Sql.instant(row, "used"));
    }

    static String name(byte[] digest) {
        return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
    }
}
