package org.salus.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
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
 * Sets aside what is counted elsewhere already. Three rules, one after another, each within one measure, since measures are never added: another report of the
 * same activity; the same payment in a part of the activity; and money handed on, as far as it came in. In doubt nothing is set aside.
 */
final class CountOnce {
    private static final int SCALE = 10;
    private static final int SHOWN = 4;

    private final Map<String, Activity> activities = new TreeMap<>();
    private final ActivityLinks links;
    private final SameActivities same;
    private final MoneyFlows flows;
    private final Organisations organisations;
    private final Map<String, Map<Integer, Payment>> payments = new TreeMap<>();
    /** Of a payment that stands in a part, too: the payment there. */
    private final Map<Payment, Payment> standsFor = new LinkedHashMap<>();

    private CountOnce(
            Collection<Activity> activities,
            ActivityLinks links,
            SameActivities same,
            MoneyFlows flows,
            Organisations organisations) {
        activities.forEach(activity -> this.activities.put(activity.identifier(), activity));
        this.links = links;
        this.same = same;
        this.flows = flows;
        this.organisations = organisations;
    }

    /**
     * What is counted once of a map.
     *
     * @throws IllegalArgumentException if it is a map of some years only: what is set aside is settled over all
     */
    static CountedOnce of(
            SupportMap map, ActivityLinks links, SameActivities same, MoneyFlows flows, Organisations organisations) {
        if (!map.period().isAll()) {
            throw new IllegalArgumentException("Money is counted once over all years, not in " + map.period());
        }
        List<Activity> activities =
                map.activities().stream().map(SortedActivity::activity).toList();
        return new CountOnce(activities, links, same, flows, organisations).count(map.rows());
    }

    /** A transaction with its rows, one for each area. */
    private static final class Payment {
        private final String activity;
        private final int number;
        private final Measure measure;
        private final @Nullable Integer year;
        private final @Nullable LocalDate day;
        private final List<Integer> rows = new ArrayList<>();
        private BigDecimal value = BigDecimal.ZERO;
        private BigDecimal setAside = BigDecimal.ZERO;
        private CountedRow.@Nullable Why why;

        Payment(SupportRow row, @Nullable LocalDate day) {
            this.activity = row.activity();
            this.number = row.transaction();
            this.measure = row.measure();
            this.year = row.year();
            this.day = day;
        }

        boolean isSetAside() {
            return why != null;
        }

        void setAside(BigDecimal part, SetAside rule, Sentence sentence) {
            setAside = part;
            why = new CountedRow.Why(rule, sentence);
        }
    }

    private CountedOnce count(List<SupportRow> rows) {
        for (int at = 0; at < rows.size(); at++) {
            SupportRow row = rows.get(at);
            Payment payment = payments.computeIfAbsent(row.activity(), first -> new TreeMap<>())
                    .computeIfAbsent(
                            row.transaction(),
                            first -> new Payment(
                                    row,
                                    transaction(row.activity(), row.transaction())
                                            .map(Transaction::day)
                                            .orElse(null)));
            payment.rows.add(at);
            payment.value = payment.value.add(row.value());
        }
        reportedTwice();
        inParts();
        NavigableSet<String> circles = handedOn();
        return new CountedOnce(countedRows(rows), circles);
    }

    private Optional<Transaction> transaction(String activity, int number) {
        Activity of = activities.get(activity);
        if (of == null) {
            return Optional.empty();
        }
        List<Transaction> all = of.transactions();
        return number >= 1 && number <= all.size() && all.get(number - 1).number() == number
                ? Optional.of(all.get(number - 1))
                : all.stream().filter(one -> one.number() == number).findFirst();
    }

    private Collection<Payment> payments(String activity) {
        return payments.getOrDefault(activity, Map.of()).values();
    }

    private List<Payment> payments(String activity, Measure measure) {
        return payments(activity).stream()
                .filter(payment -> payment.measure == measure)
                .toList();
    }

    /** Of several reports of an activity the one with most money counts; another one counts in the years of which those before it say nothing. */
    private void reportedTwice() {
        for (NavigableSet<String> reports : same.severalTimes()) {
            for (Measure measure : Measure.values()) {
                List<String> order = reports.stream()
                        .sorted(Comparator.comparing((String report) -> sum(payments(report, measure)))
                                .reversed()
                                .thenComparing(report -> !isReportedByFunder(report))
                                .thenComparing(Comparator.naturalOrder()))
                        .toList();
                Map<Optional<Integer>, String> told = new HashMap<>();
                for (String report : order) {
                    List<Payment> all = payments(report, measure);
                    for (Payment payment : all) {
                        String by = told.get(Optional.ofNullable(payment.year));
                        if (by != null) {
                            payment.setAside(
                                    payment.value,
                                    SetAside.REPORTED_TWICE,
                                    Sentence.of("portfolio.set-aside.because.twice", by));
                        }
                    }
                    all.forEach(payment -> told.putIfAbsent(Optional.ofNullable(payment.year), report));
                }
            }
        }
    }

