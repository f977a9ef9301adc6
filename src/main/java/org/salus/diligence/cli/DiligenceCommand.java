package org.salus.diligence.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.salus.diligence.CaseBook;
import org.salus.diligence.CaseEntry;
import org.salus.diligence.CaseNames;
import org.salus.diligence.CaseReading;
import org.salus.diligence.CaseTables;
import org.salus.diligence.DiligenceAnswers;
import org.salus.diligence.DiligenceFinding;
import org.salus.diligence.Regime;
import org.salus.diligence.RegimeForm;
import org.salus.diligence.Regimes;
import org.salus.diligence.TypedCase;
import org.salus.documents.Version;
import org.salus.frame.AnswerJson;
import org.salus.frame.cli.FormatOption;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code salus diligence}: the cases of whoever works here, as on pages and in the API. */
@Command(name = "diligence", synopsisSubcommandLabel = "COMMAND")
public final class DiligenceCommand implements Runnable {
    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** The command with its parts, for what all rooms add to workspaces. */
    public static CommandLine of(Faces faces) {
        return new CommandLine(new DiligenceCommand())
                .addSubcommand(new Cases(faces))
                .addSubcommand(new Due(faces))
                .addSubcommand(new Showing(faces))
                .addSubcommand(new Beginning(faces))
                .addSubcommand(new Answering(faces))
                .addSubcommand(new Finding(faces))
                .addSubcommand(new Measuring(faces))
                .addSubcommand(new Stepping(faces))
                .addSubcommand(new Forming(faces))
                .addSubcommand(new Listing());
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** What every part needs: the cases that whoever works here may read, in the workspace and in private layers of it. */
    @Command
    abstract static class Job extends OneWorkspaceJob {
        private final Faces rooms;

        Job(Faces faces) {
            super(faces);
            this.rooms = faces;
        }

        @Override
        protected final int work(Desk desk, Workspace workspace) throws Exception {
            View view = workspace.view(desk.account());
            CaseReading read = CaseReading.of(
                    view, desk.workspaces(), rooms, terminal.wording(), LocalDate.now(Clock.systemUTC()));
            return work(desk, workspace, view, read.book(), read.names());
        }

        abstract int work(Desk desk, Workspace workspace, View view, CaseBook book, CaseNames names) throws Exception;

        Faces faces() {
            return rooms;
        }

        CaseTables tables(CaseNames names) {
            return new CaseTables(names, terminal.wording(), CaseTables.NO_LINKS);
        }
    }

    /** What every part about one case needs beside that: which one. */
    @Command
    abstract static class OneCase extends Job {
        @Parameters(index = "1", paramLabel = "CASE", descriptionKey = "diligence.case")
        private String which = "";

        OneCase(Faces faces) {
            super(faces);
        }

        @Override
        final int work(Desk desk, Workspace workspace, View view, CaseBook book, CaseNames names) throws Exception {
            CaseEntry entry = new DiligenceAnswers(view, book, names).find(which);
            return work(desk, desk.workspaces().get(entry.workspace()), view, book, names, entry);
        }

        /** @param holding where the case is kept */
        abstract int work(Desk desk, Workspace holding, View view, CaseBook book, CaseNames names, CaseEntry entry)
                throws Exception;
    }

    /** What every part that writes something of one case needs beside that: what is said. */
    @Command
    abstract static class Writing extends OneCase {
        @Parameters(index = "2..*", arity = "1..*", paramLabel = "NAME=WORDS", descriptionKey = "diligence.words")
        private Map<String, String> words = new HashMap<>();

        Writing(Faces faces) {
            super(faces);
        }

        @Override
        final int work(Desk desk, Workspace holding, View view, CaseBook book, CaseNames names, CaseEntry entry) {
            Item<?> item = written(new TypedCase(words).knowing(fields()), entry);
            return told(desk, holding, holding.append(desk.account(), List.of(new Edit.Put(item)), Reason.EDIT));
        }

        abstract List<String> fields();

        abstract Item<?> written(TypedCase typed, CaseEntry entry);
    }

    /** The cases there are, and what is found. */
    @Command(name = "cases")
    static final class Cases extends Job {
        Cases(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, CaseBook book, CaseNames names) {
            if (format.isJson()) {
                json(new DiligenceAnswers(view, book, names).cases());
                return 0;
            }
            for (CaseEntry entry : book.entries()) {
                terminal.say(Sentence.of(
                        "diligence.cli.case",
                        entry.item().id().toString(),
                        entry.file().title(),
                        entry.state().label(),
                        tables(names).kept(entry)));
            }
            book.findings().stream().map(DiligenceFinding::says).forEach(terminal::say);
            return 0;
        }
    }

    /** What is due. */
    @Command(name = "due")
    static final class Due extends Job {
        Due(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, CaseBook book, CaseNames names) {
            if (format.isJson()) {
                json(new DiligenceAnswers(view, book, names).cases());
                return 0;
            }
            tell(tables(names).due(book));
            return 0;
        }
    }

    /** One case. */
    @Command(name = "show")
    static final class Showing extends OneCase {
        Showing(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace holding, View view, CaseBook book, CaseNames names, CaseEntry entry) {
            if (format.isJson()) {
                json(new DiligenceAnswers(view, book, names).one(entry));
                return 0;
            }
            CaseTables tables = tables(names);
            terminal.say(Sentence.of(
                    "diligence.case.lead",
                    names.unit(entry),
                    names.support(entry),
                    entry.state().label()));
            CaseBook.finding(entry).map(DiligenceFinding::says).ifPresent(terminal::say);
            List.of(tables.readings(entry), tables.facts(entry), tables.measures(entry), tables.steps(entry))
                    .forEach(this::tell);
            terminal.remark(Sentence.of("diligence.standing"));
            return 0;
        }
    }

    /** Begins a case. */
    @Command(name = "begin")
    static final class Beginning extends Job {
        @Parameters(index = "1..*", arity = "1..*", paramLabel = "NAME=WORDS", descriptionKey = "diligence.words")
        private Map<String, String> words = new HashMap<>();

        Beginning(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, CaseBook book, CaseNames names) {
            TypedCase.Begun begun = new TypedCase(words)
                    .knowing(TypedCase.BEGIN)
                    .begin(desk.workspaces(), workspace, desk.account(), faces(), terminal.wording());
            if (begun.outcome() instanceof Outcome.Accepted && !format.isJson()) {
                View holding = desk.workspaces().get(begun.workspace()).view(desk.account());
                terminal.say(Sentence.of(
                        "diligence.cli.begun",
                        begun.id().toString(),
                        faces().title(begun.id(), holding, terminal.wording())));
            }
            return told(desk, desk.workspaces().get(begun.workspace()), begun.outcome());
        }
    }

    /** Answers questions about scope. */
    @Command(name = "answer")
    static final class Answering extends Writing {
        Answering(Faces faces) {
            super(faces);
        }

        @Override
        List<String> fields() {
            return TypedCase.answers();
        }

        @Override
        Item<?> written(TypedCase typed, CaseEntry entry) {
            return entry.item().saying(typed.answered(entry.file()));
        }
    }

    /** Writes a fact down. */
    @Command(name = "fact")
    static final class Finding extends Writing {
        Finding(Faces faces) {
            super(faces);
        }

        @Override
        List<String> fields() {
            return TypedCase.FACT;
        }

        @Override
        Item<?> written(TypedCase typed, CaseEntry entry) {
            return typed.fact(entry.item());
        }
    }

    /** Writes a measure down. */
    @Command(name = "measure")
    static final class Measuring extends Writing {
        Measuring(Faces faces) {
            super(faces);
        }

        @Override
        List<String> fields() {
            return TypedCase.MEASURE;
        }

        @Override
        Item<?> written(TypedCase typed, CaseEntry entry) {
            return typed.measure(entry.item());
        }
    }

    /** Writes a step down. */
    @Command(name = "step")
    static final class Stepping extends Writing {
        Stepping(Faces faces) {
            super(faces);
        }

        @Override
        List<String> fields() {
            return TypedCase.STEP;
        }

        @Override
        Item<?> written(TypedCase typed, CaseEntry entry) {
            return entry.item().saying(typed.stepped(entry.file()));
        }
    }

    /** Writes the form of a regime. */
    @Command(name = "form")
    static final class Forming extends OneCase {
        @Parameters(index = "2", paramLabel = "REGIME", descriptionKey = "diligence.regime")
        private String code = "";

        @Parameters(index = "3", paramLabel = "FILE", descriptionKey = "diligence.file")
        private Path file = Path.of("");

        Forming(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace holding, View view, CaseBook book, CaseNames names, CaseEntry entry) {
            Regime regime = Regimes.shipped()
                    .find(code)
                    .orElseThrow(() -> Failure.notFound(Sentence.of("diligence.failure.no-regime", code)));
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            String form = name.substring(name.lastIndexOf('.') + 1);
            View kept = holding.view(desk.account());
            byte[] bytes = new RegimeForm(entry, regime, names, terminal.wording())
                    .file(
                            form,
                            kept.charter().name(),
                            new Version(kept.heads().first().brief(), holding.day(desk.account())));
            terminal.writePrivately(file, bytes);
            // As on pages, owners are told that a file was taken, and not that it was of a case.
            desk.taken(holding, "file." + form);
            return 0;
        }
    }

    /** The regimes there are. */
    @Command(name = "regimes")
    static final class Listing implements Callable<Integer> {
        @Mixin
        private FormatOption format = FormatOption.offering(FormatOption.Format.TEXT, FormatOption.Format.JSON);

        @Mixin
        private Terminal terminal = new Terminal();

        @Override
        public Integer call() {
            if (format.isJson()) {
                terminal.out()
                        .println(AnswerJson.in(terminal.wording()).writeValueAsString(DiligenceAnswers.regimes()));
                return 0;
            }
            for (Regime regime : Regimes.shipped().list()) {
                terminal.say(Sentence.of("diligence.cli.regime", regime.called(), regime.title(), regime.document()));
                terminal.remark(Sentence.of("diligence.said", regime.read()));
            }
            return 0;
        }
    }
}
