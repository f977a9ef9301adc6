package org.salus.people;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;

/** Somebody alone at a machine of their own: one account without a password, entered by one-time links. Safe for use by several threads. */
public final class Alone {
    private final Register register;
    private final Audit audit;
    private final Sessions sessions;

    Alone(Register register, Audit audit, Sessions sessions) {
        this.register = register;
        this.audit = audit;
        this.sessions = sessions;
    }

    /**
     * The account; it is made once, and all who use this database agree on it.
     *
     * @throws Failure if it is not made yet and there are a team's accounts: nobody works alone there
     */
    public AccountId account() {
        Optional<AccountId> known = register.read((connection, now) -> find(connection));
        return known.isPresent() ? known.get() : register.write((connection, now) -> account(connection, now));
    }

    /**
     * The account, where it is known from elsewhere who that is, as the member for whom a copy was made. If there is one already, it stays who it is.
     */
    public AccountId account(AccountId known) {
        return register.write((connection, now) -> account(connection, known, now));
    }

    /** A new link that opens the program once, within a quarter of an hour. */
    public Secret link() {
        return register.write((connection, now) -> {
            AccountId account = account(connection, now);
            audit.add(connection, Deed.What.LINK_MADE, account, Link.Purpose.ENTER.code());
            Sql.change(
                    connection,
                    "DELETE FROM one_time_link WHERE purpose = 'enter' AND ends < ?",
                    now.minus(Link.Purpose.INVITE.life()));
            return Link.fresh(Link.Purpose.ENTER, Optional.empty(), now)
                    .forAccount(account)
                    .keep(connection);
        });
    }

    /**
     * Uses up a link and begins a session.
     *
     * @throws DeadLink if it opens nothing
     */
    public Secret enter(Secret link) {
        return register.write((connection, now) -> {
            Link open = Link.open(connection, link, now, Link.Purpose.ENTER);
            AccountId account = open.account().orElseThrow();
            open.take(connection, account, Link.State.USED);
            return sessions.open(connection, account, SignedIn.Way.LINK, now);
        });
    }

    private AccountId account(Connection connection, Instant now) throws SQLException {
        return account(connection, AccountId.fresh(), now);
    }

    private AccountId account(Connection connection, AccountId fresh, Instant now) throws SQLException {
        Optional<AccountId> known = find(connection);
        if (known.isPresent()) {
            return known.get();
        }
        if (Sql.find(connection, row -> 1, "SELECT 1 FROM account LIMIT 1").isPresent()) {
            throw Failure.wrongUse(Sentence.of("people.alone.team")).advising(Sentence.of("people.alone.team.advice"));
        }
        AccountId made = Accounts.make(
                connection,
                fresh,
                Optional.empty(),
                Wording.english().say(Sentence.of("people.alone.name")),
                Optional.empty(),
                true,
                Optional.empty(),
                now);
        if (Sql.change(
                        connection,
                        "INSERT INTO sole_account (place, account) VALUES (1, ?) ON CONFLICT DO NOTHING",
                        made)
                == 0) {
            // Another process was quicker.
            Sql.change(connection, "DELETE FROM account WHERE id = ?", made);
            return find(connection).orElseThrow();
        }
        audit.add(connection, Deed.What.ACCOUNT_MADE, made, "");
        return made;
    }

    static Optional<AccountId> find(Connection connection) throws SQLException {
        return Sql.find(connection, row -> AccountId.of(row.getString(1)), "SELECT account FROM sole_account");
    }
}
