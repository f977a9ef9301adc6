package org.salus.strategy;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What a file turns out to be beside what is composed from the version it names. */
public enum Verdict implements Term {
    /** It says what that version says. */
    SAME("same"),
    /** It says something else somewhere. */
    DIFFERS("differs"),
    /** It names no version, or none that is known here. */
    UNKNOWN("unknown");

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
