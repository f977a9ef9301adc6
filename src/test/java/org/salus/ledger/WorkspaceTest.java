package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    record Note(String text) {
        static final Kind<Note> KIND = Kind.of("note", Note.class);
    }

    @TempDir
    Path folder;

    private final AccountId ana = AccountId.fresh();
    private Workspace workspace;

    @BeforeEach
    void found() {
        Workspaces workspaces = Workspaces.open(
                Database.file(folder.resolve("salus.db")),
                Kinds.of(List.of(Note.KIND)),
                InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));
        workspace = workspaces.found(
                new Charter("Zubara", List.of("ZUB"), "", "SSR", Optional.empty()), ana, "Ana", Optional.empty(), "");
    }

    @Test
    void what_is_put_is_read_back() {
        Item<Note> note = Item.fresh(Note.KIND, new Note("Parliament has no defence committee"));
        assertThat(workspace.append(ana, new Edit.Put(note))).isInstanceOf(Outcome.Accepted.class);
        View view = workspace.view(ana);
        Item<Note> read = view.get(Note.KIND, note.id());
        assertThat(read.value()).isEqualTo(note.value());
        assertThat(view.list(Note.KIND)).containsExactly(read);
        Outcome second = workspace.append(ana, new Edit.Put(read.saying(new Note("It has one since May"))));
        assertThat(workspace.append(ana, new Edit.Put(read.saying(new Note("stale")))))
                .isInstanceOf(Outcome.Conflicting.class);
        Outcome undone = workspace.undo(ana, ((Outcome.Accepted) second).entry());
        assertThat(undone).isInstanceOf(Outcome.Accepted.class);
        assertThat(workspace.view(ana).get(Note.KIND, note.id()).value()).isEqualTo(note.value());
        assertThat(workspace.history(ana).list(10, Optional.empty())).hasSize(4);
        assertThat(workspace.verify().damages()).isEmpty();
        assertThat(workspace.erase(ana, note.id(), "asked by the person")).isInstanceOf(Outcome.Accepted.class);
        assertThat(workspace.view(ana).find(Note.KIND, note.id())).isEmpty();
        assertThat(workspace.verify().isSound()).isTrue();
        assertThat(workspace
                        .view(ana, Set.of(((Outcome.Accepted) second).entry()))
                        .list(Note.KIND))
                .isEmpty();
    }
}
