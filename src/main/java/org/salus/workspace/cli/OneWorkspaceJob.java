package org.salus.workspace.cli;

import org.salus.ledger.Workspace;
import org.salus.workspace.Faces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What every command about one workspace needs beside that: its name, id, or the beginning of its id, as the first word. */
@Command
public abstract class OneWorkspaceJob extends WorkspaceJob {
    @Parameters(index = "0", paramLabel = "WORKSPACE", descriptionKey = "workspace.which")
    private String which = "";

    protected OneWorkspaceJob(Faces faces) {
        super(faces);
    }

    @Override
    protected final int work(Desk desk) throws Exception {
        return work(desk, desk.find(which));
    }

    /** Does it. */
    protected abstract int work(Desk desk, Workspace workspace) throws Exception;
}
