package org.salus.coordination;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What a finding of coordination is about. The order is that of answers. */
public enum FindingKind implements Term {
    /** Separate activities of several donors in one area at one time. */
    OVERLAP("overlap"),
    /** Support to an area that fell. */
    FALLING("falling"),
    /** Support that ends soon, with nothing after it. */
    CLIFF("cliff"),
    /** An area that lives from one donor. */
    ONE_DONOR("one-donor");

    private final String code;

    FindingKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "coordination-finding";
    }

    @Override
    public Sentence label() {
        return Sentence.of("coordination.finding." + code);
    }
}
