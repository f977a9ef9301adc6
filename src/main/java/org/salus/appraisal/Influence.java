package org.salus.appraisal;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** How much an actor can do for or against an objective, from none to decisive; what each level means is told by its {@link #meaning}. */
public enum Influence implements Term {
    NONE("0"),
    LITTLE("1"),
    SOME("2"),
    STRONG("3"),
    DECISIVE("4");

    private final String code;

    Influence(String code) {
        this.code = code;
    }

    /** From 0, none, to 4, decisive. */
    public int level() {
        return Integer.parseInt(code);
    }

    /** Whether little can be done against it: level 3 or above. */
    public boolean isStrong() {
        return level() >= STRONG.level();
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "influence";
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
