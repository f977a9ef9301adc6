package org.salus.planning;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What people made of an offered order of two steps. */
public enum OrderStanding implements Term {
    /** The plan keeps to it. */
    KEPT("kept"),
    /** The plan does without it, for a reason. */
    DECLINED("declined");

    private final String code;

    OrderStanding(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "order-standing";
    }

    @Override
    public Sentence label() {
        return Sentence.of("planning.order-standing." + code);
    }
}
