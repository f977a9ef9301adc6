package org.salus.sector.cli;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Sentence;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.sector.Basis;
import org.salus.sector.Coverage;
import org.salus.sector.Finding;
import org.salus.sector.OversightAnswer;
import org.salus.sector.Present;
import org.salus.sector.PresentTie;
import org.salus.sector.SectorAnswers;
import org.salus.sector.ToAsk;
import org.salus.workspace.Answer;
import org.salus.workspace.Faces;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code salus sector}: the sector map of a workspace, what it says about oversight, and files in and out, as on pages and in the API. */
@Command(name = "sector", synopsisSubcommandLabel = "COMMAND")
public final class SectorCommand implements Runnable {
    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** The command with its parts, for what all rooms add to workspaces. */
    public static CommandLine of(Faces faces) {
        return new CommandLine(new SectorCommand())
                .addSubcommand(new Showing(faces))
                .addSubcommand(new Matrix(faces))
                .addSubcommand(new Oversight(faces))
                .addSubcommand(new Asking(faces))
                .addSubcommand(new Answering(faces))
                .addSubcommand(new FileCommands.Importing(faces))
                .addSubcommand(new FileCommands.Exporting(faces))
                .addSubcommand(new FileCommands.Template())
                .addSubcommand(new SupportCommands.Listing(faces))
                .addSubcommand(new SupportCommands.Importing(faces));
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** Actors and ties of a day. */
    @Command(name = "show")
    static final class Showing extends SectorJob {
        @Mixin
        private DayOption on = new DayOption();

        Showing(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view) {
            SectorAnswers answers = answers(view, on.asked());
            if (format.isJson()) {
                json(answers.map());
                return 0;
            }
            for (Present actor : answers.day().actors()) {
                terminal.say(Sentence.of(
                        "sector.cli.actor",
                        actor.id().toString(),
                        actor.phase().actorClass().code(),
                        actor.name(),
                        actor.phase()
                                .type()
                                .map(type -> terminal.wording().say(type.label()))
                                .orElse("")));
            }
            for (PresentTie tie : answers.day().ties()) {
                terminal.say(Sentence.of(
                        "sector.cli.tie",
                        answers.day().name(tie.from()),
                        tie.type().label(),
                        answers.day().name(tie.to()),
                        tie.side(Basis.LAW).recorded().label(),
                        tie.side(Basis.PRACTICE).recorded().label()));
            }
            return 0;
        }
    }

    /** Who oversees whom. */
    @Command(name = "matrix")
    static final class Matrix extends SectorJob {
        @Mixin
        private DayOption on = new DayOption();

        @Option(names = "--basis", paramLabel = "BASIS", descriptionKey = "sector.matrix.basis")
        private @Nullable String basis;

        Matrix(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view) {
            SectorAnswers answers = answers(view, on.asked().with("basis", basis));
            if (format.isJson()) {
                json(answers.matrix());
                return 0;
            }
            for (Coverage one : answers.askedCoverage(answers.analysis())) {
                terminal.say(Sentence.of(
                        "sector.cli.coverage",
                        answers.day().name(one.institution()),
                        one.kind().label(),
                        one.basis().label(),
                        one.state().label(),
                        one.overseers().stream().map(answers.day()::name).collect(Collectors.joining(", ")),
                        one.asked().say()));
            }
            return 0;
        }
    }

    /** What the record says about oversight. */
    @Command(name = "oversight")
    static final class Oversight extends SectorJob {
        @Mixin
        private DayOption on = new DayOption();

        Oversight(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view) {
            SectorAnswers answers = answers(view, on.asked());
            if (format.isJson()) {
                json(answers.oversight());
                return 0;
            }
            OversightAnswer analysis = answers.analysis();
            for (Finding finding : analysis.findings()) {
                terminal.say(Sentence.of("sector.cli.finding", finding.says(), finding.rule(false), finding.name()));
                for (Item<Answer> answer : answers.answersTo(finding.name())) {
                    terminal.say(Sentence.of(
                            Answer.isProven(answer, view) ? "sector.cli.answer" : "sector.cli.answer.unproven",
                            answer.value().reply().label(),
                            answer.value().because(),
                            Sentence.of("workspace.history.unproven")));
                }
            }
            terminal.remark(Sentence.of(
                    "sector.cli.found",
                    analysis.findings().size(),
                    analysis.asked().say(),
                    analysis.edition()));
            return 0;
        }
    }

    /** What nobody has answered yet. */
    @Command(name = "ask")
    static final class Asking extends SectorJob {
        @Mixin
        private DayOption on = new DayOption();

        Asking(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view) {
            SectorAnswers answers = answers(view, on.asked());
            if (format.isJson()) {
                json(answers.questions());
                return 0;
            }
            for (ToAsk one : answers.askedQuestions(answers.analysis())) {
                terminal.say(one.asks());
            }
            return 0;
        }
    }

    /** Answers a finding: "we disagree, because …". */
    @Command(name = "answer")
    static final class Answering extends SectorJob {
        @Parameters(index = "1", paramLabel = "FINDING", descriptionKey = "sector.answer.finding")
        private String finding = "";

        @Mixin
        private DayOption on = new DayOption();

        @Option(names = "--reply", paramLabel = "REPLY", required = true, descriptionKey = "sector.answer.reply")
        private String reply = "";

        @Option(names = "--because", paramLabel = "TEXT", descriptionKey = "sector.answer.because")
        private String because = "";

        Answering(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view) {
            Item<Answer> answer = answers(view, on.asked()).answering(finding, reply, because);
            return told(
                    desk,
                    workspace,
                    workspace.append(desk.account(), java.util.List.of(new Edit.Put(answer)), Reason.EDIT));
        }
    }
}
