package org.salus.goals.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.goals.Adoption;
import org.salus.goals.Chain;
import org.salus.goals.ChainComparison;
import org.salus.goals.ChainCopy;
import org.salus.goals.ChainFile;
import org.salus.goals.ChainTables;
import org.salus.goals.ChainTree;
import org.salus.goals.GoalsAnswers;
import org.salus.goals.Hole;
import org.salus.goals.HolesAnswer;
import org.salus.goals.LinkType;
import org.salus.goals.ResultsChain;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.workspace.Answer;
import org.salus.workspace.Differing;
import org.salus.workspace.Faces;
import org.salus.workspace.NoChoice;
import org.salus.workspace.cli.OneWorkspaceJob;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code salus goals}: the results chains of a workspace and what is missing in them, as on pages and in the API. */
@Command(name = "goals", synopsisSubcommandLabel = "COMMAND")
public final class GoalsCommand implements Runnable {
    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** The command with its parts, for what all rooms add to workspaces. */
    public static CommandLine of(Faces faces) {
        return new CommandLine(new GoalsCommand())
                .addSubcommand(new Listing(faces))
                .addSubcommand(new Showing(faces))
                .addSubcommand(new Holes(faces))
                .addSubcommand(new ViewCommands.Answering(faces))
                .addSubcommand(new ViewCommands.Matrix(faces))
                .addSubcommand(new ViewCommands.Drawing(faces))
                .addSubcommand(new ViewCommands.Tabling(faces))
                .addSubcommand(new ViewCommands.Moving(faces))
                .addSubcommand(new ViewCommands.Removing(faces))
                .addSubcommand(new BackwardsCommands.Asking(faces))
                .addSubcommand(new BackwardsCommands.TakingUp(faces))
                .addSubcommand(new BackwardsCommands.Offering(faces))
                .addSubcommand(new BackwardsCommands.Linking(faces))
                .addSubcommand(new Comparing(faces))
                .addSubcommand(new Copying(faces))
                .addSubcommand(new Adopting(faces))
                .addSubcommand(new LogframeCommands.Showing(faces))
                .addSubcommand(new LogframeCommands.Template(faces))
                .addSubcommand(new LogframeCommands.Bringing(faces))
                .addSubcommand(new Exporting(faces))
                .addSubcommand(new Importing(faces))
                .addSubcommand(new LibraryCommand())
                .addSubcommand(new ViewCommands.Putting(faces))
                .addSubcommand(new MeasurementCommands.Showing(faces))
                .addSubcommand(new OwedCommand(faces))
                .addSubcommand(new MeasurementCommands.Charting(faces))
                .addSubcommand(new MeasurementCommands.Measuring(faces))
                .addSubcommand(new MeasurementCommands.Deciding(faces))
                .addSubcommand(new MeasurementCommands.Forming(faces))
                .addSubcommand(new MeasurementCommands.Importing(faces))
                .addSubcommand(new FeedCommands.Listing(faces))
                .addSubcommand(new FeedCommands.Following(faces))
                .addSubcommand(new FeedCommands.Feeding(faces));
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** What every part that only tells needs: the chains of the workspace as their reader sees them. */
    @Command
    abstract static class Telling extends OneWorkspaceJob {
        Telling(Faces faces) {
            super(faces);
        }

        @Override
        protected final int work(Desk desk, Workspace workspace) {
            View view = workspace.view(desk.account());
            tell(new GoalsAnswers(view, terminal.wording()));
            return 0;
        }

        abstract void tell(GoalsAnswers answers);
    }

    /** What every part about one alternative needs: which one, as its reader sees it. */
    @Command
    abstract static class OneChain extends OneWorkspaceJob {
        @Parameters(index = "1", paramLabel = "CHAIN", descriptionKey = "goals.chain")
        private String chain = "";

        OneChain(Faces faces) {
            super(faces);
        }

        @Override
        protected final int work(Desk desk, Workspace workspace) {
            GoalsAnswers answers = new GoalsAnswers(workspace.view(desk.account()), terminal.wording());
            return work(desk, workspace, answers, answers.chain(chain));
        }

        abstract int work(Desk desk, Workspace workspace, GoalsAnswers answers, Item<ResultsChain> known);
    }

    /** What every part that only tells of one alternative needs beside that. */
    @Command
    abstract static class TellingOne extends OneChain {
        TellingOne(Faces faces) {
            super(faces);
        }

        @Override
        final int work(Desk desk, Workspace workspace, GoalsAnswers answers, Item<ResultsChain> known) {
            tell(answers, known);
            takes().ifPresent(kind -> desk.taken(workspace, kind));
            return 0;
        }

        abstract void tell(GoalsAnswers answers, Item<ResultsChain> chain);

        /** The kind of file that is written, for the owners' record; empty if it only tells. */
        Optional<String> takes() {
            return Optional.empty();
        }
    }

    /** The alternatives. */
    @Command(name = "list")
    static final class Listing extends Telling {
        Listing(Faces faces) {
            super(faces);
        }

        @Override
        void tell(GoalsAnswers answers) {
            if (format.isJson()) {
                json(answers.list());
                return;
            }
            if (answers.chains().isEmpty()) {
                terminal.say(Sentence.of("goals.cli.none"));
            }
            for (Item<ResultsChain> chain : answers.chains()) {
                Chain model = answers.model(chain);
                terminal.say(Sentence.of(
                        "goals.cli.chain",
                        chain.id().toString(),
                        chain.value().title(),
                        chain.value().adoption().label(),
                        answers.holes(model).open(answers.answered(model)).size()));
            }
        }
    }

    /** An alternative as a tree. */
    @Command(name = "show")
    static final class Showing extends TellingOne {
        Showing(Faces faces) {
            super(faces);
        }

        @Override
        void tell(GoalsAnswers answers, Item<ResultsChain> known) {
            if (format.isJson()) {
                json(answers.tell(known));
                return;
            }
            Chain model = answers.model(known);
            HolesAnswer holes = answers.holes(model);
            for (ChainTree.Row row : ChainTree.of(model)) {
                long open = holes.at(row.box().id()).stream()
                        .filter(hole -> hole.weight() != Hole.Weight.NOTE)
                        .count();
                terminal.say(Sentence.of(
                        row.isAgain() ? "goals.cli.box.again" : "goals.cli.box",
                        "  ".repeat(row.depth()),
                        ChainTables.levelOf(row.box().value()),
                        row.box().value().title(),
                        open));
                if (!row.isAgain()) {
                    tellConditions(model, row);
                }
            }
        }

        private void tellConditions(Chain model, ChainTree.Row row) {
            String indent = "  ".repeat(row.depth() + 1);
            model.from(row.box().id(), LinkType.RESTS_ON)
                    .forEach(link -> terminal.say(Sentence.of(
                            "goals.cli.box.rests-on",
                            indent,
                            model.title(link.value().to()))));
            Stream.of(LinkType.CONTRIBUTES, LinkType.UNDERMINES)
                    .flatMap(type -> model.from(row.box().id(), type).stream())
                    .filter(link -> !link.value().assumption().isBlank())
                    .forEach(link -> terminal.say(Sentence.of(
                            "goals.cli.box.rests-on.line",
                            indent,
                            link.value().assumption(),
                            model.title(link.value().to()))));
            model.to(row.box().id(), LinkType.THREATENS)
                    .forEach(link -> terminal.say(Sentence.of(
                            "goals.cli.box.threatened",
                            indent,
                            model.title(link.value().from()))));
        }
    }

    /** What is missing in it. */
    @Command(name = "holes")
    static final class Holes extends TellingOne {
        Holes(Faces faces) {
            super(faces);
        }

        @Override
        void tell(GoalsAnswers answers, Item<ResultsChain> known) {
            if (format.isJson()) {
                json(answers.holes(known));
                return;
            }
            Chain model = answers.model(known);
            HolesAnswer found = answers.holes(model);
            Set<String> answered = answers.answered(model);
            Map<String, List<Item<Answer>>> replies = answers.replies();
            for (Hole hole : found.holes()) {
                terminal.say(Sentence.of(
                        answered.contains(hole.name()) ? "goals.cli.hole.answered" : "goals.cli.hole",
                        hole.weight().label(),
                        hole.says(),
                        hole.name()));
                terminal.say(Sentence.of(
                        "goals.cli.hole.mend", hole.fix().says(), hole.fix().path(known.id())));
                for (Item<Answer> reply : replies.getOrDefault(hole.name(), List.of())) {
                    terminal.say(Sentence.of(
                            answers.isProven(reply) ? "goals.cli.hole.reply" : "goals.cli.hole.reply.unproven",
                            answers.by(reply).orElse(""),
                            reply.value().reply().label(),
                            reply.value().because(),
                            Sentence.of("workspace.history.unproven")));
                    answers.whyOpen(hole, reply, model)
                            .ifPresent(why -> terminal.say(Sentence.of("goals.cli.hole.why-open", why)));
                }
            }
            terminal.say(Sentence.of("goals.cli.open", found.open(answered).size(), found.edition()));
        }
    }

    /** What is different beside another alternative. */
    @Command(name = "compare")
    static final class Comparing extends OneChain {
        @Option(names = "--with", paramLabel = "CHAIN", descriptionKey = "goals.with")
        private @Nullable String with;

        Comparing(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, GoalsAnswers answers, Item<ResultsChain> known) {
            Item<ResultsChain> before = Optional.ofNullable(with)
                    .map(answers::chain)
                    .or(() -> answers.counterpart(known))
                    .orElseThrow(() -> Failure.notFound(Sentence.of("goals.compare.only-one")));
            if (format.isJson()) {
                json(answers.compare(before, known));
                return 0;
            }
            ChainComparison found = answers.comparison(before, known);
            terminal.say(Sentence.of(
                    "goals.compare.lead",
                    before.value().title(),
                    found.count(Differing.Change.ADDED),
                    found.count(Differing.Change.REMOVED),
                    found.count(Differing.Change.CHANGED),
                    found.unchanged()));
            Differing.tell(found.told(workspace.view(desk.account()), desk.faces(), terminal.wording()))
                    .forEach(terminal::say);
            return 0;
        }
    }

    /** Begins an alternative as a copy of another. */
    @Command(name = "copy")
    static final class Copying extends OneChain {
        @Parameters(index = "2", paramLabel = "TITLE", descriptionKey = "goals.copy-title")
        private String title = "";

        Copying(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, GoalsAnswers answers, Item<ResultsChain> known) {
            return told(
                    desk,
                    workspace,
                    workspace.append(
                            desk.account(), ChainCopy.of(workspace.view(desk.account()), known, title), Reason.EDIT));
        }
    }

    /** Adopts an alternative, takes that back or sets it aside. */
    @Command(name = "adopt")
    static final class Adopting extends OneChain {
        @Option(names = "--as", paramLabel = "ADOPTION", defaultValue = "adopted", descriptionKey = "goals.adoption")
        private String adoption = "adopted";

        Adopting(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, GoalsAnswers answers, Item<ResultsChain> known) {
            Adoption wanted =
                    Term.find(Adoption.class, adoption).orElseThrow(() -> NoChoice.of(adoption, Adoption.class));
            return told(
                    desk, workspace, workspace.append(desk.account(), answers.adopting(known, wanted), Reason.EDIT));
        }
    }

    /** Writes an alternative as a file. */
    @Command(name = "export")
    static final class Exporting extends TellingOne {
        Exporting(Faces faces) {
            super(faces);
        }

        @Override
        void tell(GoalsAnswers answers, Item<ResultsChain> known) {
            json(answers.file(known));
        }

        @Override
        Optional<String> takes() {
            return Optional.of("goals.json");
        }
    }

    /** Brings one in. */
    @Command(name = "import")
    static final class Importing extends OneWorkspaceJob {
        @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "goals.file")
        private String file = "";

        @Option(names = "--preview", descriptionKey = "goals.preview")
        private boolean preview;

        Importing(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) throws IOException {
            View view = workspace.view(desk.account());
            ChainFile.Preview found = read(file, (bytes, name) -> ChainFile.read(bytes, view));
            for (ChainFile.Problem problem : found.problems()) {
                terminal.remark(Sentence.of("goals.cli.problem", problem.element(), problem.key(), problem.says()));
            }
            if (!found.problems().isEmpty()) {
                throw Failure.wrongUse(
                        Sentence.of("goals.cli.wrong", found.problems().size()));
            }
            if (!format.isJson()) {
                terminal.say(Sentence.of("goals.cli.imported", found.fresh(), found.changed(), found.same()));
            }
            if (preview || found.edits().isEmpty()) {
                if (preview) {
                    terminal.remark(Sentence.of("goals.cli.preview"));
                }
                return 0;
            }
            return told(desk, workspace, workspace.append(desk.account(), found.edits(), Reason.EDIT));
        }
    }
}
