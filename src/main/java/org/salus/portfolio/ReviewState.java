package org.salus.portfolio;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** Which activities of the queue are shown. */
public enum ReviewState implements Term {
    /** Nobody has judged them yet, or two copies disagree. */
    OPEN("open"),
    JUDGED("judged"),
    ALL("all");

    private final String code;

    ReviewState(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "review-state";
    }

    @Override
    public Sentence label() {
        return Sentence.of("portfolio.review-state." + code);
    }
}
