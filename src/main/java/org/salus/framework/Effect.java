package org.salus.framework;

/** What better governance of the security sector is hoped to lead to. None has a directness of its own: a link to it says that, and carries its assumption. */
public enum Effect implements Term {
    CONFLICT_PREVENTION("conflict-prevention"),
    PEACEBUILDING("peacebuilding"),
    SUSTAINABLE_DEVELOPMENT("sustainable-development"),
    POVERTY_ALLEVIATION("poverty-alleviation");

    private final String code;

    Effect(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "effect";
    }

    /**
     * The term of that code.
     *
     * @throws UnknownCode if no term has this code
     */
    public static Effect of(String code) {
        return Term.get(Effect.class, code);
    }
}
