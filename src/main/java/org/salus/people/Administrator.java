package org.salus.people;

import org.salus.ledger.AccountId;

/**
 * Somebody who administers the server: in person or, at the API, by a token that an administrator made for that. A controller that takes one as its first
 * parameter is asked by nobody else: of others none can be made.
 */
public record Administrator(SignedIn who) {
    /** @throws org.salus.framework.Failure (refused) for others */
    public Administrator {
        who.mustAdminister();
    }

    public AccountId id() {
        return who.id();
    }
}
