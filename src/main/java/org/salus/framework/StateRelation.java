package org.salus.framework;

/** How a non-state armed actor stands to the state; a dated and sourced tie, since it changes. */
public enum StateRelation implements Term {
    CONTESTS("contests"),
    TOLERATED_BY("tolerated-by"),
    ALLIED_WITH("allied-with"),
    CONTRACTED_BY("contracted-by"),
    INTEGRATED_INTO("integrated-into");

    private final String code;

    StateRelation(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "state-relation";
    }

    /**
     * The term of that code.
     *
     * @throws UnknownCode if no term has this code
     */
    public static StateRelation of(String code) {
        return Term.get(StateRelation.class, code);
    }
}
