package org.salus.people;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.salus.ledger.AccountId;
import org.salus.ledger.OrganisationId;
import org.salus.ledger.Role;
import org.salus.ledger.WorkspaceId;

/**
 * A one-time link as it is kept.
 *
 * @param account for whom it is, if it is for somebody we know
 * @param maker who made it; empty if it was made at the machine itself
 * @param taker who used it
 */
record Link(
        String id,
        Purpose purpose,
        Optional<AccountId> account,
        Optional<OrganisationId> organisation,
        Optional<WorkspaceId> workspace,
        Optional<Role> role,
        Optional<AccountId> maker,
        Instant made,
        Instant ends,
        State state,
        Optional<AccountId> taker) {
    private static final String END_RESETS =
            "UPDATE one_time_link SET state = 'withdrawn' WHERE purpose = 'reset' AND state = 'open'";

    /** What a link is for, and how long it lasts. */
    enum Purpose {
        /** Opens this program for somebody alone at the machine. */
        ENTER(Duration.ofMinutes(15)),
        /** Makes an administrator, offered at the machine itself. */
        FOUND(Duration.ofDays(1)),
        INVITE(Duration.ofDays(7)),
        /** Opens a workspace to somebody who has an account, and makes none. */
        JOIN(Duration.ofDays(7)),
        RESET(Duration.ofDays(1));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        Duration life() {
            return life;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum State {
        OPEN,
        /** Used, but what was promised with it is not done yet. */
        TAKEN,
        USED,
        WITHDRAWN;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Link fresh(Purpose purpose, Optional<AccountId> maker, Instant now) {
        return new Link(
                UUID.randomUUID().toString(),
                purpose,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                maker,
                now,
                now.plus(purpose.life()),
                State.OPEN,
                Optional.empty());
    }

    Link forAccount(AccountId whom) {
        return new Link(id, purpose, Optional.of(whom), organisation, workspace, role, maker, made, ends, state, taker);
    }

    Link into(Optional<OrganisationId> which, Optional<WorkspaceId> where, Optional<Role> as) {
        return new Link(id, purpose, account, which, where, as, maker, made, ends, state, taker);
    }

    /** Keeps the link and returns what opens it. */
    Secret keep(Connection connection) throws SQLException {
        Secret secret = Secret.fresh();
        Sql.change(
                connection,
                "INSERT INTO one_time_link (digest, id, purpose, account, organisation, workspace, role, maker, made, ends, state, taker)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                secret.digest(),
                id,
                purpose.code(),
                account,
                organisation,
                workspace,
                role.map(Role::code),
                maker,
                made,
                ends,
                state.code(),
                taker);
        return secret;
    }

    /**
     * The link that this opens.
     *
     * @param purposes what it may be for; the first is named where it is none of ours
     * @throws DeadLink if it opens nothing
     */
    static Link open(Connection connection, Secret secret, Instant now, Purpose... purposes) throws SQLException {
        Link link = Sql.find(
                        connection, Link::of, "SELECT * FROM one_time_link WHERE digest = ?", (Object) secret.digest())
                .filter(found -> java.util.Set.of(purposes).contains(found.purpose()))
                .orElseThrow(() -> new DeadLink(DeadLink.Why.UNKNOWN, purposes[0].code()));
        switch (link.state()) {
            case TAKEN, USED ->
                throw new DeadLink(DeadLink.Why.USED, link.purpose().code());
            case WITHDRAWN ->
                throw new DeadLink(DeadLink.Why.WITHDRAWN, link.purpose().code());
            case OPEN -> {
                if (!link.ends().isAfter(now)) {
                    throw new DeadLink(DeadLink.Why.EXPIRED, link.purpose().code());
                }
            }
        }
        return link;
    }

    /**
     * Uses it up. Of several who try at once one succeeds.
     *
     * @param next what it is from now on
     * @throws DeadLink for the others
     */
    void take(Connection connection, AccountId by, State next) throws SQLException {
        if (Sql.change(
                        connection,
                        "UPDATE one_time_link SET state = ?, taker = ? WHERE id = ? AND state = 'open'",
                        next.code(),
                        by,
                        id)
                == 0) {
            throw new DeadLink(DeadLink.Why.USED, purpose.code());
        }
    }

    /** Withdraws what was offered to this account as a new password. */
    static void endResetsOf(Connection connection, AccountId account) throws SQLException {
        Sql.change(connection, END_RESETS + " AND account = ?", account);
    }

    /** Withdraws what this account offered others as a new password. */
    static void endResetsBy(Connection connection, AccountId maker) throws SQLException {
        Sql.change(connection, END_RESETS + " AND maker = ?", maker);
    }

    static Link of(ResultSet row) throws SQLException {
        return new Link(
                row.getString("id"),
                Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                Sql.text(row, "account").map(AccountId::of),
                Sql.text(row, "organisation").map(OrganisationId::of),
                Sql.text(row, "workspace").map(WorkspaceId::of),
                Sql.text(row, "role").map(code -> Role.valueOf(code.toUpperCase(Locale.ROOT))),
                Sql.text(row, "maker").map(AccountId::of),
                Sql.instant(row, "made"),
                Sql.instant(row, "ends"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Sql.text(row, "taker").map(AccountId::of));
    }
}
