package org.salus.ledger;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

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
        return Term.codeOf(this);
    }

    /** What to call it, in the past: "edited". */
    public Sentence label() {
        return Sentence.of("ledger.act." + code());
    }
}
