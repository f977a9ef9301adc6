package org.salus.ledger;

import java.util.Optional;

/**
 * Why an entry was written.
 *
 * @param text in the author's words; may be empty
 * @param about the entry that is undone, where one is
 */
public record Reason(Act act, String text, Optional<Digest> about) {
    /** An edit that needs no words. */
    public static final Reason EDIT = new Reason(Act.EDIT, "", Optional.empty());

    /** A step of this kind, with the author's words. */
    public static Reason of(Act act, String text) {
        return new Reason(act, text, Optional.empty());
    }
}
