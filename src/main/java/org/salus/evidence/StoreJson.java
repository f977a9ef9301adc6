package org.salus.evidence;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads the small JSON files of the store. */
final class StoreJson {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private StoreJson() {}

    /** Lets the mapper meet a listing for the first time. That takes as long as to read some megabytes of XML, so it is done beside that. */
    static void meetListing() {
        MAPPER.readValue(MAPPER.writeValueAsBytes(new Snapshots.Listing("", "", List.of())), Snapshots.Listing.class);
    }
}
