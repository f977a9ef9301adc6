package org.salus.framework;

/** Whether the data advise a plan for one country or ask to think of the region, too. */
public enum Reach implements Term {
    NATIONAL("national"),
    CONSIDER_REGIONAL("consider-regional"),
    NOT_ENOUGH_INFORMATION("not-enough-information");

    private final String code;

    Reach(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "reach";
    }

    /**
     * The term of that code.
     *
     * @throws UnknownCode if no term has this code
     */
    public static Reach of(String code) {
        return Term.get(Reach.class, code);
    }
}
