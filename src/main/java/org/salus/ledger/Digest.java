package org.salus.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 digest, kept as four numbers because a workspace holds a hundred thousand of them. The id of an entry is one, and so is what an entry says
 * about a payload without showing it.
 */
public record Digest(long first, long second, long third, long fourth) implements Comparable<Digest> {
    /** How many bytes {@link #write} writes. */
    public static final int BYTES = 32;

    /** Only ever cloned: to look for an algorithm by its name takes as long as to digest an entry. */
    private static final MessageDigest EMPTY = sha256();

    /** No digest of anything. */
    static final Digest NONE = new Digest(0, 0, 0, 0);

    /** The digest of these bytes, one array after the other. */
    static Digest over(byte[]... parts) {
        try {
            MessageDigest sha256 = (MessageDigest) EMPTY.clone();
            for (byte[] part : parts) {
                sha256.update(part);
            }
            return ofBytes(sha256.digest());
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The digest of a text in UTF-8: the same as of a file of just these letters. */
    public static Digest ofText(String text) {
        return over(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of several texts in their order. Each has its length before it, so that no two lists read alike. */
    public static Digest ofTexts(List<String> texts) {
        byte[][] parts = new byte[2 * texts.size()][];
        for (int i = 0; i < texts.size(); i++) {
            byte[] text = texts.get(i).getBytes(StandardCharsets.UTF_8);
            parts[2 * i] =
                    ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array();
            parts[2 * i + 1] = text;
        }
        return over(parts);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
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

    /** Reads one as {@link #write} wrote it. */
    public static Digest read(ByteBuffer bytes) {
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

    /** Writes it as {@link #BYTES} bytes. */
    public void write(ByteBuffer bytes) {
        bytes.putLong(first).putLong(second).putLong(third).putLong(fourth);
    }

    /** The first twelve hexadecimal digits: enough for people to tell entries apart. */
    public String brief() {
        return toString().substring(0, 12);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Digest that
                && first == that.first
                && second == that.second
                && third == that.third
                && fourth == that.fourth;
    }

    /** Any part of a digest is as good as all of it. */
    @Override
    public int hashCode() {
        return (int) first;
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
