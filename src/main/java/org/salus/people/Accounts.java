package org.salus.people;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.OrganisationId;

/** The accounts and what administrators do with them. Safe for use by several threads. */
public final class Accounts {
    static final String COLUMNS =
            "a.id, a.login, a.name, a.administrator, a.closed, a.password, a.made, o.id AS organisation_id, o.name AS organisation_name,"
                    + " (SELECT MIN(i.issuer) FROM outside_identity i WHERE i.account = a.id) AS issuer";
    static final String FROM = " FROM account a LEFT JOIN organisation o ON o.id = a.organisation";

    private final Register register;
    private final Audit audit;
    private final Sessions sessions;

    Accounts(Register register, Audit audit, Sessions sessions) {
        this.register = register;
        this.audit = audit;
        this.sessions = sessions;
    }

    /**
     * The account of that id.
     *
     * @throws UnknownAccount if there is none
     */
    public Account get(AccountId id) {
        return find(id).orElseThrow(UnknownAccount::new);
    }

    public Optional<Account> find(AccountId id) {
        return register.read((connection, now) -> find(connection, id));
    }

    /** The account with this id or sign-in name. Nobody is reached in the place of another by signing in with that one's id. */
    public Optional<Account> called(String words) {
        String key = Names.key(words);
        List<Account> all = list();
        return all.stream()
                .filter(account -> account.id().toString().equals(key))
                .findFirst()
                .or(() -> all.stream()
                        .filter(account -> account.login()
                                .map(Names::key)
                                .filter(key::equals)
                                .isPresent())
                        .findFirst());
    }

    /** All of them, by name. */
    public List<Account> list() {
        return register.read((connection, now) ->
                Sql.list(connection, Accounts::account, "SELECT " + COLUMNS + FROM + " ORDER BY a.name, a.id"));
    }

    /** What to call these accounts: name and organisation. Who is not there is left out. */
    public Map<AccountId, String> labels(Set<AccountId> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        return list().stream()
                .filter(account -> wanted.contains(account.id()))
                .collect(Collectors.toUnmodifiableMap(Account::id, Account::label));
    }

