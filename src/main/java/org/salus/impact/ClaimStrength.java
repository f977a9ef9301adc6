package org.salus.impact;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** How well a claim of contribution is supported by the evidence that is written down; never more than that. */
public enum ClaimStrength implements Term {
    /** Nothing that was tested tells. */
    NOT_ENOUGH("not-enough-information", 0),
    /** Something that had to be is not there. */
    CONTRADICTED("contradicted", 0),
    /** What rules it out and what confirms it are both on record. */
    DISPUTED("disputed", 0),
    WEAK("weak", 1),
    /** It has survived what was tested; that is no confirmation. */
    PLAUSIBLE("plausible", 2),
    /** Confirmed, and every other explanation that was named is ruled out. */
    STRONG("strong", 3);

    private final String code;
    private final int sureness;

    ClaimStrength(String code, int sureness) {
        this.code = code;
        this.sureness = sureness;
    }

    /** Whether it says more than the other. */
    boolean isSurerThan(ClaimStrength other) {
        return sureness > other.sureness;
    }

    /** The less sure of both. */
    ClaimStrength atMost(ClaimStrength limit) {
        return isSurerThan(limit) ? limit : this;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "claim-strength";
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
