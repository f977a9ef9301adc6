package org.salus.impact;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** The methods a study can ask by. */
public enum StudyMethod implements Term {
    SERIES("its"),
    DIFFERENCES("did"),
    SYNTHETIC("synth"),
    SYNTHETIC_DIFFERENCES("sdid");

    private final String code;

    StudyMethod(String code) {
        this.code = code;
    }

    /** Whether it sets treated units beside others; a series is set beside its own past. */
    boolean comparesUnits() {
        return this != SERIES;
    }

    /** Whether it finds its figure anew for each pretended treatment, which takes seconds rather than moments. */
    boolean takesLong() {
        return this == SYNTHETIC || this == SYNTHETIC_DIFFERENCES;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "study-method";
    }

    @Override
    public Sentence label() {
        return Sentence.of("impact.study-method." + code + ".name");
    }

    @Override
    public Sentence meaning() {
        return Sentence.of("impact.study-method." + code + ".text");
    }
}
