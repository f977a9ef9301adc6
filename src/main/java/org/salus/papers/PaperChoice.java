package org.salus.papers;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What a paper may be asked about. Which of them a paper knows follows from its parts. */
public enum PaperChoice implements Term {
    /** An institution, unit or other actor of the map, or known support. */
    OF("of"),
    DONOR("donor"),
    OBJECTIVE("objective"),
    GOAL("goal"),
    AREA("area"),
    PILLAR("pillar"),
    /** An office whose institutions, objectives or duties are meant. */
    OFFICE("office"),
    FROM("from"),
    TO("to"),
    /** A meeting of the agenda. */
    MEETING("meeting"),
    /** The question that is answered, in the words of who asked it. */
    ASKED("asked"),
    /** For whom the paper is made out. */
    PARTNER("partner");

    private final String code;

    PaperChoice(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "choice";
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
