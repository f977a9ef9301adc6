package org.salus.framework;

/** How a link of a results chain works towards its effect. */
public enum Directness implements Term {
    DIRECT("direct"),
    INDIRECT("indirect");

    private final String code;

    Directness(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "directness";
    }

    /**
     * The term of that code.
     *
     * @throws UnknownCode if no term has this code
     */
    public static Directness of(String code) {
        return Term.get(Directness.class, code);
    }
}
