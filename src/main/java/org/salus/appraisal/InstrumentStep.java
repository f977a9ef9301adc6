package org.salus.appraisal;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What can be said of an instrument in a country beyond signature and ratification. The three are asked apart: one does not follow from another. */
public enum InstrumentStep implements Term {
    IN_LAW("in-law"),
    REPORTED("reported"),
    PRACTISED("practised");

    private final String code;

    InstrumentStep(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "instrument-step";
    }

    @Override
    public Sentence label() {
        return Sentence.of("appraisal.instrument-step." + code + ".name");
    }

    @Override
    public Sentence meaning() {
        return Sentence.of("appraisal.instrument-step." + code + ".text");
    }
}
