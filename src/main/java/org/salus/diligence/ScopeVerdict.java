package org.salus.diligence;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** Whether a regime applies, as far as answers tell. It is a proposal: an office says whether it does. */
public enum ScopeVerdict implements Term {
    APPLIES("applies"),
    DOES_NOT_APPLY("does-not-apply"),
    NOT_KNOWN("not-enough-information");

    private final String code;

    ScopeVerdict(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "scope";
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
