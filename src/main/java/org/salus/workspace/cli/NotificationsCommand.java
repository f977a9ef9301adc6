package org.salus.workspace.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.people.MailConfirmation;
import org.salus.people.MailRhythm;
import org.salus.people.Mails;
import org.salus.workspace.Faces;
import org.salus.workspace.Notification;
import picocli.CommandLine.Command;

/** {@code salus notifications}: what concerns whoever asks, in all workspaces they may open. */
@Command(name = "notifications")
public final class NotificationsCommand extends WorkspaceJob {
    /** The command, for what these rooms add to workspaces. */
    public NotificationsCommand(Faces faces) {
        super(faces);
    }

    @Override
    protected int work(Desk desk) {
        List<Notification> all = Notification.all(
                desk.workspaces(), desk.account(), desk.faces(), terminal.wording(), LocalDate.now(Clock.systemUTC()));
        Set<String> read = desk.people()
                .readNotices()
                .among(desk.account(), all.stream().map(Notification::name).toList());
        Optional<Mails.Choice> mail = desk.people().mails().of(desk.account());
        if (format.isJson()) {
            json(Map.of(
                    "notifications",
                    all.stream()
                            .map(one -> one.answer(read.contains(one.name())))
                            .toList(),
                    "mail",
                    Map.of(
                            "rhythm",
                            mail.map(Mails.Choice::rhythm)
                                    .orElse(MailRhythm.NONE)
                                    .code(),
                            "confirmation",
                            mail.map(Mails.Choice::confirmation)
                                    .map(MailConfirmation::code)
                                    .orElse(""))));
            return 0;
        }
        mail.ifPresent(chosen -> terminal.say(chosen.confirmation().label()));
        terminal.say(Sentence.of("workspace.notifications.lead", all.size() - read.size()));
        all.stream()
                .filter(one -> !read.contains(one.name()))
                .map(one -> Sentence.of(
                        "workspace.cli.notification",
                        terminal.wording().say(one.matter().label()),
                        one.title(),
                        one.on().map(PartialDate::toString).orElse(""),
                        one.on().isPresent() ? 1 : 0,
                        one.in(),
                        one.href()))
                .forEach(terminal::say);
        return 0;
    }
}
