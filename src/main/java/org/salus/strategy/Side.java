package org.salus.strategy;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** On which side of the table an office approves. */
public enum Side implements Term {
    DONOR("donor"),
    PARTNER("partner");

    private final String code;

    Side(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "side";
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
