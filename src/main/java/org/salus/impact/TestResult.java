package org.salus.impact;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What came of looking for a piece of evidence. */
public enum TestResult implements Term {
    /** Nobody has looked yet, or whoever looked cannot tell. That is neither passed nor failed. */
    UNKNOWN("unknown"),
    /** It was found. */
    PASSED("passed"),
    /** It was looked for where it would have to be, and is not there. */
    FAILED("failed");

    private final String code;

    TestResult(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "tracing-result";
    }

    @Override
    public Sentence label() {
        return Words.label(this);
    }

    @Override
    public Sentence meaning() {
        return Words.meaning(this);
    }
}
