package org.salus.goals;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What the field has said about an assumption. */
public enum AssumptionState implements Term {
    UNTESTED("untested"),
    SUPPORTED("supported"),
    PARTLY("partly"),
    CONTRADICTED("contradicted");

    private final String code;

    AssumptionState(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "assumption-state";
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
