package org.salus.strategy;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** How the text of a section stands beside what would be composed now. */
public enum SectionState implements Term {
    /** Nobody has written anything: it follows the model. */
    COMPOSED("composed"),
    /** People wrote it, and the model says the same as when they did. */
    WRITTEN("written"),
    /** People wrote it, and the model says something else since. */
    BEHIND("behind"),
    /** There is nothing to say yet. */
    EMPTY("empty");

    private final String code;

    SectionState(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "section-state";
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
