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

    /** Nothing. */
    static final SaidOfOrganisations NOTHING = new SaidOfOrganisations(List.of(), List.of(), List.of());

    /**
     * What members keep apart, in the ways of writing it is about: two organisations as they are by the rules; of one, what is to be taken away.
     *
     * @param byRules the ways of writing of the organisation that stands under a key before anybody says anything
     */
    static SaidOfOrganisations keptApart(
            OrganisationJudgements judgements,
            Map<String, List<Writing>> byRules,
            List<Writing> all,
            PartyReading reading) {
        Map<String, List<Writing>> byKey = new HashMap<>();
        Map<String, List<Writing>> byAlias = new HashMap<>();
        for (Writing writing : all) {
            for (String key : new TreeSet<>(
                    List.of(writing.key, writing.nameKey, writing.isContradictory ? "" : writing.reference.key()))) {
                if (!key.isEmpty()) {
                    byKey.computeIfAbsent(key, first -> new ArrayList<>()).add(writing);
                }
            }
            for (OrganisationAliases.Alias alias : OrganisationClusters.aliases(writing, reading.aliases)) {
                byAlias.computeIfAbsent(alias.key(), first -> new ArrayList<>()).add(writing);
            }
        }
        List<Apart> apart = new ArrayList<>();
        List<Item<OrganisationJudgement>> idle = new ArrayList<>();
        for (Item<OrganisationJudgement> item : judgements.counting()) {
            List<String> keys = item.value().organisations();
            if (item.value().verdict() == OrganisationVerdict.APART) {
                List<Writing> one = byRules.getOrDefault(keys.getFirst(), List.of());
                List<Writing> other = byRules.getOrDefault(keys.getLast(), List.of());
                if (!one.isEmpty() && !other.isEmpty() && one.getFirst() != other.getFirst()) {
                    apart.add(new Apart(item, one, other));
                    continue;
                }
                // A shipped table's reference is shown where nobody writes it, too.
                List<Writing> first =
                        byKey.getOrDefault(keys.getFirst(), byAlias.getOrDefault(keys.getFirst(), List.of()));
                List<Writing> second =
                        byKey.getOrDefault(keys.getLast(), byAlias.getOrDefault(keys.getLast(), List.of()));
                if (first.isEmpty() || second.isEmpty()) {
                    idle.add(item);
                } else {
                    boolean isFirstNarrow = isNarrower(keys.getFirst(), first, second);
                    Set<Writing> both = new HashSet<>(first);
                    both.retainAll(second);
                    apart.add(new Apart(
                            item,
                            isFirstNarrow ? first : without(first, both),
                            isFirstNarrow ? without(second, both) : second));
                }
            }
        }
        return new SaidOfOrganisations(List.of(), apart, idle);
    }

    /**
     * These and what members say is one.
     *
     * @param byKey the ways of writing of the organisation that stands under a key before anybody says it is another, so that every key that is shown is understood
     *     and means nobody else
     * @param disputed takes up what contradicts itself
     */
    SaidOfOrganisations andSame(
            OrganisationJudgements judgements,
            Map<String, List<Writing>> byKey,
            List<Writing> all,
            PartyReading reading,
            Set<Item<OrganisationJudgement>> disputed) {
        List<Same> same = new ArrayList<>();
        List<Apart> apart = new ArrayList<>(this.apart);
        List<Item<OrganisationJudgement>> idle = new ArrayList<>(this.idle);
        for (Item<OrganisationJudgement> item : judgements.counting()) {
            if (item.value().verdict() == OrganisationVerdict.SAME) {
                List<List<Writing>> groups = item.value().organisations().stream()
                        .map(key -> byKey.getOrDefault(key, List.of()))
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
        OrganisationClusters alone = new OrganisationClusters(all, reading.aliases, NOTHING);
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
