package org.salus.portfolio;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What somebody says of two reported activities. */
public enum SameActivityVerdict implements Term {
    /** They are two reports of one activity and of the same money. Two donors' shares of one project are not. */
    SAME("same"),
    /** They are not the same. */
    APART("apart");

    private final String code;

    SameActivityVerdict(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "same-activity-verdict";
    }

    @Override
    public Sentence label() {
        return Sentence.of("portfolio.same-activity-verdict." + code);
    }
}
