package org.salus.ledger;

import java.util.List;
import java.util.Map;

/**
 * What somebody brings to be merged.
 *
 * @param entries parents before children
 * @param payloads with their salts, each of which is what its digest says
 */
record Brought(WorkspaceId workspace, List<Entry> entries, Map<Digest, byte[]> payloads) {
    Brought {
        entries = List.copyOf(entries);
    }
}
