package org.salus.people;

import java.time.Duration;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;

/**
 * Signing in by password, and changing it. Whoever tries does not learn whether there is such an account: the answer, the work and the waiting are the
 * same. Safe for use by several threads.
 */
public final class SignIns {
    private final Register register;
    private final Audit audit;
    private final Sessions sessions;
    private final Passwords passwords;

    SignIns(Register register, Audit audit, Sessions sessions, Passwords passwords) {
        this.register = register;
        this.audit = audit;
        this.sessions = sessions;
        this.passwords = passwords;
    }

    /** What became of an attempt. */
    public sealed interface Attempt {
        /** It succeeded. */
        record Welcome(Secret session, AccountId account) implements Attempt {}

        /** Login and password do not belong together, or the account is closed; which of these is not told. */
        record Refused() implements Attempt {}

        /** There were too many attempts. Only the right password of somebody who has signed in from here before would have opened. */
        record Slowed(Duration rest) implements Attempt {}
    }

    private record Known(AccountId id, Optional<String> password, boolean closed) {}

    /**
     * Tries to sign in.
     *
     * @param login as typed
     * @param password as typed
     * @param address of the network that the attempt comes from, of IPv6 the part that is one household's
     */
    public Attempt signIn(String login, String password, String address) {
        String key = Names.key(login);
        Attempts.Begun attempt = register.write((connection, now) -> Attempts.begin(connection, key, address, now));
        if (!attempt.isCompared()) {
            // The same work as for a login that is known here, or the time would tell which are.
            passwords.matches(password, Optional.empty());
            return new Attempt.Slowed(attempt.rest());
        }
        Optional<Known> known = register.read((connection, now) -> Sql.find(
                connection,
                row -> new Known(
                        AccountId.of(row.getString("id")), Sql.text(row, "password"), row.getInt("closed") == 1),
                "SELECT id, password, closed FROM account WHERE login_key = ?",
                key));
        Optional<String> written = known.flatMap(Known::password);
        boolean right = passwords.matches(password, written)
                && known.filter(found -> !found.closed()).isPresent();
        if (!right) {
            register.write((connection, now) -> audit.add(
                    connection,
                    Deed.What.SIGN_IN_FAILED,
                    Optional.empty(),
                    known.map(Known::id),
                    Optional.empty(),
                    ""));
            return attempt.isSlowed() ? new Attempt.Slowed(attempt.rest()) : new Attempt.Refused();
        }
        AccountId account = known.orElseThrow().id();
        Optional<String> stronger = written.filter(passwords::isOutdated).map(old -> passwords.hash(password));
        return register.write((connection, now) -> {
            Attempts.succeeded(connection, attempt, now);
            if (stronger.isPresent()) {
                Sql.change(
                        connection,
                        "UPDATE account SET password = ? WHERE id = ? AND password = ?",
                        stronger,
                        account,
                        written);
            }
            return new Attempt.Welcome(sessions.open(connection, account, SignedIn.Way.PASSWORD, now), account);
        });
    }

    /**
     * Changes one's own password. All other sessions end; this one goes on under a new secret.
     *
     * @param address as for signing in: guessing the old password here is slowed like guessing it there
     * @return the secret of the new session
     * @throws Failure if the old password is wrong, or the new one cannot be used
     */
    public Secret changePassword(SignedIn who, String old, String next, String address) {
        who.mustBeHere();
        String login =
                who.account().login().orElseThrow(() -> Failure.wrongUse(Sentence.of("people.failure.no-login")));
        String key = Names.key(login);
        Attempts.Begun attempt = register.write((connection, now) -> Attempts.begin(connection, key, address, now));
        if (!attempt.isCompared()) {
            throw slowed(attempt);
        }
        if (!passwords.matches(old, register.read((connection, now) -> Accounts.password(connection, who.id())))) {
            throw attempt.isSlowed() ? slowed(attempt) : Failure.wrongUse(Sentence.of("people.failure.old-password"));
        }
        String hash = passwords.checkedHash(next, login, who.account().name());
        return register.write((connection, now) -> {
            Attempts.succeeded(connection, attempt, now);
            audit.add(connection, Deed.What.PASSWORD_CHANGED, who.id(), "");
            Sql.change(connection, "UPDATE account SET password = ? WHERE id = ?", hash, who.id());
            sessions.endAll(connection, who.id());
            return sessions.open(connection, who.id(), who.way(), now);
        });
    }

    private static Failure slowed(Attempts.Begun attempt) {
        return Failure.refused(Sentence.of(
                "people.failure.slowed", attempt.rest().plusSeconds(1).toSeconds()));
    }

    /**
     * Offers somebody a new password: a link with which they choose one. Earlier offers are withdrawn.
     *
     * @throws Failure if {@code administrator} does not administer, or is a token and the account does; or the account has no login
     */
    public Secret offerReset(SignedIn administrator, AccountId account) {
        administrator.mustAdminister();
        return register.write((connection, now) -> {
            audit.add(connection, Deed.What.RESET_OFFERED, administrator.id(), account);
            Account found = Accounts.find(connection, account).orElseThrow(UnknownAccount::new);
            if (administrator.way() == SignedIn.Way.TOKEN && found.administrator()) {
                throw Failure.refused(Sentence.of("people.failure.token-administrators"));
            }
            if (found.login().isEmpty()) {
                throw Failure.wrongUse(Sentence.of("people.failure.no-login"));
            }
            Link.endResetsOf(connection, account);
            return Link.fresh(Link.Purpose.RESET, Optional.of(administrator.id()), now)
                    .forAccount(account)
                    .keep(connection);
        });
    }

    /**
     * Whose password this link resets.
     *
     * @throws DeadLink if it opens nothing
     */
    public Account lookReset(Secret link) {
        return register.read((connection, now) -> Accounts.find(
                        connection,
                        Link.open(connection, link, now, Link.Purpose.RESET)
                                .account()
                                .orElseThrow())
                .orElseThrow(UnknownAccount::new));
    }

    /**
     * Chooses the new password. All sessions of the account end and its tokens are revoked: whoever asked for this may have lost them.
     *
     * @throws DeadLink if the link opens nothing
     * @throws Failure if the password cannot be used
     */
    public void reset(Secret link, String password) {
        Account account = lookReset(link);
        String login = account.login().orElse("");
        String hash = passwords.checkedHash(password, login, account.name());
        register.write((connection, now) -> {
            Link.open(connection, link, now, Link.Purpose.RESET).take(connection, account.id(), Link.State.USED);
            audit.add(connection, Deed.What.PASSWORD_CHANGED, account.id(), "reset");
            Sql.change(connection, "UPDATE account SET password = ? WHERE id = ?", hash, account.id());
            Sql.change(connection, "UPDATE api_token SET revoked = 1 WHERE account = ?", account.id());
            Feeds.endAll(connection, account.id());
            Attempts.forget(connection, Names.key(login));
            return sessions.endAll(connection, account.id());
        });
    }
}
