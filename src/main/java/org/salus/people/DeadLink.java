package org.salus.people;

import java.util.Locale;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/** A one-time link that opens nothing: used, expired, withdrawn, or none of ours. */
public final class DeadLink extends Failure {
    private static final long serialVersionUID = 1L;

    /** Why it opens nothing. */
    public enum Why {
        USED,
        EXPIRED,
        WITHDRAWN,
        UNKNOWN;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Why why;

    DeadLink(Why why, String purpose) {
        super(
                Kind.NOT_FOUND,
                Sentence.of("people.link." + why.code()),
                Sentence.of("people.link.advice." + purpose),
                null);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
