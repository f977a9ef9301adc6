package org.salus.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What could never be seen again once something is erased: versions of what needs an item of which nothing is left, and words about where such an item
 * said something. What earlier erasures have left so is found as well.
 */
final class Orphans {
    private static final int AT_ONCE = 1_000;

    private final Graph graph;
    private final State now;
    private final Payloads payloads;
    private final Contents contents;

    Orphans(Graph graph, State now, Payloads payloads, Contents contents) {
        this.graph = graph;
        this.now = now;
        this.payloads = payloads;
        this.contents = contents;
    }

    private record Made(Entry entry, Change change, Set<ItemId> needs) {}

    /** The payloads that go with these. */
    Set<Digest> of(Set<Digest> erased) {
        Map<ItemId, List<Made>> left = new HashMap<>();
        Set<ItemId> gone = new HashSet<>();
        for (Made made : made(erased)) {
            left.computeIfAbsent(made.change().item(), first -> new ArrayList<>())
                    .add(made);
        }
        for (Entry entry : graph.entries()) {
            entry.changes().stream()
                    .map(Change::item)
                    .filter(item -> !left.containsKey(item))
                    .forEach(gone::add);
        }
        Map<ItemId, Set<ItemId>> neededBy = new HashMap<>();
        left.forEach((item, versions) -> versions.forEach(made -> made.needs()
                .forEach(needed -> neededBy.computeIfAbsent(needed, first -> new HashSet<>())
                        .add(item))));
        Deque<ItemId> toFollow = new ArrayDeque<>(gone);
        while (!toFollow.isEmpty()) {
            for (ItemId item : neededBy.getOrDefault(toFollow.pop(), Set.of())) {
                if (isToGo(item, left.getOrDefault(item, List.of()), gone)) {
                    gone.add(item);
                    toFollow.add(item);
                }
            }
        }
        Set<Digest> orphans = new HashSet<>();
        left.forEach((item, versions) -> versions.stream()
                .filter(made -> gone.contains(item) || needsOne(made.needs(), gone))
                .forEach(made -> orphans.addAll(PayloadPlaces.own(graph, made.entry(), made.change(), payloads))));
        orphans.addAll(citationsOf(gone));
        orphans.removeIf(graph::isErased);
        return orphans;
    }

    /** Whether each version of an item that is in force needs something that goes. */
    private boolean isToGo(ItemId item, List<Made> versions, Set<ItemId> gone) {
        if (gone.contains(item)) {
            return false;
        }
        Set<Digest> inForce = new HashSet<>();
        now.versions(item).stream()
                .filter(version -> !version.isErased())
                .forEach(version -> inForce.add(version.entry().id()));
        return !inForce.isEmpty()
                && versions.stream()
                                .filter(made -> inForce.contains(made.entry().id()) && needsOne(made.needs(), gone))
                                .count()
                        == inForce.size();
    }

    private static boolean needsOne(Set<ItemId> needs, Set<ItemId> gone) {
        return needs.stream().anyMatch(gone::contains);
    }

    /** Every version that is left, also such as do not count. Of one that is not here nobody knows what it needs. */
    private List<Made> made(Set<Digest> erased) {
        List<Made> found = new ArrayList<>();
        List<Made> part = new ArrayList<>();
        for (Entry entry : graph.entries()) {
            for (Change change : entry.changes()) {
                if (!graph.isErased(change.content()) && !erased.contains(change.content())) {
                    part.add(new Made(entry, change, Set.of()));
                }
            }
            if (part.size() >= AT_ONCE) {
                found.addAll(withNeeds(part));
                part.clear();
            }
        }
        found.addAll(withNeeds(part));
        return found;
    }

    private List<Made> withNeeds(List<Made> part) {
        Set<Digest> wanted = new HashSet<>();
        part.forEach(made -> wanted.add(made.change().content()));
        Map<Digest, byte[]> here = payloads.get(wanted);
        return part.stream()
                .map(made -> {
                    Content content =
                            graph.version(made.entry(), made.change(), here).content();
                    return content == null ? made : new Made(made.entry(), made.change(), content.needs());
                })
                .toList();
    }

    /** The words about where a source says something, of sources that are gone. */
    private Set<Digest> citationsOf(Set<ItemId> gone) {
        Set<Digest> found = new HashSet<>();
        Map<Digest, ItemId> part = new HashMap<>();
        for (Entry entry : graph.entries()) {
            entry.changes().forEach(change -> change.citations().forEach(source -> part.put(source, change.item())));
            if (part.size() >= AT_ONCE) {
                found.addAll(citationsOf(gone, part));
                part.clear();
            }
        }
        found.addAll(citationsOf(gone, part));
        return found;
    }

    private Set<Digest> citationsOf(Set<ItemId> gone, Map<Digest, ItemId> among) {
        Set<Digest> found = new HashSet<>();
        payloads.get(Set.copyOf(among.keySet()))
                .forEach((digest, payload) -> contents.citation(
                                Version.Cited.in(Objects.requireNonNull(among.get(digest)), digest, payload))
                        .filter(citation -> gone.contains(citation.source()))
                        .ifPresent(citation -> found.add(digest)));
        return found;
    }
}
