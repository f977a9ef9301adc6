package org.salus.strategy;

import java.util.EnumSet;
import java.util.Set;
import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** How far an edition has come. */
public enum EditionState implements Term {
    DRAFT("draft"),
    /** Given to those who are to agree. */
    SHARED("shared"),
    /** Both sides approved it. */
    AGREED("agreed"),
    IN_FORCE("in-force"),
    SUSPENDED("suspended"),
    /** Looked at again; it goes on, or another takes its place. */
    REVIEWED("reviewed"),
    ENDED("ended");

    private final String code;

    EditionState(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "edition-state";
    }

    @Override
    public Sentence label() {
        return Words.label(this);
    }

    @Override
    public Sentence meaning() {
        return Words.meaning(this);
    }

    /** What can follow it. */
    public Set<EditionState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SHARED, ENDED);
            case SHARED -> EnumSet.of(AGREED, ENDED);
            case AGREED -> EnumSet.of(IN_FORCE, ENDED);
            case IN_FORCE -> EnumSet.of(SUSPENDED, REVIEWED, ENDED);
            case SUSPENDED, REVIEWED -> EnumSet.of(IN_FORCE, ENDED);
            case ENDED -> EnumSet.noneOf(EditionState.class);
        };
    }
}
