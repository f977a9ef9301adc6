package org.salus.impact;

/**
 * Something that has to tell what was in a period. Rooms above this one add theirs to the list that {@code Salus} hands over.
 */
@FunctionalInterface
public interface ReviewSource {
    /** What there is to tell of the period, of what the reader sees and nothing else; where there is nothing, that. */
    ReviewPart part(ReviewMaterial material);
}
