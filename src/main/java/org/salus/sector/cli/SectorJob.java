package org.salus.sector.cli;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.salus.frame.web.Address;
import org.salus.framework.Sentence;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.sector.FileProblem;
import org.salus.sector.MapQuestion;
import org.salus.sector.SectorAnswers;
import org.salus.workspace.Faces;
import org.salus.workspace.cli.OneWorkspaceJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What every part of {@code salus sector} needs: the workspace as its reader sees it. It acts as whoever works at this machine, like {@code salus workspace}. */
@Command
abstract class SectorJob extends OneWorkspaceJob {
    SectorJob(Faces faces) {
        super(faces);
    }

    /** {@code --on}: the day of the map. */
    static final class DayOption {
        @Option(names = "--on", paramLabel = "DAY", descriptionKey = "sector.on")
        private @Nullable String day;

        Address asked() {
            return Address.of("").with("on", day);
        }
    }

    @Override
    protected final int work(Desk desk, Workspace workspace) throws Exception {
        return work(desk, workspace, workspace.view(desk.account()));
    }

    /** Does it. */
    abstract int work(Desk desk, Workspace workspace, View view) throws Exception;

    static MapQuestion question(Address asked) {
        return new MapQuestion(asked, LocalDate.now(Clock.systemUTC()));
    }

    SectorAnswers answers(View view, Address asked) {
        return new SectorAnswers(view, question(asked), terminal.wording());
    }

    void tell(FileProblem problem) {
        terminal.remark(Sentence.of(
                "sector.cli.problem",
                Sentence.of("sector.web.import.severity." + org.salus.framework.Term.codeOf(problem.severity())),
                problem.place().say(),
                problem.column(),
                problem.says(),
                problem.toDo()));
    }
}
