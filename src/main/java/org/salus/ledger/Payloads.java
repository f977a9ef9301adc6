package org.salus.ledger;

import java.util.Collection;
import java.util.Map;

/** Where payloads are kept. */
@FunctionalInterface
interface Payloads {
    /** Those of these payloads that are here, without their salt. Each has been held against its digest. */
    Map<Digest, byte[]> get(Collection<Digest> digests);
}
