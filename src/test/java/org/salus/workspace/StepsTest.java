package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Outcome;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;

/** Taking back and doing again goes through one's own steps as in any editor. */
class StepsTest {
    @TempDir
    Path folder;

    private final AccountId ana = AccountId.fresh();
    private Workspaces workspaces;
    private Workspace workspace;

    @BeforeEach
    void found() {
        workspaces = Workspaces.open(
                Database.file(folder.resolve("salus.db")), Faces.of(List.of()).kinds(), InstantSource.system());
        workspace = workspaces.found(
                new Charter("A", List.of("XZU"), "", "", Optional.empty()), ana, "Ana", Optional.empty(), "");
    }

    @AfterEach
    void close() {
        workspaces.close();
    }

    private String name() {
        return workspace.view(ana).charter().name();
    }

    private void rename(String name) {
        Item<Charter> charter =
                workspace.view(ana).get(Charter.KIND, new ItemId(workspace.id().value()));
        Charter now = charter.value();
        assertThat(workspace.append(
                        ana,
                        new Edit.Put(charter.saying(
                                new Charter(name, now.countries(), now.region(), now.reformName(), now.layerOf())))))
                .isInstanceOf(Outcome.Accepted.class);
    }

    private boolean undo() {
        return take(Steps.of(ana, workspace.history(ana)).toUndo());
    }

    private boolean redo() {
        return take(Steps.of(ana, workspace.history(ana)).toRedo());
    }

    private boolean take(Optional<Digest> step) {
        step.ifPresent(entry -> assertThat(workspace.undo(ana, entry)).isInstanceOf(Outcome.Accepted.class));
        return step.isPresent();
    }

    @Test
    void back_and_forth() {
        rename("B");
        rename("C");
        assertThat(undo()).isTrue();
        assertThat(name()).isEqualTo("B");
        assertThat(undo()).isTrue();
        assertThat(name()).isEqualTo("A");
        assertThat(redo()).isTrue();
        assertThat(name()).isEqualTo("B");
        assertThat(redo()).isTrue();
        assertThat(name()).isEqualTo("C");
        assertThat(redo()).isFalse();
        assertThat(undo()).isTrue();
        assertThat(name()).isEqualTo("B");
    }

    @Test
    void a_new_step_ends_doing_again() {
        rename("B");
        undo();
        rename("D");
        assertThat(redo()).isFalse();
        assertThat(undo()).isTrue();
        assertThat(name()).isEqualTo("A");
    }

    @Test
    void the_founding_is_not_taken_back() {
        rename("B");
        undo();
        assertThat(Steps.of(ana, workspace.history(ana)).toUndo()).isEmpty();
    }
}
