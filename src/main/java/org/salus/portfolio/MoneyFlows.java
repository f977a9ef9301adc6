package org.salus.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Activity;
import org.salus.evidence.Party;
import org.salus.evidence.Transaction;
import org.salus.framework.Sentence;

/**
 * Which transactions bring money from one activity into another. A transaction goes into one activity at most, and only for a stated reason: it names the
 * activity; or the activity states that it came in from there, and the two agree; or it names the organisation, and only one activity of it can be meant.
 */
public final class MoneyFlows {
    /** What one reports as gone and the other as come in may be so many days apart. */
    static final int DAYS_APART = 92;

    private final List<MoneyFlow> all;
    private final List<Unmatched> unmatched;

    /**
     * Money that an activity reports as come in from another one, where that one reports no such payment.
     *
     * @param activity where it came in
     * @param transaction its number there
     * @param from where it is said to come from
     */
    public record Unmatched(String activity, int transaction, String from, BigDecimal amount, String currency) {}

    private MoneyFlows(List<MoneyFlow> all, List<Unmatched> unmatched) {
        this.all = List.copyOf(all);
        this.unmatched = List.copyOf(unmatched);
    }

    /** The flows among activities. */
    public static MoneyFlows of(
            Collection<Activity> activities, ActivityLinks links, SameActivities same, Organisations organisations) {
        return new Finding(activities, links, same, organisations).find();
    }

    /** All, by activity and transaction. */
    public List<MoneyFlow> all() {
        return all;
    }

    /** What came in without having gone out. */
    public List<Unmatched> unmatched() {
        return unmatched;
    }

    private record Place(String activity, int transaction) {}

    private static final class Finding {
        private final Map<String, Activity> activities = new TreeMap<>();
        private final ActivityIdentifiers identifiers;
        private final SameActivities same;
        private final Organisations organisations;
        private final Map<Place, MoneyFlow> flows =
                new TreeMap<>(Comparator.comparing(Place::activity).thenComparingInt(Place::transaction));
        private final Set<Place> confirmed = new HashSet<>();
        private final List<Unmatched> unmatched = new ArrayList<>();
        private final Map<String, Set<String>> parts = new HashMap<>();
        private final Map<String, Set<String>> wholes = new HashMap<>();
        private final ActivityLinks links;

        Finding(
                Collection<Activity> activities,
                ActivityLinks links,
                SameActivities same,
                Organisations organisations) {
            this.links = links;
            for (ActivityLink link : links.all(LinkKind.PART)) {
                parts.computeIfAbsent(link.from(), first -> new TreeSet<>()).add(link.to());
                wholes.computeIfAbsent(link.to(), first -> new TreeSet<>()).add(link.from());
            }
            activities.forEach(activity -> this.activities.put(activity.identifier(), activity));
            this.identifiers = new ActivityIdentifiers(activities);
            this.same = same;
            this.organisations = organisations;
        }

        MoneyFlows find() {
            activities.values().forEach(this::named);
            activities.values().forEach(this::cameIn);
            organisations();
            return new MoneyFlows(List.copyOf(flows.values()), unmatched);
        }

        /** Payments that name the activity they go into. */
        private void named(Activity activity) {
            for (Transaction transaction : activity.transactions()) {
                Optional<String> into = into(transaction.receiver());
                if (isCounted(transaction) && into.isPresent() && isOther(activity.identifier(), into.get())) {
                    add(activity, transaction, into.get(), Sentence.of("portfolio.flow.receiver", into.get()));
                }
            }
        }

        private Optional<String> into(@Nullable Party party) {
            String named = party == null ? null : party.activityId();
            return named == null || named.isBlank() ? Optional.empty() : identifiers.meant(named);
        }

        private static boolean isCounted(Transaction transaction) {
            return Measure.ofTransaction(transaction.type()).isPresent();
        }

        private boolean isOther(String one, String other) {
            return !same.whole(one).equals(same.whole(other));
        }

        private void add(Activity from, Transaction transaction, String into, Sentence reason) {
            flows.putIfAbsent(
                    new Place(from.identifier(), transaction.number()),
                    new MoneyFlow(from.identifier(), transaction.number(), into, reason));
        }

        /** Payments of which the activity they go into says where they came from. */
        private void cameIn(Activity activity) {
            for (Transaction incoming : activity.transactions()) {
                BigDecimal amount = incoming.amount();
                String currency = incoming.currency();
                Optional<String> from = into(incoming.provider());
                if (!FindLinks.isIncoming(incoming)
                        || amount == null
                        || currency == null
                        || from.isEmpty()
                        || !isOther(from.get(), activity.identifier())) {
                    continue;
                }
                Optional<MoneyFlow> payment = givers(from.get()).stream()
                        .filter(giver -> isOther(giver.identifier(), activity.identifier()))
                        .flatMap(giver -> giver.transactions().stream()
                                .filter(outgoing -> isCounterpart(incoming, outgoing))
                                .filter(outgoing -> isFreeFor(giver, outgoing, activity))
                                .map(outgoing -> new Found(giver, outgoing, daysApart(incoming, outgoing))))
                        .min(Comparator.comparingLong(Found::days)
                                // What stands in an activity and in a part of it counts at the part.
                                .thenComparing(
                                        found -> found.giver().identifier().equals(from.get()))
                                .thenComparing(found -> found.giver().identifier())
                                .thenComparingInt(found -> found.outgoing().number()))
                        .map(found -> new MoneyFlow(
                                found.giver().identifier(),
                                found.outgoing().number(),
                                activity.identifier(),
                                Sentence.of("portfolio.flow.incoming", activity.identifier(), incoming.number())));
                if (payment.isEmpty()) {
                    unmatched.add(
                            new Unmatched(activity.identifier(), incoming.number(), from.get(), amount, currency));
                } else {
                    Place place = new Place(payment.get().from(), payment.get().transaction());
                    confirmed.add(place);
                    flows.putIfAbsent(place, payment.get());
                }
            }
        }

