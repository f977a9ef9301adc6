package org.salus.evidence;

import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/** No country has the code that was asked for. */
public final class UnknownCountry extends Failure {
    private static final long serialVersionUID = 1L;

    UnknownCountry(String code) {
        super(
                Kind.NOT_FOUND,
                Sentence.of("evidence.failure.unknown-country", code),
                Sentence.of("evidence.failure.unknown-country.advice"),
                null);
    }
}
