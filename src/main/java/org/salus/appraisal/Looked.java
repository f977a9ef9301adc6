package org.salus.appraisal;

import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;

/** Something a check looked at, which opens. */
public sealed interface Looked {
    /** Whether it speaks for what the check asks. */
    boolean fits();

    /** An item of the workspace. */
    record Element(ItemId id, boolean fits) implements Looked {}

    /**
     * What a page shows.
     *
     * @param address from the root of the server where it begins with a slash, else below the address of the workspace
     */
    record Page(Sentence says, String address, boolean fits) implements Looked {}
}
