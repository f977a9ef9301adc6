package org.salus.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Outcome;
import org.salus.ledger.View;
import org.salus.ledger.Workspaces;
import org.salus.people.People;
import org.salus.people.SessionLimits;
import org.salus.sector.Actor;
import org.salus.sector.SectorFaces;
import org.salus.workspace.Faces;
import org.salus.workspace.WorkPlace;

/** The demo opens with two workspaces, made once. */
class DemoWorkspacesTest {
    @TempDir
    private Path folder;

    private <T> T in(Function<Workspaces, T> use) {
        try (Database database = new WorkPlace(folder).open()) {
            return use.apply(Workspaces.open(
                    database, Faces.of(List.of(SectorFaces.contribution())).kinds(), InstantSource.system()));
        }
    }

    private AccountId alone() {
        try (Database database = new WorkPlace(folder).open()) {
            return People.open(database, InstantSource.system(), SessionLimits.ALONE)
                    .alone()
                    .account();
        }
    }

    private List<String> names(AccountId who) {
        return in(workspaces ->
                workspaces.list(who).stream().map(view -> view.charter().name()).toList());
    }

    @Test
    void a_second_start_makes_none_and_leaves_what_was_changed() throws Exception {
        DemoWorkspaces.found(folder);
        AccountId alone = alone();
        List<String> first = names(alone);
        assertThat(first)
                .containsExactlyInAnyOrder("Burundi: security sector in public law", "Orvelia, an invented country");
        List<Integer> actors = in(workspaces -> workspaces.list(alone).stream()
                .map(view -> view.list(Actor.KIND).size())
                .toList());
        assertThat(actors).hasSize(2).allMatch(count -> count > 30);
        Outcome renamed = in(workspaces -> {
            View view = workspaces.list(alone).getFirst();
            Item<Charter> charter =
                    view.get(Charter.KIND, new ItemId(view.workspace().value()));
            return workspaces
                    .get(view.workspace())
                    .append(
                            alone,
                            new Edit.Put(charter.saying(new Charter(
                                    "My own name", charter.value().countries(), "", "", Optional.empty()))));
        });
        assertThat(renamed).isInstanceOf(Outcome.Accepted.class);
        DemoWorkspaces.found(folder);
        List<String> second = names(alone);
        assertThat(second).hasSize(2).contains("My own name");
    }
}
