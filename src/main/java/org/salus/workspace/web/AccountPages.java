package org.salus.workspace.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.frame.web.Address;
import org.salus.frame.web.Entrance;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layouts;
import org.salus.frame.web.SessionCookie;
import org.salus.frame.web.StandsOn;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Role;
import org.salus.ledger.Workspaces;
import org.salus.people.Account;
import org.salus.people.MailRhythm;
import org.salus.people.Mails;
import org.salus.people.People;
import org.salus.people.Sessions;
import org.salus.people.SignedIn;
import org.salus.people.Tokens;
import org.salus.workspace.Mailing;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own account: name, password, where one is signed in, tokens for programs. */
@Controller
final class AccountPages {
    private static final String PATH = "/account";

    private final Layouts layouts;
    private final People people;
    private final Entrance entrance;
    private final SessionCookie cookie;
    private final Workspaces workspaces;
    private final Mailing mailing;

    AccountPages(
            People people,
            Workspaces workspaces,
            Entrance entrance,
            SessionCookie cookie,
            Layouts layouts,
            Mailing mailing) {
        this.mailing = mailing;
        this.workspaces = workspaces;
        this.layouts = layouts;
        this.people = people;
        this.entrance = entrance;
        this.cookie = cookie;
    }

    /**
     * The page.
     *
     * @param copy in a copy, what it is of and as whom it is opened
     * @param here the name of the session that asks
     * @param hasMail whether this server sends mail
     * @param mail what was chosen of it, if it is wanted
     * @param fresh a token that was just made, shown this once
     */
    record Own(
            Layout layout,
            CsrfToken token,
            Account account,
            boolean alone,
            Optional<Sentence> copy,
            String here,
            List<Sessions.Session> sessions,
            List<Tokens.Token> tokens,
            boolean hasMail,
            Optional<Mails.Choice> mail,
            Optional<Tokens.Issued> fresh) {
        boolean isRhythm(MailRhythm rhythm) {
            return mail.map(Mails.Choice::rhythm).orElse(MailRhythm.NONE) == rhythm;
        }

        String at(java.time.Instant instant) {
            return Times.shown(layout, instant);
        }
    }

    @GetMapping(PATH)
    ModelAndView show(SignedIn who, Wording wording, CsrfToken token) {
        who.mustBeHere();
        return page(who, wording, token, Optional.empty());
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/name")
    ModelAndView rename(@RequestParam(defaultValue = "") String name, SignedIn who) {
        return changed(who, () -> people.accounts().rename(who.id(), name));
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/password")
    ModelAndView changePassword(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response) {
        return changed(
                who,
                () -> cookie.give(
                        request,
                        response,
                        people.signIns().changePassword(who, old, password, entrance.caller(request))));
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/sessions/end")
    ModelAndView endAll(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        people.sessions().endAll(who.id(), who.id());
        cookie.take(request, response);
        return SignInPages.seeOther("/sign-in");
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/sessions/{session}/end")
    ModelAndView end(@PathVariable String session, SignedIn who) {
        return changed(who, () -> people.sessions().end(who, session));
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/tokens")
    ModelAndView issue(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "read") String scope,
            @RequestParam(defaultValue = "90") int days,
            SignedIn who,
            Wording wording,
            CsrfToken token) {
        return page(who, wording, token, Optional.of(people.tokens().issue(who, name, Tokens.Scope.of(scope), days)));
    }

    @StandsOn(PATH)
    @PostMapping(PATH + "/tokens/{id}/revoke")
    ModelAndView revoke(@PathVariable String id, SignedIn who) {
        return changed(who, () -> people.tokens().revoke(who, id));
    }

    private static ModelAndView changed(SignedIn who, Runnable change) {
        who.mustBeHere();
        change.run();
        return SignInPages.seeOther(PATH);
    }

    private ModelAndView page(SignedIn who, Wording wording, CsrfToken token, Optional<Tokens.Issued> fresh) {
        return new ModelAndView(
                "workspace/web/account",
                Map.of(
                        "page",
                        new Own(
                                layouts.of(wording, Address.of(PATH), wording.say("workspace.account.title")),
                                token,
                                people.accounts().get(who.id()),
                                entrance.isAlone(),
                                copy(who),
                                who.session(),
                                people.sessions().list(who.id()),
                                people.tokens().list(who.id()),
                                mailing.isPossible(),
                                people.mails().of(who.id()),
                                fresh)));
    }

    private Optional<Sentence> copy(SignedIn who) {
        return workspaces.isCopy()
                ? workspaces.list(who.id()).stream()
                        .findFirst()
                        .map(view -> Sentence.of(
                                "workspace.account.copy",
                                view.charter().name(),
                                view.standing().role().map(Role::label).orElse(Sentence.of("workspace.visitor"))))
                : Optional.empty();
    }
}
