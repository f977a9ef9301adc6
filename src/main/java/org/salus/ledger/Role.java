package org.salus.ledger;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What a member of a workspace may do, each more than the one before. What a member may <em>see</em> is another matter: {@link Sensitivity}. */
public enum Role {
    /** Reads and comments. */
    READER,
    /** Writes items. */
    CONTRIBUTOR,
    /** Also decides on what waits after a merge, names versions, sets conflicts right. */
    EDITOR,
    /** Also says who is a member, lowers sensitivity and erases, with a reason. */
    OWNER;

    /** The code in data, files and addresses. */
    public String code() {
        return Term.codeOf(this);
    }

    public boolean isAtLeast(Role least) {
        return compareTo(least) >= 0;
    }

    /** What to call it. */
    public Sentence label() {
        return Sentence.of("ledger.role." + code());
    }

    /** What it allows, one sentence. */
    public Sentence meaning() {
        return Sentence.of("ledger.role." + code() + ".text");
    }
}
