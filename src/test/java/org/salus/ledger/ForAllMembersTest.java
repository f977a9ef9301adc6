package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.ledger.Zubara.accepted;
import static org.salus.ledger.Zubara.refused;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has one place, made of what it is about, is for all members: whoever may not see it could neither say it nor learn why. */
class ForAllMembersTest {
    private record Verdict(String about, String says) {
        Item<Verdict> of(Kind<Verdict> kind) {
            return Item.fresh(kind, this).called(place());
        }

        ItemId place() {
            return new ItemId(UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static final Kind<Verdict> BEFORE =
            Kind.of("one-place", Verdict.class).placedAt(Verdict::place);
    private static final Kind<Verdict> NOW = BEFORE.forAllMembers();

    @TempDir
    private Path folder;

    @Test
    void it_is_kept_for_nobody_alone() {
        Path file = folder.resolve("salus.db");
        try (Zubara zubara = new Zubara(Database.file(file));
                Workspaces now = Workspaces.open(Database.file(file), Kinds.of(List.of(NOW)), zubara.clock)) {
            Workspace workspace = now.get(zubara.workspace.id());
            Item<Verdict> open = new Verdict("army", "large").of(NOW);
            for (Sensitivity some :
                    List.of(Zubara.named(zubara.ana, zubara.ben), new Sensitivity.Organisation(Zubara.MINISTRY))) {
                assertThat(refused(workspace.append(zubara.ana, new Edit.Put(open.meantFor(some)))))
                        .containsExactly(Kind.FOR_ALL);
            }
            Zubara.put(workspace, zubara.cai, open);
            Item<Verdict> known = workspace.view(zubara.ana).get(NOW, open.id());
            assertThat(refused(workspace.append(zubara.ana, new Edit.Put(known.meantFor(Zubara.named(zubara.ana))))))
                    .containsExactly(Kind.FOR_ALL);
            Zubara.put(workspace, zubara.ben, known.saying(new Verdict("army", "small")));
        }
    }

    @Test
    void one_that_was_before_is_read_changed_opened_and_taken_back() {
        Path file = folder.resolve("salus.db");
        Item<Verdict> hidden = new Verdict("police", "bad").of(BEFORE);
        try (Zubara zubara = new Zubara(Database.file(file))) {
            try (Workspaces before = Workspaces.open(Database.file(file), Kinds.of(List.of(BEFORE)), zubara.clock)) {
                Zubara.put(before.get(zubara.workspace.id()), zubara.ana, hidden.meantFor(Zubara.named(zubara.ana)));
            }
            try (Workspaces now = Workspaces.open(Database.file(file), Kinds.of(List.of(NOW)), zubara.clock)) {
                Workspace workspace = now.get(zubara.workspace.id());
                Item<Verdict> known = workspace.view(zubara.ana).get(NOW, hidden.id());
                Zubara.put(workspace, zubara.ana, known.saying(new Verdict("police", "worse")));
                known = workspace.view(zubara.ana).get(NOW, hidden.id());
                accepted(workspace.append(
                        zubara.ana,
                        List.of(new Edit.Put(known.meantFor(Sensitivity.forMembers()))),
                        Reason.of(Act.EDIT, "for all by now")));
                known = workspace.view(zubara.dee).get(NOW, hidden.id());
                accepted(workspace.append(zubara.cai, new Edit.Remove(known)));
                Zubara.put(workspace, zubara.cai, new Verdict("police", "good").of(NOW));
            }
        }
    }

    @Test
    void a_copy_that_brings_one_waits_with_it() {
        Path file = folder.resolve("salus.db");
        try (Zubara zubara = new Zubara(Database.file(file));
                Workspaces now = Workspaces.open(Database.file(file), Kinds.of(List.of(NOW)), zubara.clock)) {
            Workspace workspace = now.get(zubara.workspace.id());
            Path copy = folder.resolve("copy.salus");
            Copy.make(workspace, zubara.cai, zubara.cai, Zubara.PASSPHRASE, Zubara.CHEAP, copy);
            Item<Verdict> hidden = new Verdict("guard", "bad").of(NOW).meantFor(Zubara.named(zubara.cai));
            try (Forger forger = new Forger(copy)) {
                forger.change(zubara.cai, hidden, Set.of());
            }
            assertThat(Zubara.merge(workspace, zubara.cai, copy).waiting().values())
                    .containsExactly(Merge.Doubt.RULE);
            Zubara.put(workspace, zubara.ben, new Verdict("guard", "good").of(NOW));
        }
    }
}
