package org.salus.workspace.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.frame.web.TableFiles;
import org.salus.framework.Failure;
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

    /**
     * Writes a table as a file, in the form its ending names, and notes for the owners that it was taken.
     *
     * @param kind of file, without its ending
     * @throws Failure if there is no such form
     */
    protected final void write(Desk desk, Workspace workspace, Table table, Path file, String kind) {
        String form = ending(file);
        terminal.writePrivately(
                file,
                TableFiles.bytes(
                        form,
                        table,
                        state(workspace.view(desk.account())),
                        workspace.day(desk.account()),
                        List.of(),
                        terminal.wording()));
        desk.taken(workspace, kind + "." + form);
    }

    /** By what a file made from a view says which state it is of. */
    protected static String state(View view) {
        return view.heads().isEmpty() ? "empty" : view.heads().first().brief();
    }

    /** The form a file is to have, by its ending; empty if it has none. */
    protected static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String words(Cell cell) {
        return cell.code().map(code -> code + " " + cell.words()).orElseGet(cell::words);
    }
}