    private static BigDecimal sum(List<Payment> payments) {
        return payments.stream().map(payment -> payment.value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether who reports an activity is stated to fund it, or to provide its money. */
    private boolean isReportedByFunder(String report) {
        Activity activity = activities.get(report);
        if (activity == null) {
            return false;
        }
        Optional<Organisation> reporter = organisations.of(activity, activity.reporter());
        return reporter.isPresent()
                && (activity.participants().stream()
                                .anyMatch(one -> one.isFunding() && isOne(activity, one.party(), reporter.get()))
                        || activity.transactions().stream()
                                .anyMatch(
                                        one -> Measure.ofTransaction(one.type()).isPresent()
                                                && isOne(activity, one.provider(), reporter.get())));
    }

    private boolean isOne(Activity activity, @Nullable Party party, Organisation organisation) {
        return party != null
                && organisations
                        .of(activity, party)
                        .filter(one -> one.key().equals(organisation.key()))
                        .isPresent();
    }

    /** A payment that stands in an activity and, on the same day with the same amount, in a part of it counts at the part. */
    private void inParts() {
        Set<Payment> taken = new HashSet<>();
        for (ActivityLink link : links.all(LinkKind.PART)) {
            if (same.whole(link.from()).equals(same.whole(link.to()))) {
                continue;
            }
            for (Payment above : payments(link.from())) {
                if (above.isSetAside() || taken.contains(above)) {
                    continue;
                }
                payments(link.to()).stream()
                        .filter(below -> !below.isSetAside() && !taken.contains(below) && isOnePayment(above, below))
                        .findFirst()
                        .ifPresent(below -> {
                            taken.add(below);
                            standsFor.put(above, below);
                            above.setAside(
                                    above.value,
                                    SetAside.IN_A_PART,
                                    Sentence.of("portfolio.set-aside.because.part", below.activity, below.number));
                        });
            }
        }
    }

    private boolean isOnePayment(Payment above, Payment below) {
        Optional<Transaction> one = transaction(above.activity, above.number);
        Optional<Transaction> other = transaction(below.activity, below.number);
        if (above.measure != below.measure
                || above.day == null
                || !above.day.equals(below.day)
                || above.value.signum() == 0
                || above.value.compareTo(below.value) != 0
                || one.isEmpty()
                || other.isEmpty()) {
            return false;
        }
        BigDecimal amount = one.get().amount();
        BigDecimal otherAmount = other.get().amount();
        return amount != null
                && otherAmount != null
                && amount.compareTo(otherAmount) == 0
                && Objects.equals(one.get().currency(), other.get().currency());
    }

    /** What goes out of an activity is set aside as far as what came in, in the same year or before, is counted where it came from. */
    private NavigableSet<String> handedOn() {
        Map<String, List<Payment>> cameIn = new TreeMap<>();
        Map<String, Set<String>> ways = new TreeMap<>();
        Map<Payment, String> all = into();
        all.forEach((payment, into) -> ways.computeIfAbsent(same.whole(payment.activity), first -> new TreeSet<>())
                .add(into));
        NavigableSet<String> circles = new TreeSet<>(MoneyChains.circles(ways));
        all.forEach((payment, into) -> {
            if (!circles.contains(into) || !circles.contains(same.whole(payment.activity))) {
                cameIn.computeIfAbsent(into, first -> new ArrayList<>()).add(payment);
            }
        });
        Map<Payment, Purse.Draw> draws = new LinkedHashMap<>();
        cameIn.forEach((whole, incoming) -> {
            List<Payment> outgoing = same.reports(whole).stream()
                    .flatMap(report -> payments(report).stream())
                    .filter(payment -> !payment.isSetAside())
                    .toList();
            for (Measure measure : Measure.values()) {
                draws.putAll(new Purse(measure).draw(incoming, outgoing));
            }
        });
        draws.forEach((payment, draw) -> payment.setAside(
                draw.part(),
                SetAside.HANDED_ON,
                Sentence.of("portfolio.set-aside.because.handed-on", String.join(", ", draw.from()))));
        return circles;
    }

    /** The activity that each counted payment goes into. One that is set aside for the same payment in a part lends it its way. */
    private Map<Payment, String> into() {
        Map<Payment, String> into = new LinkedHashMap<>();
        Map<Payment, String> lent = new LinkedHashMap<>();
        for (MoneyFlow flow : flows.all()) {
            Payment payment = payments.getOrDefault(flow.from(), Map.of()).get(flow.transaction());
            Payment instead = payment == null ? null : standsFor.get(payment);
            if (payment != null && !payment.isSetAside()) {
                into.put(payment, same.whole(flow.to()));
            } else if (instead != null && !instead.isSetAside()) {
                lent.put(instead, same.whole(flow.to()));
            }
        }
        lent.forEach(into::putIfAbsent);
        into.entrySet().removeIf(entry -> same.whole(entry.getKey().activity).equals(entry.getValue()));
        return into;
    }

    /** What came into one activity in one measure and was not handed on yet. */
    private static final class Purse {
        private final Measure measure;
        private final Set<String> from = new LinkedHashSet<>();
        private BigDecimal left = BigDecimal.ZERO;
        private BigDecimal drawn = BigDecimal.ZERO;

        /** A part of a payment, and the activities that it came from. */
        record Draw(BigDecimal part, List<String> from) {}

        Purse(Measure measure) {
            this.measure = measure;
        }

        /** Goes through the years: first what comes in, then what goes out, by day. What states no year neither fills nor draws. */
        Map<Payment, Draw> draw(Collection<Payment> incoming, Collection<Payment> outgoing) {
            Map<Payment, Draw> draws = new LinkedHashMap<>();
            Map<Integer, List<Payment>> in = byYear(incoming);
            Map<Integer, List<Payment>> out = byYear(outgoing);
            Set<Integer> years = new TreeSet<>(in.keySet());
            years.addAll(out.keySet());
            for (Integer year : years) {
                for (Payment payment : in.getOrDefault(year, List.of())) {
                    left = left.add(payment.value);
                    from.add(payment.activity);
                }
                for (Payment payment : out.getOrDefault(year, List.of())) {
                    BigDecimal part = part(payment.value);
                    if (part.signum() != 0) {
                        left = left.subtract(part);
                        drawn = drawn.add(part);
                        draws.put(
                                payment,
                                new Draw(part, from.stream().limit(SHOWN).toList()));
                    }
                }
            }
            return draws;
        }

        /** As much as there is; what is taken back goes back as far as something was drawn. */
        private BigDecimal part(BigDecimal value) {
            return value.signum() < 0
                    ? value.negate().min(drawn.max(BigDecimal.ZERO)).negate()
                    : value.min(left.max(BigDecimal.ZERO));
        }

        private Map<Integer, List<Payment>> byYear(Collection<Payment> payments) {
            Map<Integer, List<Payment>> byYear = new TreeMap<>();
            payments.stream()
                    .filter(payment -> payment.measure == measure && payment.year != null)
                    .sorted(Comparator.comparing(
                                    (Payment payment) -> payment.day, Comparator.nullsFirst(Comparator.naturalOrder()))
                            .thenComparing(payment -> payment.activity)
                            .thenComparingInt(payment -> payment.number))
                    .forEach(payment -> byYear.computeIfAbsent(
                                    Objects.requireNonNull(payment.year), first -> new ArrayList<>())
                            .add(payment));
            return byYear;
        }
    }

    /** Spreads what is set aside of a payment over its rows by their value; the remainder of the division goes to the largest. */
    private List<CountedRow> countedRows(List<SupportRow> rows) {
        Map<Integer, CountedRow> partly = new TreeMap<>();
        for (Map<Integer, Payment> ofActivity : payments.values()) {
            for (Payment payment : ofActivity.values()) {
                CountedRow.Why why = payment.why;
                if (why == null) {
                    continue;
                }
                Map<Integer, BigDecimal> parts = spread(rows, payment);
                parts.forEach((at, part) -> partly.put(at, new CountedRow(rows.get(at), part, Optional.of(why))));
            }
        }
        List<CountedRow> all = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            CountedRow row = partly.get(at);
            all.add(row == null ? CountedRow.whole(rows.get(at)) : row);
        }
        return all;
    }

    private static Map<Integer, BigDecimal> spread(List<SupportRow> rows, Payment payment) {
        Map<Integer, BigDecimal> parts = new TreeMap<>();
        BigDecimal left = payment.setAside;
        boolean isWhole = payment.setAside.compareTo(payment.value) == 0;
        int largest = payment.rows.getFirst();
        for (int at : payment.rows) {
            BigDecimal value = rows.get(at).value();
            BigDecimal part = isWhole
                    ? value
                    : value.multiply(payment.setAside)
                            .divide(payment.value, Math.max(SCALE, value.scale()), RoundingMode.HALF_EVEN);
            parts.put(at, part);
            left = left.subtract(part);
            if (value.abs().compareTo(rows.get(largest).value().abs()) > 0) {
                largest = at;
            }
        }
        parts.merge(largest, left, BigDecimal::add);
        return parts;
    }
}
