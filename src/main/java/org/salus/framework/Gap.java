package org.salus.framework;

/** What can be missing between a goal and the money; three different things, never one word. */
public enum Gap implements Term {
    LOGIC("logic"),
    SUPPORT("support"),
    FUNDING("funding");

    private final String code;

    Gap(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "gap";
    }

    /**
     * The term of that code.
     *
     * @throws UnknownCode if no term has this code
     */
    public static Gap of(String code) {
        return Term.get(Gap.class, code);
    }
}
