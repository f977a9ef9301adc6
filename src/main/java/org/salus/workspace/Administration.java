package org.salus.workspace;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.OrganisationId;
import org.salus.people.Account;
import org.salus.people.Administrator;
import org.salus.people.Deed;
import org.salus.people.Invitation;
import org.salus.people.Organisation;
import org.salus.people.People;
import org.salus.people.Secret;
import org.salus.people.Sessions;
import org.salus.people.SignedIn;
import org.salus.people.Tokens;
import org.salus.people.UnknownAccount;

/**
 * Administering a server, the same on pages, at the API and on the command line. It opens no workspace. A token reaches no account that administers: what
 * ends with it must not last in an administrator it made, nor in one whose password it set anew. Safe for use by several threads.
 *
 * @param base the address people know this server by; empty where somebody works alone, whom nobody else reaches
 * @param isCopy whether this is a copy of a workspace, which has no accounts and no server
 */
public record Administration(People people, Optional<URI> base, boolean isCopy) {
    /** An invitation with the link that accepts it, which is never told again. */
    public record Made(Invitation invitation, String link) {}

    /**
     * Lets through where there is something to administer.
     *
     * @throws Failure (refused) in a copy: whoever opened it is a member of one workspace, and what would be made there went with the program
     */
    public void mustBeServer() {
        if (isCopy) {
            throw Failure.refused(Sentence.of("workspace.administration.copy"));
        }
    }

    /**
     * Everybody who can sign in here, by name.
     *
     * @throws Failure (refused) in a copy
     */
    public List<Account> accounts(Administrator by) {
        return of(by).accounts().list();
    }

    /**
     * The organisations, by name.
     *
     * @throws Failure (refused) in a copy
     */
    public List<Organisation> organisations(Administrator by) {
        return of(by).organisations().list();
    }

    /**
     * Open invitations to the server, the newest first.
     *
     * @throws Failure (refused) in a copy
     */
    public List<Invitation> invitations(Administrator by) {
        return of(by).invitations().list();
    }

    /**
     * What was done on the server, the newest first; at most {@link AuditTrail#PAGE}.
     *
     * @param before only those with a smaller number; empty for the newest
     * @throws Failure (refused) in a copy
     */
    public List<Deed> deeds(Administrator by, Optional<Long> before) {
        return of(by).audit().ofServer(before, AuditTrail.PAGE);
    }

    /**
     * Invites somebody to the server.
     *
     * @param organisation of the account that is made; an id, empty for none
     * @throws Failure if there is no such organisation
     */
    public Made invite(Administrator by, String organisation) {
        Invitation.Issued issued = of(by).invitations().invite(by.who(), organisationOf(organisation));
        return new Made(
                issued.invitation(),
                WorkPlace.accepting(server(), issued.secret()).toString());
    }

    /**
     * Takes an invitation to the server back.
     *
     * @throws Failure if there is none of that id
     */
    public void withdraw(Administrator by, String invitation) {
        of(by).invitations().withdraw(by.who(), invitation);
    }

    /**
     * Adds an organisation.
     *
     * @throws Failure if the name cannot be used, or can be taken for another's
     */
    public Organisation addOrganisation(Administrator by, String name) {
        return of(by).organisations().add(by.id(), name);
    }

    /**
     * Gives an organisation another name.
     *
     * @throws Failure if there is none of that id, or the name cannot be used or can be taken for another's
     */
    public Organisation renameOrganisation(Administrator by, String organisation, String name) {
        OrganisationId id = organisationOf(organisation)
                .orElseThrow(() -> Failure.notFound(Sentence.of("people.failure.unknown-organisation")));
        return of(by).organisations().rename(by.id(), id, name);
    }

    /**
     * Puts an account into an organisation, or out of any.
     *
     * @param organisation an id, empty for none
     * @throws Failure if there is no such account or organisation
     */
    public Account place(Administrator by, String account, String organisation) {
        AccountId id = reached(by, account);
        people.accounts().place(by.id(), id, organisationOf(organisation));
        return people.accounts().get(id);
    }

    /**
     * Closes an account.
     *
     * @throws Failure if there is none of that id, or nobody were left to administer
     */
    public Account close(Administrator by, String account) {
        AccountId id = reached(by, account);
        people.accounts().close(by.id(), id);
        return people.accounts().get(id);
    }

    /**
     * Opens a closed account again.
     *
     * @throws Failure if there is none of that id
     */
    public Account reopen(Administrator by, String account) {
        AccountId id = reached(by, account);
        people.accounts().reopen(by.id(), id);
        return people.accounts().get(id);
    }

