package org.salus.impact.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Evidence;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.goals.Feeds;
import org.salus.goals.SeriesKey;
import org.salus.impact.ImpactAnswer;
import org.salus.impact.ImpactStudy;
import org.salus.impact.StudyAnswers;
import org.salus.impact.StudyAnswers.Shown;
import org.salus.impact.StudySources;
import org.salus.impact.StudySources.Brought;
import org.salus.impact.StudyTable;
import org.salus.impact.TypedStudy;
import org.salus.impact.WorkedOut;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.portfolio.Supports;
import org.salus.workspace.Faces;
import org.salus.workspace.cli.OneWorkspaceJob;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code salus impact study}: the studies of a workspace, as on pages and in the API. */
@Command(name = "study", synopsisSubcommandLabel = "COMMAND")
final class StudyCommands implements Runnable {
    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** The commands about studies, for what all rooms add to workspaces. */
    static CommandLine of(Faces faces) {
        return new CommandLine(new StudyCommands())
                .addSubcommand(new Listing(faces))
                .addSubcommand(new Showing(faces))
                .addSubcommand(new Beginning(faces))
                .addSubcommand(new Taking(faces))
                .addSubcommand(new Running(faces))
                .addSubcommand(new Writing(faces));
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** What every part needs: the studies that whoever works here may see. */
    @Command
    abstract static class Job extends OneWorkspaceJob {
        private final Faces rooms;

        Job(Faces faces) {
            super(faces);
            this.rooms = faces;
        }

        @Override
        protected final int work(Desk desk, Workspace workspace) {
            View view = workspace.view(desk.account());
            return work(desk, workspace, view, studies(view));
        }

        StudyAnswers studies(View view) {
            return new StudyAnswers(view, new WorkedOut(), rooms, terminal.wording());
        }

        abstract int work(Desk desk, Workspace workspace, View view, StudyAnswers studies);

        /** Keeps what was brought, and begins a study with it. */
        int begun(Desk desk, Workspace workspace, View view, Map<String, String> words, Brought brought) {
            TypedStudy.Begun begun =
                    new TypedStudy(words).knowing(TypedStudy.BEGIN).begin(brought, view, terminal.wording());
            Outcome outcome = workspace.append(desk.account(), begun.edits(), Reason.EDIT);
            if (outcome instanceof Outcome.Accepted && !format.isJson()) {
                terminal.say(Sentence.of("impact.cli.begun", begun.id().toString()));
            }
            return told(desk, workspace, outcome);
        }

        /** A study in words: the verdict first, then what it rests on, then how what was kept stands against it. */
        void tell(Shown shown) {
            terminal.say(Sentence.of(
                    "impact.cli.study", shown.study().title(), shown.study().asks()));
            Optional<ImpactAnswer> answer = shown.answer();
            if (answer.isPresent()) {
                new ImpactCommand.Told(terminal)
                        .tell(answer.get(), shown.study().verdict(answer.get()));
            }
            shown.refused().ifPresent(why -> {
                terminal.say(Sentence.of("impact.study.nothing"));
                terminal.say(why.sentence());
                why.advice().ifPresent(terminal::say);
            });
            terminal.say(shown.standing().says());
            terminal.remark(Sentence.of("impact.standing"));
        }
    }

    /** What every part about one study needs beside that: which one. */
    @Command
    abstract static class OneStudy extends Job {
        @Parameters(index = "1", paramLabel = "STUDY", descriptionKey = "impact.study.which")
        private String which = "";

        OneStudy(Faces faces) {
            super(faces);
        }

        @Override
        final int work(Desk desk, Workspace workspace, View view, StudyAnswers studies) {
            return work(desk, workspace, view, studies, studies.find(which));
        }

        abstract int work(Desk desk, Workspace workspace, View view, StudyAnswers studies, Item<ImpactStudy> item);
    }

    /** The studies there are. */
    @Command(name = "list")
    static final class Listing extends Job {
        Listing(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, StudyAnswers studies) {
            if (format.isJson()) {
                json(studies.tellAll());
                return 0;
            }
            List<Item<ImpactStudy>> all = studies.list();
            terminal.say(Sentence.of("impact.board.lead", all.size()));
            all.forEach(item -> terminal.say(item.value()
                    .result()
                    .map(result -> Sentence.of(
                            "impact.cli.line",
                            item.id().toString(),
                            item.value().title(),
                            result.verdict().label(),
                            result.on()))
                    .orElseGet(() -> Sentence.of(
                            "impact.cli.line-not-asked",
                            item.id().toString(),
                            item.value().title()))));
            return 0;
        }
    }

    /** One study with everything it comes to. */
    @Command(name = "show")
    static final class Showing extends OneStudy {
        Showing(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, StudyAnswers studies, Item<ImpactStudy> item) {
            if (format.isJson()) {
                json(studies.tell(item));
            } else {
                tell(studies.show(item));
            }
            return 0;
        }
    }

    /** Begins a study of a table. */
    @Command(name = "begin")
    static final class Beginning extends Job {
        @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "impact.file")
        private String file = "";

        @Parameters(index = "2..*", arity = "1..*", paramLabel = "NAME=WORDS", descriptionKey = "impact.study.words")
        private Map<String, String> words = new HashMap<>();

        Beginning(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, StudyAnswers studies) {
            return begun(desk, workspace, view, words, new Brought(ImpactCommand.Job.read(file), "", List.of()));
        }
    }

