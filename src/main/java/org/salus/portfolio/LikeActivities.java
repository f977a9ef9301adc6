package org.salus.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Activity;
import org.salus.evidence.Party;
import org.salus.evidence.Place;
import org.salus.evidence.Text;
import org.salus.evidence.Transaction;
import org.salus.framework.Sentence;

/**
 * Finds activities that two organisations may have reported: in the same country, with like titles or the same payments. Alike is no proof: what it finds is
 * proposed to people, joins nothing and counts nothing. Reports of one organisation are never proposed, since it can tell its own activities apart.
 */
public final class LikeActivities {
    /** Names the rules below. */
    public static final String EDITION = "2026-11";

    /** A word in more titles, or a payment in more activities, than this leads to too many pairs to look at. */
    private static final int COMMON = 40;

    private static final double LEAST = 0.4;
    private static final double LEAST_OF_TITLES = 0.35;
    private static final double MOST = 0.99;
    /** What each part of the score counts for when all of it is there; what is not known counts nothing. */
    private static final double TITLES = 0.5;

    private static final double ORGANISATIONS = 0.2;
    private static final double DATES = 0.15;
    private static final double SUMS = 0.15;
    /** Titles that differ in a number are most often two phases. */
    private static final double OTHER_NUMBER = 0.6;
    /** Sums further apart than this have nothing to say. */
    private static final double LEAST_OF_SUMS = 0.9;

    private static final int PAYMENTS_ALONE = 2;
    private static final int SHOWN = 4;
    private static final int HUNDRED = 100;
    private static final Set<String> SUMMED = Set.of("1", "2", "3", "4", "11");
    private static final Pattern NUMBER = Pattern.compile("\\d+|i{1,3}|iv|vi{0,3}|ix|x");

    private final List<Reported> all = new ArrayList<>();
    private final Map<String, Integer> titlesWith = new HashMap<>();
    private final Organisations organisations;

    private record Reported(
            Activity activity,
            String reporter,
            List<Set<String>> titles,
            Set<String> countries,
            Map<String, String> organisations,
            Map<String, BigDecimal> sums,
            Map<String, Integer> payments) {
        String identifier() {
            return activity.identifier();
        }
    }

    private LikeActivities(Collection<Activity> activities, Organisations organisations) {
        this.organisations = organisations;
        activities.stream()
                .sorted(Comparator.comparing(Activity::identifier))
                .map(this::reported)
                .forEach(all::add);
        for (Reported one : all) {
            Set<String> words = new TreeSet<>();
            one.titles().forEach(words::addAll);
            words.forEach(word -> titlesWith.merge(word, 1, Integer::sum));
        }
    }

    /**
     * Pairs that may be one, the likeliest first: none that are one already, that are parts of one another, of which one is known to pay the other, or of which
     * somebody has said anything.
     *
     * @param same which are known to be one
     * @param flows payments from one into another, which count once already
     */
    public static List<ActivityProposal> among(
            Collection<Activity> activities,
            Organisations organisations,
            ActivityLinks links,
            SameActivities same,
            MoneyFlows flows,
            SameActivityJudgements judgements) {
        Set<Set<String>> paid = new HashSet<>();
        flows.all().forEach(flow -> paid.add(Set.of(flow.from(), flow.to())));
        return new LikeActivities(activities, organisations)
                .find().stream()
                        .filter(pair -> !same.whole(pair.first()).equals(same.whole(pair.second())))
                        .filter(pair -> !paid.contains(Set.of(pair.first(), pair.second())))
                        .filter(pair ->
                                judgements.said(pair.first(), pair.second()).isEmpty())
                        .filter(pair -> links.of(pair.first()).stream()
                                .noneMatch(link -> link.kind() == LinkKind.PART
                                        && link.other(pair.first()).equals(pair.second())))
                        .toList();
    }

    private Reported reported(Activity activity) {
        List<Set<String>> titles = new ArrayList<>();
        for (Text title : activity.titles()) {
            Set<String> words =
                    new TreeSet<>(List.of(Folding.words(title.text()).split(" ", -1)));
            words.removeIf(word -> word.length() < 3 && !NUMBER.matcher(word).matches());
            if (!words.isEmpty()) {
                titles.add(words);
            }
        }
        Set<String> countries = new TreeSet<>();
        String system = activity.systemCountry();
        if (system != null) {
            countries.add(system);
        }
        Map<String, String> named = new TreeMap<>();
        Map<String, BigDecimal> sums = new TreeMap<>();
        Map<String, Integer> payments = new TreeMap<>();
        countries(activity.places(), countries);
        name(activity, activity.reporter(), named);
        activity.participants().forEach(participation -> name(activity, participation.party(), named));
        for (Transaction transaction : activity.transactions()) {
            countries(transaction.places(), countries);
            name(activity, transaction.provider(), named);
            name(activity, transaction.receiver(), named);
            BigDecimal amount = transaction.amount();
            String type = transaction.type();
            String currency = transaction.currency();
            if (amount != null && type != null && currency != null && SUMMED.contains(type) && amount.signum() > 0) {
                sums.merge(type + " " + currency, amount, BigDecimal::add);
                if (transaction.day() != null) {
                    payments.merge(
                            amount.stripTrailingZeros().toPlainString() + " " + currency + " " + transaction.day(),
                            1,
                            Integer::sum);
                }
            }
        }
        return new Reported(activity, reporter(activity), titles, countries, named, sums, payments);
    }

