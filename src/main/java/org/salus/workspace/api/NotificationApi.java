package org.salus.workspace.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Workspaces;
import org.salus.people.MailConfirmation;
import org.salus.people.MailRhythm;
import org.salus.people.Mails;
import org.salus.people.People;
import org.salus.people.SignedIn;
import org.salus.workspace.Faces;
import org.salus.workspace.Mailing;
import org.salus.workspace.Notification;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What concerns whoever asks, for other programs. */
@RestController
final class NotificationApi {
    private final Workspaces workspaces;
    private final Faces faces;
    private final People people;
    private final Mailing mailing;

    NotificationApi(Workspaces workspaces, Faces faces, People people, Mailing mailing) {
        this.workspaces = workspaces;
        this.faces = faces;
        this.people = people;
        this.mailing = mailing;
    }

    @GetMapping("/api/v1/notifications")
    ResponseEntity<byte[]> list(SignedIn who) {
        List<Notification> all = all(who);
        Set<String> read = people.readNotices()
                .among(who.id(), all.stream().map(Notification::name).toList());
        return Answers.of(Map.of(
                "notifications",
                all.stream().map(one -> one.answer(read.contains(one.name()))).toList()));
    }

    /**
     * Keeps that some are read.
     *
     * @param body {@code names} of those; others are not looked at
     */
    @PostMapping("/api/v1/notifications/read")
    ResponseEntity<byte[]> read(@RequestBody JsonNode body, SignedIn who) {
        List<String> named =
                body.path("names").valueStream().map(name -> name.asString("")).toList();
        List<String> there = all(who).stream().map(Notification::name).toList();
        List<String> kept = new ArrayList<>(people.readNotices().among(who.id(), there));
        there.stream().filter(named::contains).forEach(kept::add);
        people.readNotices().keep(who, kept);
        return list(who);
    }

    /** How whoever asks is told by mail. */
    @GetMapping("/api/v1/notifications/mail")
    ResponseEntity<byte[]> chosen(SignedIn who) {
        return Answers.of(mail(who));
    }

    /**
     * Chooses how one is told by mail.
     *
     * @param body {@code rhythm}, and {@code address} if it is another one, which a token cannot choose
     */
    @PostMapping("/api/v1/notifications/mail")
    ResponseEntity<byte[]> choose(@RequestBody JsonNode body, SignedIn who, Wording wording) {
        if (!mailing.isPossible()) {
            throw Failure.wrongUse(Sentence.of("workspace.mail.off"));
        }
        String rhythm = body.path("rhythm").asString("");
        MailRhythm chosen = MailRhythm.of(rhythm)
                .orElseThrow(() -> Failure.wrongUse(
                        Sentence.of("workspace.mail.no-rhythm", rhythm, String.join(", ", MailRhythm.codes()))));
        String known = people.mails().of(who.id()).map(Mails.Choice::address).orElse("");
        people.mails().choose(who, body.path("address").asString(known), chosen, wording.locale());
        return Answers.of(mail(who));
    }

    private List<Notification> all(SignedIn who) {
        return Notification.all(workspaces, who.id(), faces, Wording.english(), LocalDate.now(Clock.systemUTC()));
    }

    private Map<String, Object> mail(SignedIn who) {
        Optional<Mails.Choice> choice = people.mails().of(who.id());
        return Map.of(
                "possible", mailing.isPossible(),
                "rhythm",
                        choice.map(Mails.Choice::rhythm).orElse(MailRhythm.NONE).code(),
                // Empty where no mail is wanted.
                "confirmation",
                        choice.map(Mails.Choice::confirmation)
                                .map(MailConfirmation::code)
                                .orElse(""),
                // Whoever has got hold of a token learns no address by it.
                "address",
                        choice.filter(any -> who.way() != SignedIn.Way.TOKEN)
                                .map(Mails.Choice::address)
                                .orElse(""));
    }
}
