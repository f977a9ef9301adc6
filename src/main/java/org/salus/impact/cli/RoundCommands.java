package org.salus.impact.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Sentence;
import org.salus.goals.Measurement;
import org.salus.impact.SurveyAnswers;
import org.salus.impact.SurveyForm;
import org.salus.impact.SurveyFormReader;
import org.salus.impact.SurveyMeasurement;
import org.salus.impact.SurveyRound;
import org.salus.impact.SurveySubmissions;
import org.salus.impact.TypedStudy;
import org.salus.impact.TypedSurvey;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.workspace.Faces;
import org.salus.workspace.cli.OneWorkspaceJob;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code salus impact rounds}: the rounds of surveys of a workspace, as on pages and in the API. */
@Command(name = "rounds", synopsisSubcommandLabel = "COMMAND")
final class RoundCommands implements Runnable {
    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** The commands about rounds, for what all rooms add to workspaces. */
    static CommandLine of(Faces faces) {
        return new CommandLine(new RoundCommands())
                .addSubcommand(new Listing(faces))
                .addSubcommand(new Showing(faces))
                .addSubcommand(new Keeping(faces))
                .addSubcommand(new Measuring(faces));
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** The rounds there are. */
    @Command(name = "list")
    static final class Listing extends OneWorkspaceJob {
        Listing(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) {
            View view = workspace.view(desk.account());
            SurveyAnswers surveys = new SurveyAnswers(view);
            if (format.isJson()) {
                json(surveys.tellAll());
                return 0;
            }
            List<Item<SurveyRound>> all = surveys.list();
            terminal.say(Sentence.of("impact.surveys.lead", all.size()));
            all.forEach(item -> terminal.say(Sentence.of(
                    "impact.survey.cli.line",
                    item.id().toString(),
                    item.value().title(),
                    item.value().on())));
            return 0;
        }
    }

    /** What a round says. */
    @Command(name = "show")
    static final class Showing extends OneWorkspaceJob {
        @Parameters(index = "1", paramLabel = "ROUND", descriptionKey = "impact.round.which")
        private String which = "";

        @Option(names = "--by", paramLabel = "COLUMN", descriptionKey = "impact.survey.by")
        private String by = "";

        @Option(names = "--before", paramLabel = "ROUND", descriptionKey = "impact.round.before")
        private String before = "";

        Showing(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) {
            SurveyAnswers surveys = new SurveyAnswers(workspace.view(desk.account()));
            Item<SurveyRound> item = surveys.find(which);
            if (format.isJson()) {
                json(surveys.tell(item, by, before));
            } else {
                new SurveyCommand.ToldSurvey(terminal).tell(surveys.answer(item, by, before));
            }
            return 0;
        }
    }

    /** Keeps the chosen answers of a round. */
    @Command(name = "keep")
    static final class Keeping extends OneWorkspaceJob {
        @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "impact.survey.file")
        private String file = "";

        @Parameters(index = "2..*", arity = "1..*", paramLabel = "NAME=WORDS", descriptionKey = "impact.round.words")
        private Map<String, String> words = new HashMap<>();

        @Option(names = "--form", required = true, paramLabel = "FORM", descriptionKey = "impact.survey.form")
        private String form = "";

        Keeping(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) {
            View view = workspace.view(desk.account());
            TypedStudy.requireWriter(view);
            TypedSurvey typed = new TypedSurvey(words).knowing();
            SurveyForm asked =
                    ImpactCommand.Job.read(form, (bytes, name) -> SurveyFormReader.read(bytes, name, typed.language()));
            TypedSurvey.Kept kept = ImpactCommand.Job.read(
                    file,
                    (bytes, name) -> typed.keep(
                            asked,
                            (read, questions, design, groups) ->
                                    SurveySubmissions.read(bytes, name, read, questions, design, groups),
                            view,
                            terminal.wording()::say,
                            LocalDate.now(ZoneOffset.UTC)));
            Outcome outcome = workspace.append(desk.account(), kept.edits(), Reason.EDIT);
            if (outcome instanceof Outcome.Accepted && !format.isJson()) {
                terminal.say(Sentence.of("impact.survey.cli.kept", kept.round().toString()));
            }
            return told(desk, workspace, outcome);
        }
    }

    /** Takes a figure as a measurement of an indicator. */
    @Command(name = "measure")
    static final class Measuring extends OneWorkspaceJob {
        @Parameters(index = "1", paramLabel = "ROUND", descriptionKey = "impact.round.which")
        private String which = "";

        @Parameters(index = "2", paramLabel = "QUESTION", descriptionKey = "impact.round.question")
        private String question = "";

        @Parameters(index = "3", paramLabel = "INDICATOR", descriptionKey = "impact.round.indicator")
        private String indicator = "";

        @Option(names = "--choice", paramLabel = "ANSWER", descriptionKey = "impact.round.choice")
        private String choice = "";

        Measuring(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) {
            View view = workspace.view(desk.account());
            Item<SurveyRound> round = new SurveyAnswers(view).find(which);
            Item<Measurement> measured =
                    SurveyMeasurement.of(view, round, question, choice, indicator, terminal.wording()::say);
            Outcome outcome = workspace.append(desk.account(), List.of(new Edit.Put(measured)), Reason.EDIT);
            if (outcome instanceof Outcome.Accepted && !format.isJson()) {
                terminal.say(Sentence.of(
                        "impact.survey.cli.measured",
                        measured.value().note(),
                        measured.value().on()));
            }
            return told(desk, workspace, outcome);
        }
    }
}
