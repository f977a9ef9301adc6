package org.salus.diligence;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** The level of risk that an office assessed. It is never computed. */
public enum RiskLevel implements Term {
    LOW("low"),
    MEDIUM("medium"),
    HIGH("high"),
    /** Not knowing is no low risk. */
    NOT_KNOWN("not-enough-information");

    private final String code;

    RiskLevel(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "level";
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
