package org.salus.diligence;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** An answer to a question about scope. */
public enum ScopeReply implements Term {
    YES("yes"),
    NO("no"),
    NOT_KNOWN("not-known");

    private final String code;

    ScopeReply(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "reply";
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
