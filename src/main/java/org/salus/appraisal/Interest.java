package org.salus.appraisal;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** How much is at stake for an actor in an objective, be it to gain or to lose; what each level means is told by its {@link #meaning}. */
public enum Interest implements Term {
    NOTHING("0"),
    LITTLE("1"),
    SOME("2"),
    MUCH("3"),
    EVERYTHING("4");

    private final String code;

    Interest(String code) {
        this.code = code;
    }

    /** From 0, nothing, to 4, everything. */
    public int level() {
        return Integer.parseInt(code);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "interest";
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
