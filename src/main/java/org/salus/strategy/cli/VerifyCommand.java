package org.salus.strategy.cli;

import java.io.InputStream;
import org.salus.documents.ChartDrawer;
import org.salus.evidence.Evidence;
import org.salus.framework.Sentence;
import org.salus.portfolio.Supports;
import org.salus.strategy.Sections;
import org.salus.strategy.Strategies;
import org.salus.strategy.StrategyFiles;
import org.salus.strategy.TextChange;
import org.salus.strategy.Verdict;
import org.salus.strategy.Verified;
import org.salus.strategy.VerifyFile;
import org.salus.workspace.Faces;
import org.salus.workspace.cli.WorkspaceJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code salus verify FILE}: whether a file still says what the version it names says. Exit code 1 if it does not, or nobody can tell. */
@Command(name = "verify")
public final class VerifyCommand extends WorkspaceJob {
    private static final int SHOWN = 20;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "verify.file")
    private String file = "";

    private final Faces rooms;
    private final Sections sections;

    /** @param sections what sections are composed from, as when the file was written */
    public VerifyCommand(Faces faces, Sections sections) {
        super(faces);
        this.rooms = faces;
        this.sections = sections;
    }

    @Override
    protected int work(Desk desk) throws Exception {
        byte[] bytes = read(file, (InputStream in, String name) -> in.readAllBytes());
        try (Evidence evidence = Evidence.open(data.folder());
                ChartDrawer charts = new ChartDrawer()) {
            Verified verified = new VerifyFile(
                            desk.workspaces(),
                            new Strategies(evidence, Supports.shipped(), desk.workspaces(), rooms, sections),
                            new StrategyFiles(charts))
                    .verify(desk.account(), bytes);
            if (format.isJson()) {
                json(verified.told());
            } else {
                tell(verified);
            }
            return verified.verdict() == Verdict.SAME ? 0 : 1;
        }
    }

    private void tell(Verified verified) {
        terminal.say(verified.says());
        verified.edition()
                .ifPresent(item -> terminal.say(Sentence.of(
                        "strategy.verify.edition",
                        item.value().title(),
                        item.value().readership().label(),
                        item.value().state().label(),
                        item.value().approvals().size())));
        verified.because().forEach(terminal::remark);
        for (TextChange change :
                verified.changes().subList(0, Math.min(SHOWN, verified.changes().size()))) {
            terminal.say(Sentence.of(
                    "strategy.cli.change",
                    Sentence.of(change.isAdded() ? "strategy.change.added" : "strategy.change.removed"),
                    change.section().isEmpty() ? Sentence.of("strategy.change.front") : change.section(),
                    change.line()));
        }
    }
}
