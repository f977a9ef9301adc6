package org.salus.sector;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** How far support is, by what is known of it. The three stand beside each other and are never added unasked. */
public enum SupportStage implements Term {
    PLANNED("planned"),
    /** Known from a meeting, letter or the press, and not published. */
    KNOWN("known"),
    REPORTED("reported");

    private final String code;

    SupportStage(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "support-stage";
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
