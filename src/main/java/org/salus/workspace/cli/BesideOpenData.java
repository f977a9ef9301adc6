package org.salus.workspace.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salus.frame.cli.DataOption;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.View;
import org.salus.ledger.Workspaces;
import org.salus.workspace.Faces;
import org.salus.workspace.TeamSettings;
import picocli.CommandLine.Option;

/** The workspace that a command about open data may be asked beside them: nothing of any workspace is opened where none is named. For use as a mixin. */
public final class BesideOpenData {
    @Option(names = "--workspace", paramLabel = "WORKSPACE", descriptionKey = "workspace.beside")
    private @Nullable String which;

    @Option(names = "--account", paramLabel = "ACCOUNT", descriptionKey = "workspace.account")
    private @Nullable String account;

    @Option(names = "--team", paramLabel = "FILE", descriptionKey = "workspace.team")
    private @Nullable Path team;

    private final Faces faces;

    public BesideOpenData(Faces faces) {
        this.faces = faces;
    }

    /** Whether a workspace is named. */
    public boolean isNamed() {
        return which != null;
    }

    /** What is done with a reader's view of the workspace. */
    @FunctionalInterface
    public interface Reading {
        void read(View view) throws Exception;
    }

    /**
     * Reads the workspace as its reader sees it.
     *
     * @throws Failure if none is named, there is no such workspace for this reader, or more than one
     */
    public void read(DataOption data, Reading reading) throws Exception {
        read(data, (view, all) -> reading.read(view));
    }

    /** What is done with a reader's view of the workspace and the other workspaces, of which its private layers are some. */
    @FunctionalInterface
    public interface ReadingAmong {
        void read(View view, Workspaces all) throws Exception;
    }

    /**
     * Reads the workspace as its reader sees it, among all that the reader may open.
     *
     * @throws Failure if none is named, there is no such workspace for this reader, or more than one
     */
    public void read(DataOption data, ReadingAmong reading) throws Exception {
        String words = Optional.ofNullable(which)
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.cli.beside.none")));
        WorkspaceJob.at(
                data.folder(),
                Optional.ofNullable(team).map(TeamSettings::of),
                Optional.ofNullable(account),
                faces,
                desk -> {
                    reading.read(desk.find(words).view(desk.account()), desk.workspaces());
                    return 0;
                });
    }
}
