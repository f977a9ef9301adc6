package org.salus.governance;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What a reviewer says about an answer. */
public enum Verdict implements Term {
    ACCEPTED("accepted"),
    ASK_AGAIN("ask-again");

    private final String code;

    Verdict(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "verdict";
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
