package org.salus.portfolio;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What somebody says of several ways to write an organisation. */
public enum OrganisationVerdict implements Term {
    /** They are one. */
    SAME("same"),
    /** They are not the same. */
    APART("apart");

    private final String code;

    OrganisationVerdict(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "organisation-verdict";
    }

    @Override
    public Sentence label() {
        return Sentence.of("portfolio.organisation-verdict." + code);
    }
}
