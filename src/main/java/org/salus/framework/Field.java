package org.salus.framework;

/** The four fields of reform work. Each keeps its colour everywhere. */
public enum Field implements Term {
    CONTROL_AND_OVERSIGHT("1"),
    PROFESSIONAL_FORCES("2"),
    RULE_OF_LAW("3"),
    DEMILITARISATION_AND_PEACEBUILDING("4");

    private final String code;

    Field(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "field";
    }

    /**
     * The term of that code.
     *
     * @throws UnknownCode if no term has this code
     */
    public static Field of(String code) {
        return Term.get(Field.class, code);
    }
}
