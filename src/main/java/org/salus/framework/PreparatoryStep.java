package org.salus.framework;

/** Steps that other work waits for. */
public enum PreparatoryStep implements Term {
    LAW("law"),
    VETTING("vetting"),
    AGREEMENT("agreement"),
    NEIGHBOURS_CONSENT("neighbours-consent"),
    PAYER_NAMED("payer-named");

    private final String code;

    PreparatoryStep(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "preparatory-step";
    }

    /**
     * The term of that code.
     *
     * @throws UnknownCode if no term has this code
     */
    public static PreparatoryStep of(String code) {
        return Term.get(PreparatoryStep.class, code);
    }
}
