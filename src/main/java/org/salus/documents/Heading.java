package org.salus.documents;

/**
 * A heading inside a document.
 *
 * @param level 1 (a chapter) to 3; the title of the document stands above level 1
 */
public record Heading(int level, String text) implements Block {
    public Heading {
        if (level < 1 || level > 3) {
            throw new IllegalArgumentException("A heading's level is 1 to 3, not " + level);
        }
    }
}
