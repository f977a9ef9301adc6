package org.salus.portfolio;

import org.jspecify.annotations.Nullable;

/**
 * Years, both included.
 *
 * @param from first year; null without a beginning
 * @param to last year; null without an end
 */
public record Period(@Nullable Integer from, @Nullable Integer to) {
    /** All years, and what has no date. */
    public static final Period ALL = new Period(null, null);

    public Period {
        if (from != null && to != null && from > to) {
            throw new IllegalArgumentException("A period does not end before it begins: " + from + "–" + to);
        }
    }

    /** Whether every year counts, also none. */
    public boolean isAll() {
        return from == null && to == null;
    }

    public boolean contains(int year) {
        return (from == null || year >= from) && (to == null || year <= to);
    }
}
