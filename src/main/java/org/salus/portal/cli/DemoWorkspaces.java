package org.salus.portal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.goals.ChainFile;
import org.salus.goals.GoalsFaces;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.People;
import org.salus.people.SessionLimits;
import org.salus.sector.ImportPreview;
import org.salus.sector.SectorFaces;
import org.salus.sector.SectorImport;
import org.salus.workspace.Faces;
import org.salus.workspace.WorkPlace;
import org.springframework.core.io.ClassPathResource;

/** The demo's two workspaces, founded as anybody founds one and filled through the ordinary import. */
final class DemoWorkspaces {
    private static final List<Demo> DEMOS = List.of(
            new Demo("portal.demo.burundi", "BDI", "sector-burundi.json", Optional.empty()),
            new Demo("portal.demo.orvelia", "XOV", "sector-orvelia.json", Optional.of("goals-orvelia.json")));

    /** @param goals judgements are shown on the invented country alone */
    private record Demo(String name, String country, String file, Optional<String> goals) {}

    private DemoWorkspaces() {}

    /** Founds those that are not there. Whoever has renamed one, or works in it, finds it again as it is. */
    static void found(Path folder) throws IOException {
        try (Database database = new WorkPlace(folder).open()) {
            People people = People.open(database, InstantSource.system(), SessionLimits.ALONE);
            // Closing these would close the database, which is done here.
            Workspaces workspaces = Workspaces.open(
                    database,
                    Faces.of(List.of(SectorFaces.contribution(), GoalsFaces.contribution()))
                            .kinds(),
                    InstantSource.system());
            AccountId alone = people.alone().account();
            for (Demo demo : DEMOS) {
                boolean isThere = workspaces.list(alone).stream()
                        .anyMatch(view -> view.charter().countries().contains(demo.country()));
                if (!isThere) {
                    found(demo, workspaces, alone, people.accounts().get(alone).name());
                }
            }
        }
    }

    private static void found(Demo demo, Workspaces workspaces, AccountId founder, String name) throws IOException {
        Wording wording = Wording.english();
        Workspace workspace = workspaces.found(
                new Charter(
                        wording.say(demo.name()),
                        List.of(demo.country()),
                        "",
                        wording.say("portal.demo.reform"),
                        Optional.empty()),
                founder,
                name,
                Optional.empty(),
                "");
        try (InputStream bytes = new ClassPathResource("demo/" + demo.file()).getInputStream()) {
            ImportPreview preview = SectorImport.preview(bytes, demo.file(), workspace.view(founder), Locale.ENGLISH);
            if (!(SectorImport.accept(workspace, founder, preview) instanceof Outcome.Accepted)) {
                throw broken();
            }
        }
        if (demo.goals().isPresent()) {
            try (InputStream bytes =
                    new ClassPathResource("demo/" + demo.goals().get()).getInputStream()) {
                ChainFile.Preview preview = ChainFile.read(bytes, workspace.view(founder));
                if (!preview.problems().isEmpty()
                        || !(workspace.append(founder, preview.edits(), Reason.EDIT) instanceof Outcome.Accepted)) {
                    throw broken();
                }
            }
        }
    }

    private static Failure broken() {
        return new Failure(Failure.Kind.NOT_POSSIBLE, Sentence.of("portal.demo.broken"));
    }
}
