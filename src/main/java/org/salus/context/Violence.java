package org.salus.context;

import org.salus.framework.Sentence;

/** The types of organised violence that UCDP tells apart. */
public enum Violence {
    /** The government of a state is a party on one side, an organised group or another state on the other. */
    STATE_BASED(1, "state-based"),
    /** Between organised groups, neither of which is the government of a state. */
    NON_STATE(2, "non-state"),
    /** By a government or an organised group against civilians. */
    ONE_SIDED(3, "one-sided");

    private final int number;
    private final String code;

    Violence(int number, String code) {
        this.number = number;
        this.code = code;
    }

    /** The code in files and addresses. */
    public String code() {
        return code;
    }

    /** What to call it. */
    public Sentence label() {
        return Sentence.of("context.violence." + code);
    }

    static Violence of(int number) {
        for (Violence violence : values()) {
            if (violence.number == number) {
                return violence;
            }
        }
        throw new IllegalArgumentException("UCDP has no type of violence " + number);
    }
}
