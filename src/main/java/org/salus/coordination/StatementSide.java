package org.salus.coordination;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** Who says what a donor is good at. The order is that of answers. */
public enum StatementSide implements Term {
    /** The donor itself, in a strategy, a profile or a meeting. */
    DONOR("donor"),
    /** Those it works with in the country. */
    PARTNER("partner"),
    /** Somebody else, such as an evaluation. */
    OTHER("other");

    private final String code;

    StatementSide(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "statement-side";
    }

    @Override
    public Sentence label() {
        return Sentence.of("coordination.statement-side." + code);
    }
}
