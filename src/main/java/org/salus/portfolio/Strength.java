package org.salus.portfolio;

import org.salus.framework.UnknownCode;

/** How much a phrase says about an area. */
enum Strength {
    /** Names what is done and for which force or person, and so outweighs the mere name of a force. */
    SETTLES("settles", 6.5),
    /** Found in a title it settles the matter if nothing speaks against it. */
    DECIDES("decides", 4.0),
    /** Speaks clearly for it and gives way to better evidence. */
    SUGGESTS("suggests", 2.2),
    /** Tips the scale between answers that are otherwise alike. */
    HINTS("hints", 0.9);

    private final String word;
    private final double points;

    Strength(String word, double points) {
        this.word = word;
        this.points = points;
    }

    double points() {
        return points;
    }

    static Strength of(String word) {
        for (Strength strength : values()) {
            if (strength.word.equals(word)) {
                return strength;
            }
        }
        throw new UnknownCode("Strength", word);
    }
}
