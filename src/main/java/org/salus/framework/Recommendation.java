package org.salus.framework;

/** The seven recommendations on which a donor reviews itself. */
public enum Recommendation implements Term {
    INTEGRATE("R1"),
    ADOPT_DEFINITION("R2"),
    OWNERSHIP_AND_PARTNERSHIPS("R3"),
    GOAL_ORIENTED("R4"),
    COUNTRY_STRATEGIES("R5"),
    REVIEW_AND_COMPETENCY("R6"),
    COHERENCE_AND_COORDINATION("R7");

    private final String code;

    Recommendation(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "recommendation";
    }

    /**
     * The term of that code.
     *
     * @throws UnknownCode if no term has this code
     */
    public static Recommendation of(String code) {
        return Term.get(Recommendation.class, code);
    }
}
