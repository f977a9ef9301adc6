package org.salus.evidence;

/** The user gave up a load; nothing of it is kept. */
public final class LoadCancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
