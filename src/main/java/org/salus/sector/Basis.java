package org.salus.sector;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** On what a tie rests. What a law says and what is done are two facts and never stand for each other. */
public enum Basis implements Term {
    LAW("law"),
    PRACTICE("practice");

    private final String code;

    Basis(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "basis";
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
