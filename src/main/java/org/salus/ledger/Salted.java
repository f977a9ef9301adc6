package org.salus.ledger;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Payloads with their salts, on their way into a database. */
final class Salted {
    private static final SecureRandom CHANCE = new SecureRandom();

    private final Map<Digest, byte[]> bySalted = new LinkedHashMap<>();

    Salted() {}

    /** Payloads that came with their salts, but for the erased ones. */
    Salted(Map<Digest, byte[]> salted, Predicate<Digest> isErased) {
        salted.forEach((digest, payload) -> {
            if (!isErased.test(digest)) {
                bySalted.put(digest, payload);
            }
        });
    }

    /** Salts a payload and gives its digest. */
    Digest add(byte[] payload) {
        byte[] salted = Vault.salted(payload, CHANCE);
        Digest digest = Digest.over(salted);
        bySalted.put(digest, salted);
        return digest;
    }

    /** As they are to be kept. */
    Map<Digest, byte[]> kept(Vault vault) {
        Map<Digest, byte[]> kept = new LinkedHashMap<>();
        bySalted.forEach((digest, salted) -> kept.put(digest, vault.seal(digest, salted)));
        return kept;
    }

    /** Those of the wanted ones that are here, without salt. */
    Map<Digest, byte[]> among(Collection<Digest> wanted) {
        Map<Digest, byte[]> found = new HashMap<>();
        for (Digest digest : wanted) {
            byte[] salted = bySalted.get(digest);
            byte @Nullable [] clear = salted == null ? null : Vault.unsalted(digest, salted);
            if (clear != null) {
                found.put(digest, clear);
            }
        }
        return found;
    }

    /** Kept payloads without salt; those that are not what their digest says are left out. */
    static Map<Digest, byte[]> clear(Vault vault, Map<Digest, byte[]> kept) {
        Map<Digest, byte[]> found = new HashMap<>();
        kept.forEach((digest, body) -> {
            byte @Nullable [] clear = opened(vault, digest, body);
            if (clear != null) {
                found.put(digest, clear);
            }
        });
        return found;
    }

    private static byte @Nullable [] opened(Vault vault, Digest digest, byte[] body) {
        try {
            return Vault.unsalted(digest, vault.open(digest, body));
        } catch (DamagedPayload damaged) {
            return null;
        }
    }
}
