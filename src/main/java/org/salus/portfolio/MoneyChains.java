package org.salus.portfolio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Activity;
import org.salus.evidence.Participation;
import org.salus.evidence.Party;
import org.salus.evidence.Transaction;
import org.salus.framework.Sentence;
import org.salus.portfolio.MoneyChain.Handed;
import org.salus.portfolio.MoneyChain.Step;

/** Follows money from activity to activity over what they state. Pure and immutable. Reports of one activity are one step. */
public final class MoneyChains {
    /** More are not followed: what is stated at random multiplies. */
    static final int MOST = 2_000;

    /** Nor are longer ones followed to their end. */
    static final int LONGEST = 40;

    private final List<MoneyChain> all;
    private final NavigableSet<String> circles;
    private final boolean isComplete;

    private MoneyChains(List<MoneyChain> all, Set<String> circles, boolean isComplete) {
        this.all = List.copyOf(all);
        this.circles = new TreeSet<>(circles);
        this.isComplete = isComplete;
    }

    /** The chains of activities. */
    public static MoneyChains of(
            Collection<Activity> activities,
            ActivityLinks links,
            SameActivities same,
            MoneyFlows flows,
            Organisations organisations) {
        return new Following(activities, same, organisations).follow(links, flows);
    }

    /** All, longest first, then by the activities they go through. */
    public List<MoneyChain> all() {
        return all;
    }

    /** Activities between which money is stated to go in a circle, or that lie between two circles; chains end where a circle closes. */
    public NavigableSet<String> circles() {
        return new TreeSet<>(circles);
    }

    /** Whether all chains are here, to their ends: no more than {@value #MOST} are followed, and none over more than {@value #LONGEST} activities. */
    public boolean isComplete() {
        return isComplete;
    }

    /** What stays when everything is taken away, again and again, that nothing leads into or that leads nowhere: circles, and what lies between two of them. */
    static Set<String> circles(Map<String, ? extends Collection<String>> ways) {
        Map<String, Set<String>> forward = new TreeMap<>();
        Map<String, Set<String>> back = new TreeMap<>();
        ways.forEach((from, all) -> all.forEach(to -> {
            forward.computeIfAbsent(from, first -> new TreeSet<>()).add(to);
            back.computeIfAbsent(to, first -> new TreeSet<>()).add(from);
        }));
        peel(forward, back);
        peel(back, forward);
        Set<String> left = new TreeSet<>(forward.keySet());
        left.retainAll(back.keySet());
        return left;
    }

    /** Takes away what has no way out, and with it the ways that lead there. */
    private static void peel(Map<String, Set<String>> out, Map<String, Set<String>> in) {
        List<String> open = new ArrayList<>(in.keySet());
        open.removeAll(out.keySet());
        while (!open.isEmpty()) {
            String end = open.removeLast();
            Set<String> before = in.remove(end);
            for (String one : before == null ? Set.<String>of() : before) {
                Set<String> ways = out.get(one);
                if (ways != null && ways.remove(end) && ways.isEmpty()) {
                    out.remove(one);
                    open.add(one);
                }
            }
        }
    }

    private record Way(String from, String to) {}

    private static final class Following {
        private final Map<String, Activity> activities = new TreeMap<>();
        private final SameActivities same;
        private final Organisations organisations;
        private final Map<String, Set<String>> ways = new TreeMap<>();
        private final Map<Way, Set<Sentence>> reasons =
                new TreeMap<>(Comparator.comparing(Way::from).thenComparing(Way::to));
        private final Map<Way, List<Transaction>> payments =
                new TreeMap<>(Comparator.comparing(Way::from).thenComparing(Way::to));
        private final List<MoneyChain> found = new ArrayList<>();
        private boolean isComplete = true;

        Following(Collection<Activity> activities, SameActivities same, Organisations organisations) {
            activities.forEach(activity -> this.activities.put(activity.identifier(), activity));
            this.same = same;
            this.organisations = organisations;
        }

        MoneyChains follow(ActivityLinks links, MoneyFlows flows) {
            for (ActivityLink link : links.all(LinkKind.FUNDS)) {
                way(link.from(), link.to())
                        .ifPresent(way -> link.statements()
                                .forEach(statement -> reasons.computeIfAbsent(way, first -> new LinkedHashSet<>())
                                        .add(statement.reason())));
            }
            for (MoneyFlow flow : flows.all()) {
                way(flow.from(), flow.to()).ifPresent(way -> {
                    reasons.computeIfAbsent(way, first -> new LinkedHashSet<>()).add(flow.reason());
                    transaction(flow)
                            .ifPresent(payment -> payments.computeIfAbsent(way, first -> new ArrayList<>())
                                    .add(payment));
                });
            }
            Set<String> targets = new TreeSet<>();
            ways.values().forEach(targets::addAll);
            for (String first : ways.keySet()) {
                if (!targets.contains(first)) {
                    walk(new ArrayList<>(List.of(first)));
                }
            }
            found.sort(Comparator.comparingInt(
                            (MoneyChain chain) -> chain.steps().size())
                    .reversed()
                    .thenComparing(chain -> String.join(
                            "\n", chain.steps().stream().map(Step::activity).toList())));
            return new MoneyChains(found, circles(ways), isComplete);
        }

