package org.salus.workspace.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.salus.frame.AnswerJson;
import org.salus.frame.cli.FormatOption;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.people.Mails;
import org.salus.workspace.MailServer;
import org.salus.workspace.TeamSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code salus mail}: whether a team's server can send mail. */
@Command(name = "mail", synopsisSubcommandLabel = "COMMAND")
public final class MailCommand implements Runnable {
    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** The command with its parts. */
    public static CommandLine of() {
        return new CommandLine(new MailCommand()).addSubcommand(new Testing());
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** Sends one mail that says nothing but that it came. */
    @Command(name = "test")
    static final class Testing implements Callable<Integer> {
        @Option(names = "--to", paramLabel = "ADDRESS", descriptionKey = "workspace.mail.test.to", required = true)
        private String to = "";

        @Option(names = "--team", paramLabel = "FILE", descriptionKey = "workspace.mail.test.team", required = true)
        private Path team = Path.of("");

        @Mixin
        private FormatOption format = FormatOption.offering(FormatOption.Format.TEXT, FormatOption.Format.JSON);

        @Mixin
        private Terminal terminal = new Terminal();

        @Override
        public Integer call() {
            MailServer server = TeamSettings.of(team)
                    .mail()
                    .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.mail.not-set", team.toString()))
                            .advising(Sentence.of("workspace.mail.not-set.advice")));
            if (!Mails.isAddress(to)) {
                throw Failure.wrongUse(Sentence.of("people.failure.no-mail-address"));
            }
            try {
                server.send(new MailServer.Letter(
                        to,
                        terminal.wording().say("workspace.mail.test.subject"),
                        terminal.wording().say("workspace.mail.test.text") + "\r\n",
                        Optional.empty()));
            } catch (MailServer.NotSent refused) {
                throw Failure.notPossible(
                                Sentence.of("workspace.mail.test.refused", server.host(), server.port()), refused)
                        .advising(MailServer.Trouble.saying(refused.trouble().code()));
            }
            if (format.isJson()) {
                terminal.out().println(AnswerJson.in(terminal.wording()).writeValueAsString(Map.of("sent", true)));
            } else {
                terminal.say(Sentence.of("workspace.mail.test.sent", server.host(), server.port()));
            }
            return 0;
        }
    }
}
