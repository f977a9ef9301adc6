package org.salus.portfolio;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salus.framework.ReformArea;

/** What the rules of all languages say about one phrase. */
final class Meaning {
    /**
     * The phrase speaks for an area.
     *
     * @param near the group of which a phrase has to stand close by; null if it speaks by itself
     */
    record Claim(
            ReformArea area, Strength strength, @Nullable String near) {}

    private final List<Claim> claims = new ArrayList<>();
    private final Set<String> groups = new HashSet<>();
    private boolean sayingLittle;

    List<Claim> claims() {
        return claims;
    }

    Set<String> groups() {
        return groups;
    }

    /** Whether the phrase is of the kind that stands in any title: programme, phase, support. */
    boolean isSayingLittle() {
        return sayingLittle;
    }

    void sayLittle() {
        sayingLittle = true;
    }
}
