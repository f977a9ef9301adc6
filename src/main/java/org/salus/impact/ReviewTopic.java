package org.salus.impact;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What a review of a period asks, in the order in which it is read. */
public enum ReviewTopic implements Term {
    PLANNED("planned"),
    DONE("done"),
    SPENT("spent"),
    ACHIEVED("achieved"),
    LEARNED("learned"),
    CHANGED("changed");

    private final String code;

    ReviewTopic(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "review-topic";
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
