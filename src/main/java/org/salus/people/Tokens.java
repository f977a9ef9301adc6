package org.salus.people;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;

/** Tokens with which programs use the API in somebody's name. Shown once, when they are made. Safe for use by several threads. */
public final class Tokens {
    /** By which a lost token is recognised in a file or a log. */
    static final String MARK = "salus_";

    private static final int LONGEST_DAYS = 366;
    private static final Duration NOTED_EVERY = Duration.ofHours(1);

    private final Register register;
    private final Audit audit;

    Tokens(Register register, Audit audit) {
        this.register = register;
        this.audit = audit;
    }

    /** What a token allows. */
    public enum Scope {
        READ,
        WRITE,
        /** Read, write, and administer the server as long as its owner does. */
        ADMINISTER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The scope of that code.
         *
         * @throws Failure if there is none
         */
        public static Scope of(String code) {
            for (Scope scope : values()) {
                if (scope.code().equals(code)) {
                    return scope;
                }
            }
            throw Failure.wrongUse(Sentence.of("people.failure.unknown-scope", code));
        }

        /** What to call it. */
        public Sentence label() {
            return Sentence.of("people.scope." + code());
        }
    }

    /**
     * A token as its owner is told of it.
     *
     * @param used within an hour; empty if never
     */
    public record Token(
            String id, String name, Scope scope, Instant made, Instant ends, boolean revoked, Optional<Instant> used) {}

    /** A new token with its text, which is never told again. */
    public record Issued(Token token, Secret secret) {}

    /**
     * Makes a token.
     *
     * @param name by which its owner will know it
     * @param days how long it opens anything, at most 366
     * @throws Failure if the name or the time cannot be used, or whoever does not administer wants one that does
     */
    public Issued issue(SignedIn who, String name, Scope scope, int days) {
        who.mustBeHere();
        if (scope == Scope.ADMINISTER) {
            who.mustAdminister();
        }
        if (days < 1 || days > LONGEST_DAYS) {
            throw Failure.wrongUse(Sentence.of("people.failure.token-days", LONGEST_DAYS));
        }
        String shown = Names.shown(name);
        Secret secret = Secret.fresh().marked(MARK);
        return register.write((connection, now) -> {
            Token token = new Token(
                    Sessions.name(secret.digest()),
                    shown,
                    scope,
                    now,
                    now.plus(Duration.ofDays(days)),
                    false,
                    Optional.empty());
            audit.add(connection, Deed.What.TOKEN_MADE, who.id(), scope.code());
            Sql.change(
                    connection,
                    "INSERT INTO api_token (id, digest, account, name, scope, made, ends, revoked, used) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0)",
                    token.id(),
                    secret.digest(),
                    who.id(),
                    token.name(),
                    scope.code(),
                    token.made(),
                    token.ends());
            return new Issued(token, secret);
        });
    }

    /**
     * For how many days a token is asked, as somebody wrote it.
     *
     * @throws Failure if it is no number of days a token can last
     */
    public static int days(String written) {
        try {
            return Integer.parseInt(written.strip());
        } catch (NumberFormatException odd) {
            throw Failure.wrongUse(Sentence.of("people.failure.token-days", LONGEST_DAYS));
        }
    }

    /** Whose token this is, if it still opens anything. */
    public Optional<SignedIn> find(Secret secret) {
        byte[] digest = secret.digest();
        record Found(SignedIn who, boolean toBeNoted) {}
        Optional<Found> found = register.read((connection, now) -> {
            return Sql.find(
                    connection,
                    row -> new Found(
                            new SignedIn(
                                    Accounts.account(row),
                                    SignedIn.Way.TOKEN,
                                    Scope.of(row.getString("scope")) != Scope.READ,
                                    Scope.of(row.getString("scope")) == Scope.ADMINISTER,
                                    row.getString("token")),
                            Sql.instant(row, "used").plus(NOTED_EVERY).isBefore(now)),
                    "SELECT t.id AS token, t.scope, t.used, " + Accounts.COLUMNS + Accounts.FROM
                            + " JOIN api_token t ON t.account = a.id WHERE t.digest = ? AND t.revoked = 0 AND t.ends > ? AND a.closed = 0",
                    digest,
                    now);
        });
        if (found.isPresent() && found.get().toBeNoted() && register.isWritable()) {
            register.write((connection, now) -> {
                return Sql.change(connection, "UPDATE api_token SET used = ? WHERE digest = ?", now, digest);
            });
        }
        return found.map(Found::who);
    }

    /** The tokens of an account, the newest first. */
    public List<Token> list(AccountId account) {
        return register.read((connection, now) -> Sql.list(
                connection,
                Tokens::token,
                "SELECT * FROM api_token WHERE account = ? ORDER BY made DESC, id",
                account));
    }

    /**
     * Makes one of one's own tokens open nothing any more.
     *
     * @throws Failure if there is no such token
     */
    public void revoke(SignedIn who, String id) {
        register.write((connection, now) -> {
            audit.add(connection, Deed.What.TOKEN_REVOKED, who.id(), "");
            if (Sql.change(connection, "UPDATE api_token SET revoked = 1 WHERE id = ? AND account = ?", id, who.id())
                    == 0) {
                throw Failure.notFound(Sentence.of("people.failure.unknown-token"));
            }
            return 1;
        });
    }

    /** Tokens of an account that does not administer, or no longer: whoever has kept one must not administer when the account does once more. */
    static void endAdministering(Connection connection, AccountId account) throws SQLException {
        Sql.change(
                connection,
                "UPDATE api_token SET revoked = 1 WHERE account = ? AND scope = ?",
                account,
                Scope.ADMINISTER.code());
    }

    private static Token token(ResultSet row) throws SQLException {
        long used = row.getLong("used");
        return new Token(
                row.getString("id"),
                row.getString("name"),
                Scope.of(row.getString("scope")),
                Sql.instant(row, "made"),
                Sql.instant(row, "ends"),
                row.getInt("revoked") == 1,
                used == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(used)));
    }
}
