package org.salus.workspace.cli;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.OrganisationId;
import org.salus.people.Account;
import org.salus.people.Administrator;
import org.salus.people.Deed;
import org.salus.people.Invitation;
import org.salus.people.Organisation;
import org.salus.people.Sessions;
import org.salus.people.SignedIn;
import org.salus.people.Tokens;
import org.salus.people.UnknownAccount;
import org.salus.workspace.Administration;
import org.salus.workspace.AuditTrail;
import org.salus.workspace.Faces;
import org.salus.workspace.TeamSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code salus accounts}: everything about accounts, organisations, invitations to the server, sessions and tokens that pages can do. */
@Command(name = "accounts", synopsisSubcommandLabel = "COMMAND")
public final class AccountsCommand implements Runnable {
    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** The command with its parts, for what these rooms add to workspaces. */
    public static CommandLine of(Faces faces) {
        return new CommandLine(new AccountsCommand())
                .addSubcommand(new Listing(faces))
                .addSubcommand(new Inviting(faces))
                .addSubcommand(new Invitations(faces))
                .addSubcommand(new Withdrawing(faces))
                .addSubcommand(new Placing(faces))
                .addSubcommand(new Closing(faces))
                .addSubcommand(new Reopening(faces))
                .addSubcommand(new Promoting(faces))
                .addSubcommand(new Demoting(faces))
                .addSubcommand(new EndingSessions(faces))
                .addSubcommand(new Resetting(faces))
                .addSubcommand(new ListingOrganisations(faces))
                .addSubcommand(new AddingOrganisation(faces))
                .addSubcommand(new RenamingOrganisation(faces))
                .addSubcommand(new Auditing(faces))
                .addSubcommand(new Renaming(faces))
                .addSubcommand(new OwnSessions(faces))
                .addSubcommand(new EndingSession(faces))
                .addSubcommand(new OwnTokens(faces))
                .addSubcommand(new Issuing(faces))
                .addSubcommand(new Revoking(faces));
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** What all parts need that an administrator asks for. */
    @Command
    abstract static class AdministeringJob extends WorkspaceJob {
        AdministeringJob(Faces faces) {
            super(faces);
        }

        @Override
        protected final int work(Desk desk) {
            Optional<URI> base = team().map(TeamSettings::entrance).flatMap(entrance -> entrance.base());
            return administer(
                    desk,
                    new Administration(desk.people(), base, desk.workspaces().isCopy()),
                    new Administrator(desk.signedIn()));
        }

        abstract int administer(Desk desk, Administration administration, Administrator who);

        /** The id of the account of that sign-in name or id. */
        static String account(Desk desk, String words) {
            return desk.people()
                    .accounts()
                    .called(words)
                    .orElseThrow(UnknownAccount::new)
                    .id()
                    .toString();
        }

        /** The id of the organisation of that name or id. */
        static String organisation(Desk desk, String words) {
            return desk.people().organisations().list().stream()
                    .filter(one ->
                            one.id().toString().equals(words) || one.name().equalsIgnoreCase(words))
                    .map(Organisation::id)
                    .map(OrganisationId::toString)
                    .findFirst()
                    .orElseThrow(() -> Failure.notFound(Sentence.of("people.failure.unknown-organisation")));
        }

        /** A link leads to a server, so its address has to be known. */
        static void mustLead(Administration administration) {
            if (administration.base().isEmpty()) {
                throw Failure.wrongUse(Sentence.of("workspace.invitations.no-team"));
            }
        }

        final int tell(Administration administration, Account account) {
            if (format.isJson()) {
                json(administration.tell(List.of(account)).getFirst());
            } else {
                line(account);
            }
            return 0;
        }

        final void line(Account account) {
            terminal.say(Sentence.of(
                    "workspace.accounts.line",
                    account.id().toString(),
                    account.login().orElse("–"),
                    account.label(),
                    account.administrator() ? 1 : 0,
                    account.closed() ? 1 : 0));
        }

        final int tell(Organisation organisation) {
            if (format.isJson()) {
                json(Administration.tell(organisation));
            } else {
                line(organisation);
            }
            return 0;
        }

        final void line(Organisation organisation) {
            terminal.say(Sentence.of(
                    "workspace.accounts.organisation.line", organisation.id().toString(), organisation.name()));
        }
    }

    /** What all parts need that are about one account. */
    @Command
    abstract static class OneAccountJob extends AdministeringJob {
        @Parameters(index = "0", paramLabel = "ACCOUNT", descriptionKey = "workspace.accounts.which")
        private String which = "";

        OneAccountJob(Faces faces) {
            super(faces);
        }

        @Override
        final int administer(Desk desk, Administration administration, Administrator who) {
            return administer(desk, administration, who, account(desk, which));
        }

        /** Does it to the account of that id. */
        abstract int administer(Desk desk, Administration administration, Administrator who, String account);
    }

    /** Everybody who can sign in. */
    @Command(name = "list")
    static final class Listing extends AdministeringJob {
        Listing(Faces faces) {
            super(faces);
        }

        @Override
        int administer(Desk desk, Administration administration, Administrator who) {
            List<Account> accounts = administration.accounts(who);
            if (format.isJson()) {
                json(Map.of("accounts", administration.tell(accounts)));
            } else {
                accounts.forEach(this::line);
            }
            return 0;
        }
    }

    /** Invites somebody to the server. */
    @Command(name = "invite")
    static final class Inviting extends AdministeringJob {
        @Option(names = "--organisation", paramLabel = "NAME", descriptionKey = "workspace.invite.organisation")
        private @Nullable String organisation;

        Inviting(Faces faces) {
            super(faces);
        }

        @Override
        int administer(Desk desk, Administration administration, Administrator who) {
            mustLead(administration);
            Administration.Made made = administration.invite(
                    who,
                    Optional.ofNullable(organisation)
                            .map(words -> organisation(desk, words))
                            .orElse(""));
            if (format.isJson()) {
                Map<String, Object> out = new LinkedHashMap<>(Administration.tell(made.invitation()));
                out.put("link", made.link());
                json(out);
            } else {
                terminal.out().println(made.link());
                terminal.remark(Sentence.of("workspace.administration.link.invitation"));
            }
            return 0;
        }
    }

    /** What is open. */
    @Command(name = "invitations")
    static final class Invitations extends AdministeringJob {
        Invitations(Faces faces) {
            super(faces);
        }

        @Override
        int administer(Desk desk, Administration administration, Administrator who) {
            List<Invitation> open = administration.invitations(who);
            if (format.isJson()) {
                json(Map.of(
                        "invitations", open.stream().map(Administration::tell).toList()));
            } else if (open.isEmpty()) {
                terminal.say(Sentence.of("workspace.invitations.none"));
            } else {
                open.forEach(one -> terminal.say(Sentence.of(
                        "workspace.accounts.invitation.line",
                        one.id(),
                        one.ends().toString(),
                        one.administrator() ? 1 : 0)));
            }
            return 0;
        }
    }

    /** Takes one back. */
    @Command(name = "withdraw")
    static final class Withdrawing extends AdministeringJob {
        @Parameters(index = "0", paramLabel = "INVITATION", descriptionKey = "workspace.withdraw.invitation")
        private String invitation = "";

        Withdrawing(Faces faces) {
            super(faces);
        }

        @Override
        int administer(Desk desk, Administration administration, Administrator who) {
            administration.withdraw(who, invitation);
            if (format.isJson()) {
                json(Map.of("withdrawn", invitation));
            } else {
                terminal.say(Sentence.of("workspace.invitations.withdrawn"));
            }
            return 0;
        }
    }

    /** Puts an account into an organisation, or out of any. */
    @Command(name = "place")
    static final class Placing extends OneAccountJob {
        @Option(names = "--organisation", paramLabel = "NAME", descriptionKey = "workspace.accounts.place.organisation")
        private @Nullable String organisation;

        Placing(Faces faces) {
            super(faces);
        }

        @Override
        int administer(Desk desk, Administration administration, Administrator who, String account) {
            return tell(
                    administration,
                    administration.place(
                            who,
                            account,
                            Optional.ofNullable(organisation)
                                    .map(words -> organisation(desk, words))
                                    .orElse("")));
        }
    }

    /** Closes an account. */
    @Command(name = "close")
    static final class Closing extends OneAccountJob {
        Closing(Faces faces) {
            super(faces);
        }

        @Override
        int administer(Desk desk, Administration administration, Administrator who, String account) {
            return tell(administration, administration.close(who, account));
        }
    }

    /** Opens a closed account again. */
    @Command(name = "reopen")
    static final class Reopening extends OneAccountJob {
        Reopening(Faces faces) {
            super(faces);
        }

        @Override
        int administer(Desk desk, Administration administration, Administrator who, String account) {
            return tell(administration, administration.reopen(who, account));
        }
    }

    /** Makes an administrator. */
    @Command(name = "promote")
    static final class Promoting extends OneAccountJob {
        Promoting(Faces faces) {
            super(faces);
        }

        @Override
        int administer(Desk desk, Administration administration, Administrator who, String account) {
            return tell(administration, administration.administer(who, account, true));
        }
    }

    /** Ends that somebody administers. */
    @Command(name = "demote")
    static final class Demoting extends OneAccountJob {
        Demoting(Faces faces) {
            super(faces);
        }

        @Override
        int administer(Desk desk, Administration administration, Administrator who, String account) {
            return tell(administration, administration.administer(who, account, false));
        }
    }

    /** Ends all sessions of an account. */
    @Command(name = "end-sessions")
    static final class EndingSessions extends OneAccountJob {
        EndingSessions(Faces faces) {
            super(faces);
        }

        @Override
        int administer(Desk desk, Administration administration, Administrator who, String account) {
            return tell(administration, administration.endSessions(who, account));
        }
    }

    /** Offers a new password. */
    @Command(name = "reset")
    static final class Resetting extends OneAccountJob {
        Resetting(Faces faces) {
            super(faces);
        }

        @Override
        int administer(Desk desk, Administration administration, Administrator who, String account) {
            mustLead(administration);
            String link = administration.reset(who, account);
            if (format.isJson()) {
                json(Map.of("link", link));
            } else {
                terminal.out().println(link);
                terminal.remark(Sentence.of("workspace.administration.link.reset"));
            }
            return 0;
        }
    }

    /** The organisations of accounts. */
    @Command(name = "organisations")
    static final class ListingOrganisations extends AdministeringJob {
        ListingOrganisations(Faces faces) {
            super(faces);
        }

        @Override
        int administer(Desk desk, Administration administration, Administrator who) {
            List<Organisation> organisations = administration.organisations(who);
            if (format.isJson()) {
                json(Map.of(
                        "organisations",
                        organisations.stream().map(Administration::tell).toList()));
            } else {
                organisations.forEach(this::line);
            }
            return 0;
        }
    }

    /** Adds one. */
    @Command(name = "add-organisation")
    static final class AddingOrganisation extends AdministeringJob {
        @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "workspace.accounts.organisation.name")
        private String name = "";

        AddingOrganisation(Faces faces) {
            super(faces);
        }

        @Override
        int administer(Desk desk, Administration administration, Administrator who) {
            return tell(administration.addOrganisation(who, name));
        }
    }

