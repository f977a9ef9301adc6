package org.salus.workspace.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salus.frame.web.Address;
import org.salus.frame.web.Entrance;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layouts;
import org.salus.frame.web.StandsOn;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.OrganisationId;
import org.salus.ledger.Workspaces;
import org.salus.people.Account;
import org.salus.people.Administrator;
import org.salus.people.Invitation;
import org.salus.people.Mails;
import org.salus.people.Organisation;
import org.salus.people.People;
import org.salus.people.Secret;
import org.salus.people.UnknownAccount;
import org.salus.workspace.MailServer;
import org.salus.workspace.Mailing;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What administrators do: accounts, organisations, invitations. It opens no workspace to them. */
@Controller
final class AdministrationPages {
    private static final String PATH = "/administration";

    private final Layouts layouts;
    private final People people;
    private final Entrance entrance;
    private final Workspaces workspaces;
    private final Mailing mailing;

    AdministrationPages(People people, Workspaces workspaces, Entrance entrance, Layouts layouts, Mailing mailing) {
        this.mailing = mailing;
        this.workspaces = workspaces;
        this.layouts = layouts;
        this.people = people;
        this.entrance = entrance;
    }

    /** Before any of these: whoever opened a copy is a member of one workspace, and what would be made here went with the program. */
    @ModelAttribute
    void mustBeServer() {
        if (workspaces.isCopy()) {
            throw Failure.refused(Sentence.of("workspace.administration.copy"));
        }
    }

    /**
     * The page.
     *
     * @param alike accounts whose names can be taken for another's
     * @param link a link that was just made, shown this once
     * @param linkFor what it is for
     * @param hasMail whether this server sends mail
     * @param mail how that goes
     */
    record Administering(
            Layout layout,
            CsrfToken token,
            AccountId own,
            List<Account> accounts,
            Set<AccountId> alike,
            List<Organisation> organisations,
            List<Invitation> invitations,
            Optional<String> link,
            String linkFor,
            boolean hasMail,
            Mails.State mail) {
        Sentence trouble() {
            return MailServer.Trouble.saying(mail.trouble());
        }

        String at(java.time.Instant instant) {
            return Times.shown(layout, instant);
        }

        boolean isIn(Account account, Organisation organisation) {
            return account.organisation().filter(organisation::equals).isPresent();
        }

        String organisation(Invitation invitation) {
            return organisations.stream()
                    .filter(one ->
                            invitation.organisation().filter(one.id()::equals).isPresent())
                    .map(Organisation::name)
                    .findFirst()
                    .orElse("");
        }
    }

    @GetMapping(PATH)
    ModelAndView show(Administrator who, Wording wording, CsrfToken token) {
        return page(who, wording, token, Optional.empty(), "");
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/invitations")
    ModelAndView invite(
            Administrator who, @RequestParam(defaultValue = "") String organisation, Wording wording, CsrfToken token) {
        return linked(
                who,
                wording,
                token,
                "/invitation",
                "workspace.administration.link.invitation",
                () -> people.invitations()
                        .invite(who.who(), organisationOf(organisation))
                        .secret());
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/invitations/{id}/withdraw")
    ModelAndView withdraw(Administrator who, @PathVariable String id) {
        return changed(() -> people.invitations().withdraw(who.who(), id));
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/organisations")
    ModelAndView addOrganisation(Administrator who, @RequestParam(defaultValue = "") String name) {
        return changed(() -> people.organisations().add(who.id(), name));
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/organisations/{id}/name")
    ModelAndView renameOrganisation(
            Administrator who, @PathVariable String id, @RequestParam(defaultValue = "") String name) {
        return changed(
                () -> people.organisations().rename(who.id(), organisationOf(id).orElseThrow(), name));
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/accounts/{id}/organisation")
    ModelAndView place(
            Administrator who, @PathVariable String id, @RequestParam(defaultValue = "") String organisation) {
        return changed(() -> people.accounts().place(who.id(), accountOf(id), organisationOf(organisation)));
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/accounts/{id}/close")
    ModelAndView close(Administrator who, @PathVariable String id) {
        return changed(() -> people.accounts().close(who.id(), accountOf(id)));
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/accounts/{id}/reopen")
    ModelAndView reopen(Administrator who, @PathVariable String id) {
        return changed(() -> people.accounts().reopen(who.id(), accountOf(id)));
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/accounts/{id}/administrator")
    ModelAndView administer(
            Administrator who, @PathVariable String id, @RequestParam(defaultValue = "false") boolean yes) {
        return changed(() -> people.accounts().administer(who.id(), accountOf(id), yes));
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/accounts/{id}/sessions/end")
    ModelAndView endSessions(Administrator who, @PathVariable String id) {
        return changed(() -> people.sessions().endAll(who.id(), accountOf(id)));
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/accounts/{id}/reset")
    ModelAndView reset(Administrator who, @PathVariable String id, Wording wording, CsrfToken token) {
        return linked(
                who,
                wording,
                token,
                "/reset",
                "workspace.administration.link.reset",
                () -> people.signIns().offerReset(who.who(), accountOf(id)));
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

    private static ModelAndView changed(Runnable change) {
        change.run();
        return SignInPages.seeOther(PATH);
    }

    private ModelAndView linked(
            Administrator who,
            Wording wording,
            CsrfToken token,
            String path,
            String what,
            java.util.function.Supplier<Secret> maker) {
        return page(who, wording, token, Optional.of(Links.to(entrance, path, maker.get())), wording.say(what));
    }

    private ModelAndView page(
            Administrator who, Wording wording, CsrfToken token, Optional<String> link, String linkFor) {
        return new ModelAndView(
                "workspace/web/administration",
                Map.of(
                        "page",
                        new Administering(
                                layouts.of(wording, Address.of(PATH), wording.say("workspace.administration.title")),
                                token,
                                who.id(),
                                people.accounts().list(),
                                people.accounts().alike(),
                                people.organisations().list(),
                                people.invitations().list(),
                                link,
                                linkFor,
                                mailing.isPossible(),
                                people.mails().state())));
    }
}
