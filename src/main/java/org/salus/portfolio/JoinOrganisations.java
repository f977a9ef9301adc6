package org.salus.portfolio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Activity;
import org.salus.evidence.Party;
import org.salus.evidence.Transaction;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;

/**
 * Puts together the ways in which activities write one organisation. First what people say, then references, shipped tables, names and acronyms. A rule never
 * brings two registered references together, nor what people keep apart.
 */
final class JoinOrganisations {
    /** A name is at home with a reference if at least every so manieth time that the reference is named, it is named so. */
    private static final int AT_HOME = 4;

    private static final int SHOWN_PAIRS = 6;

    /** So many single words are looked at as acronyms of a reference's other names. */
    private static final int MANY_ACRONYMS = 50;

    private final OrganisationJudgements judgements;
    private final Reading reading = new Reading();
    private final Map<String, Writing> writings = new TreeMap<>();
    private final Set<String> rawNames = new HashSet<>();
    private final Set<String> rawReferences = new HashSet<>();
    private int mentions;
    private int nobody;

    JoinOrganisations(OrganisationJudgements judgements) {
        this.judgements = judgements;
    }

    /** How parties are read: the same party of the same activity always gives the same way of writing. */
    static final class Reading {
        private final OrganisationNames names = OrganisationNames.shipped();
        private final OrganisationAliases aliases = OrganisationAliases.shipped();

        String edition() {
            return names.edition();
        }

        /** Key of the way a party is written; empty if it names nobody. */
        String writing(Activity activity, Party party) {
            return key(reference(activity, party), name(party), activity);
        }

        private OrganisationNames.Name name(Party party) {
            String written = party.name();
            return written == null || OrganisationReference.isWrittenAs(written)
                    ? OrganisationNames.NOTHING
                    : names.read(written);
        }

        /** The reference; where there is none, the one that stands where the name should. */
        private OrganisationReference reference(Activity activity, Party party) {
            OrganisationReference reference =
                    OrganisationReference.of(party.ref(), publisher(activity.reporter()), names, aliases);
            String written = party.name();
            return reference.key().isEmpty() && written != null && OrganisationReference.isWrittenAs(written)
                    ? OrganisationReference.of(written, "", names, aliases)
                    : reference;
        }

        private String publisher(Party reporter) {
            OrganisationReference reference = OrganisationReference.of(reporter.ref(), "", names, aliases);
            return reference.key().isEmpty() ? name(reporter).core() : reference.key();
        }

        private static String key(OrganisationReference reference, OrganisationNames.Name name, Activity activity) {
            String named = nameKey(name, activity);
            return reference.key().isEmpty() ? named : named.isEmpty() ? reference.key() : reference.key() + "|" + named;
        }

        static String nameKey(OrganisationNames.Name name, Activity activity) {
            return name.isNothing()
                    ? ""
                    : "name:" + name.core()
                            + (name.form().isEmpty() ? "" : "~" + name.form())
                            + (name.isOfACountry() ? "@" + where(activity) : "");
        }

        /** The country an activity is in; where it names several or a region, the activity itself, so that no name of a country is taken for another country's. */
        private static String where(Activity activity) {
            String system = activity.systemCountry();
            if (system != null) {
                return system;
            }
            Set<String> named = new TreeSet<>();
            Stream.concat(
                            activity.places().stream(),
                            activity.transactions().stream().flatMap(transaction -> transaction.places().stream()))
                    .forEach(place -> {
                        String iso3 = place.iso3();
                        named.add(iso3 == null ? activity.identifier() : iso3);
                    });
            return named.size() == 1 ? named.iterator().next() : activity.identifier();
        }
    }

    /** A reference and a name as written together. */
    private static final class Writing {
        final String key;
        final OrganisationReference reference;
        final OrganisationNames.Name name;
        final String nameKey;
        final Map<String, Integer> references = new TreeMap<>();
        final Map<String, Integer> spellings = new TreeMap<>();
        final Map<String, Integer> types = new TreeMap<>();
        final Map<OrganisationPart, Integer> parts = new EnumMap<>(OrganisationPart.class);
        final TreeSet<String> activities = new TreeSet<>();
        int times;
        int number;
        /** Its name does not go with its reference. */
        boolean isContradictory;

