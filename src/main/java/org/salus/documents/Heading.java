package org.salus.documents;

/**
 * A heading inside a document.
 *
 * @param level 1 (a chapter) to 3; the title of the document stands above level 1
 * @param text what it says, without a number
 * @param numbering how it is counted where the document numbers its headings
 */
public record Heading(int level, String text, Numbering numbering) implements Block {
    /** How a heading is counted in a document with {@link Binding#numberedHeadings()}. */
    public enum Numbering {
        /** 1, 1.1, 1.1.1; below an annex A.1, A.1.1. */
        COUNTED,
        /** A chapter that is an annex: Annex A, Annex B. */
        ANNEX,
        /** Not at all, such as a summary before the first chapter. */
        PLAIN
    }

    public Heading {
        if (level < 1 || level > 3) {
            throw new IllegalArgumentException("A heading's level is 1 to 3, not " + level);
        }
        if (numbering == Numbering.ANNEX && level != 1) {
            throw new IllegalArgumentException("An annex is a heading of level 1, not " + level);
        }
    }

    public Heading(int level, String text) {
        this(level, text, Numbering.COUNTED);
    }

    /** The heading of an annex. */
    public static Heading annex(String text) {
        return new Heading(1, text, Numbering.ANNEX);
    }

    /** A chapter without a number. */
    public static Heading plain(String text) {
        return new Heading(1, text, Numbering.PLAIN);
    }
}
