package org.salus.workspace.cli;

import java.util.stream.Collectors;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.framework.Sentence;
import org.salus.ledger.View;
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

    /** Says a table: its title, its heads and its rows, a line each. */
    protected final void tell(Table table) {
        terminal.out().println(table.caption());
        terminal.out().println(table.columns().stream().map(Column::name).collect(Collectors.joining(" | ")));
        table.rows()
                .forEach(row -> terminal.out()
                        .println(row.stream().map(OneWorkspaceJob::words).collect(Collectors.joining(" | "))));
    }

    private static String words(Cell cell) {
        return cell.code().map(code -> code + " " + cell.words()).orElseGet(cell::words);
    }

    /** Says that there is more than this reader may see, if there is. */
    protected final void tellOfWithheld(View view) {
        if (view.isSomethingWithheld() && !format.isJson()) {
            terminal.remark(Sentence.of("workspace.withheld"));
        }
    }
}
