package org.salus.ledger;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Payloads with their salts, on their way into a database. */
final class Salted {
    private static final SecureRandom CHANCE = new SecureRandom();

    private final Map<Digest, byte[]> bySalted = new LinkedHashMap<>();

    Salted() {}

    /** Payloads that came with their salts. */
    Salted(Map<Digest, byte[]> salted) {
        bySalted.putAll(salted);
    }

    /** Salts a payload and gives its digest. */
    Digest add(byte[] payload) {
        byte[] salted = Vault.salted(payload, CHANCE);
        Digest digest = Digest.over(salted);
        bySalted.put(digest, salted);
        return digest;
    }

    /** What a version of an item says. */
    Digest content(ItemId item, byte[] words) {
        return add(Belonging.ofContent(item).before(words));
    }

    /** A source that an item names. */
    Digest citation(ItemId item, byte[] words) {
        return add(Belonging.ofCitation(item).before(words));
    }

    /** Why an entry was written that has no reason yet. */
    Digest reason(Entry entry, byte[] words) {
        return add(Belonging.ofReason(entry).before(words));
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
        Map<Digest, byte[]> found = HashMap.newHashMap(kept.size());
        Set<Map.Entry<Digest, byte[]>> all = kept.entrySet();
        (all.size() < Book.WORTH_SHARING ? all.stream() : all.parallelStream())
                .flatMap(one -> opened(vault, one.getKey(), one.getValue()).stream()
                        .map(salted ->
                                Map.entry(one.getKey(), Arrays.copyOfRange(salted, Vault.SALT_BYTES, salted.length))))
                .toList()
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    /** A kept payload with its salt; none if it is not what its digest says. */
    static Optional<byte[]> opened(Vault vault, Digest digest, byte[] body) {
        try {
            byte[] salted = vault.open(digest, body);
            return salted.length < Vault.SALT_BYTES || !Digest.over(salted).equals(digest)
                    ? Optional.empty()
                    : Optional.of(salted);
        } catch (DamagedPayload damaged) {
            return Optional.empty();
        }
    }
}
