package org.salus.documents;

import java.util.List;
import java.util.Optional;

/**
 * A page before all others with the document's title and subtitle.
 *
 * @param above whose document it is, above the title; may be empty
 * @param facts what stands below: who signed, edition, day
 * @param picture a coat of arms or the like
 */
public record Cover(String above, List<Fact> facts, Optional<Picture> picture) {
    /** The most that the picture is high. */
    static final int PICTURE_MILLIMETRES = 40;

    public Cover {
        facts = List.copyOf(facts);
    }
}
