package org.salus.goals;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** On which level of a chain an indicator of the library says something. */
public enum IndicatorLevel implements Term {
    /** What is handed over or done. */
    OUTPUT("output"),
    /** How institutions act. */
    OUTCOME("outcome"),
    /** What people meet in their lives. */
    IMPACT("impact");

    private final String code;

    IndicatorLevel(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "indicator-level";
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
