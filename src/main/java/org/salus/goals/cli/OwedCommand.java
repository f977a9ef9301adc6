package org.salus.goals.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.salus.framework.Sentence;
import org.salus.goals.Owed;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.workspace.Faces;
import org.salus.workspace.cli.OneWorkspaceJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Who owes which measurement until when, over the whole workspace. */
@Command(name = "owed")
final class OwedCommand extends OneWorkspaceJob {
    @Option(names = "--by-office", descriptionKey = "goals.owed.by-office")
    private boolean byOffice;

    OwedCommand(Faces faces) {
        super(faces);
    }

    @Override
    protected int work(Desk desk, Workspace workspace) {
        View view = workspace.view(desk.account());
        LocalDate today = LocalDate.now(Clock.systemUTC());
        List<Owed> owed = Owed.of(view, today, terminal.wording());
        List<Owed> inOrder = byOffice ? Owed.byOffice(owed) : owed;
        if (format.isJson()) {
            json(Owed.tell(inOrder, today));
            return 0;
        }
        if (inOrder.isEmpty()) {
            terminal.say(Sentence.of("goals.cli.owed.none"));
        }
        for (Owed one : inOrder) {
            terminal.say(Sentence.of(
                    "goals.cli.owed",
                    one.owing().due(),
                    one.owing().what().label(),
                    one.offices().isEmpty() ? Sentence.of("goals.owed.no-office") : String.join(", ", one.offices()),
                    one.owing().indicator().value().title(),
                    one.asking(terminal.wording()),
                    one.owing().remark()));
        }
        return 0;
    }
}
