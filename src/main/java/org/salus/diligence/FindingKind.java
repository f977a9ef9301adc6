package org.salus.diligence;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** Why support to a unit stands without a valid decision. */
public enum FindingKind implements Term {
    /** A case is open, and nothing was decided. */
    NOT_DECIDED("not-decided"),
    /** It was decided that there is no support. */
    REFUSED("refused"),
    /** A decision holds later only. */
    NOT_YET("not-yet"),
    EXPIRED("expired"),
    SUSPENDED("suspended"),
    /** There are cases on the unit, and none of them is about this support. */
    NOT_COVERED("not-covered"),
    /** The case has several versions that nobody has put together: which of them holds is not known. */
    IN_CONFLICT("in-conflict");

    private final String code;

    FindingKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "finding";
    }

    @Override
    public Sentence label() {
        return Words.label(this);
    }

    @Override
    public Sentence meaning() {
        return Words.meaning(this);
    }
}
