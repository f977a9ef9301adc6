package org.salus.portfolio;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which ways of writing are one so far. Shipped aliases stand among them, behind the writings. */
final class OrganisationClusters {
    private final int[] parent;
    private final List<Set<String>> registered = new ArrayList<>();
    /** Numbers of what is kept apart: positive for its first side, negative for its second. */
    private final List<Set<Integer>> sides = new ArrayList<>();

    final Map<String, Integer> aliases = new TreeMap<>();
    final List<Organisation.Joining> joinings = new ArrayList<>();
    final List<Integer> joined = new ArrayList<>();

    OrganisationClusters(List<Writing> all, OrganisationAliases shipped, SaidOfOrganisations said) {
        Map<String, OrganisationAliases.Alias> used = new TreeMap<>();
        for (Writing writing : all) {
            alias(writing, shipped).ifPresent(alias -> used.put(alias.key(), alias));
            shipped.ofReference(writing.reference.key()).ifPresent(alias -> used.put(alias.key(), alias));
        }
        int size = all.size();
        for (Writing writing : all) {
            registered.add(new TreeSet<>(identity(writing, shipped)));
            sides.add(new HashSet<>());
        }
        for (OrganisationAliases.Alias alias : used.values()) {
            aliases.put(alias.key(), size++);
            registered.add(alias.isReferenced() ? new TreeSet<>(Set.of(alias.key())) : new TreeSet<>());
            sides.add(new HashSet<>());
        }
        parent = new int[size];
        for (int at = 0; at < size; at++) {
            parent[at] = at;
        }
        int number = 0;
        for (SaidOfOrganisations.Apart apart : said.apart()) {
            number++;
            for (Writing writing : apart.first()) {
                sides.get(writing.number).add(number);
            }
            for (Writing writing : apart.second()) {
                sides.get(writing.number).add(-number);
            }
            // What a shipped table knows stays with the side that is called by its key.
            List<String> keys = apart.item().value().organisations();
            Integer first = aliases.get(keys.getFirst());
            Integer second = aliases.get(keys.getLast());
            if (first != null) {
                sides.get(first).add(number);
            }
            if (second != null) {
                sides.get(second).add(-number);
            }
        }
    }

    /** Whom a name stands for; a name of a country stands for nobody elsewhere. */
    static Optional<OrganisationAliases.Alias> alias(Writing writing, OrganisationAliases shipped) {
        return writing.name.isNothing() || writing.name.isOfACountry()
                ? Optional.empty()
                : shipped.ofName(writing.name.core());
    }

    /** Whom shipped tables take it for: by its reference, and by its name. */
    static List<OrganisationAliases.Alias> aliases(Writing writing, OrganisationAliases shipped) {
        return writing.isContradictory
                ? List.of()
                // A name alone stands for nobody who has a reference: a section may be written with the name of the
                // whole.
                : Stream.concat(
                                shipped.ofReference(writing.reference.key()).stream(),
                                alias(writing, shipped)
                                        .filter(alias -> alias.isReferenced() || !writing.reference.isRegistered())
                                        .stream())
                        .distinct()
                        .toList();
    }

    /** The registered reference it stands for, under the first of those that are one by fact; nothing otherwise. */
    static Set<String> identity(Writing writing, OrganisationAliases shipped) {
        if (!writing.reference.isRegistered() || writing.isContradictory) {
            return Set.of();
        }
        String key = writing.reference.key();
        return Set.of(
                shipped.ofReference(key).map(OrganisationAliases.Alias::key).orElse(key));
    }

    int root(int at) {
        int root = at;
        while (parent[root] != root) {
            root = parent[root];
        }
        int step = at;
        while (parent[step] != root) {
            int next = parent[step];
            parent[step] = root;
            step = next;
        }
        return root;
    }

    Set<String> registered(int at) {
        return registered.get(root(at));
    }

    boolean isKeptApart(int one, int other) {
        Set<Integer> there = sides.get(root(other));
        return sides.get(root(one)).stream().anyMatch(side -> there.contains(-side));
    }

    /** OrganisationRules two unless something speaks against it; says whether they are one now. */
    boolean join(int one, int other, Organisation.Joining because) {
        int first = root(one);
        int second = root(other);
        if (first == second) {
            return true;
        }
        Set<String> mine = registered.get(first);
        Set<String> theirs = registered.get(second);
        boolean isOneReference =
                mine.isEmpty() || theirs.isEmpty() || mine.containsAll(theirs) || theirs.containsAll(mine);
        if (!isOneReference || isKeptApart(first, second)) {
            return false;
        }
        force(first, second);
        joined.add(other);
        joinings.add(because);
        return true;
    }

    void force(int one, int other) {
        int first = Math.min(root(one), root(other));
        int second = Math.max(root(one), root(other));
        if (first != second) {
            parent[second] = first;
            registered.get(first).addAll(registered.get(second));
            sides.get(first).addAll(sides.get(second));
        }
    }
}
