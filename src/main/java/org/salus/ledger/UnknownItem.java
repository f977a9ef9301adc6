package org.salus.ledger;

import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/** There is no such item, or the reader may not see it; which of the two is not told. */
public final class UnknownItem extends Failure {
    private static final long serialVersionUID = 1L;

    public UnknownItem(ItemId id) {
        super(Kind.NOT_FOUND, Sentence.of("ledger.failure.unknown-item", id.toString()));
    }
}