    /** Gives one another name. */
    @Command(name = "rename-organisation")
    static final class RenamingOrganisation extends AdministeringJob {
        @Parameters(index = "0", paramLabel = "ORGANISATION", descriptionKey = "workspace.accounts.organisation.which")
        private String which = "";

        @Parameters(index = "1", paramLabel = "NAME", descriptionKey = "workspace.accounts.organisation.name")
        private String name = "";

        RenamingOrganisation(Faces faces) {
            super(faces);
        }

        @Override
        int administer(Desk desk, Administration administration, Administrator who) {
            return tell(administration.renameOrganisation(who, organisation(desk, which), name));
        }
    }

    /** What was done on the server. */
    @Command(name = "audit")
    static final class Auditing extends AdministeringJob {
        @Option(names = "--before", paramLabel = "NUMBER", descriptionKey = "workspace.accounts.audit.before")
        private @Nullable String before;

        Auditing(Faces faces) {
            super(faces);
        }

        @Override
        int administer(Desk desk, Administration administration, Administrator who) {
            List<Deed> deeds = administration.deeds(who, AuditTrail.before(Optional.ofNullable(before)));
            if (format.isJson()) {
                json(AuditTrail.tell(deeds));
            } else {
                deeds.forEach(deed -> terminal.say(Sentence.of(
                        "workspace.accounts.audit.line",
                        Long.toString(deed.place()),
                        when(deed.done()),
                        terminal.wording().say(deed.what().label()),
                        deed.actor().map(AccountId::toString).orElse("–"),
                        deed.account().map(AccountId::toString).orElse("–"),
                        deed.detail())));
            }
            return 0;
        }
    }

