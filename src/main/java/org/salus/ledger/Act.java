package org.salus.ledger;

import org.salus.framework.Sentence;

/** What kind of step an entry is. */
public enum Act {
    FOUND,
    EDIT,
    UNDO,
    RESOLVE,
    IMPORT,
    RECEIVE,
    DECIDE,
    NAME,
    ERASE;

    /** The code in data, files and addresses. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** What to call it, in the past: "edited". */
    public Sentence label() {
        return Sentence.of("ledger.act." + code());
    }
}
