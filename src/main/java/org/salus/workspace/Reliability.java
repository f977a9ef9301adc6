package org.salus.workspace;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** How far a source can be relied on: six grades, as intelligence services and, after them, researchers use them (docs/sector.md). */
public enum Reliability implements Term {
    A("A"),
    B("B"),
    C("C"),
    D("D"),
    E("E"),
    /** Not a bad grade but none: nobody can judge it. */
    F("F");

    private final String code;

    Reliability(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "reliability";
    }

    @Override
    public Sentence label() {
        return Words.label(this);
    }

    @Override
    public Sentence meaning() {
        return Words.meaning(this);
    }

    /** Whether somebody judged it, and found it wanting. */
    public boolean isWeak() {
        return this == D || this == E;
    }
}
