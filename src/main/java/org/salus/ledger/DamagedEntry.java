package org.salus.ledger;

/** An entry that is not what it was when it was written, or that a newer program wrote. */
final class DamagedEntry extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Digest entry;
    private final boolean newer;

    DamagedEntry(Digest entry, boolean newer) {
        super("Entry " + entry + (newer ? " is of a newer form" : " is damaged"));
        this.entry = entry;
        this.newer = newer;
    }

    Digest entry() {
        return entry;
    }

    boolean isNewer() {
        return newer;
    }
}
