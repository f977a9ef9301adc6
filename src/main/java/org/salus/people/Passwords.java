package org.salus.people;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * Passwords under Argon2id (RFC 9106), written as {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}. The parameters stand with each hash, so that they can be
 * raised. Safe for use by several threads; only so many are computed at once, since each takes its memory.
 */
final class Passwords {
    /** How much work one hash is. */
    record Strength(int kilobytes, int passes, int lanes) {
        /** What the OWASP recommends as a minimum, once more. */
        static final Strength USUAL = new Strength(19_456, 3, 1);
    }

    static final int SHORTEST = 12;
    static final int LONGEST = 1_000;

    private static final int FEWEST_LETTERS = 5;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int AT_ONCE = 4;
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final Pattern WRITTEN = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final Strength strength;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final LongAdder computed = new LongAdder();

    Passwords(Strength strength) {
        this.strength = strength;
    }

    /** Why somebody of this login and name should not take this password; empty if they may. */
    static Optional<Sentence> refusal(String password, String login, String name) {
        if (password.length() > LONGEST) {
            return Optional.of(Sentence.of("people.failure.long-password", LONGEST));
        }
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(Sentence.of("people.failure.short-password", SHORTEST));
        }
        String plain = Names.key(password);
        boolean ownName = List.of(Names.key(login), Names.key(name)).stream()
                .anyMatch(own -> !own.isEmpty() && plain.replace(own, "").length() < SHORTEST / 2);
        if (ownName || plain.codePoints().distinct().count() < FEWEST_LETTERS) {
            return Optional.of(Sentence.of("people.failure.easy-password"));
        }
        return Optional.empty();
    }

    /** @throws Failure if somebody of this login and name should not take this password */
    String checkedHash(String password, String login, String name) {
        refusal(password, login, name).ifPresent(refusal -> {
            throw Failure.wrongUse(refusal);
        });
        return hash(password);
    }

    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        CHANCE.nextBytes(salt);
        byte[] hash = compute(password, salt, strength, HASH_BYTES);
        Base64.Encoder text = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + strength.kilobytes() + ",t=" + strength.passes() + ",p=" + strength.lanes() + "$"
                + text.encodeToString(salt) + "$" + text.encodeToString(hash);
    }

    /** Whether this is the password; without one to compare with the same work is done and the answer is no. */
    boolean matches(String password, Optional<String> written) {
        Matcher parts = WRITTEN.matcher(written.orElse(""));
        boolean known = parts.matches();
        byte[] salt = known ? Base64.getDecoder().decode(parts.group(4)) : new byte[SALT_BYTES];
        byte[] expected = known ? Base64.getDecoder().decode(parts.group(5)) : new byte[HASH_BYTES];
        boolean usable = password.length() <= LONGEST;
        byte[] hash = compute(usable ? password : "", salt, known ? strengthOf(parts) : strength, expected.length);
        return MessageDigest.isEqual(hash, expected) && known && usable;
    }

    /** Whether the hash was made with other parameters than new ones are. */
    boolean isOutdated(String written) {
        Matcher parts = WRITTEN.matcher(written);
        return !parts.matches() || !strengthOf(parts).equals(strength);
    }

    /** How many hashes have been computed here. */
    long computed() {
        return computed.sum();
    }

    private static Strength strengthOf(Matcher parts) {
        return new Strength(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    private byte[] compute(String password, byte[] salt, Strength work, int bytes) {
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(work.kilobytes())
                .withIterations(work.passes())
                .withParallelism(work.lanes())
                .withSalt(salt)
                .build();
        byte[] hash = new byte[bytes];
        places.acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(parameters);
            generator.generateBytes(prepared(password), hash);
            computed.increment();
            return hash;
        } finally {
            places.release();
        }
    }

    /** One form for what keyboards write in several (RFC 8265, OpaqueString). */
    private static byte[] prepared(String password) {
        String one = Normalizer.normalize(password.replaceAll("\\p{Zs}", " "), Normalizer.Form.NFC);
        java.nio.ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(one));
        byte[] exact = new byte[bytes.remaining()];
        bytes.get(exact);
        return exact;
    }
}
