package org.salus.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * One version of an item as a reader is told of it.
 *
 * @param item what it says; empty if it says that the item is removed
 */
public record Told(By by, Optional<Item<?>> item) {
    /**
     * Who wrote it.
     *
     * @param entry the entry that made it
     * @param at when, by the author's clock
     */
    public record By(Digest entry, AccountId author, Instant at) {}
}
