package org.salus.goals.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salus.frame.web.DiagramFiles;
import org.salus.goals.GoalsAnswers;
import org.salus.goals.GoalsFiles;
import org.salus.goals.ResultsChain;
import org.salus.goals.cli.GoalsCommand.OneChain;
import org.salus.goals.cli.GoalsCommand.TellingOne;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.workspace.Faces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A chain as a matrix and as a picture, indicators of the library put to its boxes, and answers to its holes, in a terminal. */
final class ViewCommands {
    private ViewCommands() {}

    /** Goals beside reform areas and donors. */
    @Command(name = "matrix")
    static final class Matrix extends TellingOne {
        Matrix(Faces faces) {
            super(faces);
        }

        @Override
        void tell(GoalsAnswers answers, Item<ResultsChain> known) {
            if (format.isJson()) {
                json(answers.tellMatrix(known));
                return;
            }
            tell(answers.matrix(known));
        }
    }

    /** Writes a table of a page, or the logframe for Word, as a file. */
    @Command(name = "table")
    static final class Tabling extends OneChain {
        @Parameters(index = "2", paramLabel = "TABLE", descriptionKey = "goals.table.which")
        private String table = "";

        @Parameters(index = "3", paramLabel = "FILE", descriptionKey = "goals.table.file")
        private Path file = Path.of("");

        @Option(names = "--with", paramLabel = "CHAIN", descriptionKey = "goals.with")
        private @Nullable String with;

        Tabling(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, GoalsAnswers answers, Item<ResultsChain> known) {
            View view = workspace.view(desk.account());
            GoalsFiles files = new GoalsFiles(view, desk.faces(), terminal.wording());
            if (table.equals("logframe") && ending(file).equals("docx")) {
                terminal.writePrivately(file, files.document(known, state(view), workspace.day(desk.account())));
                desk.taken(workspace, "goals/logframe.docx");
            } else {
                write(desk, workspace, files.table(table, known, Optional.ofNullable(with)), file, "goals/" + table);
            }
            return 0;
        }
    }

    /** Writes the picture: the part that is asked for, folded alike and with the same marks as on the page. */
    @Command(name = "diagram")
    static final class Drawing extends OneChain {
        @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "goals.picture.out")
        private Path out = Path.of("");

        @Option(names = "--around", paramLabel = "BOX", descriptionKey = "goals.around")
        private @Nullable String around;

        @Option(names = "--folded", paramLabel = "BOX", descriptionKey = "goals.folded")
        private List<String> folded = List.of();

        @Option(names = "--overlay", paramLabel = "MARKS", descriptionKey = "goals.overlay")
        private @Nullable String overlay;

        @Option(names = "--assumptions", paramLabel = "SHOWN", descriptionKey = "goals.assumptions")
        private @Nullable String assumptions;

        Drawing(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, GoalsAnswers answers, Item<ResultsChain> known) {
            View view = workspace.view(desk.account());
            String form = ending(out);
            terminal.writePrivately(
                    out,
                    DiagramFiles.bytes(
                            form,
                            answers.picture(
                                    known,
                                    answers.asking(
                                            known,
                                            Optional.ofNullable(around),
                                            folded,
                                            Optional.ofNullable(overlay),
                                            Optional.ofNullable(assumptions)),
                                    LocalDate.now(Clock.systemUTC())),
                            view.charter().name()));
            desk.taken(workspace, "goals/diagram." + form);
            return 0;
        }
    }

    /** Moves a box among its siblings. */
    @Command(name = "move")
    static final class Moving extends OneChain {
        @Parameters(index = "2", paramLabel = "BOX", descriptionKey = "goals.put-indicator.box")
        private String box = "";

        @Parameters(index = "3", paramLabel = "WAY", descriptionKey = "goals.move.way")
        private String way = "";

        Moving(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, GoalsAnswers answers, Item<ResultsChain> known) {
            return told(
                    desk, workspace, workspace.append(desk.account(), answers.moving(known, box, way), Reason.EDIT));
        }
    }

    /** Takes a box away with all that belongs to it alone. */
    @Command(name = "remove")
    static final class Removing extends OneChain {
        @Parameters(index = "2", paramLabel = "BOX", descriptionKey = "goals.put-indicator.box")
        private String box = "";

        Removing(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, GoalsAnswers answers, Item<ResultsChain> known) {
            return told(
                    desk,
                    workspace,
                    workspace.append(desk.account(), answers.removing(known, box, Set.of()), Reason.EDIT));
        }
    }

    /** Puts an indicator of the library to a box. */
    @Command(name = "put-indicator")
    static final class Putting extends OneChain {
        @Parameters(index = "2", paramLabel = "KEY", descriptionKey = "goals.put-indicator.key")
        private String key = "";

        @Parameters(index = "3", paramLabel = "BOX", descriptionKey = "goals.put-indicator.box")
        private String box = "";

        Putting(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, GoalsAnswers answers, Item<ResultsChain> known) {
            return told(
                    desk,
                    workspace,
                    workspace.append(
                            desk.account(), List.of(new Edit.Put(answers.fromLibrary(known, key, box))), Reason.EDIT));
        }
    }

    /** Says what one thinks of a hole. */
    @Command(name = "answer")
    static final class Answering extends OneChain {
        @Parameters(index = "2", paramLabel = "HOLE", descriptionKey = "goals.answer.hole")
        private String hole = "";

        @Parameters(index = "3", paramLabel = "REPLY", descriptionKey = "goals.answer.reply")
        private String reply = "";

        @Option(names = "--because", paramLabel = "WORDS", defaultValue = "", descriptionKey = "goals.answer.because")
        private String because = "";

        Answering(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, GoalsAnswers answers, Item<ResultsChain> known) {
            return told(
                    desk,
                    workspace,
                    workspace.append(
                            desk.account(),
                            List.of(new Edit.Put(answers.answering(answers.model(known), hole, reply, because))),
                            Reason.EDIT));
        }
    }
}
