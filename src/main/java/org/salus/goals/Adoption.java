package org.salus.goals;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** How far an alternative has come. At most one is adopted. */
public enum Adoption implements Term {
    DRAFT("draft"),
    ADOPTED("adopted"),
    SET_ASIDE("set-aside");

    private final String code;

    Adoption(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "adoption";
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
