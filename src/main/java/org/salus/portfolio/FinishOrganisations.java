package org.salus.portfolio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;

/** Makes organisations of what was joined. */
final class FinishOrganisations {
    private final List<Writing> all;
    private final OrganisationClusters clusters;
    private final SaidOfOrganisations said;
    private final List<OrganisationRules.Pair> pairs;
    private final PartyReading reading;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, List<Writing>> members = new TreeMap<>();
    private final Map<Integer, String> keys = new HashMap<>();
    private final Map<String, Integer> roots = new HashMap<>();

    /** @param known under which key a way of writing was shown before somebody spoke */
    FinishOrganisations(
            List<Writing> all,
            OrganisationClusters clusters,
            List<OrganisationRules.Pair> pairs,
            SaidOfOrganisations said,
            Map<String, Writing> known,
            PartyReading reading) {
        this.all = all;
        this.clusters = clusters;
        this.said = said;
        this.pairs = pairs;
        this.reading = reading;
        all.forEach(one -> {
            numbers.put(one.key, one.number);
            members.computeIfAbsent(clusters.root(one.number), first -> new ArrayList<>())
                    .add(one);
        });
        keys(known);
    }

    /** The ways of writing of the organisation that stands under each key, by its present key or any it had before. */
    Map<String, List<Writing>> byKey() {
        Map<String, List<Writing>> byKey = new HashMap<>();
        roots.forEach((key, root) -> byKey.put(key, members.getOrDefault(root, List.of())));
        return byKey;
    }

    /** Every key that is shown, and the most frequent way of writing of whom it shows. */
    Map<String, Writing> shown() {
        Map<String, Writing> shown = new HashMap<>();
        members.forEach((root, written) ->
                shown.put(keys.getOrDefault(root, ""), byTimes(written).getFirst()));
        return shown;
    }

    private void keys(Map<String, Writing> known) {
        members.forEach((root, written) -> {
            List<Writing> byTimes = byTimes(written);
            String key = key(root, byTimes);
            keys.put(root, key);
            roots.put(key, root);
        });
        known.forEach((key, writing) -> roots.putIfAbsent(key, clusters.root(writing.number)));
        // Older keys: a reference leads to where it is at home, also one that only a shipped table knows; a name to
        // where most write it.
        all.stream()
                .sorted(Comparator.comparing((Writing one) -> one.isContradictory)
                        .thenComparingInt(one -> -one.times)
                        .thenComparing(one -> one.key))
                .forEach(one -> Stream.of(one.key, one.reference.key(), one.nameKey)
                        .filter(key -> !key.isEmpty())
                        .forEach(key -> roots.putIfAbsent(key, clusters.root(one.number))));
        members.keySet().forEach(root -> clusters.registered(root).forEach(key -> roots.putIfAbsent(key, root)));
    }

    private static List<Writing> byTimes(List<Writing> written) {
        return written.stream()
                .sorted(Comparator.comparingInt((Writing one) -> -one.times).thenComparing(one -> one.key))
                .toList();
    }

    Organisations organisations(Set<Item<OrganisationJudgement>> disputed, Organisations.Totals totals) {
        Map<Integer, List<Organisation.Joining>> joinings = new HashMap<>();
        for (int at = 0; at < clusters.joined.size(); at++) {
            joinings.computeIfAbsent(clusters.root(clusters.joined.get(at)), first -> new ArrayList<>())
                    .add(clusters.joinings.get(at));
        }
        Map<Integer, String> aliasOf = new HashMap<>();
        clusters.aliases.forEach((key, at) -> aliasOf.merge(clusters.root(at), key, (one, other) -> one));
        Map<Integer, Organisation> byRoot = new TreeMap<>();
        Map<String, Organisation> byKey = new LinkedHashMap<>();
        Map<String, Organisation> byWriting = new HashMap<>();
        members.forEach((root, written) -> {
            Organisation organisation = organisation(root, written, joinings.getOrDefault(root, List.of()), aliasOf);
            byRoot.put(root, organisation);
            written.forEach(one -> byWriting.put(one.key, organisation));
        });
        List<Organisation> sorted = byRoot.values().stream()
                .sorted(Comparator.comparingInt(
                                (Organisation one) -> -one.activities().size())
                        .thenComparing(Organisation::name)
                        .thenComparing(Organisation::key))
                .toList();
        roots.forEach((key, root) -> {
            Organisation organisation = byRoot.get(root);
            if (organisation != null) {
                byKey.put(key, organisation);
            }
        });
        return new Organisations(
                sorted,
                byKey,
                byWriting,
                new Later<>(() -> proposals(sorted, byKey, byRoot)),
                List.copyOf(disputed),
                said.idle(),
                reading,
                totals);
    }

