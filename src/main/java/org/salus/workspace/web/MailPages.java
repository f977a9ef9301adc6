package org.salus.workspace.web;

import java.util.Map;
import java.util.Optional;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.StandsOn;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.people.MailRhythm;
import org.salus.people.People;
import org.salus.people.Secret;
import org.salus.people.SignedIn;
import org.salus.workspace.Mailing;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Choosing mail, confirming the address by the link of the first, and ending it by the link that stands in each other. */
@Controller
final class MailPages {
    private static final String ACCOUNT = "/account";

    private final People people;
    private final Mailing mailing;

    MailPages(People people, Mailing mailing) {
        this.people = people;
        this.mailing = mailing;
    }

    /** Before and after mail is ended. Whose it was is not told: links get into others' hands. */
    record Stopping(Bare bare, String key, boolean isDone) {}

    /**
     * Before and after an address is confirmed. Whose it is is not told.
     *
     * @param confirmed what came of it; empty before
     */
    record Confirming(Bare bare, String key, Optional<Boolean> confirmed) {}

    @StandsOn(ACCOUNT)
    @PostMapping(ACCOUNT + "/mail")
    ModelAndView choose(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "none") String rhythm,
            SignedIn who,
            Wording wording) {
        who.mustBeHere();
        if (!mailing.isPossible()) {
            throw Failure.wrongUse(Sentence.of("workspace.mail.off"));
        }
        MailRhythm chosen = MailRhythm.of(rhythm)
                .orElseThrow(() -> Failure.wrongUse(
                        Sentence.of("workspace.mail.no-rhythm", rhythm, String.join(", ", MailRhythm.codes()))));
        people.mails().choose(who, address, chosen, wording.locale());
        return SignInPages.seeOther(ACCOUNT);
    }

    /** Asks first: programs that look at mail follow its links. */
    @GetMapping("/mail/stop")
    ModelAndView look(@RequestParam(defaultValue = "") String key, Wording wording, CsrfToken token) {
        return page(key, false, wording, token);
    }

    @PostMapping("/mail/stop")
    ModelAndView stop(@RequestParam(defaultValue = "") String key, Wording wording, CsrfToken token) {
        if (key.isBlank()) {
            throw Failure.wrongUse(Sentence.of("workspace.mail.stop.no-key"));
        }
        people.mails().stop(key);
        return page("", true, wording, token);
    }

    /** Asks first, too. Whoever opens the link need not be signed in: they read the mail. */
    @GetMapping("/mail/confirm")
    ModelAndView lookConfirm(@RequestParam(defaultValue = "") String key, Wording wording, CsrfToken token) {
        return confirming(key, Optional.empty(), wording, token);
    }

    @PostMapping("/mail/confirm")
    ModelAndView confirm(@RequestParam(defaultValue = "") String key, Wording wording, CsrfToken token) {
        boolean isConfirmed = people.mails().confirm(Secret.of(key));
        ModelAndView page = confirming("", Optional.of(isConfirmed), wording, token);
        page.setStatus(isConfirmed ? HttpStatus.OK : HttpStatus.GONE);
        return page;
    }

    private static ModelAndView confirming(String key, Optional<Boolean> confirmed, Wording wording, CsrfToken token) {
        Layout layout = Layout.bare(
                wording, Address.of("/mail/confirm").with("key", key), wording.say("workspace.mail.confirm.title"));
        return new ModelAndView(
                "workspace/web/confirm",
                Map.of("page", new Confirming(new Bare(layout, token, Optional.empty()), key, confirmed)));
    }

    private static ModelAndView page(String key, boolean isDone, Wording wording, CsrfToken token) {
        // Whoever changes the language comes back with what the link was for.
        Layout layout = Layout.bare(
                wording, Address.of("/mail/stop").with("key", key), wording.say("workspace.mail.stop.title"));
        return new ModelAndView(
                "workspace/web/stop",
                Map.of("page", new Stopping(new Bare(layout, token, Optional.empty()), key, isDone)));
    }
}
