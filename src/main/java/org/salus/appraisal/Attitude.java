package org.salus.appraisal;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** Where an actor stands on an objective. It is what was noted on a day, and no judgement. */
public enum Attitude implements Term {
    DRIVES("drives"),
    SUPPORTS("supports"),
    WAITS("waits"),
    RESISTS("resists"),
    BLOCKS("blocks"),
    /** Somebody asked and could not tell; where nobody asked there is no note at all. */
    NOT_KNOWN("not-known");

    private final String code;

    Attitude(String code) {
        this.code = code;
    }

    /** Whether it stands in the way. */
    public boolean isAgainst() {
        return this == RESISTS || this == BLOCKS;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "attitude";
    }

    @Override
    public Sentence label() {
        return PoliticsWords.label(this);
    }

    @Override
    public Sentence meaning() {
        return PoliticsWords.meaning(this);
    }
}
