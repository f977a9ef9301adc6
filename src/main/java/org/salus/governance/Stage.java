package org.salus.governance;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** How far a round of assessment has come. Who may change what in which stage is judged by the ledger, see {@link RoundRules}. */
public enum Stage implements Term {
    /** Assessors answer. */
    OPEN("open"),
    /** Others read the answers; their assessors may still correct them. */
    REVIEW("review"),
    /** The answers stand; the side of the institutions replies. */
    REPLY("reply"),
    /** Nothing changes any more, unless an editor opens the round again. */
    LOCKED("locked");

    private final String code;

    Stage(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "stage";
    }

    @Override
    public Sentence label() {
        return Words.label(this);
    }

    @Override
    public Sentence meaning() {
        return Words.meaning(this);
    }

    /** Whether assessors may still write. */
    public boolean takesAnswers() {
        return this == OPEN || this == REVIEW;
    }
}
