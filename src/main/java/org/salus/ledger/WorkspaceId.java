package org.salus.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A workspace's lasting name, the same in every copy. A UUID of version 7, so that ids sort by their making. */
public record WorkspaceId(UUID value) implements Comparable<WorkspaceId> {
    /** A new id; no two are alike. */
    public static WorkspaceId fresh() {
        return new WorkspaceId(TimedIds.next());
    }

    /**
     * The id of that text.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    @JsonCreator
    public static WorkspaceId of(String text) {
        return new WorkspaceId(TimedIds.parse(text));
    }

    @Override
    public int compareTo(WorkspaceId other) {
        return TimedIds.compare(value, other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
