package org.salus.goals;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** Whether a result is what an activity hands over by itself, or a change in how others act. */
public enum ResultKind implements Term {
    /** What an activity hands over by itself. */
    OUTPUT("output"),
    /** A change in how an institution or people act. */
    OUTCOME("outcome");

    private final String code;

    ResultKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "result-kind";
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
