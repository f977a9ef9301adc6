package org.salus.workspace;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** How people stand to a finding. */
public enum Reply implements Term {
    AGREE("agree"),
    PARTLY("partly"),
    DISAGREE("disagree");

    private final String code;

    Reply(String code) {
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
