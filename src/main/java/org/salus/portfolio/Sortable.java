package org.salus.portfolio;

import java.util.List;

/**
 * What is known of an activity when it is to be sorted.
 *
 * @param id the activity's identifier; it does not influence the answer
 * @param titles in any languages
 * @param descriptions in any languages
 * @param sectors the codes of the publisher
 */
public record Sortable(String id, List<String> titles, List<String> descriptions, List<SectorCode> sectors) {
    public Sortable {
        titles = List.copyOf(titles);
        descriptions = List.copyOf(descriptions);
        sectors = List.copyOf(sectors);
    }
}
