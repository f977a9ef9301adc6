package org.salus.goals;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** Which way an indicator is to move. */
public enum Direction implements Term {
    UP("up"),
    DOWN("down"),
    /** It is to stay where it is. */
    KEEP("keep"),
    /** A judgement in words; no number moves. */
    WORDS("words");

    private final String code;

    Direction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "direction";
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
