package org.salus.documents;

/**
 * A drawing.
 *
 * @param svg the drawing; it is reduced to harmless elements before it is written
 * @param alternative what a reader who cannot see it should be told, in one sentence
 */
public record Picture(String svg, String alternative) implements Block {
    public Picture {
        if (alternative.isBlank()) {
            throw new IllegalArgumentException("A picture needs an alternative text");
        }
    }
}
