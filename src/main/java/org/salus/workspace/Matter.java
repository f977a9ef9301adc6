package org.salus.workspace;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** Why something concerns a member. */
public enum Matter {
    /** A remark asks the member to look. */
    MENTION,
    /** Somebody remarked on an item after the member did. */
    ANSWER,
    /** Steps of a merged copy wait for a decision that the member may make. */
    DECISION,
    /** Something is due by the member's own organisation. */
    DUE;

    /** The code in data. */
    public String code() {
        return Term.codeOf(this);
    }

    /** What to call it. */
    public Sentence label() {
        return Sentence.of("workspace.matter." + code());
    }
}
