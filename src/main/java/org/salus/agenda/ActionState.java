package org.salus.agenda;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** How far an action has come. */
public enum ActionState implements Term {
    OPEN("open"),
    UNDER_WAY("under-way"),
    DONE("done"),
    /** Nobody does it any more; why stands beside it. */
    DROPPED("dropped");

    private final String code;

    ActionState(String code) {
        this.code = code;
    }

    /** Whether somebody still has to do something. */
    public boolean isOpen() {
        return this == OPEN || this == UNDER_WAY;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "action-state";
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
