package org.salus.workspace;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What kind of thing a source is. */
public enum SourceType implements Term {
    DOCUMENT("document"),
    LINK("link"),
    LAW("law"),
    /** What somebody said. Protected: never public, and exported only if somebody asks for it. */
    INTERVIEW("interview"),
    DATASET("dataset");

    private final String code;

    SourceType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "source-type";
    }

    @Override
    public Sentence label() {
        return Words.label(this);
    }

    @Override
    public Sentence meaning() {
        return Words.meaning(this);
    }

    /** Whether it stays with those it is meant for unless somebody decides otherwise. */
    public boolean isProtected() {
        return this == INTERVIEW;
    }
}
