package org.salus.portfolio;

import org.jspecify.annotations.Nullable;
import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** Where in an activity an organisation is named. */
public enum OrganisationPart implements Term {
    REPORTING("reporting"),
    FUNDING("funding"),
    ACCOUNTABLE("accountable"),
    EXTENDING("extending"),
    IMPLEMENTING("implementing"),
    /** It takes part, and the file does not say how. */
    PARTICIPATING("participating"),
    PROVIDING("providing"),
    RECEIVING("receiving");

    private final String code;

    OrganisationPart(String code) {
        this.code = code;
    }

    /** That of a participant's role, IATI 2 code. */
    static OrganisationPart ofRole(@Nullable String role) {
        return switch (role == null ? "" : role) {
            case "1" -> FUNDING;
            case "2" -> ACCOUNTABLE;
            case "3" -> EXTENDING;
            case "4" -> IMPLEMENTING;
            default -> PARTICIPATING;
        };
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "organisation-part";
    }

    @Override
    public Sentence label() {
        return Sentence.of("portfolio.organisation-part." + code);
    }
}
