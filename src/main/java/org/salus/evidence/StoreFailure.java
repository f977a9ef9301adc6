package org.salus.evidence;

/** The disk or the store's engine failed while facts were written or read; nothing is half-written. */
public final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreFailure(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
