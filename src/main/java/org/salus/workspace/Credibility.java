package org.salus.workspace;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** How credible is what the source says, whoever says it: six grades (docs/sector.md). */
public enum Credibility implements Term {
    CONFIRMED("1"),
    PROBABLE("2"),
    POSSIBLE("3"),
    DOUBTFUL("4"),
    IMPROBABLE("5"),
    /** Not a bad grade but none: nobody can judge it. */
    NOT_JUDGED("6");

    private final String code;

    Credibility(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "credibility";
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
        return this == DOUBTFUL || this == IMPROBABLE;
    }
}
