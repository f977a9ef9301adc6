package org.salus.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Why an entry was written.
 *
 * @param text in the author's words; may be empty
 * @param about the entry that is undone, where one is
 * @param remarks on entries of a merged copy that wait: the code of why
 */
public record Reason(
        Act act,
        String text,
        Optional<Digest> about,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<Digest, String> remarks) {
    /** An edit that needs no words. */
    public static final Reason EDIT = of(Act.EDIT, "");

    public Reason {
        // A payload without remarks leaves them out.
        remarks = Objects.isNull(remarks) ? new TreeMap<>() : Collections.unmodifiableSortedMap(new TreeMap<>(remarks));
    }

    /** A step of this kind, with the author's words. */
    public static Reason of(Act act, String text) {
        return new Reason(act, text, Optional.empty(), new TreeMap<>());
    }

    /** That an entry is taken back. */
    static Reason undoing(Digest entry) {
        return new Reason(Act.UNDO, "", Optional.of(entry), new TreeMap<>());
    }
}
