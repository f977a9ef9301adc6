package org.salus.evidence;

import java.util.List;

/**
 * What a release's tables say about a project beyond its IATI file: the publisher's own sector names and codes, and locations where the IATI file
 * has none.
 *
 * @param project identifier of the project within the release; activities end with it
 * @param categories DAC categories of the project, taken where its IATI file has no code of the DAC's lists: one release splits 152 into 1, 5 and 2
 * @param sectors the publisher's own sectors and finer codes
 * @param locations taken where its IATI file has none
 */
record Supplement(
        String project,
        List<SectorCode> categories,
        List<SectorCode> sectors,
        List<ActivityRecord.Location> locations) {
    Supplement {
        categories = List.copyOf(categories);
        sectors = List.copyOf(sectors);
        locations = List.copyOf(locations);
    }
}
