package org.salus.ledger;

import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/** There is no such workspace, or whoever asks may not open it; which of the two is not told. */
public final class UnknownWorkspace extends Failure {
    private static final long serialVersionUID = 1L;

    public UnknownWorkspace(String id) {
        super(Kind.NOT_FOUND, Sentence.of("ledger.failure.unknown-workspace", id));
    }
}
