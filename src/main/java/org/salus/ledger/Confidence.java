package org.salus.ledger;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** How sure whoever cited a source is that the fact is so. The scale is described in {@code docs/workspaces.md}. */
public enum Confidence {
    HIGH,
    MEDIUM,
    LOW,
    NOT_ASSESSED;

    /** The code in data, files and addresses. */
    public String code() {
        return Term.codeOf(this);
    }

    /** What to call it. */
    public Sentence label() {
        return Sentence.of("ledger.confidence." + code());
    }

    /** What it means, one sentence. */
    public Sentence meaning() {
        return Sentence.of("ledger.confidence." + code() + ".text");
    }
}
