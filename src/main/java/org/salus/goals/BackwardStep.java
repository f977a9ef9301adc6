package org.salus.goals;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** The order in which a strategy is planned: from what citizens would notice back to who pays. */
public enum BackwardStep implements Term {
    /** Whose security, and what would they notice? */
    CITIZENS("citizens"),
    /** Which institution must change, and in what? */
    CHANGE("change"),
    /** What would bring that about? */
    ROUTE("route"),
    /** Who already supports it? */
    SUPPORT("support"),
    /** What is missing? */
    MISSING("missing"),
    /** What does it cost, and who pays after hand-over? */
    COST("cost");

    private final String code;

    BackwardStep(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "backward-step";
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
