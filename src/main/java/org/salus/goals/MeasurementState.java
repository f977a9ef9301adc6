package org.salus.goals;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** How far a measurement has come. Who may take which step is judged by the ledger, see {@link MeasurementRules}. */
public enum MeasurementState implements Term {
    DRAFT("draft"),
    /** It waits for the word of somebody else. */
    SUBMITTED("submitted"),
    /** It counts, and does not change any more unless it is opened again with a reason. */
    APPROVED("approved"),
    /** Something has to be looked at again; the remark says what. */
    RETURNED("returned");

    private final String code;

    MeasurementState(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "measurement-state";
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
