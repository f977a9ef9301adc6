package org.salus.planning.cli;

import org.salus.framework.Sentence;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.planning.Affordability;
import org.salus.planning.PlanAnswers;
import org.salus.planning.PlanTables;
import org.salus.workspace.Faces;
import org.salus.workspace.cli.OneWorkspaceJob;
import picocli.CommandLine.Command;

/** Whether what objectives cost after hand-over can be paid, under each fiscal outlook of a workspace. */
@Command(name = "afford")
final class Affording extends OneWorkspaceJob {
    Affording(Faces faces) {
        super(faces);
    }

    @Override
    protected int work(Desk desk, Workspace workspace) {
        View view = workspace.view(desk.account());
        PlanAnswers.WorkspacePlan plan = new PlanAnswers(view).plan();
        if (format.isJson()) {
            json(plan);
            return 0;
        }
        PlanTables tables = new PlanTables(terminal.wording());
        plan.says().forEach(terminal::say);
        plan.incomplete().forEach(terminal::say);
        for (Affordability found : plan.outlooks()) {
            found.says().forEach(terminal::say);
            found.assumed().forEach(terminal::say);
            tell(tables.years(found));
            tell(tables.sensitivities(found));
            if (!found.missing().isEmpty()) {
                tell(tables.missing(found));
            }
        }
        if (!plan.steps().isEmpty()) {
            tell(tables.steps(plan.steps()));
        }
        terminal.remark(Sentence.of("planning.standing"));
        return 0;
    }
}
