package org.salus.workspace;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Wording;
import org.salus.ledger.Workspaces;
import org.salus.people.Mails;
import org.salus.people.People;
import org.salus.people.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes round those who want mail, has them confirm their address, and tells them what is new. What is told is kept before it is sent, so that neither a restart nor a second server on the same database tells it twice; what the server
 * for mail refuses is told again later.
 *
 * @param server the one that takes mail
 * @param base the address people know this server by
 */
public record MailRounds(
        MailServer server, URI base, People people, Workspaces workspaces, Faces faces, InstantSource clock) {
    private static final Logger LOG = LoggerFactory.getLogger(MailRounds.class);
    private static final Duration PAUSE = Duration.ofMinutes(2);

    /** Goes round until the thread is interrupted. */
    public void untilStopped() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                round();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Goes round once; returns how many mails were taken. */
    public int round() {
        int sent = 0;
        try {
            for (Mails.Choice choice : people.mails().unconfirmed(clock.instant())) {
                if (Thread.currentThread().isInterrupted()) {
                    return sent;
                }
                sent += isAsked(choice) ? 1 : 0;
            }
            for (Mails.Choice choice : people.mails().open(clock.instant())) {
                if (Thread.currentThread().isInterrupted()) {
                    return sent;
                }
                sent += isSent(choice) ? 1 : 0;
            }
        } catch (RuntimeException later) {
            // The database may be away for a while; what went wrong could name people.
            LOG.warn("mail: {}", later.getClass().getName());
        }
        return sent;
    }

    /** Sends the link by which an address is confirmed. */
    private boolean isAsked(Mails.Choice choice) {
        Optional<Secret> link = people.mails().claimLink(choice);
        if (link.isEmpty()) {
            return false;
        }
        try {
            server.send(ConfirmingMail.letter(choice.address(), Wording.in(choice.language()), base, link.get()));
            people.mails().linkSent(choice, clock.instant());
            return true;
        } catch (MailServer.NotSent refused) {
            people.mails().linkRefused(choice, refused.trouble().code(), clock.instant());
            LOG.warn("mail: {}", refused.trouble().code());
            return false;
        }
    }

    private boolean isSent(Mails.Choice choice) {
        try {
            Wording wording = Wording.in(choice.language());
            Instant now = clock.instant();
            boolean isDue = choice.rhythm().isDue(choice.digestAt(), now);
            List<Notification> there = Notification.all(
                    workspaces,
                    choice.account(),
                    faces,
                    wording,
                    now.atZone(ZoneOffset.UTC).toLocalDate());
            List<String> names = there.stream().map(Notification::name).toList();
            Set<String> known = new HashSet<>(people.mails().told(choice.account(), names));
            known.addAll(people.readNotices().among(choice.account(), names));
            Optional<MailDigest> digest = MailDigest.of(there, known, choice.rhythm(), isDue);
            List<String> told = digest.map(MailDigest::names).orElse(List.of());
            if ((told.isEmpty() && !isDue)
                    || !people.mails().claim(choice, names, told, isDue ? now : choice.digestAt())
                    || digest.isEmpty()) {
                return false;
            }
            return isTaken(choice, digest.get(), wording);
        } catch (RuntimeException damaged) {
            // One person's workspace that cannot be read must not keep the others from their mail.
            LOG.warn("mail: {}", damaged.getClass().getName());
            return false;
        }
    }

    private boolean isTaken(Mails.Choice choice, MailDigest digest, Wording wording) {
        try {
            server.send(digest.letter(choice.address(), wording, base, choice.stopKey()));
            people.mails().sent(choice, clock.instant());
            return true;
        } catch (MailServer.NotSent refused) {
            people.mails().refused(choice, digest.names(), refused.trouble().code(), clock.instant());
            LOG.warn("mail: {}", refused.trouble().code());
            return false;
        }
    }
}
