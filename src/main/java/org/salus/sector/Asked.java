package org.salus.sector;

import org.salus.framework.Sentence;

/**
 * How much of a part of the map has been asked: for how many of the ties that could be there somebody recorded that they are, or that they are not.
 *
 * @param asked of them
 * @param of all that could be there between actors on the map
 */
public record Asked(int asked, int of) {
    public Asked {
        if (asked < 0 || asked > of) {
            throw new IllegalArgumentException(asked + " of " + of);
        }
    }

    /** Both parts together. */
    Asked and(Asked other) {
        return new Asked(asked + other.asked, of + other.of);
    }

    /** In words. */
    public Sentence say() {
        return Sentence.of("sector.asked", asked, of);
    }
}
