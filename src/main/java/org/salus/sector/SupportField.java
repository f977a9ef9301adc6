package org.salus.sector;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What a column of a partner's table can mean. */
public enum SupportField implements Term {
    PARTNER("partner"),
    TITLE("title"),
    INSTITUTION("institution"),
    AREA("area"),
    STAGE("stage"),
    AMOUNT("amount"),
    LEAST("least"),
    MOST("most"),
    CURRENCY("currency"),
    FROM("from"),
    UNTIL("until"),
    /** What the partner calls the row by: rows of one reference are the same support in every later table. It is kept as it was written. */
    REFERENCE("reference"),
    NOTE("note");

    private final String code;

    SupportField(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "support-field";
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
