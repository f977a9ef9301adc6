package org.salus.coordination;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What somebody says of an activity and an institution. */
public enum InstitutionVerdict implements Term {
    /** The activity supports the institution. */
    SUPPORTS("supports"),
    /** It does not, whatever rules find. */
    NOT("not");

    private final String code;

    InstitutionVerdict(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "institution-verdict";
    }

    @Override
    public Sentence label() {
        return Sentence.of("coordination.institution-verdict." + code);
    }
}
