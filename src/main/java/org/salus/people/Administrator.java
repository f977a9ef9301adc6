package org.salus.people;

import org.salus.ledger.AccountId;

/**
 * Somebody who administers the server and is here in person. A controller that takes one as its first parameter is asked by nobody else: of others none
 * can be made.
 */
public record Administrator(SignedIn who) {
    /** @throws org.salus.framework.Failure (refused) for others */
    public Administrator {
        who.mustAdminister();
        who.mustBeHere();
    }

    public AccountId id() {
        return who.id();
    }
}