    /** Accounts whose names can be taken for another's. */
    public Set<AccountId> alike() {
        return list().stream()
                .collect(Collectors.groupingBy(account -> Names.likeness(account.name())))
                .values()
                .stream()
                .filter(group -> group.size() > 1)
                .flatMap(List::stream)
                .map(Account::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Changes one's own name.
     *
     * @throws Failure if it cannot be a name
     */
    public void rename(AccountId own, String name) {
        String shown = Names.shown(name);
        register.write((connection, now) -> {
            audit.add(connection, Deed.What.ACCOUNT_RENAMED, own, "");
            return Sql.change(connection, "UPDATE account SET name = ? WHERE id = ?", shown, own);
        });
    }

    /** Puts an account into an organisation, or out of any. */
    public void place(AccountId administrator, AccountId account, Optional<OrganisationId> organisation) {
        register.write((connection, now) -> {
            audit.add(
                    connection,
                    Deed.What.ORGANISATION_GIVEN,
                    Optional.of(administrator),
                    Optional.of(account),
                    Optional.empty(),
                    organisation.map(OrganisationId::toString).orElse(""));
            if (organisation.isPresent()
                    && Sql.find(connection, row -> 1, "SELECT 1 FROM organisation WHERE id = ?", organisation)
                            .isEmpty()) {
                throw Failure.notFound(Sentence.of("people.failure.unknown-organisation"));
            }
            return touched(
                    Sql.change(connection, "UPDATE account SET organisation = ? WHERE id = ?", organisation, account));
        });
    }

    /**
     * Closes an account: its sessions end, its tokens are revoked, nobody signs in with it. What it wrote stays.
     *
     * @throws Failure if nobody were left to administer
     */
    public void close(AccountId administrator, AccountId account) {
        register.write((connection, now) -> {
            audit.add(connection, Deed.What.ACCOUNT_CLOSED, administrator, account);
            touched(Sql.change(connection, "UPDATE account SET closed = 1 WHERE id = ?", account));
            Sql.change(connection, "UPDATE api_token SET revoked = 1 WHERE account = ?", account);
            Feeds.endAll(connection, account);
            Mails.end(connection, account);
            Link.endResetsBy(connection, account);
            sessions.endAll(connection, account);
            return somebodyAdministers(connection);
        });
    }

    /** Opens a closed account again. Its tokens stay revoked: who has them by now nobody knows. */
    public void reopen(AccountId administrator, AccountId account) {
        register.write((connection, now) -> {
            audit.add(connection, Deed.What.ACCOUNT_REOPENED, administrator, account);
            // Accounts that were closed by an earlier version still have theirs.
            Sql.change(connection, "UPDATE api_token SET revoked = 1 WHERE account = ?", account);
            Feeds.endAll(connection, account);
            return touched(Sql.change(connection, "UPDATE account SET closed = 0 WHERE id = ?", account));
        });
    }

    /**
     * Makes somebody an administrator, or ends it. Offers of a new password do not last into administering, nor beyond it: what a token offered for a
     * member's account opens no administrator's. Nor do tokens that administer: one that lost its right stays dead when the account administers again.
     *
     * @throws Failure if nobody were left to administer
     */
    public void administer(AccountId administrator, AccountId account, boolean yes) {
        register.write((connection, now) -> {
            audit.add(
                    connection,
                    yes ? Deed.What.ADMINISTRATOR_MADE : Deed.What.ADMINISTRATOR_ENDED,
                    administrator,
                    account);
            administers(connection, account, yes);
            return somebodyAdministers(connection);
        });
    }

    /** The same in a transaction that has already recorded it. */
    static void administers(Connection connection, AccountId account, boolean yes) throws SQLException {
        if (!yes || !find(connection, account).map(Account::administrator).orElse(false)) {
            Tokens.endAdministering(connection, account);
        }
        touched(Sql.change(connection, "UPDATE account SET administrator = ? WHERE id = ?", yes, account));
        Link.endResetsOf(connection, account);
        Link.endResetsBy(connection, account);
    }

    /** Whether there is an administrator who can sign in. */
    public boolean isAdministered() {
        return register.read((connection, now) -> hasAdministrator(connection));
    }

    static boolean hasAdministrator(Connection connection) throws SQLException {
        return Sql.find(
                        connection,
                        row -> 1,
                        "SELECT 1 FROM account a WHERE administrator = 1 AND closed = 0 AND (password IS NOT NULL"
                                + " OR EXISTS (SELECT 1 FROM outside_identity i WHERE i.account = a.id))")
                .isPresent();
    }

    private static int somebodyAdministers(Connection connection) throws SQLException {
        if (!hasAdministrator(connection)) {
            throw Failure.wrongUse(Sentence.of("people.failure.last-administrator"));
        }
        return 1;
    }

    private static int touched(int rows) {
        if (rows == 0) {
            throw new UnknownAccount();
        }
        return rows;
    }

    static Optional<Account> find(Connection connection, AccountId id) throws SQLException {
        return Sql.find(connection, Accounts::account, "SELECT " + COLUMNS + FROM + " WHERE a.id = ?", id);
    }

    /**
     * Makes an account, in a transaction that has already recorded why.
     *
     * @param password its hash, if it has one
     * @throws Failure if the login is taken or can be taken for another
     */
    static AccountId make(
            Connection connection,
            Optional<String> login,
            String name,
            Optional<OrganisationId> organisation,
            boolean administrator,
            Optional<String> password,
            Instant now)
            throws SQLException {
        return make(connection, AccountId.fresh(), login, name, organisation, administrator, password, now);
    }

    /** The same, with an id that is known from elsewhere. */
    static AccountId make(
            Connection connection,
            AccountId id,
            Optional<String> login,
            String name,
            Optional<OrganisationId> organisation,
            boolean administrator,
            Optional<String> password,
            Instant now)
            throws SQLException {
        if (Sql.change(
                        connection,
                        "INSERT INTO account (id, login, login_key, login_likeness, name, organisation, administrator, closed, password, made)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?) ON CONFLICT DO NOTHING",
                        id,
                        login,
                        login.map(Names::key),
                        login.map(Names::likeness),
                        name,
                        organisation,
                        administrator,
                        password,
                        now)
                == 0) {
            throw takenLogin();
        }
        return id;
    }

    static Failure takenLogin() {
        return Failure.wrongUse(Sentence.of("people.failure.taken-login"));
    }

    /** The hash of an account's password, if it has one. */
    static Optional<String> password(Connection connection, AccountId account) throws SQLException {
        return Sql.find(
                        connection,
                        row -> Optional.ofNullable(row.getString(1)),
                        "SELECT password FROM account WHERE id = ?",
                        account)
                .orElseThrow(UnknownAccount::new);
    }

    static Account account(ResultSet row) throws SQLException {
        Optional<String> organisation = Sql.text(row, "organisation_name");
        return new Account(
                AccountId.of(row.getString("id")),
                Sql.text(row, "login"),
                row.getString("name"),
                Sql.text(row, "organisation_id")
                        .map(id -> new Organisation(OrganisationId.of(id), organisation.orElse(""))),
                row.getInt("administrator") == 1,
                row.getInt("closed") == 1,
                row.getString("password") != null,
                Sql.text(row, "issuer"),
                Sql.instant(row, "made"));
    }
}
