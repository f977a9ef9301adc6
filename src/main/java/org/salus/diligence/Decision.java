package org.salus.diligence;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What an office decided. */
public enum Decision implements Term {
    GO("go"),
    GO_WITH_MITIGATION("go-with-mitigation"),
    NO("no");

    private final String code;

    Decision(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "decision";
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
