package org.salus.people;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.OrganisationId;
import org.salus.ledger.Role;
import org.salus.ledger.View;
import org.salus.ledger.WorkspaceId;

/** Invitations to the server and into workspaces. Safe for use by several threads. */
public final class Invitations {
    private final Register register;
    private final Audit audit;
    private final Passwords passwords;

    Invitations(Register register, Audit audit, Passwords passwords) {
        this.register = register;
        this.audit = audit;
        this.passwords = passwords;
    }

    /**
     * Invites somebody to administer: for those who keep the machine, not for pages. As soon as one such link is accepted, all others that were offered before
     * open nothing.
     */
    public Invitation.Issued inviteAdministrator() {
        return register.write((connection, now) -> {
            audit.add(
                    connection,
                    Deed.What.INVITED,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Link.Purpose.FOUND.code());
            Link link = Link.fresh(Link.Purpose.FOUND, Optional.empty(), now);
            return new Invitation.Issued(Invitation.of(link), link.keep(connection));
        });
    }

    /**
     * Invites somebody to the server.
     *
     * @param by an administrator
     * @param organisation of the account
     * @throws Failure (refused) if {@code by} does not administer
     */
    public Invitation.Issued invite(SignedIn by, Optional<OrganisationId> organisation) {
        by.mustAdminister();
        return invite(by, Link.Purpose.INVITE, organisation, Optional.empty(), Optional.empty());
    }

    /**
     * Invites somebody into a workspace; whoever has no account yet makes one by accepting, unless a token invites.
     *
     * @param by an owner of the workspace
     * @param view the workspace as {@code by} sees it
     * @param organisation of an account that is made. Whoever does not administer the server lets people into their own organisation only, since an
     *     organisation's items are not theirs to give
     * @throws Failure (refused) if {@code by} may not
     */
    public Invitation.Issued invite(SignedIn by, View view, Role role, Optional<OrganisationId> organisation) {
        if (!view.standing().account().equals(by.id()) || !view.standing().mayActAs(Role.OWNER)) {
            throw Failure.refused(Sentence.of("people.failure.owners"));
        }
        if (!by.account().administrator()
                && organisation.isPresent()
                && !organisation.equals(by.account().organisation().map(Organisation::id))) {
            throw Failure.refused(Sentence.of("people.failure.other-organisation"));
        }
        Link.Purpose purpose = by.way() == SignedIn.Way.TOKEN ? Link.Purpose.JOIN : Link.Purpose.INVITE;
        return invite(by, purpose, organisation, Optional.of(view.workspace()), Optional.of(role));
    }

    private Invitation.Issued invite(
            SignedIn by,
            Link.Purpose purpose,
            Optional<OrganisationId> organisation,
            Optional<WorkspaceId> workspace,
            Optional<Role> role) {
        return register.write((connection, now) -> {
            audit.add(
                    connection,
                    Deed.What.INVITED,
                    Optional.of(by.id()),
                    Optional.empty(),
                    workspace,
                    role.map(Role::code).orElse(""));
            if (organisation.isPresent()
                    && Sql.find(connection, row -> 1, "SELECT 1 FROM organisation WHERE id = ?", organisation)
                            .isEmpty()) {
                throw Failure.notFound(Sentence.of("people.failure.unknown-organisation"));
            }
            Link link = Link.fresh(purpose, Optional.of(by.id()), now).into(organisation, workspace, role);
            return new Invitation.Issued(Invitation.of(link), link.keep(connection));
        });
    }

    /**
     * What this link invites to.
     *
     * @throws DeadLink if it opens nothing
     */
    public Invitation look(Secret secret) {
        return Invitation.of(register.read((connection, now) -> open(connection, secret, now)));
    }

    /** Open invitations to the server, the newest first. */
    public List<Invitation> list() {
        return open(Optional.empty());
    }

    /** Open invitations into a workspace, the newest first. */
    public List<Invitation> list(WorkspaceId workspace) {
        return open(Optional.of(workspace));
    }

    private List<Invitation> open(Optional<WorkspaceId> workspace) {
        return register.read((connection, now) -> {
            String select =
                    "SELECT * FROM one_time_link WHERE state = 'open' AND purpose IN ('invite', 'join', 'found') AND ends > ?"
                            + " AND workspace ";
            String order = " ORDER BY made DESC, id";
            return workspace.isPresent()
                    ? Sql.list(connection, row -> Invitation.of(Link.of(row)), select + "= ?" + order, now, workspace)
                    : Sql.list(connection, row -> Invitation.of(Link.of(row)), select + "IS NULL" + order, now);
        });
    }

    /**
     * Takes an invitation to the server back.
     *
     * @throws Failure if {@code by} does not administer, or there is none of that id
     */
    public void withdraw(SignedIn by, String id) {
        by.mustAdminister();
        withdraw(by, id, Optional.empty());
    }

    /**
     * Takes an invitation into a workspace back.
     *
     * @throws Failure if {@code by} is no owner, or there is none of that id
     */
    public void withdraw(SignedIn by, View view, String id) {
        if (!view.standing().account().equals(by.id()) || !view.standing().mayActAs(Role.OWNER)) {
            throw Failure.refused(Sentence.of("people.failure.owners"));
        }
        withdraw(by, id, Optional.of(view.workspace()));
    }

