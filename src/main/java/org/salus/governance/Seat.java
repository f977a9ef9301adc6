package org.salus.governance;

import java.util.Optional;
import org.salus.ledger.AccountId;

/**
 * One of those who answer independently of each other in a round: an office or team rather than a person's name.
 *
 * @param code short, lasting and used in files, such as {@code A}
 * @param account who alone may answer for it; empty if any contributor may, such as one who types in what came on paper
 */
public record Seat(String code, String name, Optional<AccountId> account) {
    /** A seat whose answers any contributor may type in. */
    public static Seat of(String code, String name) {
        return new Seat(code, name, Optional.empty());
    }
}
