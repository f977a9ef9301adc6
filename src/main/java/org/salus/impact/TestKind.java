package org.salus.impact;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What passing or failing a test of process tracing can say of an explanation: whether it had to pass, and whether only it could (Van Evera 1997; Collier 2011). */
public enum TestKind implements Term {
    /** Neither had to be, nor could be only so: it leans one way. */
    STRAW_IN_THE_WIND("straw-in-the-wind"),
    /** Had to be, if the explanation holds; may be so without it, too. */
    HOOP("hoop"),
    /** Could hardly be, unless the explanation holds; its lack says little. */
    SMOKING_GUN("smoking-gun"),
    /** Had to be, and could hardly be otherwise. */
    DOUBLY_DECISIVE("doubly-decisive");

    private final String code;

    TestKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "tracing-test";
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
