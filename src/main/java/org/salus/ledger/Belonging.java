package org.salus.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * To what a payload belongs. That is said in the payload itself, before its words, and so it is part of what its digest is made of: whoever quotes the digest in
 * another place, before or after whoever said the words, gets nothing by it. What was written before that was so says nothing of it, and belongs where it is named.
 *
 * @param use what it is: content, citation or reason
 * @param to the bytes that name its item or its step
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Belonging(byte use, byte[] to) {
    private static final byte CONTENT = 1;
    private static final byte CITATION = 2;
    private static final byte REASON = 3;
    private static final int UUID_BYTES = 16;

    static Belonging ofContent(ItemId item) {
        return new Belonging(CONTENT, bytes(item.value()));
    }

    /** Sources are named again by the later versions of an item, so they belong to all of them. */
    static Belonging ofCitation(ItemId item) {
        return new Belonging(CITATION, bytes(item.value()));
    }

    static Belonging ofReason(Entry entry) {
        return new Belonging(REASON, entry.withoutReason().bytes());
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(UUID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** The payload that holds these words. */
    byte[] before(byte[] words) {
        return ByteBuffer.allocate(1 + to.length + words.length)
                .put(use)
                .put(to)
                .put(words)
                .array();
    }

    /** The words of a payload, if it belongs here. */
    Optional<byte[]> words(byte[] payload) {
        if (!isSaidIn(payload)) {
            return Optional.of(payload);
        }
        int end = 1 + to.length;
        return payload[0] == use && payload.length >= end && Arrays.equals(payload, 1, end, to, 0, to.length)
                ? Optional.of(Arrays.copyOfRange(payload, end, payload.length))
                : Optional.empty();
    }

    /** Whether that payload is here and does not belong elsewhere. */
    boolean holds(byte @Nullable [] payload) {
        return payload != null && words(payload).isPresent();
    }

    /** Whether a payload says to what it belongs. Words are JSON and begin otherwise. */
    static boolean isSaidIn(byte[] payload) {
        return payload.length > 0 && payload[0] >= CONTENT && payload[0] <= REASON;
    }
}
