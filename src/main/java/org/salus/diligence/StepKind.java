package org.salus.diligence;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What somebody did with a case. Steps follow one another and are never taken back. */
public enum StepKind implements Term {
    /** It was found that a regime applies. */
    IN_SCOPE("in-scope"),
    /** It was found that none does. */
    OUT_OF_SCOPE("out-of-scope"),
    /** The level of risk was said. */
    ASSESSED("assessed"),
    DECIDED("decided"),
    /** A decision was looked at again, and holds on. */
    REVIEWED("reviewed"),
    SUSPENDED("suspended"),
    /** A suspension was ended. */
    LIFTED("lifted"),
    CLOSED("closed");

    private final String code;

    StepKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "step";
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
