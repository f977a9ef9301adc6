package org.salus.framework;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * From one date until another, both included, each as exactly as it is known. An end that is not told is open: it may lie anywhere.
 *
 * <p>Whether something holds on a day has therefore three answers. In the year in which it is known to have begun, and no more is known, it holds
 * <em>perhaps</em>.
 *
 * @param from when it began; empty if that is not known
 * @param until the last date on which it holds; empty if it goes on, or its end is not known
 */
public record DateSpan(Optional<PartialDate> from, Optional<PartialDate> until) {
    /** Nothing is known about begin and end. */
    public static final DateSpan OPEN = new DateSpan(Optional.empty(), Optional.empty());

    /** By the beginning, what has none first; then by the end, what goes on last. */
    public static final Comparator<DateSpan> BY_BEGINNING = Comparator.comparing(
                    (DateSpan span) -> span.from, Comparator.comparing(from -> from.orElse(PartialDate.ofYear(1))))
            .thenComparing(span -> span.until.orElse(PartialDate.ofYear(9999)));

    /** Whether something holds on a day. */
    public enum Holds {
        YES,
        PERHAPS,
        NO
    }

    /**
     * @throws IllegalArgumentException if it would end before it begins
     */
    public DateSpan {
        if (from.isPresent() && until.isPresent() && until.get().isSurelyBefore(from.get())) {
            throw new IllegalArgumentException("Ends before it begins: " + from.get() + " to " + until.get());
        }
    }

    /** From that date on. */
    public static DateSpan since(PartialDate from) {
        return new DateSpan(Optional.of(from), Optional.empty());
    }

    /** From one date until another, both included. */
    public static DateSpan between(PartialDate from, PartialDate until) {
        return new DateSpan(Optional.of(from), Optional.of(until));
    }

    /** Whether it holds on that day. */
    public Holds on(LocalDate day) {
        if (from.filter(begin -> day.isBefore(begin.earliest())).isPresent()
                || until.filter(end -> day.isAfter(end.latest())).isPresent()) {
            return Holds.NO;
        }
        return from.filter(begin -> day.isBefore(begin.latest())).isPresent()
                        || until.filter(end -> day.isAfter(end.earliest())).isPresent()
                ? Holds.PERHAPS
                : Holds.YES;
    }

    /** Whether it may hold on that day: a map of a day shows what holds and what perhaps holds. */
    public boolean mayHoldOn(LocalDate day) {
        return on(day) != Holds.NO;
    }

    /** Whether there may be a day on which both hold. */
    public boolean mayMeet(DateSpan other) {
        return !endsSurelyBefore(other) && !other.endsSurelyBefore(this);
    }

    private boolean endsSurelyBefore(DateSpan other) {
        return until.isPresent() && other.from.isPresent() && until.get().isSurelyBefore(other.from.get());
    }
}
