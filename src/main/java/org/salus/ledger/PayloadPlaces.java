package org.salus.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where each payload stands. Every payload is salted by chance when it is written, so what one entry says no other says: a version has a payload of its own, and
 * so has the reason of an entry; only the sources of an item are named again by its later versions. An entry that speaks of a payload that stands elsewhere was
 * made to get at it: whoever may read the one would read the other, and erasing the one would erase the other.
 */
final class PayloadPlaces {
    private enum Use {
        CONTENT,
        CITATION,
        REASON
    }

    /**
     * A place.
     *
     * @param entry empty for a source, which several entries may name
     * @param item empty for a reason
     */
    private record Place(Use use, Optional<Digest> entry, Optional<ItemId> item) {}

    private final Map<Digest, Place> places = new HashMap<>();

    /** Notes what an entry speaks of, and says which payload stands somewhere else already, if one does. */
    Optional<Digest> add(Entry entry) {
        @Nullable Digest taken = null;
        for (Change change : entry.changes()) {
            if (isTaken(
                    change.content(), new Place(Use.CONTENT, Optional.of(entry.id()), Optional.of(change.item())))) {
                taken = change.content();
            }
            Set<Digest> once = new HashSet<>();
            for (Digest source : change.citations()) {
                if (isTaken(source, new Place(Use.CITATION, Optional.empty(), Optional.of(change.item())))
                        || !once.add(source)) {
                    taken = source;
                }
            }
        }
        if (entry.reason().isPresent()
                && isTaken(entry.reason().get(), new Place(Use.REASON, Optional.of(entry.id()), Optional.empty()))) {
            taken = entry.reason().get();
        }
        return Optional.ofNullable(taken);
    }

    private boolean isTaken(Digest payload, Place place) {
        Place known = places.putIfAbsent(payload, place);
        return known != null && !known.equals(place);
    }

    /** The payloads that stand in more than one place. */
    static Set<Digest> shared(Collection<Entry> entries) {
        PayloadPlaces places = new PayloadPlaces();
        Set<Digest> shared = new HashSet<>();
        entries.forEach(entry -> places.add(entry).ifPresent(shared::add));
        return shared;
    }
}
