package org.salus.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Somebody who reads and writes; who that is in the world, the ledger does not know. A UUID of version 7, so that ids sort by their making. */
public record AccountId(UUID value) implements Comparable<AccountId> {
    /** A new id; no two are alike. */
    public static AccountId fresh() {
        return new AccountId(TimedIds.next());
    }

    /**
     * The id of that text.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    @JsonCreator
    public static AccountId of(String text) {
        return new AccountId(TimedIds.parse(text));
    }

    @Override
    public int compareTo(AccountId other) {
        return TimedIds.compare(value, other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
