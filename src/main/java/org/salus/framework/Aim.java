package org.salus.framework;

/** What a reform moves in an institution; every goal names at least one. */
public enum Aim implements Term {
    EFFECTIVE("effective"),
    LEGITIMATE("legitimate"),
    ACCOUNTABLE("accountable");

    private final String code;

    Aim(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "aim";
    }

    /**
     * The term of that code.
     *
     * @throws UnknownCode if no term has this code
     */
    public static Aim of(String code) {
        return Term.get(Aim.class, code);
    }
}
