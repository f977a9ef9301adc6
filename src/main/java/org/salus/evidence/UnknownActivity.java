package org.salus.evidence;

import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/** No loaded activity has the identifier that was asked for. */
public final class UnknownActivity extends Failure {
    private static final long serialVersionUID = 1L;

    UnknownActivity(String identifier) {
        super(Kind.NOT_FOUND, Sentence.of("evidence.failure.unknown-activity", identifier), null, null);
    }
}
