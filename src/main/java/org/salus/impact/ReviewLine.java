package org.salus.impact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;

/**
 * Something that a review of a period tells.
 *
 * @param what it is about
 * @param when it was, as exactly as it is known
 * @param says what is told of it
 * @param amount money, unrounded, where it is about money
 * @param currency of that; empty without an amount
 * @param source where it comes from; empty where nobody has said
 * @param item it is told of, where it is one of the workspace
 */
public record ReviewLine(
        Sentence what,
        Optional<PartialDate> when,
        List<Sentence> says,
        Optional<BigDecimal> amount,
        String currency,
        Optional<Sentence> source,
        Optional<ItemId> item) {
    public ReviewLine {
        says = List.copyOf(says);
    }

    /** A line in people's words, about an item. */
    public static ReviewLine of(String what, Optional<PartialDate> when, ItemId item) {
        return new ReviewLine(said(what), when, List.of(), Optional.empty(), "", Optional.empty(), Optional.of(item));
    }

    /** A line that is about no item. */
    public static ReviewLine of(Sentence what) {
        return new ReviewLine(
                what, Optional.empty(), List.of(), Optional.empty(), "", Optional.empty(), Optional.empty());
    }

    /** People's words as a sentence. */
    public static Sentence said(String text) {
        return Sentence.of("impact.said", text);
    }

    /** The same, which tells these sentences. */
    public ReviewLine saying(List<Sentence> sentences) {
        return new ReviewLine(what, when, sentences, amount, currency, source, item);
    }

    /** The same on a date. */
    public ReviewLine on(PartialDate date) {
        return new ReviewLine(what, Optional.of(date), says, amount, currency, source, item);
    }

    /** The same from a source, as people wrote it; from none where they wrote nothing. */
    public ReviewLine from(String written) {
        return written.isBlank() ? this : from(said(written));
    }

    /** The same from a source. */
    public ReviewLine from(Sentence where) {
        return new ReviewLine(what, when, says, amount, currency, Optional.of(where), item);
    }

    /** The same about money. */
    public ReviewLine worth(BigDecimal value, String of) {
        return new ReviewLine(what, when, says, Optional.of(value), of, source, item);
    }
}
