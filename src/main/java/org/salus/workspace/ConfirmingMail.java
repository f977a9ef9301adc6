package org.salus.workspace;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Wording;
import org.salus.people.MailConfirmation;
import org.salus.people.Secret;

/** The first mail to an address, by which whoever reads it says that they want more. It tells nothing of who asked: the address may be a stranger's. */
final class ConfirmingMail {
    private ConfirmingMail() {}

    /**
     * The mail.
     *
     * @param base the address of this server
     * @param link what opens the link, once
     */
    static MailServer.Letter letter(String to, Wording wording, URI base, Secret link) {
        return new MailServer.Letter(
                to,
                wording.say("workspace.mail.confirm.subject"),
                String.join(
                        "\r\n",
                        List.of(
                                wording.say("workspace.mail.confirm.opening", base.toString()),
                                "",
                                wording.say("workspace.mail.confirm.how", MailConfirmation.LIFE.toDays()),
                                base.resolve("/mail/confirm?key=" + link.reveal())
                                        .toString(),
                                "",
                                wording.say("workspace.mail.confirm.else"),
                                "")),
                Optional.empty());
    }
}
