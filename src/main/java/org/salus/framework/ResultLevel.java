package org.salus.framework;

import java.util.Optional;

/** The levels of a goal-oriented plan, from right to left, with the words of aid data beside ours. */
public enum ResultLevel implements Term {
    GOAL("goal", 3),
    OBJECTIVE("objective", 2),
    RESULT("result", 1),
    ACTIVITY("activity", 0);

    private final String code;
    private final int iatiResultType;

    ResultLevel(String code, int iatiResultType) {
        this.code = code;
        this.iatiResultType = iatiResultType;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "result-level";
    }

    /** The code of IATI's list of result types (3 impact, 2 outcome, 1 output); empty for an activity. */
    public Optional<String> iatiResultType() {
        return iatiResultType == 0 ? Optional.empty() : Optional.of(Integer.toString(iatiResultType));
    }

    /**
     * The term of that code.
     *
     * @throws UnknownCode if no level has this code
     */
    public static ResultLevel of(String code) {
        return Term.get(ResultLevel.class, code);
    }
}
