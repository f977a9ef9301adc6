package org.salus.impact;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What an analysis can say in the end. */
public enum VerdictKind implements Term {
    /** What was found is more than chance and pretended treatments show; whether the cause is the treatment rests on the assumptions. */
    EFFECT_TOLD("effect-told"),
    /** The figures do not tell an effect from none; that is no proof of none. */
    NO_EFFECT_TOLD("no-effect-told"),
    /** The data or a failed check do not allow an answer. */
    CANNOT_BE_TOLD("cannot-be-told");

    private final String code;

    VerdictKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "verdict-kind";
    }

    @Override
    public Sentence label() {
        return Sentence.of("impact.verdict-kind." + code + ".name");
    }

    @Override
    public Sentence meaning() {
        return Sentence.of("impact.verdict-kind." + code + ".text");
    }
}