        private record Found(Activity giver, Transaction outgoing, long days) {}

        /** An activity, its other reports, and its parts: those who name a programme as where money comes from seldom know in which part of it the payment stands. */
        private List<Activity> givers(String identifier) {
            Set<String> all = new TreeSet<>(same.reports(identifier));
            same.reports(identifier).forEach(report -> all.addAll(parts.getOrDefault(report, Set.of())));
            return all.stream()
                    .filter(activities::containsKey)
                    .map(activities::get)
                    .toList();
        }

        /** Incoming commitments answer commitments, incoming funds answer disbursements and expenditures. */
        private static boolean isCounterpart(Transaction incoming, Transaction outgoing) {
            boolean isPromise = "11".equals(incoming.type());
            boolean isOfKind =
                    isPromise ? outgoing.isCommitment() : outgoing.isDisbursement() || outgoing.isExpenditure();
            BigDecimal came = incoming.amount();
            BigDecimal went = outgoing.amount();
            return isOfKind
                    && came != null
                    && went != null
                    && came.signum() != 0
                    && came.compareTo(went) == 0
                    && incoming.currency() != null
                    && incoming.currency().equals(outgoing.currency())
                    && daysApart(incoming, outgoing) <= DAYS_APART;
        }

        private static long daysApart(Transaction one, Transaction other) {
            LocalDate day = one.day();
            LocalDate otherDay = other.day();
            return day == null || otherDay == null ? Long.MAX_VALUE : Math.abs(ChronoUnit.DAYS.between(day, otherDay));
        }

        /** Whether nothing else has been found to be this payment: it goes nowhere yet, or here and nobody has confirmed it. */
        private boolean isFreeFor(Activity giver, Transaction outgoing, Activity taker) {
            Place place = new Place(giver.identifier(), outgoing.number());
            MoneyFlow flow = flows.get(place);
            return !confirmed.contains(place)
                    && (flow == null
                            ? !namesElsewhere(giver, outgoing.receiver())
                            : !isOther(flow.to(), taker.identifier()));
        }

        /** Payments to an organisation, where the activity they stand in is stated to fund exactly one activity of it. */
        private void organisations() {
            Map<String, Map<String, Set<String>>> funded = new HashMap<>();
            for (ActivityLink link : links.all(LinkKind.FUNDS)) {
                Activity taker = activities.get(link.to());
                if (taker != null && isOther(link.from(), link.to())) {
                    organisations
                            .of(taker, taker.reporter())
                            .ifPresent(who -> funded.computeIfAbsent(link.from(), first -> new HashMap<>())
                                    .computeIfAbsent(who.key(), first -> new TreeSet<>())
                                    .add(link.to()));
                }
            }
            for (Activity giver : activities.values()) {
                Map<String, Set<String>> byWhom = new HashMap<>();
                Set<String> givers = new TreeSet<>(wholes.getOrDefault(giver.identifier(), Set.of()));
                givers.add(giver.identifier());
                givers.forEach(one -> funded.getOrDefault(one, Map.of())
                        .forEach((who, into) -> byWhom.computeIfAbsent(who, first -> new TreeSet<>())
                                .addAll(into)));
                for (Transaction transaction : byWhom.isEmpty() ? List.<Transaction>of() : giver.transactions()) {
                    Party receiver = transaction.receiver();
                    if (!isCounted(transaction) || receiver == null || namesElsewhere(giver, receiver)) {
                        continue;
                    }
                    organisations.of(giver, receiver).ifPresent(who -> {
                        Set<String> into = byWhom.getOrDefault(who.key(), Set.of());
                        if (into.size() == 1
                                && isOther(giver.identifier(), into.iterator().next())) {
                            add(
                                    giver,
                                    transaction,
                                    into.iterator().next(),
                                    Sentence.of("portfolio.flow.organisation", who.name()));
                        }
                    });
                }
            }
        }

        /** Whether it names an activity that is not here: then it goes there and not into another one. */
        private boolean namesElsewhere(Activity giver, @Nullable Party receiver) {
            String named = receiver == null ? null : receiver.activityId();
            return named != null
                    && !named.isBlank()
                    && !ActivityIdentifiers.folded(named).equals(ActivityIdentifiers.folded(giver.identifier()));
        }
    }
}
