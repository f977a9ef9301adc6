package org.salus.planning.cli;

import java.io.IOException;
import java.util.List;
import org.salus.ledger.Edit;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.planning.PlanFile;
import org.salus.workspace.Faces;
import org.salus.workspace.cli.OneWorkspaceJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts what a file says for a schedule into a workspace, all of it or nothing. */
@Command(name = "bring")
final class Bringing extends OneWorkspaceJob {
    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "plan.bring.file")
    private String file = "";

    Bringing(Faces faces) {
        super(faces);
    }

    @Override
    protected int work(Desk desk, Workspace workspace) throws IOException {
        View view = workspace.view(desk.account());
        List<Edit> edits = read(file, (bytes, name) -> PlanFile.edits(bytes, name, view));
        return told(desk, workspace, workspace.append(desk.account(), edits, Reason.EDIT));
    }
}
