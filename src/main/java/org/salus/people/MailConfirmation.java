package org.salus.people;

import java.time.Duration;
import java.time.Instant;
import org.salus.framework.Sentence;

/** Whether whoever reads mail at an address has said that they want it. Until then nothing is sent there but the link by which they say so. */
public enum MailConfirmation {
    /** The link is still to be sent. */
    TO_BE_SENT("to-be-sent"),
    SENT("sent"),
    /** The link that was sent works no more, and there is no other. */
    EXPIRED("expired"),
    CONFIRMED("confirmed");

    /** How long the link works. */
    public static final Duration LIFE = Duration.ofDays(2);

    private final String code;

    MailConfirmation(String code) {
        this.code = code;
    }

    /** The code in data. */
    public String code() {
        return code;
    }

    /** What to call it, and what to do. */
    public Sentence label() {
        return Sentence.of("people.mail-confirmation." + code);
    }

    /**
     * How it stands.
     *
     * @param asked when the link was sent; the epoch if it was not
     */
    static MailConfirmation of(boolean isConfirmed, Instant asked, Instant now) {
        if (isConfirmed) {
            return CONFIRMED;
        }
        if (asked.equals(Instant.EPOCH)) {
            return TO_BE_SENT;
        }
        return asked.plus(LIFE).isAfter(now) ? SENT : EXPIRED;
    }
}
