package org.salus.framework;

/** The seven considerations on which a strategy of one's own is appraised; never a judgement on the partner. */
public enum Consideration implements Term {
    CONTEXT("C1"),
    OWNERSHIP("C2"),
    COHERENCE_AND_SEQUENCE("C3"),
    POLITICAL_PROCESS("C4"),
    SCALE_AND_COMMITMENT("C5"),
    IMPACT("C6"),
    STANDARDS("C7");

    private final String code;

    Consideration(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "consideration";
    }

    /**
     * The term of that code.
     *
     * @throws UnknownCode if no term has this code
     */
    public static Consideration of(String code) {
        return Term.get(Consideration.class, code);
    }
}
