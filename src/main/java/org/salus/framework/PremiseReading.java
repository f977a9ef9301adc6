package org.salus.framework;

/** What the data say about the premise, computed. Never "held": a lack of recorded deaths is not control. The premise itself is a {@link PremiseStatement}. */
public enum PremiseReading implements Term {
    NO_ARMED_CONTEST_RECORDED("no-armed-contest-recorded"),
    RECORDED("recorded"),
    WIDESPREAD("widespread"),
    NOT_ENOUGH_INFORMATION("not-enough-information");

    private final String code;

    PremiseReading(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "premise-reading";
    }

    /**
     * The term of that code.
     *
     * @throws UnknownCode if no term has this code
     */
    public static PremiseReading of(String code) {
        return Term.get(PremiseReading.class, code);
    }
}
