package org.salus.sector;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What an institution may do that makes oversight necessary. */
public enum Power implements Term {
    USE_FORCE("force"),
    DETAIN("detain"),
    COLLECT_INTELLIGENCE("intelligence");

    private final String code;

    Power(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "power";
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
