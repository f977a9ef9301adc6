package org.salus.frame.web;

import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * A request that got no answer, as told to its author.
 *
 * @param status HTTP status
 * @param kind stable word in addresses of problem documents: {@code not-found}
 * @param what what went wrong
 * @param advice what to do now
 */
record Problem(int status, String kind, Sentence what, Optional<Sentence> advice) {
    static Problem of(int status, String kind) {
        return new Problem(
                status,
                kind,
                Sentence.of("frame.problem." + kind + ".what"),
                Optional.of(Sentence.of("frame.problem." + kind + ".advice")));
    }

    static Problem of(Failure failure) {
        return switch (failure.kind()) {
            case WRONG_USE -> new Problem(400, "wrong-use", failure.sentence(), failure.advice());
            case REFUSED -> new Problem(403, "refused", failure.sentence(), failure.advice());
            case NOT_FOUND -> new Problem(404, "not-found", failure.sentence(), failure.advice());
            case NOT_POSSIBLE, BUSY -> new Problem(503, "not-possible", failure.sentence(), failure.advice());
        };
    }

    static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> of(status, "wrong-use");
            case 403 -> of(status, "refused");
            case 404 -> of(status, "not-found");
            case 405 -> of(status, "wrong-method");
            case 406 -> of(status, "no-such-form");
            case 413 -> of(status, "too-large");
            default -> of(status, status < 500 ? "wrong-use" : "defect");
        };
    }
}
