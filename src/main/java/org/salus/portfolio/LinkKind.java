package org.salus.portfolio;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What two activities that name one another have to do with each other. */
public enum LinkKind implements Term {
    /** Money goes from the one to the other. */
    FUNDS("funds"),
    /** The other is a part of the one. */
    PART("part"),
    /** They are two reports of one activity and its money. */
    SAME("same"),
    /** They belong together, and nothing follows from it for money. */
    RELATED("related");

    private final String code;

    LinkKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "link";
    }

    @Override
    public Sentence label() {
        return Sentence.of("portfolio.link." + code);
    }
}
