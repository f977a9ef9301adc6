package org.salus.appraisal;

import java.util.Objects;
import org.salus.ledger.ItemId;

/**
 * Support that something is about, planned or known.
 *
 * @param support in the same workspace
 */
public record OnSupport(ItemId support) {
    public OnSupport {
        Objects.requireNonNull(support);
    }
}
