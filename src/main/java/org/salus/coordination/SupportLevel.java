package org.salus.coordination;

import org.salus.framework.CooperationLevel;
import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** At which level those who pay stand to the country. The order is that of answers. */
public enum SupportLevel implements Term {
    /** The country itself. */
    NATIONAL(CooperationLevel.NATIONAL),
    /** Another country alone. */
    BILATERAL(CooperationLevel.BILATERAL),
    /** An organisation of states of one region, be it the country's or another. */
    REGIONAL(CooperationLevel.REGIONAL),
    /** An organisation of states of the world. */
    INTERNATIONAL(CooperationLevel.INTERNATIONAL),
    /** Nobody's state: associations, foundations, companies. */
    PRIVATE("private"),
    /** Payers of several levels together, whose shares nobody published. */
    SEVERAL("several"),
    CANNOT_BE_TOLD("cannot-be-told");

    private final String code;

    SupportLevel(CooperationLevel level) {
        this(level.code());
    }

    SupportLevel(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "support-level";
    }

    @Override
    public Sentence label() {
        return Sentence.of("coordination.level." + code);
    }
}
