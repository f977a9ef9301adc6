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
import org.salus.people.SignedIn;
import org.salus.workspace.Mailing;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Choosing mail, and ending it by the link that stands in each. */
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

    private static ModelAndView page(String key, boolean isDone, Wording wording, CsrfToken token) {
        // Whoever changes the language comes back with what the link was for.
        Layout layout = Layout.bare(
                wording, Address.of("/mail/stop").with("key", key), wording.say("workspace.mail.stop.title"));
        return new ModelAndView(
                "workspace/web/stop",
                Map.of("page", new Stopping(new Bare(layout, token, Optional.empty()), key, isDone)));
    }
}
