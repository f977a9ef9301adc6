package org.salus.governance.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salus.context.GovernancePanel;
import org.salus.context.Premises;
import org.salus.documents.Table;
import org.salus.documents.Version;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.governance.Assessment;
import org.salus.governance.FieldForm;
import org.salus.governance.FieldImport;
import org.salus.governance.GovernanceAnswers;
import org.salus.governance.GovernanceTables;
import org.salus.governance.Institution;
import org.salus.governance.Problem;
import org.salus.governance.QuestionSet;
import org.salus.governance.QuestionSetFile;
import org.salus.governance.TypedStep;
import org.salus.ledger.Digest;
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

/** {@code salus governance}: the assessments of a workspace, and forms and question sets in and out, as on pages and in the API. */
@Command(name = "governance", synopsisSubcommandLabel = "COMMAND")
public final class GovernanceCommand implements Runnable {
    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** The command with its parts, for what all rooms add to workspaces. */
    public static CommandLine of(Faces faces) {
        return new CommandLine(new GovernanceCommand())
                .addSubcommand(new Rounds(faces))
                .addSubcommand(new Showing(faces))
                .addSubcommand(new Tabling(faces))
                .addSubcommand(new StepCommands.Beginning(faces))
                .addSubcommand(new StepCommands.Assessing(faces))
                .addSubcommand(new StepCommands.Seating(faces))
                .addSubcommand(new StepCommands.Answering(faces))
                .addSubcommand(new StepCommands.Staging(faces))
                .addSubcommand(new StepCommands.Reviewing(faces))
                .addSubcommand(new StepCommands.Replying(faces))
                .addSubcommand(new Forming(faces))
                .addSubcommand(new Importing(faces))
                .addSubcommand(new ReplyCommands.Forming(faces))
                .addSubcommand(new ReplyCommands.Importing(faces))
                .addSubcommand(new Bringing(faces))
                .addSubcommand(new SetCommands.Listing(faces))
                .addSubcommand(new SetCommands.Asking(faces))
                .addSubcommand(new SetCommands.Writing(faces));
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** What every part needs: the workspace as its reader sees it. */
    @Command
    abstract static class Job extends OneWorkspaceJob {
        Job(Faces faces) {
            super(faces);
        }

        @Override
        protected final int work(Desk desk, Workspace workspace) throws Exception {
            return work(desk, workspace, workspace.view(desk.account()));
        }

        abstract int work(Desk desk, Workspace workspace, View view) throws Exception;

        GovernanceAnswers answers(Workspace workspace, View view) {
            return new GovernanceAnswers(workspace, view, terminal.wording().locale());
        }

        int written(Desk desk, Workspace workspace, TypedStep step) {
            return told(desk, workspace, workspace.append(desk.account(), step.edits(), step.reason()));
        }

        void tell(Problem problem) {
            terminal.remark(Sentence.of("governance.cli.problem", problem.place(), problem.says()));
        }
    }

    /** What every part about one round needs beside that: which one. */
    @Command
    abstract static class OneRound extends Job {
        @Parameters(index = "1", paramLabel = "ROUND", descriptionKey = "governance.round")
        private String round = "";

        OneRound(Faces faces) {
            super(faces);
        }

        @Override
        final int work(Desk desk, Workspace workspace, View view) throws Exception {
            return work(desk, workspace, view, answers(workspace, view).find(round));
        }

        abstract int work(Desk desk, Workspace workspace, View view, Assessment assessment) throws Exception;
    }

    /** What every part about one institution of a round needs beside that: which one. */
    @Command
    abstract static class OneInstitution extends OneRound {
        @Parameters(index = "2", paramLabel = "INSTITUTION", descriptionKey = "governance.institution")
        private String institution = "";

        OneInstitution(Faces faces) {
            super(faces);
        }

        @Override
        final int work(Desk desk, Workspace workspace, View view, Assessment assessment) {
            return written(desk, workspace, step(assessment, institution));
        }

        abstract TypedStep step(Assessment assessment, String institution);
    }

    /** The rounds there are. */
    @Command(name = "rounds")
    static final class Rounds extends Job {
        Rounds(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view) {
            if (format.isJson()) {
                json(answers(workspace, view).rounds());
                return 0;
            }
            for (Item<org.salus.governance.Round> round : Assessment.rounds(view)) {
                Assessment assessment = Assessment.of(
                        workspace, view, round.id(), terminal.wording().locale());
                terminal.say(Sentence.of(
                        "governance.cli.round",
                        round.id().toString(),
                        round.value().title(),
                        round.value().stage().label(),
                        assessment.institutions().size(),
                        assessment.counts().levels(),
                        assessment.counts().unknown(),
                        assessment.counts().open()));
            }
            return 0;
        }
    }

    /** What a round says. */
    @Command(name = "show")
    static final class Showing extends OneRound {
        @Parameters(index = "2", paramLabel = "VIEW", arity = "0..1", descriptionKey = "governance.view")
        private String what = "matrix";

        @Option(names = "--before", paramLabel = "ROUND", descriptionKey = "governance.before")
        private @Nullable String before;

        Showing(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, Assessment assessment) {
            if (!what.equals("indices")) {
                return show(workspace, view, assessment, country -> {
                    throw new IllegalStateException("Only indices are about a country");
                });
            }
            Premises premises = new Premises();
            try (Evidence evidence = Evidence.open(data.folder())) {
                return show(workspace, view, assessment, country -> premises.governance(evidence.snapshot(), country));
            }
        }

        private int show(
                Workspace workspace, View view, Assessment assessment, Function<Country, GovernancePanel> panels) {
            GovernanceAnswers answers = answers(workspace, view);
            if (format.isJson()) {
                json(answers.view(assessment.id().toString(), what, Optional.ofNullable(before), panels));
                return 0;
            }
            tables(workspace, view, assessment, panels).forEach(this::tell);
            if (what.equals("matrix") && !assessment.askedNothing().isEmpty()) {
                terminal.say(Sentence.of(
                        "governance.round.nothing",
                        assessment.askedNothing().stream()
                                .map(Institution::name)
                                .collect(Collectors.joining(", "))));
            }
            return 0;
        }

        private List<Table> tables(
                Workspace workspace, View view, Assessment assessment, Function<Country, GovernancePanel> panels) {
            GovernanceAnswers answers = answers(workspace, view);
            GovernanceTables tables = GovernanceTables.plain(assessment, terminal.wording());
            return switch (what) {
                case "matrix" -> List.of(tables.matrix());
                case "profile" -> List.of(tables.profile(Optional.empty()));
                case "answers" -> List.of(tables.answers(Optional.empty()));
                case "disagreement" -> List.of(tables.disagreement());
                case "open" -> List.of(tables.open());
                case "change" -> {
                    Assessment earlier = before == null
                            ? Assessment.rounds(view).stream()
                                    .filter(other -> !other.id().equals(assessment.id()))
                                    .findFirst()
                                    .map(other -> Assessment.of(
                                            workspace,
                                            view,
                                            other.id(),
                                            terminal.wording().locale()))
                                    .orElseThrow(() -> Failure.notFound(Sentence.of("governance.change.none")))
                            : answers.find(before);
                    yield List.of(tables.change(org.salus.governance.Change.between(earlier, assessment), earlier));
                }
                case "indices" -> indices(view, panels);
                default ->
                    throw Failure.notFound(Sentence.of(
                            "governance.failure.no-view", what, String.join(", ", GovernanceAnswers.VIEWS)));
            };
        }

        private List<Table> indices(View view, Function<Country, GovernancePanel> panels) {
            List<Country> countries = GovernanceAnswers.countries(view);
            if (countries.isEmpty()) {
                terminal.remark(Sentence.of("governance.indices.no-country"));
            }
            List<Table> tables = new ArrayList<>();
            for (Country country : countries) {
                Table table = GovernanceTables.indices(panels.apply(country), terminal.wording());
                if (table.rows().isEmpty()) {
                    terminal.remark(Sentence.of("governance.indices.none", country.name()));
                } else {
                    tables.add(table);
                }
            }
            return tables;
        }
    }

    /** Writes what a round says as a file. */
    @Command(name = "table")
    static final class Tabling extends OneRound {
        @Parameters(index = "2", paramLabel = "VIEW", descriptionKey = "governance.view")
        private String what = "";

        @Parameters(index = "3", paramLabel = "FILE", descriptionKey = "governance.table.file")
        private Path file = Path.of("");

        @Option(names = "--before", paramLabel = "ROUND", descriptionKey = "governance.before")
        private @Nullable String before;

        @Option(names = "--country", paramLabel = "CODE", descriptionKey = "governance.table.country")
        private @Nullable String country;

        Tabling(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, Assessment assessment) {
            if (!what.equals("indices")) {
                return write(desk, workspace, view, assessment, one -> {
                    throw new IllegalStateException("Only indices are about a country");
                });
            }
            Premises premises = new Premises();
            try (Evidence evidence = Evidence.open(data.folder())) {
                return write(desk, workspace, view, assessment, one -> premises.governance(evidence.snapshot(), one));
            }
        }

        private int write(
                Desk desk,
                Workspace workspace,
                View view,
                Assessment assessment,
                Function<Country, GovernancePanel> panels) {
            write(
                    desk,
                    workspace,
                    answers(workspace, view)
                            .table(
                                    assessment.id().toString(),
                                    what,
                                    Optional.ofNullable(before),
                                    Optional.ofNullable(country),
                                    panels),
                    file,
                    "governance/rounds/" + what);
            return 0;
        }
    }

    /** Takes a form along. */
    @Command(name = "form")
    static final class Forming extends OneRound {
        @Parameters(index = "2", paramLabel = "ASSESSOR", descriptionKey = "governance.assessor")
        private String assessor = "";

        @Parameters(index = "3", paramLabel = "FILE", descriptionKey = "governance.form.file")
        private Path file = Path.of("");

        Forming(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, Assessment assessment) {
            byte[] form = FieldForm.of(
                    assessment,
                    view,
                    assessor,
                    new Version(view.heads().first().brief(), workspace.day(desk.account())),
                    terminal.wording());
            terminal.writePrivately(file, form);
            desk.taken(workspace, "governance/rounds/form.xlsx");
            return 0;
        }
    }

    /** Brings a form back. */
    @Command(name = "import")
    static final class Importing extends OneRound {
        @Parameters(index = "2", paramLabel = "FILE", descriptionKey = "governance.import.file")
        private String file = "";

        @Option(names = "--preview", descriptionKey = "governance.import.preview")
        private boolean preview;

        Importing(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, Assessment assessment) throws IOException {
            FieldImport.Preview found = read(
                    file,
                    (bytes, name) -> FieldImport.preview(
                            bytes, name, assessment, view, terminal.wording().locale()));
            Optional<Digest> entry = Optional.empty();
            if (!preview && !found.edits().isEmpty()) {
                Outcome outcome = FieldImport.accept(workspace, desk.account(), found);
                if (!(outcome instanceof Outcome.Accepted accepted)) {
                    return told(desk, workspace, outcome);
                }
                entry = Optional.of(accepted.entry());
            }
            if (format.isJson()) {
                json(GovernanceAnswers.imported(found, entry));
                return 0;
            }
            found.problems().forEach(this::tell);
            for (FieldImport.Change change : found.changes()) {
                for (FieldImport.Cell cell : change.cells()) {
                    terminal.say(Sentence.of(
                            "governance.field-work.change",
                            change.place(),
                            change.institution().name(),
                            change.question(),
                            change.assessor(),
                            cell.label(),
                            cell.before(),
                            cell.after()));
                }
            }
            terminal.say(Sentence.of(
                    entry.isPresent() ? "governance.field-work.done" : "governance.field-work.looked",
                    file,
                    found.fresh(),
                    found.changed(),
                    found.same(),
                    found.leftOut(),
                    found.rows()));
            return 0;
        }
    }

    /** Brings a question set in. */
    @Command(name = "set")
    static final class Bringing extends Job {
        @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "governance.set.file")
        private String file = "";

        Bringing(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view) throws IOException {
            QuestionSetFile.Read found = read(file, (bytes, name) -> QuestionSetFile.read(bytes));
            found.problems().forEach(this::tell);
            if (found.set().isEmpty()) {
                throw Failure.wrongUse(Sentence.of(
                        "governance.set.faulty.lead", found.problems().size()));
            }
            return told(
                    desk,
                    workspace,
                    workspace.append(
                            desk.account(),
                            List.of(new Edit.Put(
                                    Item.fresh(QuestionSet.KIND, found.set().get()))),
                            Reason.EDIT));
        }
    }
}
