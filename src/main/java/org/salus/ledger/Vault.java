package org.salus.ledger;

import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How a payload is kept: 32 random bytes and then what it says, in the clear or, in a file that travels, enciphered. Its digest is over both, so nobody
 * can guess at the content of a payload of which only the digest is left.
 */
sealed interface Vault permits OpenVault, SealedVault {
    int SALT_BYTES = 32;

    /** Whether what is kept so travels in a file. */
    boolean travels();

    /** The kept form of a salted payload. */
    byte[] seal(Digest digest, byte[] salted);

    /**
     * The salted payload.
     *
     * @throws DamagedPayload if it cannot be opened
     */
    byte[] open(Digest digest, byte[] kept);

    /** The payload with a fresh salt before it. */
    static byte[] salted(byte[] payload, SecureRandom chance) {
        byte[] salt = new byte[SALT_BYTES];
        chance.nextBytes(salt);
        byte[] whole = Arrays.copyOf(salt, SALT_BYTES + payload.length);
        System.arraycopy(payload, 0, whole, SALT_BYTES, payload.length);
        return whole;
    }

    /** The payload alone, or null if it is not the one of that digest. */
    static byte @Nullable [] unsalted(Digest digest, byte[] salted) {
        return salted.length < SALT_BYTES || !Digest.over(salted).equals(digest)
                ? null
                : Arrays.copyOfRange(salted, SALT_BYTES, salted.length);
    }
}
