package org.salus.framework;

/** What an objective needs before it counts as complete. */
public enum ObjectiveDemand implements Term {
    BASELINE("baseline"),
    INDICATOR("indicator"),
    TARGET("target"),
    DATE("date"),
    OWNER("owner"),
    ASSUMPTION("assumption"),
    COST("cost"),
    PAYER_AFTER_HANDOVER("payer-after-handover");

    private final String code;

    ObjectiveDemand(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "objective-demand";
    }

    /**
     * The term of that code.
     *
     * @throws UnknownCode if no term has this code
     */
    public static ObjectiveDemand of(String code) {
        return Term.get(ObjectiveDemand.class, code);
    }
}
