package org.salus.sector;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salus.ledger.Citation;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * An item while the rows of a file that speak of it are read, one after the other.
 *
 * @param <T> what it says
 */
final class Draft<T extends Record> {
    private final Item<T> original;
    private final boolean isNew;
    private final List<Citation> citations;
    private final Set<Object> touched = new HashSet<>();
    private T value;
    private @Nullable Place place;

    private Draft(Item<T> original, boolean isNew) {
        this.original = original;
        this.isNew = isNew;
        this.value = original.value();
        this.citations = new ArrayList<>(original.citations());
    }

    static <T extends Record> Draft<T> of(Item<T> existing) {
        return new Draft<>(existing, false);
    }

    static <T extends Record> Draft<T> fresh(Kind<T> kind, T value) {
        return new Draft<>(Item.fresh(kind, value), true);
    }

    ItemId id() {
        return original.id();
    }

    boolean isNew() {
        return isNew;
    }

    T value() {
        return value;
    }

    void say(T other, Place where) {
        value = other;
        place = place == null ? where : place;
    }

    /** Whether a row of the file has spoken of that part before; from now on one has. */
    boolean touch(Object part) {
        return !touched.add(part);
    }

    boolean isTouched(Object part) {
        return touched.contains(part);
    }

    /** Where the file speaks of it first; empty if it does not. */
    Optional<Place> place() {
        return Optional.ofNullable(place);
    }

    /** Cites; the same place of the same source for the same fact takes the place of what was said of it. */
    void cite(Citation citation) {
        citations.removeIf(known -> known.source().equals(citation.source())
                && known.fact().equals(citation.fact())
                && known.place().equals(citation.place()));
        citations.add(citation);
    }

    private Item<T> item() {
        return original.saying(value).citing(citations);
    }

    boolean isChanged() {
        return isNew
                || !original.value().equals(value)
                || !Set.copyOf(original.citations()).equals(Set.copyOf(citations));
    }

    Edit edit() {
        return new Edit.Put(item());
    }
}
