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
 * the bytes name is found so, it is settled what the step said of which items, and so for whom they are meant and who is a member. As each payload is said once, that
 * holds only where no other entry names it, no other damaged entry touches that item, and nothing is left of that item that no entry names: else the bytes may name what
 * another step said. What is erased says nothing of the item any more. Author, time and reason are not settled, nor what it followed or replaced, unless it is an entry
 * that is here.
 */
final class Scar {
    private Scar() {}

    /**
     * The entry as far as it can be told; empty if it cannot be told which items it touched, or of which entries it spoke.
     *
     * @param damaged as its bytes read
     * @param known the entries before it
     * @param others what the other entries name, and what none does
     */
    static Optional<Entry> of(
            Entry damaged, Function<Digest, @Nullable Entry> known, Payloads payloads, Others others) {
        Map<Digest, byte[]> here =
                payloads.get(damaged.changes().stream().map(Change::content).toList());
        boolean isSettled = damaged.marks().entries().allMatch(entry -> known.apply(entry) != null)
                && new HashSet<>(damaged.changes().stream().map(Change::item).toList()).size()
                        == damaged.changes().size()
                && damaged.changes().stream()
                        .allMatch(change ->
                                isSaidOf(change.item(), here.get(change.content())) && !others.confuse(change));
        return isSettled ? Optional.of(told(damaged, known)) : Optional.empty();
    }

    /**
     * What could be taken for what a damaged entry said.
     *
     * @param namedTwice payloads that more than one entry names
     * @param touchedTwice items that more than one damaged entry touches
     * @param unnamed payloads that no entry names
     */
    record Others(Set<Digest> namedTwice, Set<ItemId> touchedTwice, Collection<byte[]> unnamed) {
        /**
         * Looks them up.
         *
         * @param all every entry, the damaged ones as their bytes read
         * @param kept the digests of the payloads that are here
         */
        static Others among(Collection<Entry> all, Set<Digest> damaged, Collection<Digest> kept, Payloads payloads) {
            Set<Digest> named = new HashSet<>();
            Set<Digest> namedTwice = new HashSet<>();
            Set<ItemId> touched = new HashSet<>();
            Set<ItemId> touchedTwice = new HashSet<>();
            for (Entry entry : all) {
                entry.payloads()
                        .distinct()
                        .filter(payload -> !named.add(payload))
                        .forEach(namedTwice::add);
                if (damaged.contains(entry.id())) {
                    entry.changes().stream()
                            .map(Change::item)
                            .filter(item -> !touched.add(item))
                            .forEach(touchedTwice::add);
                }
            }
            Set<Digest> unnamed = new HashSet<>(kept);
            unnamed.removeAll(named);
            return new Others(
                    namedTwice, touchedTwice, List.copyOf(payloads.get(unnamed).values()));
        }

        private boolean confuse(Change change) {
            return namedTwice.contains(change.content())
                    || touchedTwice.contains(change.item())
                    || unnamed.stream().anyMatch(payload -> isSaidOf(change.item(), payload));
        }
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