    /** Begins a study of what is there already. */
    @Command(name = "take")
    static final class Taking extends Job {
        @Parameters(index = "1", paramLabel = "SERIES|INDICATOR", descriptionKey = "impact.study.from")
        private String from = "";

        @Parameters(index = "2..*", arity = "1..*", paramLabel = "NAME=WORDS", descriptionKey = "impact.study.words")
        private Map<String, String> words = new HashMap<>();

        @Option(names = "--since", paramLabel = "YEAR", descriptionKey = "impact.study.since")
        private String since = "";

        @Option(names = "--until", paramLabel = "YEAR", descriptionKey = "impact.study.until")
        private String until = "";

        @Option(names = "--beside", descriptionKey = "impact.study.beside")
        private boolean beside;

        Taking(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, StudyAnswers studies) {
            if (SeriesKey.find(from).isEmpty() && !StudySources.isOfEvents(from)) {
                return begun(desk, workspace, view, words, StudySources.measured(view, from, terminal.wording()));
            }
            try (Evidence evidence = Evidence.open(data.folder())) {
                StudySources sources = new StudySources(evidence, new Feeds(evidence, Supports.shipped()));
                return begun(
                        desk,
                        workspace,
                        view,
                        words,
                        sources.open(view, from, since, until, beside, terminal.wording()));
            }
        }
    }

    /** Asks a study anew and keeps what it comes to. */
    @Command(name = "run")
    static final class Running extends OneStudy {
        @Parameters(index = "2..*", arity = "0..*", paramLabel = "NAME=WORDS", descriptionKey = "impact.study.words")
        private Map<String, String> words = new HashMap<>();

        Running(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, StudyAnswers studies, Item<ImpactStudy> item) {
            TypedStudy.requireWriter(view);
            Item<ImpactStudy> worked = new TypedStudy(words)
                    .knowing(TypedStudy.CHANGE)
                    .worked(
                            item,
                            view,
                            new WorkedOut(),
                            PartialDate.of(LocalDate.now(Clock.systemUTC()).toString()));
            Outcome outcome = workspace.append(desk.account(), List.of(new Edit.Put(worked)), Reason.EDIT);
            if (outcome instanceof Outcome.Accepted) {
                StudyAnswers now = studies(workspace.view(desk.account()));
                Item<ImpactStudy> kept = now.find(worked.id().toString());
                if (format.isJson()) {
                    json(now.tell(kept));
                } else {
                    tell(now.show(kept));
                }
                return 0;
            }
            return told(desk, workspace, outcome);
        }
    }

    /** Writes the rows of a study and a program that repeats its main figure from them. */
    @Command(name = "repeat")
    static final class Writing extends OneStudy {
        @Parameters(index = "2", paramLabel = "SCRIPT", descriptionKey = "impact.study.script")
        private Path script = Path.of("");

        Writing(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, StudyAnswers studies, Item<ImpactStudy> item) {
            Shown shown = studies.show(item);
            StudyTable rows = shown.rows();
            String form = ending(script);
            String program = studies.script(shown, form);
            Path beside = script.resolveSibling(rows.fileName());
            terminal.writePrivately(beside, rows.csv().getBytes(StandardCharsets.UTF_8));
            terminal.writePrivately(script, program.getBytes(StandardCharsets.UTF_8));
            desk.taken(workspace, "data.csv");
            desk.taken(workspace, "repeat." + form);
            return 0;
        }
    }
}
