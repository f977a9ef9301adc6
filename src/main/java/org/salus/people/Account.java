package org.salus.people;

import java.time.Instant;
import java.util.Optional;
import org.salus.ledger.AccountId;

/**
 * Somebody who may sign in.
 *
 * @param login what is typed to sign in; empty for an account that never signs in by password
 * @param name as others see it: a person or an office
 * @param administrator whether it manages accounts; that opens no workspace
 * @param closed whether it may no longer sign in; what it wrote stays
 * @param hasPassword whether it can sign in by password
 * @param outside issuer of the single sign-on it uses, if any
 */
public record Account(
        AccountId id,
        Optional<String> login,
        String name,
        Optional<Organisation> organisation,
        boolean administrator,
        boolean closed,
        boolean hasPassword,
        Optional<String> outside,
        Instant made) {
    /** The name together with the organisation, since names alone can be alike. */
    public String label() {
        return organisation.map(own -> name + " · " + own.name()).orElse(name);
    }
}
