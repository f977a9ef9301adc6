package org.salus.people;

import java.time.InstantSource;
import org.salus.ledger.Database;
import org.salus.ledger.Registry;
import org.salus.ledger.Schema;

/**
 * Who may come in: the entry to this room. Several processes may use the same database; what one changes the others see at once. Safe for use by several
 * threads.
 */
public final class People {
    static final Schema SCHEMA = Schema.of("people", People.class);

    private final Registry registry;
    private final Audit audit;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Organisations organisations;
    private final Alone alone;
    private final Tokens tokens;
    private final Feeds feeds;
    private final ReadNotices readNotices;
    private final Mails mails;
    private final Invitations invitations;
    private final SignIns signIns;
    private final SingleSignOns singleSignOns;

    People(Database database, Watch watch, SessionLimits limits, Passwords passwords) {
        Register register = new Register(database, watch);
        this.registry = new Accounted(register);
        this.audit = new Audit(register);
        this.sessions = new Sessions(register, audit, limits);
        this.accounts = new Accounts(register, audit, sessions);
        this.organisations = new Organisations(register, audit);
        this.alone = new Alone(register, audit, sessions);
        this.tokens = new Tokens(register, audit);
        this.feeds = new Feeds(register, audit);
        this.readNotices = new ReadNotices(register);
        this.mails = new Mails(register);
        this.invitations = new Invitations(register, audit, passwords);
        this.signIns = new SignIns(register, audit, sessions, passwords);
        this.singleSignOns = new SingleSignOns(register, audit, sessions, invitations);
    }

    /**
     * Opens what is known about people in a database; its tables are made or brought up to date.
     *
     * @throws org.salus.framework.Failure if the database cannot be used
     */
    public static People open(Database database, InstantSource clock, SessionLimits limits) {
        database.bring(SCHEMA);
        return new People(database, new Watch(clock), limits, new Passwords(Passwords.Strength.USUAL));
    }

    /** What workspaces are told about accounts. */
    public Registry registry() {
        return registry;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Organisations organisations() {
        return organisations;
    }

    /** Somebody alone at a machine of their own. */
    public Alone alone() {
        return alone;
    }

    public Sessions sessions() {
        return sessions;
    }

    public Tokens tokens() {
        return tokens;
    }

    /** Calendars that are fetched by an address. */
    public Feeds feeds() {
        return feeds;
    }

    /** Which notifications were read. */
    public ReadNotices readNotices() {
        return readNotices;
    }

    /** To whom mail is sent, and what was told by it. */
    public Mails mails() {
        return mails;
    }

    public Invitations invitations() {
        return invitations;
    }

    /** Signing in by password. */
    public SignIns signIns() {
        return signIns;
    }

    /** Signing in with another server's word. */
    public SingleSignOns singleSignOns() {
        return singleSignOns;
    }

    public Audit audit() {
        return audit;
    }
}
