package org.salus.ledger;

import java.util.List;

/**
 * What an entry does to one item: it gives it another version, which may say that it is removed.
 *
 * @param content the digest of the payload, which holds what the version says
 * @param replaces the entries whose versions of this item this one takes the place of
 */
record Change(ItemId item, Digest content, List<Digest> replaces) {
    Change {
        replaces = List.copyOf(replaces);
    }
}
