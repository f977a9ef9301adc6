package org.salus.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Something that opens a door to whoever has it: a one-time link, a session, a token. Only its digest is ever kept; it does not write itself into logs. */
public final class Secret {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int BYTES = 32;
    private static final int LONGEST = 200;

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /** A new one: 256 bits by chance. */
    static Secret fresh() {
        byte[] bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** As somebody presents it; whether it opens anything is another question. */
    public static Secret of(String presented) {
        return new Secret(presented.length() > LONGEST ? presented.substring(0, LONGEST) : presented);
    }

    /** The same behind a mark by which people and programs that search for lost secrets know what it is. */
    Secret marked(String mark) {
        return new Secret(mark + text);
    }

    /** The text itself: for the one who is to have it, and nobody else. Letters, digits, hyphens and underscores if it was made here. */
    public String reveal() {
        return text;
    }

    /** What is kept of it. A secret of this length needs no salt. */
    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
