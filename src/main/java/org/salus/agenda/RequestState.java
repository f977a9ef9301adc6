package org.salus.agenda;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** How a request was answered. */
public enum RequestState implements Term {
    OPEN("open"),
    PARTLY("partly"),
    ANSWERED("answered"),
    DECLINED("declined"),
    WITHDRAWN("withdrawn");

    private final String code;

    RequestState(String code) {
        this.code = code;
    }

    /** Whether an answer is still waited for. */
    public boolean isOpen() {
        return this == OPEN || this == PARTLY;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "request-state";
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
