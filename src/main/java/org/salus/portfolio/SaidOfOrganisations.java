package org.salus.portfolio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.salus.ledger.Item;

/** What people say, in the ways of writing it is about. */
record SaidOfOrganisations(List<Same> same, List<Apart> apart, List<Item<OrganisationJudgement>> idle) {
    record Same(Item<OrganisationJudgement> item, List<List<Writing>> groups) {}

    record Apart(Item<OrganisationJudgement> item, List<Writing> first, List<Writing> second) {}

    /**
     * What members said, in the ways of writing it is about.
     *
     * @param disputed takes up what contradicts itself
     */
    static SaidOfOrganisations of(
            OrganisationJudgements judgements,
            List<Writing> all,
            PartyReading reading,
            Set<Item<OrganisationJudgement>> disputed) {
        Map<String, List<Writing>> byKey = new HashMap<>();
        for (Writing writing : all) {
            for (String key : new TreeSet<>(
                    List.of(writing.key, writing.nameKey, writing.isContradictory ? "" : writing.reference.key()))) {
                if (!key.isEmpty()) {
                    byKey.computeIfAbsent(key, first -> new ArrayList<>()).add(writing);
                }
            }
        }
        List<Same> same = new ArrayList<>();
        List<Apart> apart = new ArrayList<>();
        List<Item<OrganisationJudgement>> idle = new ArrayList<>();
        // What somebody took away from an organisation is not meant where others name that organisation.
        Map<String, Set<Writing>> takenAway = new HashMap<>();
        for (Item<OrganisationJudgement> item : judgements.counting()) {
            List<String> keys = item.value().organisations();
            if (item.value().verdict() == OrganisationVerdict.APART) {
                List<Writing> first = byKey.getOrDefault(keys.getFirst(), List.of());
                List<Writing> second = byKey.getOrDefault(keys.getLast(), List.of());
                if (first.isEmpty() || second.isEmpty()) {
                    idle.add(item);
                } else {
                    boolean isFirstNarrow = isNarrower(keys.getFirst(), first, second);
                    Set<Writing> both = new HashSet<>(first);
                    both.retainAll(second);
                    takenAway
                            .computeIfAbsent(isFirstNarrow ? keys.getLast() : keys.getFirst(), none -> new HashSet<>())
                            .addAll(both);
                    apart.add(new Apart(
                            item,
                            isFirstNarrow ? first : without(first, both),
                            isFirstNarrow ? without(second, both) : second));
                }
            }
        }
        for (Item<OrganisationJudgement> item : judgements.counting()) {
            if (item.value().verdict() == OrganisationVerdict.SAME) {
                List<List<Writing>> groups = item.value().organisations().stream()
                        .map(key -> without(byKey.getOrDefault(key, List.of()), takenAway.getOrDefault(key, Set.of())))
                        .filter(group -> !group.isEmpty())
                        .toList();
                if (groups.size() < 2) {
                    idle.add(item);
                } else {
                    same.add(new Same(item, groups));
                }
            }
        }
        // The same may be said under other keys: a chain that only the ways of writing show.
        OrganisationClusters alone = new OrganisationClusters(
                all, reading.aliases, new SaidOfOrganisations(List.of(), List.of(), List.of()));
        for (Same one : same) {
            List<Writing> together = one.groups().stream().flatMap(List::stream).toList();
            together.forEach(writing -> alone.force(together.getFirst().number, writing.number));
        }
        Set<Integer> bad = new HashSet<>();
        for (Apart one : apart) {
            for (Writing first : one.first()) {
                for (Writing second : one.second()) {
                    if (alone.root(first.number) == alone.root(second.number)) {
                        bad.add(alone.root(first.number));
                    }
                }
            }
        }
        same.removeIf(
                one -> bad.contains(alone.root(one.groups().getFirst().getFirst().number)) && disputed.add(one.item()));
        apart.removeIf(one -> one.first().stream()
                        .anyMatch(first -> bad.contains(alone.root(first.number))
                                && one.second().stream()
                                        .anyMatch(second -> alone.root(second.number) == alone.root(first.number)))
                && disputed.add(one.item()));
        return new SaidOfOrganisations(same, apart, idle);
    }

    /**
     * Whether the first of two that are not the same is the narrower one, to which belongs what stands on both sides, such as a name written with the reference.
     * Of two as narrow, the name's.
     */
    private static boolean isNarrower(String firstKey, List<Writing> first, List<Writing> second) {
        return first.size() < second.size() || (first.size() == second.size() && firstKey.contains("name:"));
    }

    private static List<Writing> without(List<Writing> some, Set<Writing> others) {
        return some.stream().filter(one -> !others.contains(one)).toList();
    }
}
