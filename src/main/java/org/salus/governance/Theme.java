package org.salus.governance;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What part of an institution's work a question is about. */
public enum Theme implements Term {
    MANDATE("mandate"),
    BUDGET("budget"),
    OVERSIGHT("oversight"),
    PERSONNEL("personnel"),
    USE_OF_FORCE("force"),
    COMPLAINTS("complaints"),
    PROCUREMENT("procurement"),
    PRISONS("prisons"),
    COURTS("courts"),
    INTELLIGENCE("intelligence"),
    ACCESS("access");

    private final String code;

    Theme(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "theme";
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
