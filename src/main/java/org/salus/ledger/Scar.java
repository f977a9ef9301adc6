package org.salus.ledger;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What can still be told of an entry whose bytes are not what they were. Each payload says to which item it belongs and is held against its own digest: where all that
 * the bytes name is found so, it is settled what the step said of which items, and so for whom they are meant and who is a member. Author, time and reason are not, nor
 * what it followed or replaced, unless it is an entry that is here.
 */
final class Scar {
    private Scar() {}

    /**
     * The entry as far as it can be told; empty if it cannot be told which items it touched, or of which entries it spoke.
     *
     * @param damaged as its bytes read
     * @param known the entries before it
     * @param erased payloads that are gone for good: they say nothing any more
     */
    static Optional<Entry> of(
            Entry damaged, Function<Digest, @Nullable Entry> known, Payloads payloads, Set<Digest> erased) {
        Map<Digest, byte[]> here =
                payloads.get(damaged.changes().stream().map(Change::content).toList());
        boolean isSettled = damaged.marks().entries().allMatch(entry -> known.apply(entry) != null)
                && new HashSet<>(damaged.changes().stream().map(Change::item).toList()).size()
                        == damaged.changes().size()
                && damaged.changes().stream()
                        .allMatch(change -> erased.contains(change.content())
                                || isSaidOf(change.item(), here.get(change.content())));
        return isSettled ? Optional.of(told(damaged, known)) : Optional.empty();
    }

    private static boolean isSaidOf(ItemId item, byte @Nullable [] payload) {
        return payload != null
                && Belonging.isSaidIn(payload)
                && Belonging.ofContent(item).holds(payload);
    }

    private static Entry told(Entry damaged, Function<Digest, @Nullable Entry> known) {
        return new Entry(
                damaged.id(),
                those(damaged.parents(), parent -> known.apply(parent) != null),
                damaged.author(),
                damaged.at(),
                Optional.empty(),
                damaged.changes().stream()
                        .map(change -> new Change(
                                change.item(),
                                change.content(),
                                change.citations(),
                                those(change.replaces(), before -> touches(known.apply(before), change.item()))))
                        .toList(),
                damaged.marks());
    }

    private static boolean touches(@Nullable Entry entry, ItemId item) {
        return entry != null && entry.change(item).isPresent();
    }

    private static List<Digest> those(Collection<Digest> digests, java.util.function.Predicate<Digest> which) {
        return digests.stream().filter(which).toList();
    }
}
