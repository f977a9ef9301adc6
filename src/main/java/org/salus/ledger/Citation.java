package org.salus.ledger;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * That a source says so: one reason to believe an item or one of its facts.
 *
 * @param source the item that describes the source
 * @param fact the component of the item's value that is cited; empty for the item as a whole
 * @param place where in the source: a page, an article, a paragraph; may be empty
 * @param first when a source said so for the first time, as far as is known
 * @param last when a source said so for the last time
 */
public record Citation(
        ItemId source,
        Optional<String> fact,
        String place,
        Optional<LocalDate> first,
        Optional<LocalDate> last,
        Confidence confidence) {
    public Citation {
        Objects.requireNonNull(source);
        Objects.requireNonNull(place);
        Objects.requireNonNull(confidence);
    }

    /** The item as a whole, from this source. */
    public static Citation of(ItemId source, String place, Confidence confidence) {
        return new Citation(source, Optional.empty(), place, Optional.empty(), Optional.empty(), confidence);
    }
}
