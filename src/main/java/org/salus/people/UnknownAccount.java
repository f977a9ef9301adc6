package org.salus.people;

import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/** There is no such account. */
public final class UnknownAccount extends Failure {
    private static final long serialVersionUID = 1L;

    public UnknownAccount() {
        super(Kind.NOT_FOUND, Sentence.of("people.failure.unknown-account"));
    }
}
