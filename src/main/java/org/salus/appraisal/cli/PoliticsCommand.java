package org.salus.appraisal.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salus.appraisal.PoliticsAnswers;
import org.salus.appraisal.PoliticsList;
import org.salus.appraisal.PoliticsReading;
import org.salus.appraisal.PoliticsTables;
import org.salus.appraisal.TypedPolitics;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Outcome;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.workspace.Faces;
import org.salus.workspace.cli.OneWorkspaceJob;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code salus politics}: decisions, windows, partnerships and stances that whoever works here may read, as on pages and in the API. */
@Command(name = "politics", synopsisSubcommandLabel = "COMMAND")
public final class PoliticsCommand implements Runnable {
    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** The command with its parts, for what all rooms add to workspaces. */
    public static CommandLine of(Faces faces) {
        return new CommandLine(new PoliticsCommand())
                .addSubcommand(new Everything(faces))
                .addSubcommand(new Decisions(faces))
                .addSubcommand(new Windows(faces))
                .addSubcommand(new Partnerships(faces))
                .addSubcommand(new Stakeholders(faces))
                .addSubcommand(new Noting(faces));
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** What every part that tells something needs: what whoever works here may read, in the workspace and in private layers of it. */
    @Command
    abstract static class Telling extends OneWorkspaceJob {
        private final Faces rooms;

        Telling(Faces faces) {
            super(faces);
            this.rooms = faces;
        }

        @Override
        protected final int work(Desk desk, Workspace workspace) {
            View view = workspace.view(desk.account());
            PoliticsReading read = PoliticsReading.of(
                    view, desk.workspaces(), rooms, terminal.wording(), LocalDate.now(Clock.systemUTC()));
            if (format.isJson()) {
                json(answer(new PoliticsAnswers(view, read)));
                return 0;
            }
            PoliticsTables tables = new PoliticsTables(
                    read.book(),
                    read.names(),
                    PoliticsAnswers.analysis(read),
                    terminal.wording(),
                    PoliticsTables.NO_LINKS);
            for (String table : tables()) {
                tables.find(table).ifPresent(this::tell);
            }
            return 0;
        }

        abstract Map<String, Object> answer(PoliticsAnswers answers);

        /** The names of the tables that say the same. */
        abstract List<String> tables();
    }

    /** Everything, with what follows from it. */
    @Command(name = "all")
    static final class Everything extends Telling {
        Everything(Faces faces) {
            super(faces);
        }

        @Override
        Map<String, Object> answer(PoliticsAnswers answers) {
            return answers.all();
        }

        @Override
        List<String> tables() {
            return PoliticsTables.NAMES;
        }
    }

    /** Decisions on record. */
    @Command(name = "decisions")
    static final class Decisions extends Telling {
        Decisions(Faces faces) {
            super(faces);
        }

        @Override
        Map<String, Object> answer(PoliticsAnswers answers) {
            return answers.part("decisions");
        }

        @Override
        List<String> tables() {
            return List.of("decisions");
        }
    }

    /** Entry points and windows. */
    @Command(name = "windows")
    static final class Windows extends Telling {
        Windows(Faces faces) {
            super(faces);
        }

        @Override
        Map<String, Object> answer(PoliticsAnswers answers) {
            return answers.part("windows");
        }

        @Override
        List<String> tables() {
            return List.of("windows");
        }
    }

    /** Partnerships with their terms. */
    @Command(name = "partnerships")
    static final class Partnerships extends Telling {
        Partnerships(Faces faces) {
            super(faces);
        }

        @Override
        Map<String, Object> answer(PoliticsAnswers answers) {
            return answers.part("partnerships");
        }

        @Override
        List<String> tables() {
            return List.of("partnerships");
        }
    }

    /** Who stands where. */
    @Command(name = "stakeholders")
    static final class Stakeholders extends Telling {
        Stakeholders(Faces faces) {
            super(faces);
        }

        @Override
        Map<String, Object> answer(PoliticsAnswers answers) {
            return answers.part("stakeholders");
        }

        @Override
        List<String> tables() {
            return List.of("matrix", "stances", "red-lines");
        }
    }

    /** Notes something. */
    @Command(name = "note")
    static final class Noting extends OneWorkspaceJob {
        @Parameters(index = "1", paramLabel = "LIST", descriptionKey = "politics.list")
        private String list = "";

        @Parameters(index = "2..*", arity = "1..*", paramLabel = "NAME=WORDS", descriptionKey = "politics.words")
        private Map<String, String> words = new HashMap<>();

        private final Faces rooms;

        Noting(Faces faces) {
            super(faces);
            this.rooms = faces;
        }

        @Override
        protected int work(Desk desk, Workspace workspace) {
            PoliticsList known = PoliticsList.find(list)
                    .orElseThrow(() -> Failure.wrongUse(Sentence.of(
                            "appraisal.politics.failure.no-list", list, String.join(", ", PoliticsList.codes()))));
            TypedPolitics.Written written = new TypedPolitics(known, words)
                    .checked()
                    .write(desk.workspaces(), workspace, desk.account(), rooms, terminal.wording());
            Workspace holding = desk.workspaces().get(written.workspace());
            if (written.outcome() instanceof Outcome.Accepted && !format.isJson()) {
                terminal.say(Sentence.of(
                        "appraisal.politics.cli.noted",
                        written.id().toString(),
                        rooms.title(written.id(), holding.view(desk.account()), terminal.wording())));
            }
            return told(desk, holding, written.outcome());
        }
    }
}
