package org.salus.impact;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** How another explanation stands by the evidence that is written down. */
public enum RivalState implements Term {
    /** Nobody has looked. */
    NOT_TESTED("not-tested"),
    /** It may be so. */
    NOT_RULED_OUT("not-ruled-out"),
    /** Something that had to be, if it were so, is not there. */
    RULED_OUT("ruled-out"),
    /** Found is what could hardly be unless it is so. */
    CONFIRMED("confirmed");

    private final String code;

    RivalState(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "rival-state";
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
