package org.salus.workspace.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.frame.web.Address;
import org.salus.frame.web.Entrance;
import org.salus.frame.web.Layout;
import org.salus.frame.web.SessionCookie;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Role;
import org.salus.people.DeadLink;
import org.salus.people.Invitation;
import org.salus.people.Newcomer;
import org.salus.people.Organisation;
import org.salus.people.People;
import org.salus.people.Secret;
import org.salus.people.SignIns;
import org.salus.people.SignedIn;
import org.salus.workspace.Admissions;
import org.salus.workspace.OpenId;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Accepting an invitation: with a new account, with the one somebody is signed in with, or with another server's word. */
@Controller
final class InvitationPages {
    private final People people;
    private final Entrance entrance;
    private final SessionCookie cookie;
    private final Admissions admissions;
    private final OpenId openId;

    InvitationPages(People people, Entrance entrance, SessionCookie cookie, Admissions admissions, OpenId openId) {
        this.people = people;
        this.entrance = entrance;
        this.cookie = cookie;
        this.admissions = admissions;
        this.openId = openId;
    }

    /**
     * An invitation and a form to accept it.
     *
     * @param by who invited; empty if it was offered at the machine itself
     * @param who the name of whoever is signed in here
     * @param login as typed before, if something was wrong with it
     */
    record Accepting(
            Bare bare,
            String key,
            Invitation invitation,
            String by,
            String organisation,
            Optional<String> who,
            Optional<String> other,
            String login,
            String name) {
        String role() {
            return invitation
                    .into()
                    .map(into -> bare.layout().wording().say(into.role().label()))
                    .orElse("");
        }

        /** What that role may do: each also what those below it do. */
        String roleMeans() {
            return invitation
                    .into()
                    .map(into -> Stream.of(Role.values())
                            .filter(role -> into.role().isAtLeast(role))
                            .map(role -> bare.layout().wording().say(role.meaning()))
                            .collect(Collectors.joining(" ")))
                    .orElse("");
        }

        /** Signing in, and back to this page. */
        String signInHref() {
            return Address.of("/sign-in")
                    .with("next", Address.of("/invitation").with("key", key).toString())
                    .toString();
        }

        String otherHref() {
            return Address.of("/sign-in/other").with("invitation", key).toString();
        }
    }

    @GetMapping("/invitation")
    ModelAndView look(
            @RequestParam(defaultValue = "") String key, Wording wording, CsrfToken token, Optional<SignedIn> who) {
        return form(key, wording, token, who, "", "", Optional.empty());
    }

    @PostMapping("/invitation")
    ModelAndView accept(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            Wording wording,
            CsrfToken token,
            Optional<SignedIn> who,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            Invitation invitation = people.invitations().look(Secret.of(key));
            AccountId made = people.invitations().accept(Secret.of(key), new Newcomer(login, name, password));
            boolean isAdmitted = admissions.fulfil(made).isEmpty();
            if (people.signIns().signIn(login, password, entrance.caller(request))
                    instanceof SignIns.Attempt.Welcome welcome) {
                cookie.give(request, response, welcome.session());
            }
            return SignInPages.seeOther(isAdmitted ? into(invitation) : "/");
        } catch (DeadLink dead) {
            return SignInPages.dead(wording, dead);
        } catch (Failure refused) {
            return form(key, wording, token, who, login, name, Optional.of(refused.sentence()));
        }
    }

    /** The page to which an invitation leads. */
    private static String into(Invitation invitation) {
        return invitation.into().map(into -> "/workspaces/" + into.workspace()).orElse("/");
    }

    /** Accepts as whoever is signed in. */
    @PostMapping("/invitation/join")
    ModelAndView join(@RequestParam(defaultValue = "") String key, SignedIn who, Wording wording) {
        Invitation invitation;
        try {
            invitation = people.invitations().look(Secret.of(key));
            people.invitations().accept(Secret.of(key), who);
        } catch (DeadLink dead) {
            return SignInPages.dead(wording, dead);
        }
        if (!admissions.fulfil(who.id()).isEmpty()) {
            throw Failure.notFound(Sentence.of("workspace.failure.not-admitted"));
        }
        return SignInPages.seeOther(into(invitation));
    }

    private ModelAndView form(
            String key,
            Wording wording,
            CsrfToken token,
            Optional<SignedIn> who,
            String login,
            String name,
            Optional<Sentence> trouble) {
        Invitation invitation;
        try {
            invitation = people.invitations().look(Secret.of(key));
        } catch (DeadLink dead) {
            return SignInPages.dead(wording, dead);
        }
        Layout layout = Layout.bare(
                wording, Address.of("/invitation").with("key", key), wording.say("workspace.invitation.title"));
        ModelAndView page = new ModelAndView(
                "workspace/web/invitation",
                Map.of(
                        "page",
                        new Accepting(
                                new Bare(layout, token, trouble),
                                key,
                                invitation,
                                invitation
                                        .maker()
                                        .flatMap(people.accounts()::find)
                                        .map(account -> account.label())
                                        .orElse(""),
                                invitation
                                        .organisation()
                                        .flatMap(people.organisations()::find)
                                        .map(Organisation::name)
                                        .orElse(""),
                                who.map(known -> known.account().label()),
                                openId.nameIfUsed(),
                                login,
                                name)));
        page.setStatus(trouble.isPresent() ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
        return page;
    }
}
