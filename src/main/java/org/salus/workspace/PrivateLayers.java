package org.salus.workspace;

import java.util.List;
import java.util.Optional;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Role;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.WorkspaceId;
import org.salus.ledger.Workspaces;

/**
 * Private layers: ledgers of their own, whose items refer to items of a shared workspace. The shared one holds no trace of them, no placeholder and no count.
 */
public final class PrivateLayers {
    private PrivateLayers() {}

    /** The layers of a workspace that this account may open, as it sees them, oldest first. */
    public static List<View> of(WorkspaceId shared, AccountId reader, Workspaces workspaces) {
        return workspaces.list(reader).stream()
                .filter(view -> view.charter().layerOf().equals(Optional.of(shared)))
                .toList();
    }

    /** The layer into which this account writes what is its own; empty if there is none yet. */
    public static Optional<Workspace> find(WorkspaceId shared, AccountId writer, Workspaces workspaces) {
        return of(shared, writer, workspaces).stream()
                .filter(view -> view.standing().mayActAs(Role.CONTRIBUTOR))
                .findFirst()
                .map(view -> workspaces.get(view.workspace()));
    }

    /** A new layer with this account as its only member. */
    public static Workspace found(View shared, AccountId founder, Workspaces workspaces, Wording wording) {
        Charter charter = shared.charter();
        Optional<Member> member =
                shared.find(Member.KIND, new ItemId(founder.value())).map(item -> item.value());
        return workspaces.found(
                new Charter(
                        wording.say(Sentence.of("workspace.layer.name", charter.name())),
                        charter.countries(),
                        charter.region(),
                        charter.reformName(),
                        Optional.of(shared.workspace())),
                founder,
                member.map(Member::name).orElse(""),
                member.flatMap(Member::organisation),
                member.map(Member::organisationName).orElse(""));
    }
}
