package org.salus.portfolio;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** Why money that somebody published is not counted again. */
public enum SetAside implements Term {
    /** Another report of the same activity is counted. */
    REPORTED_TWICE("reported-twice"),
    /** The same payment stands in a part of the activity. */
    IN_A_PART("in-a-part"),
    /** It was handed on out of money that is counted where it came from. */
    HANDED_ON("handed-on");

    private final String code;

    SetAside(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "set-aside";
    }

    @Override
    public Sentence label() {
        return Sentence.of("portfolio.set-aside." + code);
    }
}
