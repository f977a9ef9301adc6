package org.salus.appraisal;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What opens a window for change. */
public enum Opening implements Term {
    ELECTION("election"),
    AGREEMENT("agreement"),
    BUDGET_CYCLE("budget-cycle"),
    LAW("law"),
    CHANGE_OF_OFFICE("change-of-office"),
    REVIEW("review"),
    EVENT("event"),
    OTHER("other");

    private final String code;

    Opening(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "opening";
    }

    @Override
    public Sentence label() {
        return PoliticsWords.label(this);
    }

    @Override
    public Sentence meaning() {
        return PoliticsWords.meaning(this);
    }
}
