package org.salus.ledger;

/** A payload that is not what it was when it was written. */
final class DamagedPayload extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedPayload(Digest digest, Throwable cause) {
        super("Payload " + digest + " is damaged", cause);
    }
}
