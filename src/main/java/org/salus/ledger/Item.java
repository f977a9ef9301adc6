package org.salus.ledger;

import java.util.List;
import java.util.Set;

/**
 * Something people say, in one state: an actor, a tie, a rating, a goal. To edit is to put another state of the same id.
 *
 * @param basis the entries whose versions this state was read from; empty for a new item. An edit is accepted only if they still are the newest
 * @param <T> what is said
 */
public record Item<T extends Record>(
        ItemId id, Kind<T> kind, Sensitivity sensitivity, List<Citation> citations, T value, Set<Digest> basis) {
    public Item {
        citations = List.copyOf(citations);
        basis = Set.copyOf(basis);
    }

    /** A new item, for all members, without a source. */
    public static <T extends Record> Item<T> fresh(Kind<T> kind, T value) {
        return new Item<>(ItemId.fresh(), kind, Sensitivity.forMembers(), List.of(), value, Set.of());
    }

    /** The same item by another id. */
    Item<T> called(ItemId other) {
        return new Item<>(other, kind, sensitivity, citations, value, basis);
    }

    /** Whether it may begin under its id. */
    boolean mayBegin() {
        return kind.mayBegin(id, value);
    }

    /** The same item saying something else. */
    public Item<T> saying(T other) {
        return new Item<>(id, kind, sensitivity, citations, other, basis);
    }

    /** The same item meant for others. */
    public Item<T> meantFor(Sensitivity others) {
        return new Item<>(id, kind, others, citations, value, basis);
    }

    /** The same item with these sources. */
    public Item<T> citing(List<Citation> sources) {
        return new Item<>(id, kind, sensitivity, sources, value, basis);
    }

    /** The same item as an edit of these versions. */
    public Item<T> basedOn(Set<Digest> versions) {
        return new Item<>(id, kind, sensitivity, citations, value, versions);
    }
}
