package org.salus.people;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;

/**
 * People whom another server vouches for (OpenID Connect). They are known by what that server calls them, never by a name or e-mail address, which others
 * could take over. Safe for use by several threads.
 */
public final class SingleSignOns {
    private static final int LONGEST_BODY = 8_000;

    private final Register register;
    private final Audit audit;
    private final Sessions sessions;
    private final Invitations invitations;

    SingleSignOns(Register register, Audit audit, Sessions sessions, Invitations invitations) {
        this.register = register;
        this.audit = audit;
        this.sessions = sessions;
        this.invitations = invitations;
    }

    /** Whom the other server vouches for: its address, what it calls them, and the name they have there. */
    public record Vouched(String issuer, String subject, String name) {}

    /** A begun session. */
    public record Welcome(Secret session, AccountId account) {}

    /**
     * Signs in somebody who is known.
     *
     * @param admitStrangers whether an account is made for whoever is not known yet
     * @return empty if there is no account, or it is closed
     */
    public Optional<Welcome> signIn(Vouched vouched, boolean admitStrangers) {
        return register.write((connection, now) -> {
            Optional<AccountId> known = find(connection, vouched);
            if (known.isPresent()) {
                return isOpen(connection, known.get())
                        ? Optional.of(welcome(connection, known.get(), now))
                        : Optional.empty();
            }
            if (!admitStrangers) {
                audit.add(
                        connection,
                        Deed.What.SIGN_IN_FAILED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        SignedIn.Way.SINGLE_SIGN_ON.code());
                return Optional.empty();
            }
            AccountId made = Accounts.make(
                    connection,
                    Optional.empty(),
                    Names.shown(vouched.name()),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    now);
            audit.add(connection, Deed.What.ACCOUNT_MADE, made, "");
            join(connection, vouched, made);
            return Optional.of(welcome(connection, made, now));
        });
    }

    /**
     * Accepts an invitation as somebody whom the other server vouches for; who is not known yet gets an account.
     *
     * @throws DeadLink if the invitation opens nothing
     * @throws Failure if the account is closed
     */
    public Welcome accept(Secret invitation, Vouched vouched) {
        Optional<AccountId> known = register.read((connection, now) -> find(connection, vouched));
        if (known.isPresent()) {
            Account account = register.read((connection, now) -> Accounts.find(connection, known.get()))
                    .filter(found -> !found.closed())
                    .orElseThrow(() -> Failure.refused(Sentence.of("people.failure.closed")));
            invitations.accept(invitation, new SignedIn(account, SignedIn.Way.SINGLE_SIGN_ON, true, ""));
            return register.write((connection, now) -> welcome(connection, account.id(), now));
        }
        String name = Names.shown(vouched.name());
        return register.write((connection, now) -> {
            AccountId made = invitations.accept(connection, invitation, name, now);
            join(connection, vouched, made);
            return welcome(connection, made, now);
        });
    }

    /** Keeps a text until the other server sends the browser back; what is returned fetches it, once. */
    public Secret keep(String body, Duration life) {
        if (body.length() > LONGEST_BODY) {
            throw Failure.wrongUse(Sentence.of("people.failure.long-errand"));
        }
        Secret secret = Secret.fresh();
        register.write((connection, now) -> {
            Sql.change(connection, "DELETE FROM errand WHERE ends < ?", now);
            return Sql.change(
                    connection,
                    "INSERT INTO errand (digest, body, ends) VALUES (?, ?, ?)",
                    secret.digest(),
                    body,
                    now.plus(life));
        });
        return secret;
    }

    /** The kept text, once. */
    public Optional<String> fetch(Secret secret) {
        return register.write((connection, now) -> {
            Optional<String> body = body(connection, secret, now);
            int gone = Sql.change(connection, "DELETE FROM errand WHERE digest = ?", (Object) secret.digest());
            return gone == 0 ? Optional.empty() : body;
        });
    }

    private Optional<String> body(Connection connection, Secret secret, Instant now) throws SQLException {
        return Sql.find(
                connection,
                row -> row.getString("body"),
                "SELECT body FROM errand WHERE digest = ? AND ends > ?",
                secret.digest(),
                now);
    }

    private Welcome welcome(Connection connection, AccountId account, Instant now) throws SQLException {
        return new Welcome(sessions.open(connection, account, SignedIn.Way.SINGLE_SIGN_ON, now), account);
    }

    private void join(Connection connection, Vouched vouched, AccountId account) throws SQLException {
        audit.add(connection, Deed.What.SINGLE_SIGN_ON_JOINED, account, "");
        Sql.change(
                connection,
                "INSERT INTO outside_identity (issuer, subject, account) VALUES (?, ?, ?)",
                vouched.issuer(),
                vouched.subject(),
                account);
    }

    private static boolean isOpen(Connection connection, AccountId account) throws SQLException {
        return Accounts.find(connection, account)
                .filter(found -> !found.closed())
                .isPresent();
    }

    private static Optional<AccountId> find(Connection connection, Vouched vouched) throws SQLException {
        return Sql.find(
                connection,
                row -> AccountId.of(row.getString("account")),
                "SELECT account FROM outside_identity WHERE issuer = ? AND subject = ?",
                vouched.issuer(),
                vouched.subject());
    }
}
