package org.salus.sector;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** How support came to be known. */
public enum SupportOrigin implements Term {
    MEETING("meeting"),
    LETTER("letter"),
    PRESS("press"),
    OWN_TABLE("own-table"),
    PARTNERS_TABLE("partners-table");

    private final String code;

    SupportOrigin(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "support-origin";
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
