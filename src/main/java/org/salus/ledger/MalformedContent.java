package org.salus.ledger;

/** A payload that is not of the form this program writes. */
final class MalformedContent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedContent(Throwable cause) {
        super("malformed content", cause);
    }
}
