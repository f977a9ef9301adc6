package org.salus.impact;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** Whether somebody who was not part of it and knows says that an outcome is so (Wilson-Grau 2015). */
public enum Substantiation implements Term {
    /** Nobody has been asked. */
    NOT_ASKED("not-asked"),
    AGREES("agrees"),
    PARTLY("agrees-in-part"),
    DISAGREES("disagrees"),
    /** Somebody was asked and did not answer. */
    NO_ANSWER("no-answer");

    private final String code;

    Substantiation(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "substantiation";
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
