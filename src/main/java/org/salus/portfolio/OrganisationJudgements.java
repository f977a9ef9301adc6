package org.salus.portfolio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;

/**
 * What the members of a workspace have said of organisations, as far as one reader may see it. Where two copies disagree, or some say that two are one and others
 * that they are not, all of it is shown and none of it counts.
 */
public final class OrganisationJudgements {
    /** Nobody has said anything. */
    public static final OrganisationJudgements NONE = new OrganisationJudgements(List.of(), List.of());

    private final List<Item<OrganisationJudgement>> counting;
    private final List<Item<OrganisationJudgement>> disputed;

    private OrganisationJudgements(
            List<Item<OrganisationJudgement>> counting, List<Item<OrganisationJudgement>> disputed) {
        this.counting = List.copyOf(counting);
        this.disputed = List.copyOf(disputed);
    }

    /** Those a view shows. */
    public static OrganisationJudgements of(View view) {
        List<Item<OrganisationJudgement>> agreed = new ArrayList<>();
        List<Item<OrganisationJudgement>> disputed = new ArrayList<>();
        for (Item<OrganisationJudgement> item : view.list(OrganisationJudgement.KIND)) {
            (view.isInConflict(item.id()) ? disputed : agreed).add(item);
        }
        return of(agreed, disputed);
    }

    /** Those of a list, of which no copies disagree. */
    static OrganisationJudgements of(List<OrganisationJudgement> said) {
        return of(said.stream().map(OrganisationJudgement::fresh).toList(), List.of());
    }

    private static OrganisationJudgements of(
            List<Item<OrganisationJudgement>> agreed, List<Item<OrganisationJudgement>> inConflict) {
        List<Item<OrganisationJudgement>> disputed = new ArrayList<>(inConflict);
        Set<Item<OrganisationJudgement>> against = contradicted(agreed);
        List<Item<OrganisationJudgement>> counting = new ArrayList<>();
        for (Item<OrganisationJudgement> item : agreed) {
            (against.contains(item) ? disputed : counting).add(item);
        }
        return new OrganisationJudgements(counting, disputed);
    }

    /** Of every two that are kept apart although a chain of others makes them one: the chain and what keeps them apart, until no chain is left. */
    private static Set<Item<OrganisationJudgement>> contradicted(List<Item<OrganisationJudgement>> agreed) {
        Set<Item<OrganisationJudgement>> against = new HashSet<>();
        Set<Item<OrganisationJudgement>> chains = new HashSet<>();
        for (Item<OrganisationJudgement> apart : agreed) {
            if (apart.value().verdict() == OrganisationVerdict.APART) {
                List<String> two = apart.value().organisations();
                Set<Item<OrganisationJudgement>> used = new HashSet<>();
                List<Item<OrganisationJudgement>> chain = chain(agreed, used, two.getFirst(), two.getLast());
                while (!chain.isEmpty()) {
                    used.addAll(chain);
                    chain = chain(agreed, used, two.getFirst(), two.getLast());
                }
                if (!used.isEmpty()) {
                    against.add(apart);
                    chains.addAll(used);
                }
            }
        }
        against.addAll(chains);
        return against;
    }

    /** The shortest chain of "the same" from one to the other, without those used; empty if there is none. */
    private static List<Item<OrganisationJudgement>> chain(
            List<Item<OrganisationJudgement>> agreed, Set<Item<OrganisationJudgement>> used, String from, String to) {
        Map<String, List<Item<OrganisationJudgement>>> ways = new HashMap<>();
        for (Item<OrganisationJudgement> item : agreed) {
            if (item.value().verdict() == OrganisationVerdict.SAME && !used.contains(item)) {
                item.value()
                        .organisations()
                        .forEach(key -> ways.computeIfAbsent(key, first -> new ArrayList<>())
                                .add(item));
            }
        }
        record Step(String at, List<Item<OrganisationJudgement>> by) {}
        Deque<Step> open = new ArrayDeque<>(List.of(new Step(from, List.of())));
        Set<String> seen = new HashSet<>(Set.of(from));
        while (!open.isEmpty()) {
            Step step = open.removeFirst();
            if (step.at().equals(to)) {
                return step.by();
            }
            for (Item<OrganisationJudgement> item : ways.getOrDefault(step.at(), List.of())) {
                for (String next : item.value().organisations()) {
                    if (seen.add(next)) {
                        List<Item<OrganisationJudgement>> by = new ArrayList<>(step.by());
                        by.add(item);
                        open.addLast(new Step(next, by));
                    }
                }
            }
        }
        return List.of();
    }

    /** These and what somebody is about to say, in place of what was said before of the same groups. */
    public OrganisationJudgements and(List<OrganisationJudgement> more) {
        Map<ItemId, Item<OrganisationJudgement>> all = new LinkedHashMap<>();
        counting.forEach(item -> all.put(item.id(), item));
        disputed.forEach(item -> all.put(item.id(), item));
        more.stream().map(OrganisationJudgement::fresh).forEach(item -> all.put(item.id(), item));
        return of(List.copyOf(all.values()), List.of());
    }

    /** Those that count. */
    public List<Item<OrganisationJudgement>> counting() {
        return counting;
    }

    /** Those that are disputed and do not count. */
    public List<Item<OrganisationJudgement>> disputed() {
        return disputed;
    }

    /** Tells these judgements from others: the same ones give the same word. Empty where there are none. */
    public String digest() {
        if (counting.isEmpty() && disputed.isEmpty()) {
            return "";
        }
        StringBuilder all = new StringBuilder();
        Stream.of(counting, disputed).forEach(some -> {
            all.append('\n');
            some.forEach(item -> all.append(item.id())
                    .append(item.value().verdict().code())
                    .append(item.value().why())
                    .append('\n'));
        });
        return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
