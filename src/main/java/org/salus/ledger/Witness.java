package org.salus.ledger;

import java.util.Optional;

/**
 * Is told what was done to a workspace as a whole, however it was done, after it is durable. The room that knows who people are keeps it for the owners; what
 * was written stands in the history.
 */
public interface Witness {
    /** Nobody is told. */
    Witness NONE = new Witness() {};

    /** Somebody founded it. */
    default void founded(WorkspaceId workspace, AccountId by) {}

    /**
     * Somebody is something else in it than before.
     *
     * @param before empty for a new member
     * @param after empty for one who is none any more
     */
    default void became(
            WorkspaceId workspace, AccountId by, AccountId whom, Optional<Role> before, Optional<Role> after) {}

    /** A copy was made. */
    default void copied(WorkspaceId workspace, AccountId by, AccountId madeFor) {}

    /** A copy was merged or imported. */
    default void merged(WorkspaceId workspace, AccountId by) {}

    /** Something was erased. */
    default void erased(WorkspaceId workspace, AccountId by) {}
}
