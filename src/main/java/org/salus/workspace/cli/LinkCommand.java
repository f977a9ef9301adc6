package org.salus.workspace.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.salus.frame.cli.DataOption;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Database;
import org.salus.people.People;
import org.salus.people.SessionLimits;
import org.salus.workspace.TeamSettings;
import org.salus.workspace.WorkPlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code salus link}: a new one-time link to the server that runs with this data; with a team's settings, one for a new administrator. Only who may read
 * the data folder or the settings can make one.
 */
@Command(name = "link")
public final class LinkCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private Terminal terminal = new Terminal();

    @Option(names = "--team", paramLabel = "FILE", descriptionKey = "option.team")
    private @Nullable Path team;

    @Override
    public Integer call() {
        if (team != null) {
            return administrator(TeamSettings.of(team));
        }
        WorkPlace place = new WorkPlace(data.folder());
        URI server = place.servedAt()
                .orElseThrow(() -> Failure.notFound(Sentence.of(
                                "workspace.link.no-server", data.folder().toString()))
                        .advising(Sentence.of("workspace.link.no-server.advice")));
        try (Database database = place.open()) {
            People people = People.open(database, InstantSource.system(), SessionLimits.ALONE);
            terminal.out().println(WorkPlace.entering(server, people.alone().link()));
        }
        return 0;
    }

    private int administrator(TeamSettings settings) {
        try (Database database = settings.open(data.folder())) {
            People people = People.open(database, InstantSource.system(), settings.sessions());
            terminal.out()
                    .println(WorkPlace.accepting(
                            settings.entrance().base().orElseThrow(),
                            people.invitations().inviteAdministrator().secret()));
        }
        return 0;
    }
}
