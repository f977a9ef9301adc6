package org.salus.sector;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** The kinds of oversight, by who exercises it. */
public enum Oversight implements Term {
    LEGISLATIVE("legislative"),
    EXECUTIVE("executive"),
    JUDICIAL("judicial"),
    INDEPENDENT("independent"),
    CIVIL_SOCIETY("civil-society");

    private final String code;

    Oversight(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "oversight";
    }

    @Override
    public Sentence label() {
        return Words.label(this);
    }

    @Override
    public Sentence meaning() {
        return Words.meaning(this);
    }

    /** Whether authorities of the state exercise it. */
    public boolean isByTheState() {
        return this != CIVIL_SOCIETY;
    }
}
