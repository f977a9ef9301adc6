package org.salus.strategy;

/**
 * Composes a section, or a part of one, from the model. Rooms above this one add theirs to the list that {@code Salus} hands over; several sources of one section follow one
 * another in the order of that list.
 */
public interface SectionSource {
    /** The section it speaks in. */
    Section section();

    /**
     * What there is to say. It is made of the material alone, so that the same material gives the same words; where there is nothing it says what is not there yet.
     */
    Composed compose(Material material);
}
