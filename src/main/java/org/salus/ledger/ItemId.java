package org.salus.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An item's lasting name, the same in every version and every copy. A UUID of version 7, so that ids sort by their making. */
public record ItemId(UUID value) implements Comparable<ItemId> {
    /** A new id; no two are alike. */
    public static ItemId fresh() {
        return new ItemId(TimedIds.next());
    }

    /**
     * The id of that text.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    @JsonCreator
    public static ItemId of(String text) {
        return new ItemId(TimedIds.parse(text));
    }

    /** Written out: looking ids up was a sixth of the time in which the holes of a large strategy are found. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ItemId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(ItemId other) {
        return TimedIds.compare(value, other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