        private Optional<Way> way(String from, String to) {
            Way way = new Way(same.whole(from), same.whole(to));
            if (way.from().equals(way.to())) {
                return Optional.empty();
            }
            ways.computeIfAbsent(way.from(), first -> new TreeSet<>()).add(way.to());
            return Optional.of(way);
        }

        private Optional<Transaction> transaction(MoneyFlow flow) {
            Activity from = activities.get(flow.from());
            return from == null
                    ? Optional.empty()
                    : from.transactions().stream()
                            .filter(one -> one.number() == flow.transaction())
                            .findFirst();
        }

        private void walk(List<String> path) {
            List<String> ahead = ways.getOrDefault(path.getLast(), Set.of()).stream()
                    .filter(one -> !path.contains(one))
                    .toList();
            boolean isTooLong = path.size() == LONGEST && !ahead.isEmpty();
            List<String> next = isTooLong ? List.of() : ahead;
            isComplete &= !isTooLong;
            if (next.isEmpty() && path.size() > 1) {
                if (found.size() == MOST) {
                    isComplete = false;
                } else {
                    found.add(chain(path));
                }
            }
            for (String one : found.size() < MOST || isComplete ? next : List.<String>of()) {
                path.add(one);
                walk(path);
                path.removeLast();
            }
        }

        private MoneyChain chain(List<String> path) {
            List<Step> steps = new ArrayList<>();
            for (int at = 0; at < path.size(); at++) {
                steps.add(step(path.get(at), at == 0 ? null : new Way(path.get(at - 1), path.get(at))));
            }
            return new MoneyChain(providers(path.getFirst()), steps, receivers(path.getLast()));
        }

        private Step step(String whole, @Nullable Way into) {
            Activity activity = activities.get(whole);
            Map<String, Handed> handed = new TreeMap<>();
            for (Transaction payment : into == null ? List.<Transaction>of() : payments.getOrDefault(into, List.of())) {
                BigDecimal amount = payment.amount();
                Optional<Measure> measure = Measure.ofTransaction(payment.type());
                if (amount != null && measure.isPresent()) {
                    String currency = payment.currency() == null ? LeftOutRow.NO_CURRENCY : payment.currency();
                    handed.merge(
                            measure.get().word() + " " + currency,
                            new Handed(measure.get(), currency, amount, 1),
                            (one, more) -> new Handed(
                                    one.measure(),
                                    one.currency(),
                                    one.amount().add(more.amount()),
                                    one.payments() + more.payments()));
                }
            }
            return new Step(
                    whole,
                    same.reports(whole),
                    activity == null ? whole : activity.title(),
                    activity == null ? "" : name(activity, activity.reporter()),
                    into == null ? List.of() : List.copyOf(reasons.getOrDefault(into, Set.of())),
                    List.copyOf(handed.values()));
        }

        private String name(Activity activity, @Nullable Party party) {
            if (party == null) {
                return "";
            }
            String label = party.label();
            return organisations.of(activity, party).map(Organisation::name).orElse(label == null ? "" : label);
        }

        private List<Activity> reports(String whole) {
            return same.reports(whole).stream()
                    .filter(activities::containsKey)
                    .map(activities::get)
                    .toList();
        }

        /** Those who provide what comes in, else those who are stated to fund it, else who reports it. */
        private List<String> providers(String whole) {
            Set<String> names = new LinkedHashSet<>();
            for (Activity activity : reports(whole)) {
                activity.transactions().stream()
                        .filter(FindLinks::isIncoming)
                        .forEach(transaction -> names.add(name(activity, transaction.provider())));
            }
            for (Activity activity : isNobody(names) ? reports(whole) : List.<Activity>of()) {
                activity.participants().stream()
                        .filter(Participation::isFunding)
                        .forEach(funding -> names.add(name(activity, funding.party())));
            }
            for (Activity activity : isNobody(names) ? reports(whole) : List.<Activity>of()) {
                names.add(name(activity, activity.reporter()));
            }
            names.remove("");
            return List.copyOf(names);
        }

        /** Those whom it pays, else those who are stated to implement it, else who reports it. */
        private List<String> receivers(String whole) {
            Set<String> names = new LinkedHashSet<>();
            for (Activity activity : reports(whole)) {
                activity.transactions().stream()
                        .filter(transaction ->
                                Measure.ofTransaction(transaction.type()).isPresent())
                        .forEach(transaction -> names.add(name(activity, transaction.receiver())));
            }
            for (Activity activity : isNobody(names) ? reports(whole) : List.<Activity>of()) {
                activity.participants().stream()
                        .filter(participation -> "4".equals(participation.role()))
                        .forEach(implementing -> names.add(name(activity, implementing.party())));
            }
            for (Activity activity : isNobody(names) ? reports(whole) : List.<Activity>of()) {
                names.add(name(activity, activity.reporter()));
            }
            names.remove("");
            return List.copyOf(names);
        }

        private static boolean isNobody(Set<String> names) {
            return names.stream().allMatch(String::isEmpty);
        }
    }
}
