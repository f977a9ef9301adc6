package org.salus.workspace.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layouts;
import org.salus.frame.web.StandsOn;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.people.Account;
import org.salus.people.Administrator;
import org.salus.people.Invitation;
import org.salus.people.Mails;
import org.salus.people.Organisation;
import org.salus.people.People;
import org.salus.workspace.Administration;
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
    private final Administration administration;
    private final Mailing mailing;

    AdministrationPages(People people, Administration administration, Layouts layouts, Mailing mailing) {
        this.mailing = mailing;
        this.administration = administration;
        this.layouts = layouts;
        this.people = people;
    }

    /** Before any of these: in a copy there is nothing to administer. */
    @ModelAttribute
    void mustBeServer() {
        administration.mustBeServer();
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
        String link = administration.invite(who, organisation).link();
        return page(who, wording, token, Optional.of(link), wording.say("workspace.administration.link.invitation"));
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/invitations/{id}/withdraw")
    ModelAndView withdraw(Administrator who, @PathVariable String id) {
        return changed(() -> administration.withdraw(who, id));
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/organisations")
    ModelAndView addOrganisation(Administrator who, @RequestParam(defaultValue = "") String name) {
        return changed(() -> administration.addOrganisation(who, name));
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/organisations/{id}/name")
    ModelAndView renameOrganisation(
            Administrator who, @PathVariable String id, @RequestParam(defaultValue = "") String name) {
        return changed(() -> administration.renameOrganisation(who, id, name));
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/accounts/{id}/organisation")
    ModelAndView place(
            Administrator who, @PathVariable String id, @RequestParam(defaultValue = "") String organisation) {
        return changed(() -> administration.place(who, id, organisation));
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/accounts/{id}/close")
    ModelAndView close(Administrator who, @PathVariable String id) {
        return changed(() -> administration.close(who, id));
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/accounts/{id}/reopen")
    ModelAndView reopen(Administrator who, @PathVariable String id) {
        return changed(() -> administration.reopen(who, id));
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/accounts/{id}/administrator")
    ModelAndView administer(
            Administrator who, @PathVariable String id, @RequestParam(defaultValue = "false") boolean yes) {
        return changed(() -> administration.administer(who, id, yes));
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/accounts/{id}/sessions/end")
    ModelAndView endSessions(Administrator who, @PathVariable String id) {
        return changed(() -> administration.endSessions(who, id));
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/accounts/{id}/reset")
    ModelAndView reset(Administrator who, @PathVariable String id, Wording wording, CsrfToken token) {
        String link = administration.reset(who, id);
        return page(who, wording, token, Optional.of(link), wording.say("workspace.administration.link.reset"));
    }

    private static ModelAndView changed(Runnable change) {
        change.run();
        return SignInPages.seeOther(PATH);
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
                                administration.accounts(who),
                                people.accounts().alike(),
                                administration.organisations(who),
                                administration.invitations(who),
                                link,
                                linkFor,
                                mailing.isPossible(),
                                people.mails().state())));
    }
}
