package org.salus.ledger;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an entry says about earlier entries and payloads as such, not about items. Kept in the clear, so that every copy obeys it, also one that holds
 * few payloads.
 *
 * @param erased digests of payloads that are erased for good
 * @param unproven entries whose author a merged copy claimed and nobody could prove
 * @param waiting entries of a merged copy that do nothing until somebody decides
 * @param admitted entries that waited and count from now on
 * @param refused entries that waited and never will
 */
record Marks(
        List<Digest> erased, List<Digest> unproven, List<Digest> waiting, List<Digest> admitted, List<Digest> refused) {
    static final Marks NONE = new Marks(List.of(), List.of(), List.of(), List.of(), List.of());

    Marks {
        erased = ordered(erased);
        unproven = ordered(unproven);
        waiting = ordered(waiting);
        admitted = ordered(admitted);
        refused = ordered(refused);
    }

    static Marks erasing(Collection<Digest> payloads) {
        return new Marks(List.copyOf(payloads), List.of(), List.of(), List.of(), List.of());
    }

    static Marks receiving(
            Collection<Digest> unproven,
            Collection<Digest> waiting,
            Collection<Digest> admitted,
            Collection<Digest> setAside) {
        return new Marks(
                List.of(), List.copyOf(unproven), List.copyOf(waiting), List.copyOf(admitted), List.copyOf(setAside));
    }

    static Marks deciding(Collection<Digest> admitted, Collection<Digest> refused) {
        return new Marks(List.of(), List.of(), List.of(), List.copyOf(admitted), List.copyOf(refused));
    }

    boolean isEmpty() {
        return erased.isEmpty() && !speakOfEntries();
    }

    /** Whether they speak of other entries, not of payloads alone. */
    boolean speakOfEntries() {
        return !(unproven.isEmpty() && waiting.isEmpty() && admitted.isEmpty() && refused.isEmpty());
    }

    /** Every entry that is spoken of. */
    Stream<Digest> entries() {
        return Stream.of(unproven, waiting, admitted, refused).flatMap(List::stream);
    }

    List<List<Digest>> lists() {
        return List.of(erased, unproven, waiting, admitted, refused);
    }

    private static List<Digest> ordered(List<Digest> digests) {
        return digests.size() < 2
                ? List.copyOf(digests)
                : digests.stream().sorted().distinct().toList();
    }
}
