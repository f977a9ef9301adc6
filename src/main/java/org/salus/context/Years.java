package org.salus.context;

/** Calendar years, both included. */
public record Years(int from, int to) {
    public Years {
        if (from > to) {
            throw new IllegalArgumentException("Years do not end before they begin: " + from + "–" + to);
        }
    }

    public boolean contains(int year) {
        return year >= from && year <= to;
    }

    /** How many; at least one. */
    public int count() {
        return to - from + 1;
    }

    /** In words: 2010–2013, or 2010 alone. */
    public String words() {
        return from == to ? Integer.toString(from) : from + "–" + to;
    }

    /** The last so many of them, or all if they are fewer. */
    Years last(int many) {
        return new Years(Math.max(from, to - many + 1), to);
    }
}
