package org.salus.framework;

/** Actors that are mapped around the security sector and never counted as part of it. */
public enum ContextClass implements ActorClass {
    ARMED_NON_STATE("N"),
    CUSTOMARY_JUSTICE_OR_SAFETY("J"),
    CIVIL_SOCIETY("C"),
    EXTERNAL("X");

    private final String code;

    ContextClass(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "context-class";
    }

    /**
     * The term of that code.
     *
     * @throws UnknownCode if no term has this code
     */
    public static ContextClass of(String code) {
        return Term.get(ContextClass.class, code);
    }

    @Override
    public boolean isInSector() {
        return false;
    }
}