    private List<OrganisationProposal> proposals(
            List<Organisation> sorted, Map<String, Organisation> byKey, Map<Integer, Organisation> byRoot) {
        Set<String> seen = new HashSet<>();
        List<OrganisationProposal> proposals = new ArrayList<>();
        propose(seen, proposals, byRoot);
        proposals.addAll(new LikeOrganisations(reading.names).among(sorted, pair -> {
            Organisation first = byKey.get(pair.first());
            Organisation second = byKey.get(pair.second());
            return first != null
                    && second != null
                    && seen.add(pairKey(first.key(), second.key()))
                    && !isKeptApart(first, second);
        }));
        proposals.sort(Comparator.comparing(OrganisationProposal::score, Comparator.reverseOrder())
                .thenComparing(OrganisationProposal::firstName)
                .thenComparing(OrganisationProposal::secondName)
                .thenComparing(OrganisationProposal::first)
                .thenComparing(OrganisationProposal::second));
        return proposals;
    }

    private boolean isKeptApart(Organisation first, Organisation second) {
        return clusters.isKeptApart(number(first), number(second));
    }

    private int number(Organisation organisation) {
        return numbers.getOrDefault(organisation.written().getFirst().key(), 0);
    }

    private static String pairKey(String one, String other) {
        return one.compareTo(other) < 0 ? one + "\n" + other : other + "\n" + one;
    }

    private void propose(Set<String> seen, List<OrganisationProposal> proposals, Map<Integer, Organisation> byRoot) {
        record Found(Organisation first, Organisation second, int percent, Set<Sentence> reasons) {}
        Map<String, Found> found = new LinkedHashMap<>();
        for (OrganisationRules.Pair pair : pairs) {
            Organisation one = byRoot.get(clusters.root(pair.first().number));
            Organisation other = byRoot.get(clusters.root(pair.second().number));
            if (one != null
                    && other != null
                    && !one.key().equals(other.key())
                    && !clusters.isKeptApart(pair.first().number, pair.second().number)) {
                boolean isFirst = one.activities().size() >= other.activities().size();
                found.merge(
                        pairKey(one.key(), other.key()),
                        new Found(
                                isFirst ? one : other,
                                isFirst ? other : one,
                                pair.percent(),
                                new LinkedHashSet<>(Set.of(pair.reason()))),
                        (known, more) -> {
                            known.reasons().addAll(more.reasons());
                            return new Found(
                                    known.first(),
                                    known.second(),
                                    Math.max(known.percent(), more.percent()),
                                    known.reasons());
                        });
            }
        }
        found.forEach((key, pair) -> {
            seen.add(key);
            proposals.add(new OrganisationProposal(
                    pair.first().key(),
                    pair.second().key(),
                    pair.first().name(),
                    pair.second().name(),
                    BigDecimal.valueOf(pair.percent(), 2),
                    pair.reasons().stream().limit(3).toList()));
        });
    }

    private Organisation organisation(
            int root, List<Writing> written, List<Organisation.Joining> joinings, Map<Integer, String> aliasOf) {
        List<Writing> byTimes = byTimes(written);
        Map<String, Integer> references = new TreeMap<>();
        Map<String, Integer> types = new TreeMap<>();
        Map<OrganisationPart, Integer> parts = new EnumMap<>(OrganisationPart.class);
        TreeSet<String> activities = new TreeSet<>();
        for (Writing one : byTimes) {
            one.references.forEach((reference, times) -> references.merge(reference, times, Integer::sum));
            one.types.forEach((type, times) -> types.merge(type, times, Integer::sum));
            one.parts.forEach((part, times) -> parts.merge(part, times, Integer::sum));
            activities.addAll(one.activities);
        }
        return new Organisation(
                keys.getOrDefault(root, ""),
                shown(byTimes, Optional.ofNullable(aliasOf.get(root))),
                new ArrayList<>(Writing.sorted(references).keySet()),
                byTimes.stream().map(FinishOrganisations::written).toList(),
                Collections.unmodifiableMap(Writing.sorted(types)),
                Collections.unmodifiableMap(parts),
                Collections.unmodifiableSet(roles(types, parts)),
                reading.aliases.donor(
                        byTimes.stream().map(one -> one.name.core()).toList(), Optional.ofNullable(aliasOf.get(root))),
                // What a shipped table says of a single way to write it joins nothing.
                written.size() == 1 ? List.of() : joinings,
                Collections.unmodifiableSortedSet(activities));
    }

