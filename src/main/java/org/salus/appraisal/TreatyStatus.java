package org.salus.appraisal;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** Whether a treaty binds a state, as far as a loaded table tells. */
public enum TreatyStatus implements Term {
    PARTY("party"),
    LEAVING("leaving"),
    WITHDRAWN("withdrawn"),
    SIGNED("signed"),
    NOT_PARTY("not-party"),
    NO_TABLE("no-table"),
    NO_TREATY("no-treaty");

    private final String code;

    TreatyStatus(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "treaty-status";
    }

    @Override
    public Sentence label() {
        return Sentence.of("appraisal.treaty-status." + code + ".name");
    }

    @Override
    public Sentence meaning() {
        return Sentence.of("appraisal.treaty-status." + code + ".text");
    }

    /** Whether the state is bound, also while it is leaving. */
    public boolean isBound() {
        return this == PARTY || this == LEAVING;
    }
}
