package org.salus.ledger;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * UUIDs of version 7 (RFC 9562): 48 bits of time in milliseconds, 12 that count within one (section 6.2, method 1), the rest by chance. What one process makes later comes later, so that what is
 * read from a file together keeps its order. The time in them is never read; a clock set back does no harm.
 */
final class TimedIds {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int TEXT_LENGTH = 36;
    private static final int BITS_THAT_COUNT = 12;
    private static final long THAT_COUNT = (1L << BITS_THAT_COUNT) - 1;

    /** Milliseconds and count of the last one. More in a millisecond than can be counted borrow from the next. */
    private static final AtomicLong LAST = new AtomicLong();

    private TimedIds() {}

    static UUID next() {
        long now = System.currentTimeMillis() << BITS_THAT_COUNT;
        long stamp = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = ((stamp & ~THAT_COUNT) << (Short.SIZE - BITS_THAT_COUNT)) | 0x7000L | (stamp & THAT_COUNT);
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
