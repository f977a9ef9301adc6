package org.salus.framework;

/** The answers a check may give. */
public enum Appraisal implements Term {
    CONSIDERED("considered"),
    PARTLY("partly"),
    NOT_YET("not-yet"),
    NOT_ENOUGH_INFORMATION("not-enough-information");

    private final String code;

    Appraisal(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "appraisal";
    }

    /**
     * The term of that code.
     *
     * @throws UnknownCode if no term has this code
     */
    public static Appraisal of(String code) {
        return Term.get(Appraisal.class, code);
    }
}
