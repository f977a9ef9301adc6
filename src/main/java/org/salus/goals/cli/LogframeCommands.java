package org.salus.goals.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salus.documents.Version;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.goals.Chain;
import org.salus.goals.GoalsAnswers;
import org.salus.goals.Logframe;
import org.salus.goals.LogframeAnswers;
import org.salus.goals.LogframeBrought;
import org.salus.goals.LogframeForm;
import org.salus.goals.LogframeLevel;
import org.salus.goals.LogframePreview;
import org.salus.goals.LogframeTable;
import org.salus.goals.ResultsChain;
import org.salus.ledger.Item;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.workspace.Faces;
import org.salus.workspace.cli.OneWorkspaceJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The logframe of an alternative in a terminal: its rows, the workbook to take along, and what comes back. */
final class LogframeCommands {
    private LogframeCommands() {}

    /** What they share: which alternative. */
    @Command
    abstract static class OfOne extends OneWorkspaceJob {
        @Parameters(index = "1", paramLabel = "CHAIN", descriptionKey = "goals.chain")
        private String chain = "";

        OfOne(Faces faces) {
            super(faces);
        }

        @Override
        protected final int work(Desk desk, Workspace workspace) throws IOException {
            View view = workspace.view(desk.account());
            return work(desk, workspace, view, new GoalsAnswers(view, terminal.wording()).chain(chain));
        }

        abstract int work(Desk desk, Workspace workspace, View view, Item<ResultsChain> known) throws IOException;
    }

    /** The rows. */
    @Command(name = "logframe")
    static final class Showing extends OfOne {
        Showing(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, Item<ResultsChain> known) {
            Logframe logframe = Logframe.of(Chain.of(view, known.id()), view);
            if (format.isJson()) {
                json(LogframeAnswers.rows(logframe, terminal.wording()));
                return 0;
            }
            for (Logframe.Row row : logframe.rows()) {
                terminal.say(Sentence.of(
                        "goals.cli.logframe",
                        row.number(),
                        row.level().label(),
                        row.box().value().title(),
                        row.indicator().map(one -> one.value().title()).orElse("")));
            }
            return 0;
        }
    }

    /** Writes the workbook to fill in. */
    @Command(name = "template")
    static final class Template extends OfOne {
        @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "goals.out")
        private Path out = Path.of("");

        Template(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, Item<ResultsChain> known) {
            byte[] file = LogframeForm.of(
                    Logframe.of(Chain.of(view, known.id()), view),
                    known.value().title(),
                    new Version(
                            view.heads().isEmpty()
                                    ? "empty"
                                    : view.heads().first().brief(),
                            workspace.day(desk.account())),
                    terminal.wording());
            terminal.writePrivately(out, file);
            desk.taken(workspace, "goals/logframe/form.xlsx");
            return 0;
        }
    }

    /** Brings a workbook, Word document or CSV in. */
    @Command(name = "bring")
    static final class Bringing extends OfOne {
        @Parameters(index = "2", paramLabel = "FILE", descriptionKey = "goals.file")
        private String file = "";

        @Option(names = "--preview", descriptionKey = "goals.preview")
        private boolean preview;

        @Option(names = "--table", paramLabel = "TABLE", defaultValue = "", descriptionKey = "goals.bring.table")
        private String table = "";

        @Option(names = "--column", paramLabel = "COLUMN=HEADING", descriptionKey = "goals.bring.column")
        private Map<String, String> columns = new LinkedHashMap<>();

        @Option(names = "--word", paramLabel = "WORD=LEVEL", descriptionKey = "goals.bring.word")
        private Map<String, String> words = new LinkedHashMap<>();

        Bringing(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view, Item<ResultsChain> known) throws IOException {
            LogframeBrought brought =
                    LogframeBrought.of(read(file, LogframeTable::read), view).marked(table, columns, words, view);
            LogframePreview found = brought.preview(view, Chain.of(view, known.id()), terminal.wording());
            if (brought.isForeign() && !format.isJson()) {
                terminal.remark(Sentence.of(
                        "goals.cli.logframe.marks",
                        marks(brought),
                        String.join(", ", brought.chosen().headings())));
            }
            for (LogframePreview.Problem problem : found.problems()) {
                terminal.remark(Sentence.of(
                        "goals.cli.logframe.problem", problem.place().say(), problem.says()));
            }
            if (found.isRefused()) {
                throw Failure.wrongUse(
                        Sentence.of("goals.cli.wrong", found.problems().size()));
            }
            if (format.isJson() && (preview || found.edits().isEmpty())) {
                Map<String, Object> looked = new LinkedHashMap<>(LogframeAnswers.preview(found, terminal.wording()));
                looked.put("marks", LogframeAnswers.marks(brought));
                json(looked);
                return 0;
            }
            if (!format.isJson()) {
                terminal.say(Sentence.of("goals.cli.imported", found.fresh(), found.changed(), found.same()));
                found.changes().forEach(this::tell);
            }
            if (preview || found.edits().isEmpty()) {
                if (preview) {
                    terminal.remark(Sentence.of("goals.cli.preview"));
                }
                return 0;
            }
            return told(desk, workspace, brought.accept(workspace, desk.account(), found));
        }

        /** Which heading holds which column, and which word stands for which level. */
        private static String marks(LogframeBrought brought) {
            List<String> marks = new ArrayList<>();
            brought.mapping().columns().forEach((column, heading) -> marks.add(column.code() + " = " + heading));
            brought.mapping()
                    .words(brought.chosen())
                    .forEach((word, level) -> marks.add(
                            word + " = " + level.map(LogframeLevel::code).orElse("?")));
            return String.join(", ", marks);
        }

        private void tell(LogframePreview.Change change) {
            for (LogframePreview.Cell cell : change.fields()) {
                terminal.say(Sentence.of(
                        "goals.cli.logframe.change",
                        change.place().say(),
                        change.kind(),
                        change.says(),
                        cell.column().label(),
                        cell.before(),
                        cell.after()));
            }
        }
    }
}
