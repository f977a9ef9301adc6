package org.salus.diligence;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What of a case is due. */
public enum DueKind implements Term {
    REVIEW("review"),
    EXPIRY("expiry"),
    MITIGATION("mitigation"),
    /** A decision in force rests on a measure that had to come first and is not done. */
    CONDITION("condition"),
    /** A fact was learned after the level was said. */
    NEW_FACT("new-fact"),
    /** The name of somebody who decided is to be taken out. */
    NAME("name");

    private final String code;

    DueKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "due";
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
