package org.salus.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** An organisation that members of workspaces belong to. A UUID of version 7, so that ids sort by their making. */
public record OrganisationId(UUID value) implements Comparable<OrganisationId> {
    /** A new id; no two are alike. */
    public static OrganisationId fresh() {
        return new OrganisationId(TimedIds.next());
    }

    /**
     * The id of that text.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    @JsonCreator
    public static OrganisationId of(String text) {
        return new OrganisationId(TimedIds.parse(text));
    }

    @Override
    public int compareTo(OrganisationId other) {
        return TimedIds.compare(value, other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
