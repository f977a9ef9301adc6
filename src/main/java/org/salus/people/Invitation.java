package org.salus.people;

import java.time.Instant;
import java.util.Optional;
import org.salus.ledger.AccountId;
import org.salus.ledger.OrganisationId;
import org.salus.ledger.Role;
import org.salus.ledger.WorkspaceId;

/**
 * That somebody may make an account, or join a workspace, by a one-time link.
 *
 * @param administrator whether the account will administer the server
 * @param forKnown whether it is only for somebody who has an account: a token made it for a workspace, and an owner's token must not change who may sign in
 * @param organisation of the account that will be made
 * @param into the workspace and what to be there; empty if for the server alone
 * @param maker who invited; empty if it was offered at the machine itself
 * @param taker who accepted; empty as long as it is open
 */
public record Invitation(
        String id,
        boolean administrator,
        boolean forKnown,
        Optional<OrganisationId> organisation,
        Optional<Into> into,
        Optional<AccountId> maker,
        Instant made,
        Instant ends,
        Optional<AccountId> taker) {
    /** Where an invitation leads. */
    public record Into(WorkspaceId workspace, Role role) {}

    /** A new one with what opens it, which is never told again. */
    public record Issued(Invitation invitation, Secret secret) {}

    static Invitation of(Link link) {
        return new Invitation(
                link.id(),
                link.purpose() == Link.Purpose.FOUND,
                link.purpose() == Link.Purpose.JOIN,
                link.organisation(),
                link.workspace().flatMap(workspace -> link.role().map(role -> new Into(workspace, role))),
                link.maker(),
                link.made(),
                link.ends(),
                link.taker());
    }
}
