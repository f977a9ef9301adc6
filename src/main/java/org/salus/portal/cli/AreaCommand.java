package org.salus.portal.cli;

import org.salus.evidence.Evidence;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.portal.AreaAnswers;
import org.salus.portal.AreaFile;
import org.salus.portal.AreaTables;
import org.salus.portfolio.Supports;
import org.salus.workspace.Faces;
import org.salus.workspace.cli.WorkspaceJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code salus area [CODE]}: the reform areas, or one with all that is known of it, as on its page and in the API. */
@Command(name = "area")
public final class AreaCommand extends WorkspaceJob {
    @Parameters(arity = "0..1", paramLabel = "CODE", descriptionKey = "area-page.code")
    private String code = "";

    public AreaCommand(Faces faces) {
        super(faces);
    }

    @Override
    protected int work(Desk desk) {
        if (code.isEmpty()) {
            list();
            return 0;
        }
        ReformArea area = AreaFile.known(code);
        try (Evidence evidence = Evidence.open(data.folder())) {
            AreaFile file = AreaFile.of(
                    area,
                    evidence.snapshot(),
                    Supports.shipped(),
                    desk.workspaces().list(desk.account()),
                    desk.faces(),
                    terminal.wording());
            if (format.isJson()) {
                json(AreaAnswers.tell(file, terminal.wording()));
            } else {
                tell(file);
            }
        }
        return 0;
    }

    private void list() {
        if (format.isJson()) {
            json(AreaAnswers.list(terminal.wording()));
            return;
        }
        AreaFile.areas().forEach(this::tell);
    }

    private void tell(ReformArea area) {
        terminal.say(Sentence.of("portal.area-page.line", area.code(), area.label(), area.meaning()));
    }

    private void tell(AreaFile file) {
        tell(file.area());
        AreaFile.SAID.forEach(part -> terminal.say(Sentence.of(
                "portal.area-page.told", Sentence.of("portal.area-page.heading." + part), file.said(part))));
        file.purposes()
                .forEach(purpose -> terminal.say(Sentence.of(
                        purpose.weak() ? "portal.area-page.purpose.weak" : "portal.area-page.purpose",
                        purpose.code(),
                        purpose.label())));
        file.preconditions()
                .forEach(precondition -> terminal.say(
                        Sentence.of("portal.area-page.told", precondition.label(), precondition.meaning())));
        terminal.say(Sentence.of(
                "portal.area-page.answer",
                file.activities(),
                file.countries().size(),
                file.planned().size()));
        AreaTables tables = new AreaTables(terminal.wording());
        TableLines lines = new TableLines(terminal);
        if (!file.countries().isEmpty()) {
            lines.tell(tables.countries(file));
        }
        if (!file.planned().isEmpty()) {
            lines.tell(tables.supports(file));
        }
        terminal.say(Sentence.of("portal.brief.standing"));
    }
}
