package org.salus.appraisal;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What kind of text an instrument is, and with it whether a state can be party. */
public enum InstrumentType implements Term {
    TREATY("treaty"),
    OPTIONAL_PROTOCOL("optional-protocol"),
    REGIONAL_TREATY("regional-treaty"),
    RESOLUTION("resolution"),
    PRINCIPLES("principles"),
    CODE("code"),
    DECLARATION("declaration"),
    GUIDELINE("guideline");

    private final String code;

    InstrumentType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "instrument-type";
    }

    @Override
    public Sentence label() {
        return Sentence.of("appraisal.instrument-type." + code + ".name");
    }

    @Override
    public Sentence meaning() {
        return Sentence.of("appraisal.instrument-type." + code + ".text");
    }

    /** Whether states sign and ratify it; of the others, the first three steps are nothing to ask. */
    public boolean isTreaty() {
        return this == TREATY || this == OPTIONAL_PROTOCOL || this == REGIONAL_TREATY;
    }
}
