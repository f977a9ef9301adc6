package org.salus.framework;

/** Whether something is in the map. Our not knowing is never a finding about somebody. */
public enum Recorded implements Term {
    RECORDED("recorded"),
    RECORDED_AS_ABSENT("recorded-as-absent"),
    NOT_RECORDED("not-recorded");

    private final String code;

    Recorded(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "recorded";
    }

    /**
     * The term of that code.
     *
     * @throws UnknownCode if no term has this code
     */
    public static Recorded of(String code) {
        return Term.get(Recorded.class, code);
    }

    /** Only a recorded absence makes a finding; what is not recorded is to be asked. */
    public boolean makesFindingOfAbsence() {
        return this == RECORDED_AS_ABSENT;
    }
}
