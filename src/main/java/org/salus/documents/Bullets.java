package org.salus.documents;

import java.util.List;

/**
 * A list.
 *
 * @param numbered whether the order of the items matters
 */
public record Bullets(boolean numbered, List<Paragraph> items) implements Block {
    public Bullets {
        items = List.copyOf(items);
    }

    /** A list without numbers and emphasis. */
    public static Bullets of(String... items) {
        return new Bullets(
                false, java.util.Arrays.stream(items).map(Paragraph::of).toList());
    }
}
