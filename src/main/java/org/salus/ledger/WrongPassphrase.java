package org.salus.ledger;

import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/** A copy does not open under this passphrase. */
public final class WrongPassphrase extends Failure {
    private static final long serialVersionUID = 1L;

    public WrongPassphrase(String file) {
        super(Kind.WRONG_USE, Sentence.of("ledger.failure.passphrase", file));
    }
}