        Writing(String key, OrganisationReference reference, OrganisationNames.Name name, String nameKey) {
            this.key = key;
            this.reference = reference;
            this.name = name;
            this.nameKey = nameKey;
        }

        String label() {
            String named = most(spellings);
            String referenced = most(references);
            return named.isEmpty() ? referenced : referenced.isEmpty() ? named : named + " [" + referenced + "]";
        }
    }

    private static String most(Map<String, Integer> counted) {
        return sorted(counted).keySet().stream().findFirst().orElse("");
    }

    private static <K extends Comparable<K>> Map<K, Integer> sorted(Map<K, Integer> counted) {
        Map<K, Integer> sorted = new LinkedHashMap<>();
        counted.entrySet().stream()
                .sorted(Map.Entry.<K, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    Organisations join(Collection<Activity> activities) {
        activities.stream()
                .sorted(Comparator.comparing(Activity::identifier))
                .forEach(this::read);
        List<Writing> all = new ArrayList<>(writings.values());
        for (int number = 0; number < all.size(); number++) {
            all.get(number).number = number;
        }
        List<Referenced> references = new References(all, reading).all();
        Set<Item<OrganisationJudgement>> disputed = new LinkedHashSet<>(judgements.disputed());
        Said said = said(all, disputed);
        Clusters clusters = new Clusters(all, reading.aliases, said);
        Joins joins = new Joins(all, clusters);
        joins.judged(said);
        references.forEach(joins::reference);
        joins.aliases();
        joins.names();
        joins.acronyms();
        return new Finish(all, clusters, said).organisations(joins.pairs, disputed);
    }

    private void read(Activity activity) {
        read(activity, activity.reporter(), OrganisationPart.REPORTING);
        activity.participants()
                .forEach(participation ->
                        read(activity, participation.party(), OrganisationPart.ofRole(participation.role())));
        for (Transaction transaction : activity.transactions()) {
            read(activity, transaction.provider(), OrganisationPart.PROVIDING);
            read(activity, transaction.receiver(), OrganisationPart.RECEIVING);
        }
    }

    private void read(Activity activity, @Nullable Party party, OrganisationPart part) {
        if (party == null || (party.ref() == null && party.name() == null)) {
            return;
        }
        mentions++;
        OrganisationReference reference = reading.reference(activity, party);
        OrganisationNames.Name name = reading.name(party);
        String key = Reading.key(reference, name, activity);
        String ref = party.ref();
        String written = party.name();
        if (ref != null) {
            rawReferences.add(ref);
        }
        if (written != null) {
            rawNames.add(written);
        }
        if (key.isEmpty()) {
            nobody++;
            return;
        }
        Writing writing = writings.computeIfAbsent(
                key, first -> new Writing(key, reference, name, Reading.nameKey(name, activity)));
        writing.times++;
        writing.activities.add(activity.identifier());
        writing.parts.merge(part, 1, Integer::sum);
        if (!reference.key().isEmpty()) {
            boolean isInItsPlace = ref != null
                    && !OrganisationReference.of(ref, "-", reading.names, reading.aliases)
                            .key()
                            .isEmpty();
            String stated = isInItsPlace || written == null ? ref : written;
            if (stated != null) {
                writing.references.merge(stated.strip(), 1, Integer::sum);
            }
        }
        if (written != null && !name.isNothing()) {
            writing.spellings.merge(written.strip(), 1, Integer::sum);
        }
        String type = party.type();
        if (type != null) {
            writing.types.merge(type, 1, Integer::sum);
        }
    }

    /** What people say, in the ways of writing it is about. */
    private record Said(List<Same> same, List<Apart> apart, List<Item<OrganisationJudgement>> idle) {
        record Same(Item<OrganisationJudgement> item, List<List<Writing>> groups) {}

        record Apart(Item<OrganisationJudgement> item, List<Writing> first, List<Writing> second) {}
    }

    private Said said(List<Writing> all, Set<Item<OrganisationJudgement>> disputed) {
        Map<String, List<Writing>> byKey = new HashMap<>();
        for (Writing writing : all) {
            for (String key : new TreeSet<>(List.of(
                    writing.key, writing.nameKey, writing.isContradictory ? "" : writing.reference.key()))) {
                if (!key.isEmpty()) {
                    byKey.computeIfAbsent(key, first -> new ArrayList<>()).add(writing);
                }
            }
        }
        List<Said.Same> same = new ArrayList<>();
        List<Said.Apart> apart = new ArrayList<>();
        List<Item<OrganisationJudgement>> idle = new ArrayList<>();
        for (Item<OrganisationJudgement> item : judgements.counting()) {
            List<List<Writing>> groups = new ArrayList<>();
            for (String key : item.value().organisations()) {
                List<Writing> found = byKey.getOrDefault(key, List.of());
                if (!found.isEmpty()) {
                    groups.add(found);
                }
            }
            if (groups.size() < 2) {
                idle.add(item);
            } else if (item.value().verdict() == OrganisationVerdict.SAME) {
                same.add(new Said.Same(item, groups));
            } else {
                apart.add(sides(item, groups.getFirst(), groups.getLast()));
            }
        }
        // The same may be said under other keys: a chain that only the ways of writing show.
        Clusters alone = new Clusters(all, reading.aliases, new Said(List.of(), List.of(), List.of()));
        for (Said.Same one : same) {
            List<Writing> together = one.groups().stream().flatMap(List::stream).toList();
            together.forEach(writing -> alone.force(together.getFirst().number, writing.number));
        }
        Set<Integer> bad = new HashSet<>();
        for (Said.Apart one : apart) {
            for (Writing first : one.first()) {
                for (Writing second : one.second()) {
                    if (alone.root(first.number) == alone.root(second.number)) {
                        bad.add(alone.root(first.number));
                    }
                }
            }
        }
        same.removeIf(one -> bad.contains(alone.root(one.groups().getFirst().getFirst().number))
                && disputed.add(one.item()));
        apart.removeIf(one -> one.first().stream()
                        .anyMatch(first -> bad.contains(alone.root(first.number))
                                && one.second().stream()
                                        .anyMatch(second -> alone.root(second.number) == alone.root(first.number)))
                && disputed.add(one.item()));
        return new Said(same, apart, idle);
    }

    /** The two sides of "not the same". What stands on both, such as a name written with the reference, is on the narrower side; of two as narrow, on the name's. */
    private static Said.Apart sides(
            Item<OrganisationJudgement> item, List<Writing> first, List<Writing> second) {
        Set<Writing> both = new HashSet<>(first);
        both.retainAll(second);
        boolean isFirstNarrow = first.size() < second.size()
                || (first.size() == second.size() && item.value().organisations().getFirst().contains("name:"));
        return new Said.Apart(
                item,
                first.stream().filter(one -> isFirstNarrow || !both.contains(one)).toList(),
                second.stream().filter(one -> !isFirstNarrow || !both.contains(one)).toList());
    }

    /** Which ways of writing are one so far. Shipped aliases stand among them, behind the writings. */
    private static final class Clusters {
        private final int[] parent;
        private final List<Set<String>> registered = new ArrayList<>();
        /** Numbers of what is kept apart: positive for its first side, negative for its second. */
        private final List<Set<Integer>> sides = new ArrayList<>();

        private final Map<String, Integer> aliases = new TreeMap<>();
        private final List<Organisation.Joining> joinings = new ArrayList<>();
        private final List<Integer> joined = new ArrayList<>();

        Clusters(List<Writing> all, OrganisationAliases shipped, Said said) {
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
            for (Said.Apart apart : said.apart()) {
                number++;
                for (Writing writing : apart.first()) {
                    sides.get(writing.number).add(number);
                }
                for (Writing writing : apart.second()) {
                    sides.get(writing.number).add(-number);
                }
            }
        }

        /** Whom a name stands for; a name of a country stands for nobody elsewhere. */
        static Optional<OrganisationAliases.Alias> alias(Writing writing, OrganisationAliases shipped) {
            return writing.name.isNothing() || writing.name.isOfACountry()
                    ? Optional.empty()
                    : shipped.ofName(writing.name.core());
        }

        /** The registered reference it stands for, under the first of those that are one by fact; nothing otherwise. */
        static Set<String> identity(Writing writing, OrganisationAliases shipped) {
            if (!writing.reference.isRegistered() || writing.isContradictory) {
                return Set.of();
            }
            String key = writing.reference.key();
            return Set.of(shipped.ofReference(key)
                    .map(OrganisationAliases.Alias::key)
                    .orElse(key));
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

        /** Joins two unless something speaks against it; says whether they are one now. */
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

    /**
     * A reference.
     *
     * @param first its most frequent name
     * @param home what goes with that
     * @param others names that do not
     */
    private record Referenced(Writing first, List<Writing> home, List<Writing> others) {}

    /**
     * Which names a reference is at home with. Names of one reference go together if they have a word in common; those that do not go with the others stay apart.
     * The home is with the names that go with a shipped one, else with what it calls itself where it reports, else with what is written most.
     */
    private record References(List<Writing> writings, Reading reading) {
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
                others.removeAll(home);
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
                    if (!isSomebodyElses(writing, alias.get())
                            && (known.isEmpty() || mayBeOne(names(writing), known))) {
                        home.add(writing);
                    }
                }
            } else {
                groups(named).stream()
                        .max(Comparator.comparing((List<Writing> group) -> group.stream()
                                        .anyMatch(one -> one.parts.containsKey(OrganisationPart.REPORTING)))
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
            Map<Writing, List<Writing>> groupOf = new HashMap<>();
            named.forEach(one -> groupOf.put(one, new ArrayList<>(List.of(one))));
            for (List<Writing> together : bySaying.values()) {
                for (Writing one : together) {
                    merge(groupOf, together.getFirst(), one);
                }
            }
            return groupOf.values().stream()
                    .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())))
                    .stream()
                    .map(group -> group.stream().sorted(Comparator.comparing(one -> one.key)).toList())
                    .toList();
        }

        /** The smaller group goes into the larger one. */
        private static void merge(Map<Writing, List<Writing>> groupOf, Writing one, Writing other) {
            List<Writing> first = groupOf.getOrDefault(one, List.of());
            List<Writing> second = groupOf.getOrDefault(other, List.of());
            if (first != second) {
                List<Writing> larger = first.size() >= second.size() ? first : second;
                List<Writing> smaller = larger == first ? second : first;
                larger.addAll(smaller);
                smaller.forEach(moved -> groupOf.put(moved, larger));
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
            return Clusters.alias(writing, reading.aliases)
                    .filter(OrganisationAliases.Alias::isReferenced)
                    .filter(other -> !other.key().equals(alias.key()))
                    .isPresent();
        }

        private boolean mayBeOne(Set<String> some, Set<String> others) {
            return some.stream()
                    .anyMatch(one -> others.stream()
                            .anyMatch(other -> one.equals(other) || reading.names.mayBeOne(one, other)));
        }
    }

    /** Two that may be one by a fact that is not enough to join them. */
    private record Pair(Writing first, Writing second, int percent, Sentence reason) {}

    /** The rules, one after another. */
    private final class Joins {
        private final List<Writing> all;
        private final Clusters clusters;
        private final List<Pair> pairs = new ArrayList<>();

        Joins(List<Writing> all, Clusters clusters) {
            this.all = all;
            this.clusters = clusters;
        }

        private boolean join(Writing first, Writing second, Joined why, String detail) {
            return clusters.join(
                    first.number,
                    second.number,
                    new Organisation.Joining(first.label(), second.label(), why, detail));
        }

        void judged(Said said) {
            for (Said.Same same : said.same()) {
                Writing first = same.groups().getFirst().getFirst();
                for (List<Writing> group : same.groups()) {
                    for (Writing writing : group) {
                        if (clusters.root(first.number) != clusters.root(writing.number)
                                && !clusters.isKeptApart(first.number, writing.number)) {
                            clusters.force(first.number, writing.number);
                            clusters.joined.add(writing.number);
                            clusters.joinings.add(new Organisation.Joining(
                                    first.label(),
                                    writing.label(),
                                    Joined.JUDGED,
                                    same.item().value().why()));
                        }
                    }
                }
            }
        }

        void reference(Referenced referenced) {
            Writing first = referenced.first();
            for (Writing writing : referenced.home()) {
                if (writing != first) {
                    boolean isWrittenAlike =
                            writing.references.keySet().stream().anyMatch(first.references::containsKey);
                    join(
                            first,
                            writing,
                            isWrittenAlike ? Joined.SAME_REFERENCE : Joined.OTHER_PREFIX,
                            isWrittenAlike
                                    ? most(first.references)
                                    : most(first.references) + " = " + most(writing.references));
                }
            }
            for (Writing writing : referenced.others()) {
                pairs.add(new Pair(
                        first,
                        writing,
                        50,
                        Sentence.of("portfolio.proposal.reference-only", most(writing.references))));
            }
        }

        /** What shipped tables say of references and names. */
        void aliases() {
            for (Writing writing : all) {
                if (writing.isContradictory) {
                    continue;
                }
                reading.aliases
                        .ofReference(writing.reference.key())
                        .ifPresent(alias -> toAlias(writing, alias));
                Clusters.alias(writing, reading.aliases).ifPresent(alias -> toAlias(writing, alias));
            }
        }

        private void toAlias(Writing writing, OrganisationAliases.Alias alias) {
            Integer at = clusters.aliases.get(alias.key());
            if (at != null
                    && !clusters.join(
                            at,
                            writing.number,
                            new Organisation.Joining(alias.shown(), writing.label(), Joined.ALIAS, alias.source()))) {
                all.stream()
                        .filter(other -> clusters.root(other.number) == clusters.root(at))
                        .findFirst()
                        .ifPresent(other -> pairs.add(new Pair(
                                other,
                                writing,
                                90,
                                Sentence.of("portfolio.proposal.two-references", most(writing.spellings)))));
            }
        }

        /** The same name: without a reference, or with the only reference that it goes with. */
        void names() {
            Map<String, List<Writing>> byName = new TreeMap<>();
            for (Writing writing : all) {
                if (!writing.name.isNothing()) {
                    int form = writing.nameKey.indexOf('~');
                    String place = writing.name.isOfACountry()
                            ? writing.nameKey.substring(writing.nameKey.lastIndexOf('@'))
                            : "";
                    String bare = form < 0 ? writing.nameKey : "name:" + writing.name.core() + place;
                    byName.computeIfAbsent(bare, first -> new ArrayList<>()).add(writing);
                }
            }
            Map<String, Integer> homes = new HashMap<>();
            for (Writing writing : all) {
                if (isAtHome(writing)) {
                    homes.merge(writing.reference.key(), writing.times, Integer::sum);
                }
            }
            byName.values().forEach(written -> {
                Set<String> forms = new TreeSet<>();
                written.forEach(one -> forms.add(one.name.form()));
                forms.remove("");
                if (forms.size() < 2) {
                    name(written, homes);
                } else {
                    // Another legal form is another firm, most often in another country.
                    forms.add("");
                    for (String form : forms) {
                        name(
                                written.stream()
                                        .filter(one -> one.name.form().equals(form))
                                        .toList(),
                                homes);
                    }
                    pairs(written, 60, "portfolio.proposal.legal-form");
                }
            });
        }

        private static boolean isAtHome(Writing writing) {
            return writing.reference.isRegistered() && !writing.isContradictory;
        }

        private void name(List<Writing> written, Map<String, Integer> homes) {
            if (written.size() < 2) {
                return;
            }
            List<Writing> free = new ArrayList<>();
            Map<String, Writing> referenced = new TreeMap<>();
            Set<String> loose = new HashSet<>();
            for (Writing writing : written) {
                Set<String> registered = clusters.registered(writing.number);
                if (writing.isContradictory) {
                    loose.add(writing.key);
                } else if (registered.isEmpty()) {
                    free.add(writing);
                } else {
                    String identity = String.join(" ", registered);
                    boolean isMain = !isAtHome(writing)
                            || writing.times * AT_HOME >= homes.getOrDefault(writing.reference.key(), 0);
                    referenced.merge(identity, writing, (one, other) -> one.times >= other.times ? one : other);
                    if (!isMain) {
                        loose.add(referenced.get(identity) == writing ? writing.key : "");
                    }
                }
            }
            for (int at = 1; at < free.size(); at++) {
                join(free.getFirst(), free.get(at), Joined.SAME_NAME, most(free.get(at).spellings));
            }
            List<Writing> homesOf = new ArrayList<>(referenced.values());
            if (homesOf.size() == 1 && !free.isEmpty()) {
                if (loose.contains(homesOf.getFirst().key)) {
                    pairs.add(new Pair(
                            homesOf.getFirst(),
                            free.getFirst(),
                            55,
                            Sentence.of("portfolio.proposal.minor-name", most(free.getFirst().spellings))));
                } else {
                    join(homesOf.getFirst(), free.getFirst(), Joined.SAME_NAME, most(free.getFirst().spellings));
                }
            } else if (homesOf.size() > 1) {
                List<Writing> several = new ArrayList<>(homesOf);
                if (!free.isEmpty()) {
                    several.add(free.getFirst());
                }
                pairs(several, 90, "portfolio.proposal.two-references");
            }
            for (Writing writing : written) {
                if (writing.isContradictory) {
                    Stream.concat(homesOf.stream(), free.stream().limit(1)).limit(1).forEach(other -> pairs.add(
                            new Pair(
                                    other,
                                    writing,
                                    65,
                                    Sentence.of("portfolio.proposal.other-reference", most(writing.references)))));
                }
            }
        }

        private void pairs(List<Writing> several, int percent, String reason) {
            List<Writing> some = several.stream().limit(SHOWN_PAIRS).toList();
            for (int first = 0; first < some.size(); first++) {
                for (int second = first + 1; second < some.size(); second++) {
                    pairs.add(new Pair(
                            some.get(first),
                            some.get(second),
                            percent,
                            Sentence.of(reason, most(some.get(second).spellings))));
                }
            }
        }

        /** An acronym alone is the organisation that states it, if only one does. */
        void acronyms() {
            Map<String, List<Writing>> stated = new TreeMap<>();
            Map<String, List<Writing>> alone = new TreeMap<>();
            for (Writing writing : all) {
                if (writing.isContradictory || writing.name.isNothing() || writing.name.isOfACountry()) {
                    continue;
                }
                if (writing.name.acronym().length() >= 3) {
                    stated.computeIfAbsent(writing.name.acronym(), first -> new ArrayList<>())
                            .add(writing);
                }
                if (isAcronym(writing)) {
                    alone.computeIfAbsent(writing.name.core(), first -> new ArrayList<>())
                            .add(writing);
                }
            }
            stated.forEach((acronym, stating) -> {
                Map<Integer, Writing> who = new TreeMap<>();
                stating.forEach(one -> who.putIfAbsent(clusters.root(one.number), one));
                List<Writing> bare = alone.getOrDefault(acronym, List.of());
                if (who.size() == 1) {
                    Writing one = who.values().iterator().next();
                    for (Writing writing : bare) {
                        if (!join(one, writing, Joined.ACRONYM, acronym.toUpperCase(Locale.ROOT))) {
                            pairs.add(new Pair(one, writing, 70, reason(acronym)));
                        }
                    }
                } else {
                    List<Writing> several = new ArrayList<>(who.values());
                    bare.stream().limit(1).forEach(several::add);
                    List<Writing> some = several.stream().limit(SHOWN_PAIRS).toList();
                    for (int first = 0; first < some.size(); first++) {
                        for (int second = first + 1; second < some.size(); second++) {
                            pairs.add(new Pair(some.get(first), some.get(second), 70, reason(acronym)));
                        }
                    }
                }
            });
        }

        /** One word, in capitals, that is no country's: Chad is none, though an association calls itself so. */
        private boolean isAcronym(Writing writing) {
            String core = writing.name.core();
            return core.indexOf(' ') < 0
                    && !reading.names.isCountry(core)
                    && writing.spellings.keySet().stream()
                            .anyMatch(spelling -> spelling.chars()
                                            .filter(Character::isUpperCase)
                                            .count()
                                    > 1);
        }

        private static Sentence reason(String acronym) {
            return Sentence.of("portfolio.proposal.acronym", acronym.toUpperCase(Locale.ROOT));
        }
    }

    /** Makes organisations of what was joined. */
    private final class Finish {
        private final List<Writing> all;
        private final Clusters clusters;
        private final Said said;
        private final Set<String> taken = new HashSet<>();

        Finish(List<Writing> all, Clusters clusters, Said said) {
            this.all = all;
            this.clusters = clusters;
            this.said = said;
        }

        Organisations organisations(
                List<Pair> pairs, Set<Item<OrganisationJudgement>> disputed) {
            Set<String> seen = new HashSet<>();
            List<OrganisationProposal> proposals = new ArrayList<>();
            Map<Integer, List<Writing>> members = new TreeMap<>();
            for (Writing writing : all) {
                members.computeIfAbsent(clusters.root(writing.number), first -> new ArrayList<>())
                        .add(writing);
            }
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
                    .sorted(Comparator.comparingInt((Organisation one) -> -one.activities().size())
                            .thenComparing(Organisation::name)
                            .thenComparing(Organisation::key))
                    .toList();
            sorted.forEach(organisation -> byKey.put(organisation.key(), organisation));
            // Older keys: a reference leads to where it is at home, a name to where most write it.
            all.stream()
                    .sorted(Comparator.comparing((Writing one) -> one.isContradictory)
                            .thenComparingInt(one -> -one.times)
                            .thenComparing(one -> one.key))
                    .forEach(one -> {
                        Organisation organisation = byRoot.get(clusters.root(one.number));
                        if (organisation != null) {
                            Stream.of(one.key, one.reference.key(), one.nameKey)
                                    .filter(key -> !key.isEmpty())
                                    .forEach(key -> byKey.putIfAbsent(key, organisation));
                        }
                    });
            propose(pairs, seen, proposals, byRoot);
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
            return new Organisations(
                    sorted,
                    byKey,
                    byWriting,
                    proposals,
                    List.copyOf(disputed),
                    said.idle(),
                    reading,
                    new Organisations.Totals(rawNames.size(), rawReferences.size(), mentions, nobody));
        }

        private boolean isKeptApart(Organisation first, Organisation second) {
            return clusters.isKeptApart(number(first), number(second));
        }

        private int number(Organisation organisation) {
            Writing writing = writings.get(organisation.written().getFirst().key());
            return writing == null ? 0 : writing.number;
        }

        private static String pairKey(String one, String other) {
            return one.compareTo(other) < 0 ? one + "\n" + other : other + "\n" + one;
        }

        private void propose(
                List<Pair> pairs,
                Set<String> seen,
                List<OrganisationProposal> proposals,
                Map<Integer, Organisation> byRoot) {
            record Found(Organisation first, Organisation second, int percent, Set<Sentence> reasons) {}
            Map<String, Found> found = new LinkedHashMap<>();
            for (Pair pair : pairs) {
                Organisation one = byRoot.get(clusters.root(pair.first().number));
                Organisation other = byRoot.get(clusters.root(pair.second().number));
                if (one != null && other != null && one != other && !clusters.isKeptApart(pair.first().number, pair.second().number)) {
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
            List<Writing> byTimes = written.stream()
                    .sorted(Comparator.comparingInt((Writing one) -> -one.times).thenComparing(one -> one.key))
                    .toList();
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
                    key(root, byTimes),
                    shown(byTimes, Optional.ofNullable(aliasOf.get(root))),
                    new ArrayList<>(sorted(references).keySet()),
                    byTimes.stream().map(JoinOrganisations::written).toList(),
                    Collections.unmodifiableMap(sorted(types)),
                    Collections.unmodifiableMap(parts),
                    Collections.unmodifiableSet(roles(types, parts)),
                    reading.aliases.donor(
                            byTimes.stream().map(one -> one.name.core()).toList(),
                            Optional.ofNullable(aliasOf.get(root))),
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
                    .flatMap(one -> Clusters.identity(one, reading.aliases).stream())
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
                        && Clusters.alias(one, reading.aliases)
                                .filter(known -> reading.names.read(known.shown()).core().equals(one.name.core()))
                                .isPresent()) {
                    one.spellings.forEach((spelling, times) -> official.merge(spelling, times, Integer::sum));
                }
            }
            Map<String, Integer> from = official.isEmpty() ? spellings : official;
            if (from.isEmpty()) {
                return byTimes.getFirst().label();
            }
            String most = most(from);
            if (!most.equals(most.toUpperCase(Locale.ROOT)) || most.indexOf(' ') < 0) {
                return most;
            }
            String core = reading.names.read(most).core();
            return sorted(from).keySet().stream()
                    .filter(one -> !one.equals(one.toUpperCase(Locale.ROOT))
                            && reading.names.read(one).core().equals(core))
                    .findFirst()
                    .orElse(most);
        }
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
                most(one.references),
                Collections.unmodifiableMap(sorted(one.spellings)),
                Collections.unmodifiableMap(one.parts),
                one.isContradictory,
                Collections.unmodifiableSortedSet(one.activities));
    }
}
