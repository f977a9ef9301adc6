package org.salus.documents;

/**
 * The table of contents, made from the document's headings.
 *
 * @param title what stands above it
 * @param levels how many levels of headings it lists, 1 to 3
 */
public record Contents(String title, int levels) implements Block {
    public Contents {
        if (levels < 1 || levels > 3) {
            throw new IllegalArgumentException("A table of contents lists 1 to 3 levels, not " + levels);
        }
    }
}
