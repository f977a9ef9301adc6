package org.salus.framework;

/** What a named office states about the monopoly of violence, dated, with why and sources; shown beside the {@link PremiseReading}. */
public enum PremiseStatement implements Term {
    HOLDS("holds"),
    PARTLY("partly"),
    DOES_NOT("does-not"),
    DISPUTED("disputed");

    private final String code;

    PremiseStatement(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "premise-statement";
    }

    /**
     * The term of that code.
     *
     * @throws UnknownCode if no term has this code
     */
    public static PremiseStatement of(String code) {
        return Term.get(PremiseStatement.class, code);
    }
}