    /**
     * Makes somebody an administrator, or ends it; nothing a token does.
     *
     * @throws Failure if there is no such account, or nobody were left to administer
     */
    public Account administer(Administrator by, String account, boolean yes) {
        by.who().mustBeHere();
        AccountId id = reached(by, account);
        people.accounts().administer(by.id(), id, yes);
        return people.accounts().get(id);
    }

    /**
     * Ends all sessions of an account.
     *
     * @throws Failure if there is none of that id
     */
    public Account endSessions(Administrator by, String account) {
        AccountId id = reached(by, account);
        people.sessions().endAll(by.id(), id);
        return people.accounts().get(id);
    }

    /**
     * Offers somebody a new password.
     *
     * @return a link with which they choose one, which is never told again
     * @throws Failure if there is no such account, or it has no login
     */
    public String reset(Administrator by, String account) {
        Secret secret = of(by).signIns().offerReset(by.who(), reached(by, account));
        return WorkPlace.resetting(server(), secret).toString();
    }

    /**
     * The account of that id.
     *
     * @throws UnknownAccount if there is none
     */
    public Account account(Administrator by, String id) {
        return of(by).accounts().get(accountOf(id));
    }

    /** What programs are answered of accounts. */
    public List<Map<String, Object>> tell(List<Account> accounts) {
        Set<AccountId> alike = people.accounts().alike();
        return accounts.stream()
                .map(account -> {
                    Map<String, Object> out = new LinkedHashMap<>();
                    out.put("id", account.id().toString());
                    account.login().ifPresent(login -> out.put("login", login));
                    out.put("name", account.name());
                    account.organisation().ifPresent(organisation -> out.put("organisation", tell(organisation)));
                    out.put("administrator", account.administrator());
                    out.put("closed", account.closed());
                    out.put("has_password", account.hasPassword());
                    account.outside().ifPresent(issuer -> out.put("signs_in_at", issuer));
                    out.put("looks_like_another", alike.contains(account.id()));
                    out.put("made", account.made());
                    return out;
                })
                .toList();
    }

    /** What programs are answered of an organisation. */
    public static Map<String, Object> tell(Organisation organisation) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", organisation.id().toString());
        out.put("name", organisation.name());
        return out;
    }

    /** What programs are answered of an invitation to the server; nothing that opens it. */
    public static Map<String, Object> tell(Invitation invitation) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", invitation.id());
        invitation.organisation().ifPresent(organisation -> out.put("organisation", organisation.toString()));
        invitation.maker().ifPresent(maker -> out.put("by", maker.toString()));
        out.put("makes_administrator", invitation.administrator());
        out.put("made", invitation.made());
        out.put("ends", invitation.ends());
        return out;
    }

    /** What programs are answered of a token; nothing that opens it. */
    public static Map<String, Object> tell(Tokens.Token token) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", token.id());
        out.put("name", token.name());
        out.put("scope", token.scope().code());
        out.put("made", token.made());
        out.put("ends", token.ends());
        out.put("revoked", token.revoked());
        token.used().ifPresent(used -> out.put("used", used));
        return out;
    }

    /**
     * What programs are answered of a session; nothing that opens it.
     *
     * @param here whether it is the one that asks
     */
    public static Map<String, Object> tell(Sessions.Session session, boolean here) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", session.name());
        out.put("by", session.way().code());
        out.put("began", session.began());
        out.put("used", session.used());
        out.put("here", here);
        return out;
    }

    /**
     * Ends one of one's own sessions, here or elsewhere.
     *
     * @param session its name
     * @throws Failure if there is none that lasts
     */
    public static void endSession(People people, SignedIn who, String session) {
        if (people.sessions().list(who.id()).stream()
                .noneMatch(one -> one.name().equals(session))) {
            throw Failure.notFound(Sentence.of("people.failure.unknown-session"));
        }
        people.sessions().end(who, session);
    }

    /** The people of the server, for whoever administers it. */
    private People of(Administrator by) {
        by.who().mustAdminister();
        mustBeServer();
        return people;
    }

    private AccountId reached(Administrator by, String account) {
        Account found = account(by, account);
        if (by.who().way() == SignedIn.Way.TOKEN && found.administrator()) {
            throw Failure.refused(Sentence.of("people.failure.token-administrators"));
        }
        return found.id();
    }

    /** Somebody alone has an address that only this machine reaches; the path below it is all that can be told. */
    private URI server() {
        return base.orElseGet(() -> URI.create("/"));
    }

    private static AccountId accountOf(String id) {
        try {
            return AccountId.of(id);
        } catch (IllegalArgumentException none) {
            throw new UnknownAccount();
        }
    }

    private static Optional<OrganisationId> organisationOf(String id) {
        try {
            return id.isEmpty() ? Optional.empty() : Optional.of(OrganisationId.of(id));
        } catch (IllegalArgumentException none) {
            throw Failure.notFound(Sentence.of("people.failure.unknown-organisation"));
        }
    }
}
