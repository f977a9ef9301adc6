package org.salus.evidence;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An activity in its current version, as far as questions across activities need it. {@link ActivityRecord} has the rest.
 *
 * @param identifier the IATI identifier, without surrounding or repeated spaces
 * @param source name of the source whose version is the current one
 * @param status IATI 2 code: 1 pipeline, 2 implementation, 3 finalisation, 4 closed, 5 cancelled, 6 suspended
 * @param hierarchy level, 1 if not stated
 * @param locations number of locations
 * @param systemCountry the country whose own aid-information system recorded the activity, if it comes from one; such an activity counts wholly for it
 */
public record Activity(
        String identifier,
        String source,
        Party reporter,
        List<Text> titles,
        List<Text> descriptions,
        @Nullable String status,
        @Nullable LocalDate plannedStart,
        @Nullable LocalDate actualStart,
        @Nullable LocalDate plannedEnd,
        @Nullable LocalDate actualEnd,
        int hierarchy,
        List<Participation> participants,
        List<SectorCode> sectors,
        List<Place> places,
        List<Transaction> transactions,
        int locations,
        @Nullable String systemCountry) {
    public Activity {
        titles = List.copyOf(titles);
        descriptions = List.copyOf(descriptions);
        participants = List.copyOf(participants);
        sectors = List.copyOf(sectors);
        places = List.copyOf(places);
        transactions = List.copyOf(transactions);
    }

    /** The first title, or the identifier where none was published. */
    public String title() {
        return titles.isEmpty() ? identifier : titles.getFirst().text();
    }

    public @Nullable LocalDate start() {
        return actualStart != null ? actualStart : plannedStart;
    }

    public @Nullable LocalDate end() {
        return actualEnd != null ? actualEnd : plannedEnd;
    }

    /** Whether the activity or one of its transactions carries a DAC code of category 152. */
    public boolean isPeaceAndSecurity() {
        return sectors.stream().anyMatch(SectorCode::isPeaceAndSecurity)
                || transactions.stream().anyMatch(t -> t.sectors().stream().anyMatch(SectorCode::isPeaceAndSecurity));
    }
}
