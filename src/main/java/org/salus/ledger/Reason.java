package org.salus.ledger;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Why an entry was written.
 *
 * @param text in the author's words; may be empty
 * @param about the entry that is undone, where one is
 * @param remarks on entries of a merged copy: the code of why one waits, or {@code admitted} or {@code refused}
 */
public record Reason(Act act, String text, Optional<Digest> about, SortedMap<Digest, String> remarks) {
    /** Of a new entry: a reason stands in everybody's history. */
    static final int LONGEST_TEXT = 5000;

    /** An edit that needs no words. */
    public static final Reason EDIT = of(Act.EDIT, "");

    public Reason {
        remarks = Collections.unmodifiableSortedMap(new TreeMap<>(remarks));
    }

    /** A step of this kind, with the author's words. */
    public static Reason of(Act act, String text) {
        return new Reason(act, PlainText.said(text), Optional.empty(), new TreeMap<>());
    }

    /** That it was decided about entries. */
    static Reason deciding(Collection<Digest> admitted, Collection<Digest> refused, String text) {
        SortedMap<Digest, String> remarks = new TreeMap<>();
        admitted.forEach(entry -> remarks.put(entry, "admitted"));
        refused.forEach(entry -> remarks.put(entry, "refused"));
        return new Reason(Act.DECIDE, PlainText.said(text), Optional.empty(), remarks);
    }

    /** That an entry is taken back. */
    static Reason undoing(Digest entry) {
        return new Reason(Act.UNDO, "", Optional.of(entry), new TreeMap<>());
    }

    /** The same, with remarks on these entries only. */
    Reason remarking(Predicate<Digest> those) {
        SortedMap<Digest, String> some = new TreeMap<>(remarks);
        some.keySet().removeIf(those.negate());
        return new Reason(act, text, about, some);
    }
}
