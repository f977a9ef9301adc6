package org.salus.evidence;

import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/** No loaded activity has the identifier that was asked for, or none any more. */
public final class UnknownActivity extends Failure {
    private static final long serialVersionUID = 1L;

    UnknownActivity(String identifier) {
        super(Kind.NOT_FOUND, Sentence.of("evidence.failure.unknown-activity", identifier), null, null);
    }

    /** One that counts no more, though files that are history hold it. */
    UnknownActivity(String identifier, SourceVersion last) {
        super(
                Kind.NOT_FOUND,
                Sentence.of("evidence.failure.former-activity", identifier, last.file(), last.source()),
                Sentence.of("evidence.failure.former-activity.advice"),
                null);
    }
}
