package org.salus.workspace.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.salus.frame.web.Address;
import org.salus.frame.web.Entrance;
import org.salus.frame.web.Layout;
import org.salus.frame.web.SessionCookie;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.people.DeadLink;
import org.salus.people.People;
import org.salus.people.Secret;
import org.salus.people.SignIns;
import org.salus.people.SignedIn;
import org.salus.workspace.Admissions;
import org.salus.workspace.OpenId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Coming in and going out. */
@Controller
final class SignInPages {
    private final People people;
    private final Entrance entrance;
    private final SessionCookie cookie;
    private final Admissions admissions;
    private final OpenId openId;

    SignInPages(People people, Entrance entrance, SessionCookie cookie, Admissions admissions, OpenId openId) {
        this.people = people;
        this.entrance = entrance;
        this.cookie = cookie;
        this.admissions = admissions;
        this.openId = openId;
    }

    /**
     * Where one signs in.
     *
     * @param next where to go afterwards
     * @param other what to call the single sign-on, if there is one
     */
    record SigningIn(Bare bare, boolean alone, String next, Optional<String> other) {
        String otherHref() {
            return Address.of("/sign-in/other").with("next", next).toString();
        }
    }

    /** That somebody is in, and where to go from here. */
    record Entered(Layout layout, String next) {}

    /** A link that opens nothing. */
    record Dead(Layout layout, DeadLink link) {}

    @GetMapping("/sign-in")
    ModelAndView ask(Wording wording, Address here, CsrfToken token) {
        return form(wording, token, Address.own(here.choice("next").orElse("/")), Optional.empty(), HttpStatus.OK);
    }

    @PostMapping("/sign-in")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String next,
            Wording wording,
            CsrfToken token,
            HttpServletRequest request,
            HttpServletResponse response) {
        String onward = Address.own(next);
        return switch (people.signIns().signIn(login, password, entrance.caller(request))) {
            case SignIns.Attempt.Welcome welcome -> {
                cookie.give(request, response, welcome.session());
                admissions.fulfil(welcome.account());
                yield seeOther(onward);
            }
            case SignIns.Attempt.Refused refused ->
                form(
                        wording,
                        token,
                        onward,
                        Optional.of(Sentence.of("workspace.sign-in.refused")),
                        HttpStatus.UNAUTHORIZED);
            case SignIns.Attempt.Slowed slowed -> {
                long seconds = slowed.rest().plusSeconds(1).toSeconds();
                response.setHeader("Retry-After", Long.toString(seconds));
                yield form(
                        wording,
                        token,
                        onward,
                        Optional.of(Sentence.of("people.failure.slowed", seconds)),
                        HttpStatus.TOO_MANY_REQUESTS);
            }
        };
    }

    /**
     * Uses up a one-time link. The answer is a page that leads on, and no redirection: whoever comes from another program would arrive without the cookie,
     * which no other site may send.
     */
    @org.springframework.web.bind.annotation.RequestMapping(path = "/enter", method = RequestMethod.GET)
    ModelAndView enter(
            @RequestParam(defaultValue = "") String key,
            Wording wording,
            CsrfToken token,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean onlyLooks = !request.getMethod().equals("GET")
                || Optional.ofNullable(request.getHeader("Sec-Purpose"))
                        .filter(purpose -> purpose.contains("prefetch"))
                        .isPresent();
        if (!entrance.isAlone() || key.isEmpty() || onlyLooks) {
            return form(
                    wording, token, "/", Optional.empty(), onlyLooks ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK);
        }
        try {
            cookie.give(request, response, people.alone().enter(Secret.of(key)));
            return new ModelAndView("workspace/web/entered", Map.of("page", entered(wording, "/")));
        } catch (DeadLink dead) {
            return dead(wording, dead);
        }
    }

    @PostMapping("/sign-out")
    ResponseEntity<Void> signOut(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        people.sessions().end(who);
        cookie.take(request, response);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/sign-in"))
                .header("Clear-Site-Data", "\"cache\"")
                .build();
    }

    /** The form again, with what went wrong. */
    ModelAndView troubled(Wording wording, CsrfToken token, Sentence trouble) {
        return form(wording, token, "/", Optional.of(trouble), HttpStatus.UNAUTHORIZED);
    }

    private ModelAndView form(
            Wording wording, CsrfToken token, String next, Optional<Sentence> trouble, HttpStatus status) {
        Layout layout = Layout.bare(
                wording,
                Address.of("/sign-in").with("next", next.equals("/") ? "" : next),
                wording.say("workspace.sign-in.title"));
        ModelAndView page = new ModelAndView(
                "workspace/web/sign-in",
                Map.of(
                        "page",
                        new SigningIn(
                                new Bare(layout, token, trouble), entrance.isAlone(), next, openId.nameIfUsed())));
        page.setStatus(status);
        return page;
    }

    static Entered entered(Wording wording, String next) {
        return new Entered(Layout.bare(wording, Address.of("/enter"), wording.say("workspace.entered.title")), next);
    }

    static ModelAndView dead(Wording wording, DeadLink link) {
        ModelAndView page = new ModelAndView(
                "workspace/web/dead-link",
                Map.of(
                        "page",
                        new Dead(
                                Layout.bare(wording, Address.of("/enter"), wording.say("workspace.dead-link.title")),
                                link)));
        page.setStatus(HttpStatus.GONE);
        return page;
    }

    static ModelAndView seeOther(String path) {
        org.springframework.web.servlet.view.RedirectView view =
                new org.springframework.web.servlet.view.RedirectView(path, false, false, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }
}
