package org.salus.framework;

/** The levels on which coherence is asked for by {@link Recommendation#COHERENCE_AND_COORDINATION}. */
public enum CooperationLevel implements Term {
    NATIONAL("national"),
    BILATERAL("bilateral"),
    REGIONAL("regional"),
    INTERNATIONAL("international");

    private final String code;

    CooperationLevel(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "cooperation";
    }

    /**
     * The term of that code.
     *
     * @throws UnknownCode if no term has this code
     */
    public static CooperationLevel of(String code) {
        return Term.get(CooperationLevel.class, code);
    }
}
