package org.salus.documents;

import java.util.Optional;

/**
 * What follows starts on a new page.
 *
 * @param page the paper from here on, such as a lying one for a wide table until the next break says {@link Page#PORTRAIT} again; as before where empty
 */
public record PageBreak(Optional<Page> page) implements Block {
    public PageBreak() {
        this(Optional.empty());
    }

    /** What follows starts on a new page of that paper. */
    public static PageBreak to(Page page) {
        return new PageBreak(Optional.of(page));
    }
}
