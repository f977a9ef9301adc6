package org.salus.workspace;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.OrganisationId;
import org.salus.ledger.Role;
import org.salus.ledger.View;
import org.salus.people.Invitation;
import org.salus.people.Invitations;
import org.salus.people.SignedIn;

/**
 * Inviting people into a workspace, the same on pages, at the API and on the command line. Safe for use by several threads.
 *
 * @param base the address people know this server by; empty where somebody works alone, whom nobody else reaches
 */
public record Inviting(Invitations invitations, Optional<URI> base) {
    /** An invitation with the link that accepts it, which is never told again. */
    public record Made(Invitation invitation, String link) {}

    /** Whether there is anybody who could come. */
    public boolean isPossible() {
        return base.isPresent();
    }

    /**
     * Invites somebody.
     *
     * @param organisation of the account that is made, if one is; an id, empty for none
     * @throws Failure if {@code by} is no owner, or there is no such role or organisation
     */
    public Made invite(SignedIn by, View view, String role, String organisation) {
        mustOwn(by, view);
        URI server = base.orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.invitations.alone")));
        Invitation.Issued issued = invitations.invite(by, view, role(role), organisation(organisation));
        return new Made(
                issued.invitation(),
                WorkPlace.accepting(server, issued.secret()).toString());
    }

    /**
     * Open invitations into a workspace, the newest first.
     *
     * @throws Failure if {@code by} is no owner
     */
    public List<Invitation> list(SignedIn by, View view) {
        mustOwn(by, view);
        return invitations.list(view.workspace());
    }

    /**
     * Takes one back.
     *
     * @throws Failure if {@code by} is no owner, or there is none of that id
     */
    public void withdraw(SignedIn by, View view, String id) {
        invitations.withdraw(by, view, id);
    }

    private static void mustOwn(SignedIn by, View view) {
        if (!view.standing().account().equals(by.id()) || !view.standing().mayActAs(Role.OWNER)) {
            throw Failure.refused(Sentence.of("people.failure.owners"));
        }
    }

    /** The role of that code. */
    public static Role role(String code) {
        return Arrays.stream(Role.values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.members.no-role", code)));
    }

    private static Optional<OrganisationId> organisation(String id) {
        try {
            return id.isEmpty() ? Optional.empty() : Optional.of(OrganisationId.of(id));
        } catch (IllegalArgumentException none) {
            throw Failure.notFound(Sentence.of("people.failure.unknown-organisation"));
        }
    }
}
