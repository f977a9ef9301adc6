package org.salus.agenda;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** How far a meeting has come. */
public enum MeetingState implements Term {
    PLANNED("planned"),
    HELD("held"),
    CANCELLED("cancelled");

    private final String code;

    MeetingState(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "meeting-state";
    }

    @Override
    public Sentence label() {
        return AgendaWords.label(this);
    }

    @Override
    public Sentence meaning() {
        return AgendaWords.meaning(this);
    }
}
