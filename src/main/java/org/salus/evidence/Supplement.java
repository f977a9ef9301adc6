package org.salus.evidence;

import java.util.List;

/**
 * What a release's tables say about a project beyond its IATI file: the publisher's own sector names and codes, and locations where the IATI file
 * has none.
 *
 * @param project identifier of the project within the release; activities end with it
 */
record Supplement(String project, List<SectorCode> sectors, List<ActivityRecord.Location> locations) {
    Supplement {
        sectors = List.copyOf(sectors);
        locations = List.copyOf(locations);
    }
}
