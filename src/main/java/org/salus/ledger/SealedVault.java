package org.salus.ledger;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * Payloads under a passphrase, in a file that travels: AES-256 in Galois/counter mode (NIST SP 800-38D) with a key made by Argon2id (RFC 9106). The
 * nonce of a payload is drawn from its digest: equal digests are equal payloads, so no nonce serves two texts, and the same content gives the same file.
 */
final class SealedVault implements Vault {
    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;
    private static final int KEY_BYTES = 32;

    /**
     * What a guess at a passphrase costs; it stands in every copy, so that later programs can ask for more.
     *
     * @param kibibytes of memory
     * @param passes over that memory
     * @param lanes that could be filled side by side
     */
    record Cost(int kibibytes, int passes, int lanes) {
        /** RFC 9106, second recommended option, for machines with little memory. */
        static final Cost USUAL = new Cost(64 * 1024, 3, 4);

        /** How many times the usual a copy may ask of each; docs/ledger.md names what that comes to. */
        private static final int MOST_TIMES = 2;

        private static final int MOST_KIBIBYTES = MOST_TIMES * 64 * 1024;
        private static final int MOST_PASSES = MOST_TIMES * 3;
        private static final int MOST_LANES = MOST_TIMES * 4;
        private static final int KIBIBYTES_IN_MEBIBYTE = 1024;

        /** A copy may come from anybody: what it asks for must not take this machine down, so it is refused before any memory is taken. */
        Cost {
            if (kibibytes < 8 || passes < 1 || lanes < 1) {
                throw new IllegalArgumentException("cost");
            }
            if (kibibytes > MOST_KIBIBYTES || passes > MOST_PASSES || lanes > MOST_LANES) {
                throw Failure.wrongUse(Sentence.of(
                                "ledger.failure.costly",
                                MOST_KIBIBYTES / KIBIBYTES_IN_MEBIBYTE,
                                MOST_PASSES,
                                MOST_LANES))
                        .advising(Sentence.of("ledger.failure.costly.advice"));
            }
        }

        byte[] bytes() {
            return ByteBuffer.allocate(3 * Integer.BYTES)
                    .putInt(kibibytes)
                    .putInt(passes)
                    .putInt(lanes)
                    .array();
        }

        static Cost of(byte[] bytes) {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            return new Cost(in.getInt(), in.getInt(), in.getInt());
        }
    }

    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock(true);

    private final SecretKeySpec key;
    private final SecretKeySpec nonceKey;

    private SealedVault(byte[] secret) {
        this.key = new SecretKeySpec(secret, 0, KEY_BYTES, "AES");
        this.nonceKey = new SecretKeySpec(secret, KEY_BYTES, KEY_BYTES, "HmacSHA256");
    }

    /** The vault of a copy that somebody brings. One at a time: many that come at once would together take what each alone may not. */
    static SealedVault ofBrought(char[] passphrase, byte[] salt, Cost cost) {
        ONE_AT_A_TIME.lock();
        try {
            return of(passphrase, salt, cost);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    /** The vault of that passphrase. Takes time and memory on purpose: so does each guess. */
    static SealedVault of(char[] passphrase, byte[] salt, Cost cost) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.kibibytes())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] secret = new byte[2 * KEY_BYTES];
        // The same letters are not the same bytes on every keyboard.
        byte[] words = Normalizer.normalize(CharBuffer.wrap(passphrase), Normalizer.Form.NFC)
                .getBytes(StandardCharsets.UTF_8);
        generator.generateBytes(words, secret);
        Arrays.fill(words, (byte) 0);
        return new SealedVault(secret);
    }

    @Override
    public boolean travels() {
        return true;
    }

    @Override
    public byte[] seal(Digest digest, byte[] salted) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, digest).doFinal(salted);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public byte[] open(Digest digest, byte[] kept) {
        try {
            return cipher(Cipher.DECRYPT_MODE, digest).doFinal(kept);
        } catch (GeneralSecurityException changed) {
            throw new DamagedPayload(digest, changed);
        }
    }

    private Cipher cipher(int mode, Digest digest) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(nonceKey);
        byte[] name = digest.bytes();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, Arrays.copyOf(mac.doFinal(name), NONCE_BYTES)));
        // A payload cannot be passed off as another one.
        cipher.updateAAD(name);
        return cipher;
    }
}
