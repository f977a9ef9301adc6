package org.salus.goals;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** By what a result or support works, as far as its authors say. */
public enum Means implements Term {
    /** Training, courses, mentoring of persons. */
    TRAIN("train"),
    /** Equipment, vehicles, buildings. */
    EQUIP("equip"),
    /** Advice to an institution on how it works. */
    ADVISE("advise"),
    /** Laws, regulations, procedures. */
    RULES("rules"),
    /** Work of those who control and oversee. */
    OVERSEE("oversee"),
    /** Money to the institution's own budget. */
    FUND("fund"),
    /** Talks, dialogue, mediation. */
    CONVENE("convene"),
    OTHER("other");

    private final String code;

    Means(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "means";
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
