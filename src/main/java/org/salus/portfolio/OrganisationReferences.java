package org.salus.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which names a reference is at home with. Names of one reference go together if they have a word in common; those that do not go with the others stay apart.
 * The home is with the names that go with a shipped one, else with what it calls itself where it reports, else with what is written most.
 */
record OrganisationReferences(List<Writing> writings, PartyReading reading) {
    /** So many single words are looked at as acronyms of a reference's other names. */
    private static final int MANY_ACRONYMS = 50;

    /**
     * A reference.
     *
     * @param first its most frequent name
     * @param home what goes with that
     * @param others names that do not
     */
    record Referenced(Writing first, List<Writing> home, List<Writing> others) {}

    List<Referenced> all() {
        Map<String, List<Writing>> byReference = new TreeMap<>();
        for (Writing writing : writings) {
            if (!writing.reference.key().isEmpty()) {
                byReference
                        .computeIfAbsent(writing.reference.key(), first -> new ArrayList<>())
                        .add(writing);
            }
        }
        List<Referenced> all = new ArrayList<>();
        byReference.forEach((reference, written) -> {
            List<Writing> home = home(written, reading.aliases.ofReference(reference));
            List<Writing> others = new ArrayList<>(written);
            others.removeAll(new HashSet<>(home));
            others.forEach(other -> other.isContradictory = other.reference.isRegistered());
            home.stream()
                    .max(Comparator.comparingInt((Writing one) -> one.times)
                            .thenComparing(one -> one.key, Comparator.reverseOrder()))
                    .ifPresent(first -> all.add(new Referenced(first, home, others)));
        });
        return all;
    }

    private List<Writing> home(List<Writing> written, Optional<OrganisationAliases.Alias> alias) {
        List<Writing> home = new ArrayList<>();
        List<Writing> named = new ArrayList<>();
        for (Writing writing : written) {
            (writing.name.isNothing() ? home : named).add(writing);
        }
        if (alias.isPresent()) {
            // Each has to go with a name that is known: through others, a bank would come to the group it belongs to.
            Set<String> known = alias.get().names();
            for (Writing writing : named) {
                if (!isSomebodyElses(writing, alias.get()) && (known.isEmpty() || mayBeOne(names(writing), known))) {
                    home.add(writing);
                }
            }
        } else {
            groups(named).stream()
                    .max(Comparator.comparing((List<Writing> group) ->
                                    group.stream().anyMatch(one -> one.parts.containsKey(OrganisationPart.REPORTING)))
                            .thenComparingInt(group ->
                                    group.stream().mapToInt(one -> one.times).sum())
                            .thenComparing(group -> group.getFirst().key, Comparator.reverseOrder()))
                    .ifPresent(home::addAll);
        }
        return home;
    }

    /** Names that go together, directly or through others. */
    private List<List<Writing>> groups(List<Writing> named) {
        Map<String, List<Writing>> bySaying = new LinkedHashMap<>();
        List<Writing> bare = new ArrayList<>();
        for (Writing writing : named) {
            for (String name : names(writing)) {
                bySaying.computeIfAbsent("=" + name, first -> new ArrayList<>()).add(writing);
                for (String stem : reading.names.stems(name)) {
                    bySaying.computeIfAbsent(stem, first -> new ArrayList<>()).add(writing);
                }
            }
            if (bare.size() < MANY_ACRONYMS && writing.name.core().indexOf(' ') < 0) {
                bare.add(writing);
            }
        }
        for (Writing acronym : bare) {
            for (Writing writing : named) {
                if (OrganisationNames.abbreviates(acronym.name.core(), writing.name.core())) {
                    bySaying.computeIfAbsent("~" + acronym.name.core(), first -> new ArrayList<>(List.of(acronym)))
                            .add(writing);
                }
            }
        }
        Map<Writing, Group> groupOf = new LinkedHashMap<>();
        named.forEach(one -> groupOf.put(one, new Group(one)));
        for (List<Writing> together : bySaying.values()) {
            for (Writing one : together) {
                merge(groupOf, together.getFirst(), one);
            }
        }
        return groupOf.values().stream()
                .distinct()
                .map(group -> group.members.stream()
                        .sorted(Comparator.comparing(one -> one.key))
                        .toList())
                .toList();
    }

    /** Names that go together so far; the same only as itself. */
    private static final class Group {
        final List<Writing> members = new ArrayList<>();

        Group(Writing first) {
            members.add(first);
        }
    }

    /** The smaller group goes into the larger one. */
    private static void merge(Map<Writing, Group> groupOf, Writing one, Writing other) {
        Group first = groupOf.computeIfAbsent(one, Group::new);
        Group second = groupOf.computeIfAbsent(other, Group::new);
        if (first != second) {
            Group larger = first.members.size() >= second.members.size() ? first : second;
            Group smaller = larger == first ? second : first;
            larger.members.addAll(smaller.members);
            smaller.members.forEach(moved -> groupOf.put(moved, larger));
        }
    }

    private static Set<String> names(Writing writing) {
        Set<String> names = new HashSet<>(Set.of(writing.name.core()));
        if (!writing.name.acronym().isEmpty()) {
            names.add(writing.name.acronym());
        }
        return names;
    }

    /** Whether shipped tables give the name to another reference. */
    private boolean isSomebodyElses(Writing writing, OrganisationAliases.Alias alias) {
        return OrganisationClusters.alias(writing, reading.aliases)
                .filter(OrganisationAliases.Alias::isReferenced)
                .filter(other -> !other.key().equals(alias.key()))
                .isPresent();
    }

    private boolean mayBeOne(Set<String> some, Set<String> others) {
        return some.stream()
                .anyMatch(one ->
                        others.stream().anyMatch(other -> one.equals(other) || reading.names.mayBeOne(one, other)));
    }
}
