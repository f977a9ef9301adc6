package org.salus.workspace.web;

import java.util.Map;
import java.util.Optional;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.people.Account;
import org.salus.people.DeadLink;
import org.salus.people.People;
import org.salus.people.Secret;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Choosing a new password by a link from an administrator. */
@Controller
final class ResetPages {
    private final People people;

    ResetPages(People people) {
        this.people = people;
    }

    /** For whom a password is chosen. */
    record Choosing(Bare bare, String key, String login) {}

    @GetMapping("/reset")
    ModelAndView look(@RequestParam(defaultValue = "") String key, Wording wording, CsrfToken token) {
        return form(key, wording, token, Optional.empty());
    }

    @PostMapping("/reset")
    ModelAndView reset(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String password,
            Wording wording,
            CsrfToken token) {
        try {
            people.signIns().reset(Secret.of(key), password);
            return SignInPages.seeOther("/sign-in");
        } catch (DeadLink dead) {
            return SignInPages.dead(wording, dead);
        } catch (Failure refused) {
            return form(key, wording, token, Optional.of(refused.sentence()));
        }
    }

    private ModelAndView form(String key, Wording wording, CsrfToken token, Optional<Sentence> trouble) {
        try {
            Account account = people.signIns().lookReset(Secret.of(key));
            Layout layout =
                    Layout.bare(wording, Address.of("/reset").with("key", key), wording.say("workspace.reset.title"));
            ModelAndView page = new ModelAndView(
                    "workspace/web/reset",
                    Map.of(
                            "page",
                            new Choosing(
                                    new Bare(layout, token, trouble),
                                    key,
                                    account.login().orElse(""))));
            page.setStatus(trouble.isPresent() ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
            return page;
        } catch (DeadLink dead) {
            return SignInPages.dead(wording, dead);
        }
    }
}
