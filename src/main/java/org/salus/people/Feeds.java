package org.salus.people;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.salus.ledger.AccountId;
import org.salus.ledger.WorkspaceId;

/**
 * Addresses under which a calendar of one workspace is fetched in somebody's name, by programs that can send no token: the secret stands in the address. It opens that calendar and nothing else, and
 * is shown once, when it is made. An account has one for a workspace at most: whoever makes another one withdraws the first. Safe for use by several threads.
 */
public final class Feeds {
    private final Register register;
    private final Audit audit;

    Feeds(Register register, Audit audit) {
        this.register = register;
        this.audit = audit;
    }

    /**
     * What a feed shows, and to whom.
     *
     * @param account whose it is: nothing is in it that this account may not read
     */
    public record Feed(AccountId account, WorkspaceId workspace, Instant made) {}

    /** Makes one; the one that was there before opens nothing any more. Its text is never told again. */
    public Secret make(SignedIn who, WorkspaceId workspace) {
        who.mustBeHere();
        Secret secret = Secret.fresh();
        return register.write((connection, now) -> {
            noted(connection, Deed.What.FEED_MADE, who, workspace);
            end(connection, who.id(), workspace);
            Sql.change(
                    connection,
                    "INSERT INTO calendar_feed (digest, account, workspace, made) VALUES (?, ?, ?, ?)",
                    secret.digest(),
                    who.id(),
                    workspace,
                    now);
            return secret;
        });
    }

    /** Makes one's own feed of a workspace open nothing any more; where there is none, that is so already. */
    public void withdraw(SignedIn who, WorkspaceId workspace) {
        who.mustBeHere();
        register.write((connection, now) -> {
            int ended = end(connection, who.id(), workspace);
            return ended == 0 ? 0 : noted(connection, Deed.What.FEED_WITHDRAWN, who, workspace);
        });
    }

    /** The owners of a workspace are told that something of it leaves, as they are of files. */
    private long noted(Connection connection, Deed.What what, SignedIn who, WorkspaceId workspace) throws SQLException {
        return audit.add(connection, what, Optional.of(who.id()), Optional.empty(), Optional.of(workspace), "");
    }

    /** Since when an account has a feed of a workspace; empty if it has none. */
    public Optional<Instant> since(AccountId account, WorkspaceId workspace) {
        return register.read((connection, now) -> {
            return Sql.find(
                    connection,
                    row -> Sql.instant(row, "made"),
                    "SELECT made FROM calendar_feed WHERE account = ? AND workspace = ?",
                    account,
                    workspace);
        });
    }

    /** What a secret opens, if it still opens anything. */
    public Optional<Feed> find(Secret secret) {
        return register.read((connection, now) -> {
            return Sql.find(
                    connection,
                    row -> new Feed(
                            AccountId.of(row.getString("account")),
                            WorkspaceId.of(row.getString("workspace")),
                            Sql.instant(row, "made")),
                    "SELECT f.account, f.workspace, f.made FROM calendar_feed f JOIN account a ON a.id = f.account"
                            + " WHERE f.digest = ? AND a.closed = 0",
                    secret.digest());
        });
    }

    /** Ends all of an account: who has their addresses by now nobody knows. */
    static int endAll(Connection connection, AccountId account) throws SQLException {
        return Sql.change(connection, "DELETE FROM calendar_feed WHERE account = ?", account);
    }

    private static int end(Connection connection, AccountId account, WorkspaceId workspace) throws SQLException {
        return Sql.change(
                connection, "DELETE FROM calendar_feed WHERE account = ? AND workspace = ?", account, workspace);
    }
}
