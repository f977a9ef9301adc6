package org.salus.governance.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.salus.documents.Version;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.governance.Assessment;
import org.salus.governance.GovernanceAnswers;
import org.salus.governance.ReplyForm;
import org.salus.governance.ReplyImport;
import org.salus.governance.cli.GovernanceCommand.OneRound;
import org.salus.ledger.Digest;
import org.salus.ledger.Outcome;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.workspace.Faces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The right of reply by Word or Excel in a terminal: a form out for the side of an institution, and what comes back. */
final class ReplyCommands {
    private ReplyCommands() {}

    /** Writes the form of an institution. */
    @Command(name = "reply-form")
    static final class Forming extends OneRound {
        @Parameters(index = "2", paramLabel = "INSTITUTION", descriptionKey = "governance.institution")
        private String institution = "";

        @Parameters(index = "3", paramLabel = "FILE", descriptionKey = "governance.reply-form.file")
        private Path file = Path.of("");

        @Option(
                names = "--until",
                paramLabel = "DATE",
                defaultValue = "",
                descriptionKey = "governance.reply-form.until")
        private String until = "";

        @Option(
                names = "--reasons",
                paramLabel = "WHOSE",
                defaultValue = "",
                descriptionKey = "governance.reply-form.reasons")
        private String reasons = "";

        Forming(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, Assessment assessment) {
            String form = ReplyForm.formOf(String.valueOf(file.getFileName()));
            byte[] made = ReplyForm.of(
                    assessment,
                    institution,
                    form,
                    ReplyForm.wish(until, reasons),
                    view.charter().name(),
                    new Version(view.heads().first().brief(), workspace.day(desk.account())),
                    terminal.wording());
            terminal.writePrivately(file, made);
            desk.taken(workspace, "governance/rounds/reply." + form);
            return 0;
        }
    }

    /** Writes down what a filled-in form says. */
    @Command(name = "reply-import")
    static final class Importing extends OneRound {
        @Parameters(index = "2", paramLabel = "FILE", descriptionKey = "governance.reply-import.file")
        private String file = "";

        @Option(names = "--preview", descriptionKey = "governance.import.preview")
        private boolean preview;

        Importing(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, Assessment assessment) throws IOException {
            ReplyImport.Preview found = read(
                    file,
                    (bytes, name) -> ReplyImport.preview(
                            bytes, name, assessment, view, terminal.wording().locale()));
            Optional<Digest> entry = Optional.empty();
            if (!preview && !found.edits().isEmpty()) {
                Outcome outcome = ReplyImport.accept(workspace, desk.account(), found);
                if (!(outcome instanceof Outcome.Accepted accepted)) {
                    return told(desk, workspace, outcome);
                }
                entry = Optional.of(accepted.entry());
            }
            if (format.isJson()) {
                json(GovernanceAnswers.replied(found, entry));
                return found.problems().isEmpty() ? 0 : Failure.Kind.WRONG_USE.exitCode();
            }
            found.problems().forEach(this::tell);
            found.lines()
                    .forEach(line -> terminal.say(Sentence.of(
                            "governance.cli.reply",
                            line.question().isEmpty() ? Sentence.of("governance.reply-form.whole") : line.question(),
                            line.reply().label(),
                            line.text())));
            terminal.say(Sentence.of(
                    entry.isPresent() ? "governance.reply-file.done" : "governance.reply-file.looked",
                    file,
                    found.fresh(),
                    found.changed(),
                    found.same(),
                    found.empty()));
            return found.problems().isEmpty() ? 0 : Failure.Kind.WRONG_USE.exitCode();
        }
    }
}
