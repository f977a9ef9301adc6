package org.salus.ledger;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an entry does to one item: it gives it another version, which may say that it is removed.
 *
 * @param content the digest of the payload that holds what the version says
 * @param citations the digests of the payloads that name its sources, one for each: who may not know of a source gets the rest of the item nevertheless
 * @param replaces the entries whose versions of this item this one takes the place of
 */
record Change(ItemId item, Digest content, List<Digest> citations, List<Digest> replaces) {
    Change {
        citations = List.copyOf(citations);
        replaces = List.copyOf(replaces);
    }

    /** Every payload it speaks of. */
    Stream<Digest> payloads() {
        return Stream.concat(Stream.of(content), citations.stream());
    }
}
