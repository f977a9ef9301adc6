package org.salus.goals;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** How often an indicator is measured. */
public enum Frequency implements Term {
    ONCE("once", 0),
    MONTHLY("monthly", 1),
    QUARTERLY("quarterly", 3),
    HALF_YEARLY("half-yearly", 6),
    YEARLY("yearly", 12),
    EVERY_TWO_YEARS("every-two-years", 24);

    private final String code;
    private final int months;

    Frequency(String code, int months) {
        this.code = code;
        this.months = months;
    }

    /** The months of a period; 0 where there is only one. */
    int months() {
        return months;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "frequency";
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
