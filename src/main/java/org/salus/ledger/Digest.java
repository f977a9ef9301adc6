package org.salus.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 digest, kept as four numbers because a workspace holds a hundred thousand of them. The id of an entry is one, and so is what an entry says
 * about a payload without showing it.
 */
public record Digest(long first, long second, long third, long fourth) implements Comparable<Digest> {
    static final int BYTES = 32;

    /** No digest of anything. */
    static final Digest NONE = new Digest(0, 0, 0, 0);

    /** The digest of these bytes, one array after the other. */
    static Digest over(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha256.update(part);
            }
            return ofBytes(sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Digest ofBytes(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A digest has 32 bytes, not " + bytes.length);
        }
        return read(ByteBuffer.wrap(bytes));
    }

    static Digest read(ByteBuffer bytes) {
        return new Digest(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    /**
     * The digest written as 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException if the text is nothing of that form
     */
    @JsonCreator
    public static Digest of(String text) {
        return ofBytes(HexFormat.of().parseHex(text));
    }

    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        write(bytes);
        return bytes.array();
    }

    void write(ByteBuffer bytes) {
        bytes.putLong(first).putLong(second).putLong(third).putLong(fourth);
    }

    /** The first twelve hexadecimal digits: enough for people to tell entries apart. */
    public String brief() {
        return toString().substring(0, 12);
    }

    @Override
    public int compareTo(Digest other) {
        int order = Long.compareUnsigned(first, other.first);
        order = order != 0 ? order : Long.compareUnsigned(second, other.second);
        order = order != 0 ? order : Long.compareUnsigned(third, other.third);
        return order != 0 ? order : Long.compareUnsigned(fourth, other.fourth);
    }

    @JsonValue
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes());
    }
}
