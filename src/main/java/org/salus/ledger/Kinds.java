package org.salus.ledger;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of items that rooms have registered, and the ledger's own. */
public final class Kinds {
    private static final List<Kind<?>> OWN = List.of(Charter.KIND, Member.KIND, NamedVersion.KIND);

    private final Map<String, Kind<?>> byName = new LinkedHashMap<>();

    private Kinds() {}

    /**
     * These kinds and the ledger's own.
     *
     * @throws IllegalArgumentException if two have the same name
     */
    public static Kinds of(Collection<? extends Kind<?>> registered) {
        Kinds kinds = new Kinds();
        OWN.forEach(kinds::add);
        registered.forEach(kinds::add);
        return kinds;
    }

    private void add(Kind<?> kind) {
        if (byName.putIfAbsent(kind.name(), kind) != null) {
            throw new IllegalArgumentException("Two kinds are called " + kind.name());
        }
    }

    public Optional<Kind<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Every kind, the ledger's own first. */
    public List<Kind<?>> list() {
        return List.copyOf(byName.values());
    }
}
