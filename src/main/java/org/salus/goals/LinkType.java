package org.salus.goals;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What one element of a chain does to another. */
public enum LinkType implements Term {
    /** Helps to bring it about. */
    CONTRIBUTES("contributes"),
    /** Works against it. */
    UNDERMINES("undermines"),
    /** Works only if the assumption holds. */
    RESTS_ON("rests-on"),
    /** The risk would keep it from happening. */
    THREATENS("threatens");

    private final String code;

    LinkType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "link-type";
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
