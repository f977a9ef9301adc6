package org.salus.portfolio;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What an organisation is in the activities that name it. One may be several. */
public enum OrganisationRole implements Term {
    /** It funds an activity or provides money of a transaction. */
    DONOR("donor"),
    /** It implements an activity or receives money of a transaction. */
    IMPLEMENTER("implementer"),
    /** Files call it a government, a local government or another part of the public sector. */
    GOVERNMENT("government"),
    /** Files call it an organisation of civil society. */
    CIVIL_SOCIETY("civil-society"),
    /** Nothing of that is said of it. */
    UNKNOWN("unknown");

    private final String code;

    OrganisationRole(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "organisation-role";
    }

    @Override
    public Sentence label() {
        return Sentence.of("portfolio.organisation-role." + code);
    }
}
