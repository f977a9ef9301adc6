package org.salus.strategy;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** For whom a strategy is composed. One text gives all of them: what each holds follows from the sensitivity of items. */
public enum Readership implements Term {
    /** What is meant for everybody: the public edition. */
    EVERYBODY("public"),
    /** What is meant for every member: the full edition. */
    MEMBERS("full"),
    /** All that whoever asks may read: a working paper of their own, which nobody signs, since another reader could not make it again. */
    OWN("own");

    private final String code;

    Readership(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "readership";
    }

    @Override
    public Sentence label() {
        return Words.label(this);
    }

    @Override
    public Sentence meaning() {
        return Words.meaning(this);
    }

    /** Whether two readers are given the same, so that it can be signed. */
    public boolean isTheSameForAll() {
        return this != OWN;
    }
}
