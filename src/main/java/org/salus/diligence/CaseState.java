package org.salus.diligence;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** How a case stands on a day. */
public enum CaseState implements Term {
    OPENED("opened"),
    IN_SCOPE("in-scope"),
    OUT_OF_SCOPE("out-of-scope"),
    ASSESSED("assessed"),
    /** It was decided that there is no support. */
    REFUSED("refused"),
    /** It was decided, and the decision does not hold yet. */
    DECIDED("decided"),
    IN_FORCE("in-force"),
    /** In force; a review or the end is near or past. */
    DUE("due"),
    EXPIRED("expired"),
    SUSPENDED("suspended"),
    CLOSED("closed");

    private final String code;

    CaseState(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "state";
    }

    @Override
    public Sentence label() {
        return Words.label(this);
    }

    @Override
    public Sentence meaning() {
        return Words.meaning(this);
    }

    /** Whether support may rest on it that day: a decision holds, or none is needed. */
    public boolean isValid() {
        return this == IN_FORCE || this == DUE || this == OUT_OF_SCOPE;
    }
}