    private void withdraw(SignedIn by, String id, Optional<WorkspaceId> workspace) {
        register.write((connection, now) -> {
            audit.add(
                    connection, Deed.What.INVITATION_WITHDRAWN, Optional.of(by.id()), Optional.empty(), workspace, "");
            Optional<Link> link = Sql.find(
                            connection, Link::of, "SELECT * FROM one_time_link WHERE id = ? AND state = 'open'", id)
                    .filter(found -> found.workspace().equals(workspace));
            if (link.isEmpty()) {
                throw Failure.notFound(Sentence.of("people.failure.unknown-invitation"));
            }
            // Else a token could keep away whoever is called to end what it does.
            if (link.get().purpose() == Link.Purpose.FOUND && by.way() == SignedIn.Way.TOKEN) {
                throw Failure.refused(Sentence.of("people.failure.token-administrators"));
            }
            return Sql.change(
                    connection, "UPDATE one_time_link SET state = 'withdrawn' WHERE id = ? AND state = 'open'", id);
        });
    }

    /**
     * Accepts with a new account. Whoever has worked here alone before and is now made the first administrator goes on with the same account, so that
     * what it wrote stays its own.
     *
     * @throws DeadLink if the link opens nothing
     * @throws Failure if login, name or password cannot be used
     */
    public AccountId accept(Secret secret, Newcomer newcomer) {
        look(secret);
        String login = Names.login(newcomer.login());
        String name = Names.shown(newcomer.name());
        String password = passwords.checkedHash(newcomer.password(), login, name);
        return register.write((connection, now) -> {
            Link link = open(connection, secret, now);
            AccountId account = make(connection, link, Optional.of(login), name, Optional.of(password), now);
            take(connection, link, account);
            return account;
        });
    }

    /**
     * Accepts as somebody who has an account.
     *
     * @throws DeadLink if the link opens nothing
     */
    public void accept(Secret secret, SignedIn who) {
        who.mustBeHere();
        register.write((connection, now) -> {
            Link link = open(connection, secret, now);
            take(connection, link, who.id());
            if (link.purpose() == Link.Purpose.FOUND) {
                audit.add(connection, Deed.What.ADMINISTRATOR_MADE, who.id(), "");
                Accounts.administers(connection, who.id(), true);
            }
            return 1;
        });
    }

    /** Accepts with an account for somebody whom a single sign-on vouches for; in the transaction that remembers this. */
    AccountId accept(Connection connection, Secret secret, String name, Instant now) throws SQLException {
        Link link = open(connection, secret, now);
        AccountId account = make(connection, link, Optional.empty(), name, Optional.empty(), now);
        take(connection, link, account);
        return account;
    }

    /** Invitations into workspaces that this account has accepted, and that nobody has fulfilled yet. */
    public List<Invitation> accepted(AccountId account) {
        return register.read((connection, now) -> Sql.list(
                connection,
                row -> Invitation.of(Link.of(row)),
                "SELECT * FROM one_time_link WHERE state = 'taken' AND taker = ? ORDER BY made",
                account));
    }

    /** Says that an accepted invitation has been fulfilled, or cannot be. */
    public void settle(Invitation invitation) {
        register.write((connection, now) -> Sql.change(
                connection,
                "UPDATE one_time_link SET state = 'used' WHERE id = ? AND state = 'taken'",
                invitation.id()));
    }

    private static Link open(Connection connection, Secret secret, Instant now) throws SQLException {
        return Link.open(connection, secret, now, Link.Purpose.INVITE, Link.Purpose.JOIN, Link.Purpose.FOUND);
    }

    private void take(Connection connection, Link link, AccountId account) throws SQLException {
        audit.add(
                connection,
                Deed.What.INVITATION_ACCEPTED,
                Optional.of(account),
                link.maker(),
                link.workspace(),
                link.role().map(Role::code).orElse(""));
        link.take(connection, account, link.workspace().isPresent() ? Link.State.TAKEN : Link.State.USED);
        if (link.purpose() == Link.Purpose.FOUND) {
            // Each start without an administrator offered another one in a terminal or its log
            Sql.change(
                    connection,
                    "UPDATE one_time_link SET state = 'withdrawn' WHERE purpose = ? AND state = 'open'",
                    link.purpose().code());
        }
    }

    private AccountId make(
            Connection connection,
            Link link,
            Optional<String> login,
            String name,
            Optional<String> password,
            Instant now)
            throws SQLException {
        if (link.purpose() == Link.Purpose.JOIN) {
            throw Failure.refused(Sentence.of("people.failure.account-needed"));
        }
        boolean found = link.purpose() == Link.Purpose.FOUND;
        Optional<AccountId> sole =
                found && !Accounts.hasAdministrator(connection) ? Alone.find(connection) : Optional.empty();
        if (sole.isPresent()) {
            Sql.change(
                    connection,
                    "UPDATE account SET login = ?, login_key = ?, login_likeness = ?, name = ?, password = ?, administrator = 1 WHERE id = ?",
                    login,
                    login.map(Names::key),
                    login.map(Names::likeness),
                    name,
                    password,
                    sole);
            audit.add(connection, Deed.What.ADMINISTRATOR_MADE, sole.get(), "");
            return sole.get();
        }
        AccountId made = Accounts.make(connection, login, name, link.organisation(), found, password, now);
        audit.add(connection, Deed.What.ACCOUNT_MADE, made, found ? "administrator" : "");
        return made;
    }
}
