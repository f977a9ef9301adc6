package org.salus.framework;

/** Which kind of security for citizens a goal is about. */
public enum SecurityKind implements Term {
    INTERNAL("internal"),
    EXTERNAL("external"),
    BOTH("both");

    private final String code;

    SecurityKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "security";
    }

    /**
     * The term of that code.
     *
     * @throws UnknownCode if no term has this code
     */
    public static SecurityKind of(String code) {
        return Term.get(SecurityKind.class, code);
    }
}
