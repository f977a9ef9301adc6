package org.salus.framework;

/** The four characteristics of good governance on which an institution is rated, never summed into one score. */
public enum Characteristic implements Term {
    TRANSPARENCY("G1"),
    ACCOUNTABILITY("G2"),
    USE_OF_RESOURCES("G3"),
    CIVIL_SOCIETY("G4");

    private final String code;

    Characteristic(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "characteristic";
    }

    /**
     * The term of that code.
     *
     * @throws UnknownCode if no term has this code
     */
    public static Characteristic of(String code) {
        return Term.get(Characteristic.class, code);
    }

    /** Whether it is a property of an institution; otherwise it is the access and activity of an actor. */
    public boolean isOfInstitution() {
        return this != CIVIL_SOCIETY;
    }
}