    private static void countries(List<Place> places, Set<String> countries) {
        for (Place place : places) {
            String iso3 = place.iso3();
            if (iso3 != null) {
                countries.add(iso3);
            }
        }
    }

    private void name(Activity activity, @Nullable Party party, Map<String, String> named) {
        if (party != null) {
            organisations.of(activity, party).ifPresent(one -> named.put(one.key(), one.name()));
        }
    }

    /** Who reports it; empty where nobody knows. */
    private String reporter(Activity activity) {
        String label = activity.reporter().label();
        return organisations
                .of(activity, activity.reporter())
                .map(Organisation::key)
                .orElse(label == null ? "" : Folding.words(label));
    }

    private List<ActivityProposal> find() {
        Map<String, List<Integer>> by = new TreeMap<>();
        for (int number = 0; number < all.size(); number++) {
            Set<String> marks = new TreeSet<>();
            all.get(number).titles().forEach(marks::addAll);
            marks.addAll(all.get(number).payments().keySet());
            for (String mark : marks) {
                by.computeIfAbsent(mark, first -> new ArrayList<>()).add(number);
            }
        }
        Set<Long> seen = new HashSet<>();
        List<ActivityProposal> found = new ArrayList<>();
        for (List<Integer> with : by.values()) {
            for (int i = 0; i < with.size() && with.size() <= COMMON; i++) {
                for (int j = i + 1; j < with.size(); j++) {
                    Reported one = all.get(with.get(i));
                    Reported other = all.get(with.get(j));
                    if (mayBeCompared(one, other) && seen.add((long) with.get(i) << 32 | with.get(j))) {
                        proposal(one, other).ifPresent(found::add);
                    }
                }
            }
        }
        found.sort(Comparator.comparing(ActivityProposal::score)
                .reversed()
                .thenComparing(ActivityProposal::first)
                .thenComparing(ActivityProposal::second));
        return found;
    }

    private static boolean mayBeCompared(Reported one, Reported other) {
        return !one.reporter().isEmpty()
                && !other.reporter().isEmpty()
                && !one.reporter().equals(other.reporter())
                && one.countries().stream().anyMatch(other.countries()::contains);
    }

    private Optional<ActivityProposal> proposal(Reported one, Reported other) {
        List<Sentence> reasons = new ArrayList<>();
        double titles = titles(one, other, reasons);
        double named = organisations(one, other, reasons);
        double dates = dates(one.activity(), other.activity(), reasons);
        int payments = payments(one, other, reasons);
        double sums = payments > 0 ? 1 : sums(one, other, reasons);
        if (titles < LEAST_OF_TITLES && payments < PAYMENTS_ALONE && (payments == 0 || named == 0)) {
            return Optional.empty();
        }
        double score = TITLES * titles + ORGANISATIONS * named + DATES * dates + SUMS * sums;
        if (isOtherNumber(one, other, reasons)) {
            score *= OTHER_NUMBER;
        }
        if (score < LEAST) {
            return Optional.empty();
        }
        return Optional.of(new ActivityProposal(
                one.identifier(),
                other.identifier(),
                one.activity().title(),
                other.activity().title(),
                BigDecimal.valueOf(Math.min(MOST, score)).setScale(2, RoundingMode.HALF_EVEN),
                reasons));
    }

    /** How much of what both titles say they share, rare words counting more; of several languages the two titles that are most alike. */
    private double titles(Reported one, Reported other, List<Sentence> reasons) {
        double most = 0;
        Set<String> words = Set.of();
        for (Set<String> here : one.titles()) {
            for (Set<String> there : other.titles()) {
                Set<String> shared = new TreeSet<>(here);
                shared.retainAll(there);
                Set<String> both = new TreeSet<>(here);
                both.addAll(there);
                double likeness = shared.isEmpty() ? 0 : weight(shared) / weight(both);
                if (likeness > most) {
                    most = likeness;
                    words = shared;
                }
            }
        }
        if (most > 0) {
            reasons.add(Sentence.of("portfolio.same-activity.title", String.join(" ", words)));
        }
        return most;
    }

