package org.salus.planning.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salus.framework.PartialDate;
import org.salus.ledger.Edit;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.planning.Planner;
import org.salus.planning.ScheduleAnswers;
import org.salus.planning.ScheduleQuestion;
import org.salus.workspace.Faces;
import org.salus.workspace.cli.OneWorkspaceJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keeps the plan of a workspace as one people agreed on. */
@Command(name = "agree")
final class Agreeing extends OneWorkspaceJob {
    @Option(names = "--title", paramLabel = "TITLE", required = true, descriptionKey = "plan.agree.title")
    private String title = "";

    @Option(names = "--note", paramLabel = "TEXT", descriptionKey = "plan.agree.note")
    private String note = "";

    @Option(names = "--aim", paramLabel = "AIM", descriptionKey = "plan.schedule.aim")
    private @Nullable String aim;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "plan.seed")
    private @Nullable String seed;

    Agreeing(Faces faces) {
        super(faces);
    }

    @Override
    protected int work(Desk desk, Workspace workspace) {
        View view = workspace.view(desk.account());
        ScheduleQuestion question = ScheduleQuestion.of(name -> switch (name) {
            case "aim" -> Optional.ofNullable(aim);
            case "seed" -> Optional.ofNullable(seed);
            default -> Optional.empty();
        });
        ScheduleAnswers answers = new ScheduleAnswers(view, Planner.shipped());
        return told(
                desk,
                workspace,
                workspace.append(
                        desk.account(),
                        List.of(new Edit.Put(answers.agreed(
                                answers.answer(question, Planner.Watch.NOBODY),
                                title,
                                PartialDate.of(LocalDate.now(Clock.systemUTC())),
                                note))),
                        Reason.EDIT));
    }
}