    /** The reference; else what it is written as most, with its country where names are a country's. */
    private String key(int root, List<Writing> byTimes) {
        Writing first = byTimes.getFirst();
        if (byTimes.stream().allMatch(one -> one.isContradictory)) {
            return first.key;
        }
        Set<String> registered = clusters.registered(root);
        String key = byTimes.stream()
                .flatMap(one -> OrganisationClusters.identity(one, reading.aliases).stream())
                .findFirst()
                .or(() -> registered.stream().findFirst())
                .or(() -> byTimes.stream()
                        .map(one -> one.nameKey)
                        .filter(named -> !named.isEmpty())
                        .findFirst())
                .orElse(first.key);
        // Where somebody keeps apart what has one name, the second of them is called by all that is written of it.
        return taken.add(key) ? key : first.key;
    }

    /** What shipped tables call it where somebody writes it so, else what is written most; not in capitals where there is another spelling. */
    private String shown(List<Writing> byTimes, Optional<String> alias) {
        Map<String, Integer> spellings = new TreeMap<>();
        Map<String, Integer> official = new TreeMap<>();
        for (Writing one : byTimes) {
            one.spellings.forEach((spelling, times) -> spellings.merge(spelling, times, Integer::sum));
            if (alias.isPresent()
                    && OrganisationClusters.alias(one, reading.aliases)
                            .filter(known ->
                                    reading.names.read(known.shown()).core().equals(one.name.core()))
                            .isPresent()) {
                one.spellings.forEach((spelling, times) -> official.merge(spelling, times, Integer::sum));
            }
        }
        Map<String, Integer> from = official.isEmpty() ? spellings : official;
        if (from.isEmpty()) {
            return byTimes.getFirst().label();
        }
        String most = Writing.most(from);
        if (!most.equals(most.toUpperCase(Locale.ROOT)) || most.indexOf(' ') < 0) {
            return most;
        }
        String core = reading.names.read(most).core();
        return Writing.sorted(from).keySet().stream()
                .filter(one -> !one.equals(one.toUpperCase(Locale.ROOT))
                        && reading.names.read(one).core().equals(core))
                .findFirst()
                .orElse(most);
    }

    private static Set<OrganisationRole> roles(Map<String, Integer> types, Map<OrganisationPart, Integer> parts) {
        Set<OrganisationRole> roles = EnumSet.noneOf(OrganisationRole.class);
        if (parts.containsKey(OrganisationPart.FUNDING) || parts.containsKey(OrganisationPart.PROVIDING)) {
            roles.add(OrganisationRole.DONOR);
        }
        if (parts.containsKey(OrganisationPart.IMPLEMENTING) || parts.containsKey(OrganisationPart.RECEIVING)) {
            roles.add(OrganisationRole.IMPLEMENTER);
        }
        if (Stream.of("10", "11", "15").anyMatch(types::containsKey)) {
            roles.add(OrganisationRole.GOVERNMENT);
        }
        if (Stream.of("21", "22", "23", "24").anyMatch(types::containsKey)) {
            roles.add(OrganisationRole.CIVIL_SOCIETY);
        }
        return roles.isEmpty() ? EnumSet.of(OrganisationRole.UNKNOWN) : roles;
    }

    private static Organisation.Written written(Writing one) {
        return new Organisation.Written(
                one.key,
                Writing.most(one.references),
                Collections.unmodifiableMap(Writing.sorted(one.spellings)),
                Collections.unmodifiableMap(one.parts),
                one.isContradictory,
                Collections.unmodifiableSortedSet(one.activities));
    }
}
