package org.salus.ledger;

import java.security.SecureRandom;
import java.util.UUID;

/** UUIDs of version 7 (RFC 9562): 48 bits of time in milliseconds, the rest by chance. The time in them is never read; a clock set back does no harm. */
final class TimedIds {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int TEXT_LENGTH = 36;

    private TimedIds() {}

    static UUID next() {
        return at(System.currentTimeMillis());
    }

    static UUID at(long epochMillis) {
        long high = (epochMillis << 16) | 0x7000L | (CHANCE.nextInt() & 0xFFFL);
        long low = (CHANCE.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    static UUID parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            throw new IllegalArgumentException("Not an id: " + text);
        }
        return UUID.fromString(text);
    }

    /** By their bits; {@link UUID#compareTo} of the platform compares signed numbers. */
    static int compare(UUID one, UUID other) {
        int order = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return order != 0
                ? order
                : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
