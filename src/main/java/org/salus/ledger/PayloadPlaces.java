package org.salus.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where each payload stands. Every payload is salted by chance when it is written, so what one entry says no other says: a version has a payload of its own, and
 * so has the reason of an entry; only the sources of an item are named again by its later versions. An entry that speaks of a payload that stands elsewhere was
 * made to get at it: whoever may read the one would read the other, and erasing the one would erase the other. A payload that says to what it belongs
 * ({@link Belonging}) is proof against that; those that were written before payloads said it are not.
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

    /** Notes what an entry speaks of, and says which of it stands somewhere else already. */
    Set<Digest> add(Entry entry) {
        Set<Digest> taken = new LinkedHashSet<>();
        for (Change change : entry.changes()) {
            if (isTaken(
                    change.content(), new Place(Use.CONTENT, Optional.of(entry.id()), Optional.of(change.item())))) {
                taken.add(change.content());
            }
            Set<Digest> once = new HashSet<>();
            for (Digest source : change.citations()) {
                if (isTaken(source, new Place(Use.CITATION, Optional.empty(), Optional.of(change.item())))
                        || !once.add(source)) {
                    taken.add(source);
                }
            }
        }
        if (entry.reason().isPresent()
                && isTaken(entry.reason().get(), new Place(Use.REASON, Optional.of(entry.id()), Optional.empty()))) {
            taken.add(entry.reason().get());
        }
        return taken;
    }

    private boolean isTaken(Digest payload, Place place) {
        Place known = places.putIfAbsent(payload, place);
        return known != null && !known.equals(place);
    }

    /** The payloads that are here, stand in more than one place, and do not say to which of them they belong. */
    static Set<Digest> shared(Collection<Entry> entries, Payloads payloads) {
        PayloadPlaces places = new PayloadPlaces();
        Set<Digest> shared = new HashSet<>();
        entries.forEach(entry -> shared.addAll(places.add(entry)));
        return loose(shared, payloads);
    }

    /** Those of these payloads that are here and do not say where they belong. */
    static Set<Digest> loose(Set<Digest> some, Payloads payloads) {
        if (some.isEmpty()) {
            return Set.of();
        }
        Set<Digest> loose = new HashSet<>();
        payloads.get(Set.copyOf(some)).forEach((digest, payload) -> {
            if (!Belonging.isSaidIn(payload)) {
                loose.add(digest);
            }
        });
        return loose;
    }

    /**
     * The payloads of a change, and of its entry's reason, that belong there, and so go with it when it is erased. What is only quoted there stays for whoever said
     * it. Of what is not here nobody knows; a change that counts was let in with what it says, or by somebody who had read it.
     */
    static Set<Digest> own(Graph graph, Entry entry, Change change, Payloads payloads) {
        boolean counts = graph.decided().counts(entry.id());
        Map<Digest, byte[]> here = payloads.get(
                Stream.concat(change.payloads(), entry.reason().stream()).collect(Collectors.toSet()));
        Set<Digest> own = new HashSet<>();
        if ((counts && !here.containsKey(change.content()))
                || Belonging.ofContent(change.item()).holds(here.get(change.content()))) {
            own.add(change.content());
        }
        for (Digest source : change.citations()) {
            if ((counts && !here.containsKey(source))
                    || Belonging.ofCitation(change.item()).holds(here.get(source))) {
                own.add(source);
            }
        }
        entry.reason()
                .filter(why -> Belonging.ofReason(entry).holds(here.get(why)))
                .ifPresent(own::add);
        return own;
    }
}