    private double weight(Set<String> words) {
        double sum = 0;
        for (String word : words) {
            sum += Math.log(1.0 + (double) all.size() / titlesWith.getOrDefault(word, 1));
        }
        return sum;
    }

    /** Whether one's reporter is named in the other, else which part of all that are named is named in both. */
    private static double organisations(Reported one, Reported other, List<Sentence> reasons) {
        String named = other.organisations().get(one.reporter());
        String naming = one.organisations().get(other.reporter());
        String reporter = named != null ? named : naming;
        if (reporter != null) {
            reasons.add(Sentence.of("portfolio.same-activity.reporter", reporter));
            return 1;
        }
        Set<String> shared = new TreeSet<>(one.organisations().keySet());
        shared.retainAll(other.organisations().keySet());
        if (shared.isEmpty()) {
            return 0;
        }
        Set<String> both = new TreeSet<>(one.organisations().keySet());
        both.addAll(other.organisations().keySet());
        reasons.add(Sentence.of(
                "portfolio.same-activity.organisations",
                String.join(
                        ", ",
                        shared.stream()
                                .limit(SHOWN)
                                .map(key -> one.organisations().getOrDefault(key, key))
                                .toList())));
        return (double) shared.size() / both.size();
    }

    /** Days in both as a part of the days in either; nothing where an end is not known. */
    private static double dates(Activity one, Activity other, List<Sentence> reasons) {
        LocalDate start = one.start();
        LocalDate end = one.end();
        LocalDate otherStart = other.start();
        LocalDate otherEnd = other.end();
        if (start == null || end == null || otherStart == null || otherEnd == null) {
            return 0;
        }
        LocalDate from = later(start, otherStart);
        LocalDate to = later(end, otherEnd).equals(end) ? otherEnd : end;
        LocalDate first = from.equals(start) ? otherStart : start;
        LocalDate last = later(end, otherEnd);
        long shared = ChronoUnit.DAYS.between(from, to) + 1;
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (shared <= 0 || days <= 0) {
            return 0;
        }
        double part = Math.min(1, (double) shared / days);
        reasons.add(Sentence.of("portfolio.same-activity.dates", (int) Math.round(part * HUNDRED)));
        return part;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** How many payments of one day, amount and currency stand in both. */
    private static int payments(Reported one, Reported other, List<Sentence> reasons) {
        int shared = 0;
        for (Map.Entry<String, Integer> payment : one.payments().entrySet()) {
            shared += Math.min(payment.getValue(), other.payments().getOrDefault(payment.getKey(), 0));
        }
        if (shared > 0) {
            reasons.add(Sentence.of("portfolio.same-activity.payments", shared));
        }
        return shared;
    }

    /** How near the nearest two sums of the same currency are; commitments of the one may be what came in at the other. */
    private static double sums(Reported one, Reported other, List<Sentence> reasons) {
        double nearest = 0;
        String mine = "";
        String theirs = "";
        for (Map.Entry<String, BigDecimal> here : one.sums().entrySet()) {
            for (Map.Entry<String, BigDecimal> there : other.sums().entrySet()) {
                if (currency(here.getKey()).equals(currency(there.getKey()))) {
                    double near = nearness(here.getValue(), there.getValue());
                    if (near > nearest) {
                        nearest = near;
                        mine = here.getValue().toPlainString() + " " + currency(here.getKey());
                        theirs = there.getValue().toPlainString() + " " + currency(there.getKey());
                    }
                }
            }
        }
        if (nearest < LEAST_OF_SUMS) {
            return 0;
        }
        reasons.add(Sentence.of("portfolio.same-activity.sums", mine, theirs));
        return nearest;
    }

    private static String currency(String key) {
        return key.substring(key.indexOf(' ') + 1);
    }

    private static double nearness(BigDecimal one, BigDecimal other) {
        return one.min(other).divide(one.max(other), 4, RoundingMode.HALF_EVEN).doubleValue();
    }

    /** Whether each title has a number that the other has not. */
    private static boolean isOtherNumber(Reported one, Reported other, List<Sentence> reasons) {
        Set<String> here = numbers(one);
        Set<String> there = numbers(other);
        Set<String> shared = new TreeSet<>(here);
        shared.retainAll(there);
        here.removeAll(shared);
        there.removeAll(shared);
        if (here.isEmpty() || there.isEmpty()) {
            return false;
        }
        reasons.add(Sentence.of("portfolio.same-activity.numbers", String.join(" ", here), String.join(" ", there)));
        return true;
    }

    private static Set<String> numbers(Reported one) {
        Set<String> numbers = new TreeSet<>();
        one.titles()
                .forEach(words -> words.stream()
                        .filter(word -> NUMBER.matcher(word).matches())
                        .forEach(numbers::add));
        return numbers;
    }
}
