package org.salus.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item's lasting name, the same in every version and every copy. A UUID of version 7, so that ids sort by their making; of what has one place, because it is made of
 * what the item says, one of version 3.
 */
public record ItemId(UUID value) implements Comparable<ItemId> {
    private static final long VERSION_BITS = 0xF000L;
    private static final long VERSION_8 = 0x8000L;
    private static final int BY_MD5 = 3;
    private static final int BY_SHA1 = 5;

    /** A new id; no two are alike. */
    public static ItemId fresh() {
        return new ItemId(TimedIds.next());
    }

    /**
     * The id that is always made of these words and is no place: where something else has it already, another is made. A UUID of version 8, which says nothing of how it was
     * made.
     */
    public static ItemId ofWords(String words) {
        UUID digest = UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8));
        return new ItemId(new UUID(
                (digest.getMostSignificantBits() & ~VERSION_BITS) | VERSION_8, digest.getLeastSignificantBits()));
    }

    /** Whether it is made of what an item says. Such an id belongs to the kind that makes it. */
    public boolean isPlace() {
        return value.version() == BY_MD5 || value.version() == BY_SHA1;
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