    /** Changes one's own name. */
    @Command(name = "rename")
    static final class Renaming extends WorkspaceJob {
        @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "workspace.accounts.name")
        private String name = "";

        Renaming(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk) {
            desk.people().accounts().rename(desk.account(), name);
            String shown = desk.people().accounts().get(desk.account()).name();
            if (format.isJson()) {
                json(Map.of("name", shown));
            } else {
                terminal.say(Sentence.of("workspace.accounts.renamed", shown));
            }
            return 0;
        }
    }

    /** Where one is signed in. */
    @Command(name = "sessions")
    static final class OwnSessions extends WorkspaceJob {
        OwnSessions(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk) {
            List<Sessions.Session> sessions = desk.people().sessions().list(desk.account());
            if (format.isJson()) {
                json(Map.of(
                        "sessions",
                        sessions.stream()
                                .map(session -> Administration.tell(session, false))
                                .toList()));
            } else {
                sessions.forEach(session -> terminal.say(Sentence.of(
                        "workspace.accounts.session.line",
                        session.name(),
                        when(session.began()),
                        when(session.used()),
                        terminal.wording().say(session.way().label()))));
            }
            return 0;
        }
    }

    /** Ends one session of one's own. */
    @Command(name = "end-session")
    static final class EndingSession extends WorkspaceJob {
        @Parameters(index = "0", paramLabel = "SESSION", descriptionKey = "workspace.accounts.session")
        private String session = "";

        EndingSession(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk) {
            Administration.endSession(desk.people(), desk.signedIn(), session);
            if (format.isJson()) {
                json(Map.of("ended", session));
            } else {
                terminal.say(Sentence.of("workspace.accounts.session.ended"));
            }
            return 0;
        }
    }

    /** One's tokens. */
    @Command(name = "tokens")
    static final class OwnTokens extends WorkspaceJob {
        OwnTokens(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk) {
            List<Tokens.Token> tokens = desk.people().tokens().list(desk.account());
            if (format.isJson()) {
                json(Map.of("tokens", tokens.stream().map(Administration::tell).toList()));
            } else {
                tokens.forEach(token -> terminal.say(Sentence.of(
                        "workspace.accounts.token.line",
                        token.id(),
                        token.name(),
                        terminal.wording().say(token.scope().label()),
                        when(token.ends()),
                        token.revoked() ? 1 : 0)));
            }
            return 0;
        }
    }

    /** Makes a token. */
    @Command(name = "issue-token")
    static final class Issuing extends WorkspaceJob {
        @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "workspace.accounts.token.name")
        private String name = "";

        @Option(
                names = "--scope",
                paramLabel = "SCOPE",
                defaultValue = "read",
                descriptionKey = "workspace.accounts.token.scope")
        private String scope = "read";

        @Option(
                names = "--days",
                paramLabel = "DAYS",
                defaultValue = "90",
                descriptionKey = "workspace.accounts.token.days")
        private String days = "90";

        Issuing(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk) {
            SignedIn who = desk.signedIn();
            Tokens.Issued issued = desk.people().tokens().issue(who, name, Tokens.Scope.of(scope), Tokens.days(days));
            if (format.isJson()) {
                Map<String, Object> out = new LinkedHashMap<>(Administration.tell(issued.token()));
                out.put("token", issued.secret().reveal());
                json(out);
            } else {
                terminal.out().println(issued.secret().reveal());
                terminal.remark(Sentence.of(
                        "workspace.account.token.fresh", issued.token().name()));
            }
            return 0;
        }
    }

    /** Makes a token open nothing any more. */
    @Command(name = "revoke-token")
    static final class Revoking extends WorkspaceJob {
        @Parameters(index = "0", paramLabel = "TOKEN", descriptionKey = "workspace.accounts.token")
        private String token = "";

        Revoking(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk) {
            desk.people().tokens().revoke(desk.signedIn(), token);
            if (format.isJson()) {
                json(Map.of("revoked", token));
            } else {
                terminal.say(Sentence.of("workspace.accounts.token.revoked"));
            }
            return 0;
        }
    }
}
