package org.salus.coordination;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** Why an activity is taken to support an institution; the strongest first. */
enum InstitutionBasis implements Term {
    /** Somebody says so. */
    JUDGED("judged"),
    /** The institution implements the activity or receives its money. */
    ORGANISATION("organisation"),
    /** A title of the activity has one of its names. */
    TITLE("title");

    private final String code;

    InstitutionBasis(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "institution-basis";
    }

    @Override
    public Sentence label() {
        return Sentence.of("coordination.institution-basis." + code);
    }
}
