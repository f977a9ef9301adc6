package org.salus.goals;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** How well a link is supported by what is known. */
public enum Strength implements Term {
    /** Nobody has judged it yet. */
    UNKNOWN("unknown"),
    WEAK("weak"),
    MODERATE("moderate"),
    STRONG("strong");

    private final String code;

    Strength(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "link-strength";
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
